import type { Block, Inline, InlineText, List, ListItem } from '@samband/documents';
import { markdown } from './rich-text.rules.ts';

type Token = ReturnType<typeof markdown.parse>[number];

/** What a text written in it is in a document: paragraphs, lists, bold, italic and links, as on a page. */
export function richTextBlocks(source: string): readonly Block[] {
  const tokens = markdown.parse(source, {}).values();
  const blocks: Block[] = [];
  for (const token of tokens) {
    const list = listKind(token);
    if (list !== undefined) blocks.push(readList(tokens, list));
    else if (token.type === 'inline') {
      const text = inlineOf(token.children ?? []);
      if (text.length > 0) blocks.push({ kind: 'paragraph', text });
    }
  }
  return blocks;
}

function listKind({ type }: Token): 'bullet' | 'ordered' | undefined {
  return type === 'bullet_list_open' ? 'bullet' : type === 'ordered_list_open' ? 'ordered' : undefined;
}

/** From after the token that opens the list to the one that closes it. */
function readList(tokens: Iterator<Token>, kind: 'bullet' | 'ordered'): List {
  const items: ListItem[] = [];
  let text: Inline[] = [];
  let list: List | undefined;
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    const token = next.value;
    const inner = listKind(token);
    if (inner !== undefined) list = readList(tokens, inner);
    else if (token.type === `${kind}_list_close`) break;
    else if (token.type === 'inline') {
      // A second paragraph of an item stands under the first.
      if (text.length > 0) text.push({ kind: 'break' });
      text.push(...inlineOf(token.children ?? []));
    } else if (token.type === 'list_item_close') {
      items.push({ text, ...(list && { list }) });
      text = [];
      list = undefined;
    }
  }
  return { kind: 'list', ordered: kind === 'ordered', items };
}

function inlineOf(tokens: readonly Token[]): InlineText {
  const text: Inline[] = [];
  let [strong, emphasis] = [0, 0];
  let href = '';
  let linkWords = '';
  for (const token of tokens) {
    const { type, content } = token;
    if (type === 'strong_open') strong += 1;
    else if (type === 'strong_close') strong -= 1;
    else if (type === 'em_open') emphasis += 1;
    else if (type === 'em_close') emphasis -= 1;
    else if (type === 'link_open') {
      href = String(token.attrGet('href') ?? '');
      linkWords = '';
    } else if (type === 'link_close') {
      // A link without an address is none, and one without words is read by its address.
      if (href !== '') text.push({ kind: 'link', text: linkWords || href, href });
      else if (linkWords !== '') text.push({ kind: 'text', text: linkWords });
      href = '';
    } else if (type === 'softbreak' || type === 'hardbreak') text.push({ kind: 'break' });
    else if (content !== '') {
      if (href !== '') linkWords += content;
      else {
        text.push({
          kind: 'text',
          text: content,
          ...(strong > 0 && { strong: true }),
          ...(emphasis > 0 && { emphasis: true }),
        });
      }
    }
  }
  return text;
}
