import type { DocumentModel, Inline, InlineText, Numbered } from '../model/index.ts';
import { documentWords } from '../model/index.ts';
import type { Notes } from './notes.ts';
import { type Relations, webAddress } from './relations.ts';
import type { StyleBook } from './style-book.ts';
import { namespaces, xmlText } from './xml.ts';

/** Names of the places in the document that something points at, by the model's id. */
export interface Bookmarks {
  /** Undefined for an id that the document does not have. */
  of(id: string): string | undefined;
  /** Whether any text points at it, so that the place needs its name. */
  isUsed(id: string): boolean;
}

export interface InlineContext {
  readonly document: DocumentModel;
  readonly numbered: Numbered;
  readonly styles: StyleBook;
  readonly bookmarks: Bookmarks;
  readonly notes: Notes;
}

/** Which part the text stands in: its links are listed beside that part, and a footnote has no footnotes of its own. */
export interface InlinePlace {
  readonly relations: Relations;
  readonly inNote?: boolean;
  /** Properties of every run, as XML in the order of the schema. */
  readonly run?: RunLook | undefined;
}

export interface RunLook {
  readonly strong?: boolean | undefined;
  readonly emphasis?: boolean | undefined;
  /** Not slanted though its style is. */
  readonly upright?: boolean | undefined;
  /** Half points. */
  readonly size?: number | undefined;
  readonly style?: string | undefined;
  /** `rrggbb`. */
  readonly colour?: string | undefined;
}

export function inlineXml(text: InlineText, context: InlineContext, place: InlinePlace): string {
  return text.map((part) => partXml(part, context, place)).join('');
}

function partXml(part: Inline, context: InlineContext, place: InlinePlace): string {
  const { run: look } = place;
  switch (part.kind) {
    case 'text':
      return run(part.text, {
        ...look,
        strong: look?.strong || part.strong,
        emphasis: look?.emphasis || part.emphasis,
      });
    case 'break':
      return '<w:r><w:br/></w:r>';
    case 'link':
      return linkXml(part.text, part.href, context, place);
    case 'reference':
      return referenceXml(part.to, context, look);
    case 'footnote':
      if (place.inNote) return `${run(' (', look)}${inlineXml(part.text, context, place)}${run(')', look)}`;
      return context.notes.add(part.text);
  }
}

function linkXml(
  text: string,
  href: string,
  { styles, bookmarks }: InlineContext,
  { relations, run: look }: InlinePlace,
): string {
  const shown = () => run(text, { ...look, style: styles.id('link') });
  if (href.startsWith('#')) {
    const bookmark = bookmarks.of(href.slice(1));
    return bookmark === undefined
      ? run(text, look)
      : `<w:hyperlink w:anchor="${bookmark}" w:history="1">${shown()}</w:hyperlink>`;
  }
  const address = webAddress(href);
  if (address === undefined) return run(text, look);
  const id = relations.add('hyperlink', address, true);
  return `<w:hyperlink xmlns:r="${namespaces.r}" r:id="${id}" w:history="1">${shown()}</w:hyperlink>`;
}

/**
 * "tabell 2": the word, and a field that follows the table's number when the document is worked on. Appendices and sections without a number are plain links,
 * as no field of Word's says them as a sentence wants them.
 */
function referenceXml(id: string, { document, numbered, bookmarks }: InlineContext, look: RunLook | undefined): string {
  const words = numbered.references.get(id);
  const bookmark = bookmarks.of(id);
  if (words === undefined || bookmark === undefined) return run(words ?? '', look);
  const { appendix } = documentWords(document.language);
  const numberAt = words.lastIndexOf(' ');
  const isPlain = words.startsWith('”') || words.startsWith(appendix.toLowerCase()) || numberAt === -1;
  if (isPlain)
    return `<w:hyperlink w:anchor="${bookmark}" w:history="1">${run(keptTogether(words), look)}</w:hyperlink>`;
  const label = numbered.labels.get(id) ?? '';
  const isSection = /^[\d.]+$/.test(label);
  return `${run(`${words.slice(0, numberAt)}\u00a0`, look)}${field(` REF ${bookmark} ${isSection ? '\\r ' : ''}\\h `, words.slice(numberAt + 1), look)}`;
}

/** "bilaga 2" does not come apart at the end of a line; a title may. */
function keptTogether(words: string): string {
  return words.startsWith('”') ? words : words.replace(/ (?=\S+$)/, '\u00a0');
}

/** A field with the result that it had when the document was written. All of it looks as its result: programs take the look of one run or another. */
export function field(code: string, result: string, look?: RunLook): string {
  const properties = lookXml(look);
  const mark = (kind: string) => `<w:r>${properties}<w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const instruction = `<w:r>${properties}<w:instrText xml:space="preserve">${xmlText(code)}</w:instrText></w:r>`;
  // A field without a result still has a run where it will stand.
  const shown = run(result, look) || `<w:r>${properties}<w:t></w:t></w:r>`;
  return `${mark('begin')}${instruction}${mark('separate')}${shown}${mark('end')}`;
}

/** Words that look alike. Line breaks, tabs and hyphens that Word has its own elements for become those. */
export function run(text: string, look?: RunLook): string {
  const pieces = text.split(/(\r\n?|\n|\t|\u00ad|\u2011)/);
  const content = pieces.map((piece) => {
    if (piece === '') return '';
    if (piece === '\t') return '<w:tab/>';
    if (piece === '\u00ad') return '<w:softHyphen/>';
    if (piece === '\u2011') return '<w:noBreakHyphen/>';
    if (/^[\r\n]/.test(piece)) return '<w:br/>';
    return `<w:t xml:space="preserve">${xmlText(piece)}</w:t>`;
  });
  return text === '' ? '' : `<w:r>${lookXml(look)}${content.join('')}</w:r>`;
}

function lookXml(look: RunLook | undefined): string {
  if (look === undefined) return '';
  const { style, strong, emphasis, upright, colour, size } = look;
  const each = [
    style === undefined ? '' : `<w:rStyle w:val="${xmlText(style)}"/>`,
    strong ? '<w:b/><w:bCs/>' : '',
    emphasis ? '<w:i/><w:iCs/>' : upright ? '<w:i w:val="0"/><w:iCs w:val="0"/>' : '',
    colour === undefined ? '' : `<w:color w:val="${colour}"/>`,
    size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ].join('');
  return each === '' ? '' : `<w:rPr>${each}</w:rPr>`;
}
