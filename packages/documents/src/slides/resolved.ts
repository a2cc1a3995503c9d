import { documentWords, type Inline, type InlineText, wordsOf } from '../model/index.ts';
import { blocksOf, type Deck, type Slide, type SlideBlock, type SlideList } from './deck.ts';

/** Every text of a block, made anew by `turn`. */
export function turnTexts(block: SlideBlock, turn: (text: InlineText) => InlineText): SlideBlock {
  if (block.kind === 'list') return turnList(block, turn);
  if (block.kind === 'table')
    return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(turn) })) };
  return block.kind === 'figure' || block.kind === 'numbers' || block.kind === 'charts'
    ? block
    : { ...block, text: turn(block.text) };
}

function turnList(list: SlideList, turn: (text: InlineText) => InlineText): SlideList {
  const items = list.items.map(({ text, list: inner }) => ({
    text: turn(text),
    ...(inner === undefined ? {} : { list: turnList(inner, turn) }),
  }));
  return { ...list, items };
}

/**
 * The deck with nothing in its texts but words, links and line breaks: a reference has become the title of the slide it leads to, a footnote a raised
 * figure whose words stand in the slide's notes. White space is one space, and what XML cannot hold is gone.
 */
export function resolved(deck: Deck): Deck {
  const slideOf = new Map<string, Slide>();
  for (const slide of deck.slides) {
    slideOf.set(slide.id, slide);
    for (const block of blocksOf(slide)) if ('id' in block && block.id !== undefined) slideOf.set(block.id, slide);
  }
  const label = documentWords(deck.language);
  return {
    ...deck,
    title: clean(deck.title),
    subtitle: deck.subtitle === undefined ? undefined : clean(deck.subtitle),
    slides: deck.slides.map((slide) => {
      const footnotes: string[] = [];
      const turn = (text: InlineText): InlineText =>
        text.flatMap((part): InlineText => turned(part, slideOf, footnotes));
      const running = (text: InlineText): InlineText => turn(text).map(withWholeDays);
      // Days in cells stay as they are, to be copied from; their columns have room for them.
      const turnBlock = (block: SlideBlock) => cleanNames(turnTexts(block, block.kind === 'table' ? turn : running));
      const lead = slide.lead === undefined ? undefined : running(slide.lead);
      const blocks = slide.blocks.map(turnBlock);
      const beside = slide.beside?.map(turnBlock);
      const kicker = slide.kicker === undefined ? undefined : clean(slide.kicker);
      const notes = footnotes.length === 0 ? [] : [`${label.footnotes}: ${footnotes.join(' ')}`];
      return {
        ...slide,
        kicker,
        title: clean(slide.title),
        lead,
        blocks,
        beside,
        notes: joined(slide.notes, ...notes),
      };
    }),
  };
}

function turned(part: Inline, slideOf: ReadonlyMap<string, Slide>, footnotes: string[]): InlineText {
  if (part.kind === 'text' || part.kind === 'link') return [{ ...part, text: cleanText(part.text) }];
  if (part.kind === 'break') return [part];
  if (part.kind === 'reference') {
    const slide = slideOf.get(part.to);
    return slide === undefined ? [] : [{ kind: 'link', text: `”${clean(slide.title)}”`, href: `#${slide.id}` }];
  }
  const mark = raised(footnotes.length + 1);
  footnotes.push(`${mark} ${clean(wordsOf(part.text))}`);
  return [{ kind: 'text', text: mark }];
}

function cleanNames(block: SlideBlock): SlideBlock {
  if (block.kind === 'notice') return { ...block, title: clean(block.title) };
  if (block.kind === 'quote') return { ...block, by: block.by === undefined ? undefined : clean(block.by) };
  if (block.kind === 'numbers')
    return { ...block, items: block.items.map(({ value, words }) => ({ value: clean(value), words: clean(words) })) };
  if (block.kind === 'charts')
    return {
      ...block,
      charts: block.charts.map((each) => ({ ...each, title: clean(each.title), alt: clean(each.alt) })),
    };
  if (block.kind === 'figure') return { ...block, caption: clean(block.caption), alt: clean(block.alt) };
  if (block.kind !== 'table') return block;
  return {
    ...block,
    caption: clean(block.caption),
    columns: block.columns.map((column) => ({ ...column, title: clean(column.title) })),
  };
}

/** Notes, each on lines of its own; undefined when there are none. */
export function joined(...notes: readonly (string | undefined)[]): string | undefined {
  const said = notes.filter((note) => note !== undefined && note.trim() !== '');
  return said.length === 0 ? undefined : said.join('\n');
}

/** Programs break lines at hyphens; a day is read as one. */
function withWholeDays(part: Inline): Inline {
  if (part.kind !== 'text') return part;
  return { ...part, text: part.text.replace(/\b(\d{4})-(\d{2})-(\d{2})\b/g, '$1\u2011$2\u2011$3') };
}

function raised(number: number): string {
  return Array.from(String(number), (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
}

export function clean(text: string): string {
  return cleanText(text).trim();
}

function cleanText(text: string): string {
  return text
    .replace(/[^\s\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[\t\n\r\v\f\u2028\u2029 ]+/g, ' ');
}
