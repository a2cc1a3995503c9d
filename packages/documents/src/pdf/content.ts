import { readableColour } from '../model/colour.ts';
import {
  type Block,
  belongsWithNext,
  type DocumentLanguage,
  type DocumentModel,
  documentWords,
  type Inline,
  type InlineText,
  type List,
  type Numbered,
  numberDocument,
  type Picture,
  type Section,
  sourceLine,
  type Table,
  wordsOf,
} from '../model/index.ts';
import { columnWidths } from './column-widths.ts';
import { settable, settableIn, settableSvg } from './letters.ts';

/** What the template is given: nothing but words, numbers and the places of pictures, in reading order. */
export interface PdfContent {
  readonly document: Readonly<Record<string, unknown>>;
  /** By place, as the template asks for them. */
  readonly pictures: readonly Buffer[];
  readonly tables: readonly Table[];
}

/** Width and height of the page between its margins, in points. */
export const pageWidth = 448;
const pageHeight = 640;
/** Width of running text in ems. */
const measure = 36;
const tableType = { size: 8.75, headerSize: 8, padding: 12 };
/** A row that would be higher than this is let over the page turn; a table that is lower is kept together. */
const highestRow = 380;
const lowTable = 210;

/** Words, or a piece of its own kind: `s`trong and `e`mphasis, `h`yphenated, `l`ink out of or `r`eference in the document, foot`n`ote, `b`reak. */
type SetInline = string | readonly [string, ...unknown[]];

/** Sets a whole document as data for the template. */
export function pdfContent(model: DocumentModel): PdfContent {
  const numbered = numberDocument(model);
  const words = documentWords(model.language);
  const pictures: Buffer[] = [];
  const tables: Table[] = [];
  const setter = blockSetter(numbered, model.language, pictures, tables);
  const { about } = model;
  const [year, month, day] = about.date.split('-').map(Number);
  const blocks = [
    ...model.sections.flatMap((section) => setSection(section, setter)),
    ...model.appendices.flatMap((appendix) => [
      ...setSection(appendix, setter, true),
      ...(appendix.parts ?? []).flatMap((part, index) =>
        setSection(part, setter, index > 0 || appendix.blocks.length > 0 || (appendix.sections ?? []).length > 0),
      ),
    ]),
  ];
  const { logo } = about;
  return {
    document: {
      title: settable(model.title),
      hyphenate: hasWordOf(20, model.title),
      subtitle: optional(model.subtitle),
      language: model.language,
      organisation: settable(about.organisation),
      author: optional(about.author),
      date: [year, month, day],
      dateWords: about.date,
      caseNumber: optional(about.caseNumber),
      state: optional(about.state),
      subject: optional(about.subject),
      keywords: (about.keywords ?? []).map(settable),
      mark: optional(about.mark),
      colour: readableColour(about.colour),
      logo:
        logo === undefined
          ? null
          : { ...setPicture(logo, { width: 170, height: 56 }, pictures), alt: settable(logo.alt) },
      contents: model.contents && numbered.outline.length > 0 ? settable(words.contents) : null,
      page: words.page,
      of: words.of,
      outline: Object.fromEntries(
        numbered.outline.map(({ id, label, title }) => [anchor(id), [label ?? null, settable(title)]]),
      ),
      blocks,
    },
    pictures,
    tables,
  };
}

interface BlockSetter {
  readonly numbered: Numbered;
  readonly set: (block: Block) => Readonly<Record<string, unknown>>;
}

function setSection(section: Section, setter: BlockSetter, ownPage = false): Readonly<Record<string, unknown>>[] {
  const { numbered, set } = setter;
  const level = numbered.outline.find(({ id }) => id === section.id)?.level ?? 1;
  return [
    {
      kind: 'heading',
      // PDF 1.7 knows H1 to H6.
      level: Math.min(level, 6),
      label: optional(numbered.labels.get(section.id)),
      title: settable(section.title),
      hyphenate: hasWordOf(28, section.title),
      anchor: anchor(section.id),
      ownPage,
    },
    ...section.blocks.map((block, index) => ({
      ...set(block),
      sticky: belongsWithNext(block, section.blocks[index + 1]),
    })),
    ...(section.sections ?? []).flatMap((each) => setSection(each, setter)),
  ];
}

function blockSetter(numbered: Numbered, language: DocumentLanguage, pictures: Buffer[], tables: Table[]): BlockSetter {
  const inline = (text: InlineText, room = measure) => setInline(text, numbered, room);
  const prose = (text: InlineText) => inline(text).flatMap(withLongWords);
  const named = (block: Extract<Block, { caption: string }>) => ({
    label: settable(numbered.labelOf(block) ?? ''),
    caption: settable(block.caption),
    source: block.source === undefined || block.source === '' ? null : sourceLine(settable(block.source), language),
    anchor: block.id === undefined ? null : anchor(block.id),
  });
  const set = (block: Block): Readonly<Record<string, unknown>> => {
    switch (block.kind) {
      case 'paragraph':
        return { kind: 'paragraph', lead: block.lead === true, text: prose(block.text) };
      case 'list':
        return setList(block, prose);
      case 'quote':
        return { kind: 'quote', text: prose(block.text), by: optional(block.by) };
      case 'notice':
        return { kind: 'notice', title: settable(block.title), text: prose(block.text) };
      case 'pageBreak':
        return { kind: 'pageBreak' };
      case 'figure':
        return {
          kind: 'figure',
          ...named(block),
          ...setPicture(block.picture, { width: pageWidth, height: pageHeight - 90 }, pictures),
          alt: settable(block.alt),
        };
      case 'table':
        tables.push(block);
        return { kind: 'table', ...named(block), ...setTable(block, inline) };
    }
  };
  return { numbered, set };
}

function setList(list: List, prose: (text: InlineText) => readonly SetInline[]): Readonly<Record<string, unknown>> {
  return {
    kind: 'list',
    ordered: list.ordered,
    items: list.items.map((item) => ({
      text: prose(item.text),
      list: item.list === undefined ? null : setList(item.list, prose),
    })),
  };
}

function setTable(table: Table, inline: (text: InlineText, room?: number) => readonly SetInline[]) {
  const { widths, longest } = columnWidths(table, pageWidth, tableType);
  const heights = table.rows.map(({ cells, role }) => {
    const lines = cells.map((cell, index) => {
      const width = role === 'group' ? pageWidth : widths[index]! - tableType.padding;
      // Half an em for a letter, and a third more for what line breaks leave empty.
      return Math.ceil((wordsOf(cell).length * tableType.size * 0.66) / width);
    });
    return Math.max(1, ...lines) * 13 + 11;
  });
  const together = heights.reduce((sum, height) => sum + height, 0) < lowTable;
  const held = together ? undefined : heldRows(table, heights);
  return {
    together,
    columns: table.columns.map(({ title, align }, index) => ({
      title: settableIn(title, (widths[index]! - tableType.padding) / tableType.headerSize + 0.01),
      end: align === 'end',
      width: widths[index],
      hyphenate: longest[index]! > widths[index]! - tableType.padding,
    })),
    rows: table.rows.map(({ cells, role }, index) => ({
      role: role ?? null,
      whole: heights[index]! < highestRow,
      repeat: isRepeated(table, heights, index),
      held: held?.[index] ?? 0,
      cells: cells.map((cell, column) =>
        inline(cell, role === 'group' ? measure : (widths[column]! - tableType.padding) / tableType.size),
      ),
    })),
  };
}

function isRepeated(table: Table, heights: readonly number[], index: number): boolean {
  return table.rows[index]!.role === 'group' && canRepeat(table, index) && heights[index]! < 60;
}

/**
 * For each row how many are held together from it on: none stands alone on a page at the beginning or the end of a table, and none that names a group without the
 * next. Those that a row before them holds have 0. Groups that are repeated hold what follows by themselves.
 */
function heldRows(table: Table, heights: readonly number[]): readonly number[] {
  const { rows } = table;
  const first = rows[0]?.role === 'group' ? 1 : 0;
  const holdsNext = rows.map(({ role }, index) => {
    const wanted = index === first || index === rows.length - 2 || role === 'group';
    const both = [index, index + 1];
    return wanted && both.every((row) => row < rows.length && !isRepeated(table, heights, row) && heights[row]! < 120);
  });
  const held: number[] = [];
  while (held.length < rows.length) {
    const from = held.length;
    held.push(1);
    while (holdsNext[held.length - 1] === true && held.length - from < 4) held.push(0);
    held[from] = held.length - from;
  }
  return held;
}

/**
 * Whether a row that names a group may be shown again on the next page. What is shown again is there for the eye alone and may hold nothing to
 * follow; and Typst 0.14 breaks down at some page turns when one such row follows another.
 */
function canRepeat({ rows }: Table, index: number): boolean {
  const isGroup = (at: number) => rows[at]?.role === 'group';
  const follows = index + 1 < rows.length && !isGroup(index + 1) && !isGroup(index - 1);
  return follows && rows[index]!.cells.flat().every(({ kind }) => kind === 'text' || kind === 'break');
}

function setPicture(picture: Picture, room: { width: number; height: number }, pictures: Buffer[]) {
  const [width, height] = [picture.width * 0.75, picture.height * 0.75];
  const scale = Math.min(1, room.width / width, room.height / height);
  pictures.push(picture.format === 'svg' ? Buffer.from(settableSvg(picture.svg)) : Buffer.from(picture.bytes));
  return {
    picture: pictures.length - 1,
    format: picture.format === 'jpeg' ? 'jpg' : picture.format,
    width: width * scale,
    height: height * scale,
  };
}

function setInline(text: InlineText, numbered: Numbered, room: number): readonly SetInline[] {
  return text.flatMap((part, index) => {
    const set = setPart(part, numbered, room);
    const next = text[index + 1];
    const goesOn =
      (next?.kind === 'text' || next?.kind === 'link' || next?.kind === 'reference') && typeof set !== 'string';
    return goesOn && (set[0] === 'l' || set[0] === 'r') ? [set, joiner] : [set];
  });
}

/** In running text only words that are long enough to leave a hole at the end of a line are hyphenated, and those that say where. */
const longWord = /[\p{L}\u00ad]{13,}|\p{L}+(?:\u00ad\p{L}+)+/gu;

function withLongWords(part: SetInline): readonly SetInline[] {
  if (typeof part === 'string') {
    const pieces: SetInline[] = [];
    let from = 0;
    for (const { 0: word, index } of part.matchAll(longWord)) {
      if (index > from) pieces.push(part.slice(from, index));
      pieces.push(['h', word]);
      from = index + word.length;
    }
    if (from < part.length) pieces.push(part.slice(from));
    return pieces;
  }
  const [kind, parts] = part;
  return /^[se]+$/.test(kind) ? [[kind, (parts as readonly SetInline[]).flatMap(withLongWords)]] : [part];
}

/** Right after a link no word may be hyphenated: Typst 0.14 would put the hyphen outside the link, and then refuse the document. */
const joiner = '\u2060';

function setPart(part: Inline, numbered: Numbered, room: number): SetInline {
  switch (part.kind) {
    case 'text': {
      const style = `${part.strong === true ? 's' : ''}${part.emphasis === true ? 'e' : ''}`;
      const words = settableIn(part.text, room);
      return style === '' ? words : [style, [words]];
    }
    case 'link':
      return setLink(settableIn(part.text, room), part.href, numbered);
    case 'reference':
      return ['r', settable(numbered.references.get(part.to) ?? ''), anchor(part.to)];
    case 'footnote':
      return ['n', setInline(part.text, numbered, measure)];
    case 'break':
      return ['b'];
  }
}

/** Only what a reader may safely open becomes a link; the rest stays as words. */
function setLink(words: string, href: string, numbered: Numbered): SetInline {
  if (words.trim() === '') return words;
  if (href.startsWith('#')) {
    const id = href.slice(1);
    return numbered.references.has(id) ? ['r', words, anchor(id)] : words;
  }
  return /^(?:https?:\/\/|mailto:|tel:)\S/i.test(href) ? ['l', words, encodeURI(decoded(href).toWellFormed())] : words;
}

/** An address with letters outside ASCII is written once encoded, whichever way it came. */
function decoded(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

/** Ids of a document may hold anything; in a PDF they are letters, digits and what they are told apart by. */
function anchor(id: string): string {
  return `a${Buffer.from(id).toString('hex')}`;
}

/** Titles are broken between words, unless a word alone would not fit on a line. */
function hasWordOf(letters: number, title: string): boolean {
  return title.split(/[\s-]+/).some((word) => word.length >= letters);
}

function optional(words: string | undefined): string | null {
  return words === undefined || words.trim() === '' ? null : settable(words);
}
