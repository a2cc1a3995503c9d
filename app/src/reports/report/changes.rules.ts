import {
  type Block,
  type Chart,
  type Figure,
  type Inline,
  type InlineText,
  type List,
  type Table,
  wordsOf,
} from '@samband/documents';
import type { PartContent } from '../part/index.ts';

/** One thing that is not as it was when the report took it in. */
export interface Change {
  /** Where it stands: a table's row and column, a chart's line and year, or nothing for running text. */
  readonly what: string;
  /** Undefined: it is new. */
  readonly before: string | undefined;
  /** Undefined: it is gone. */
  readonly after: string | undefined;
  /** A picture that tells nothing else of oneself, and yet is not the same: of all municipalities, or drawn in another way. */
  readonly redrawn?: true;
  /** Every word and figure is the same, and yet they are set out in another way. */
  readonly rearranged?: true;
  /** All is the same on paper, and yet the slides show it in another way. */
  readonly reshown?: true;
}

/**
 * What differs between a part as it was taken in and as it would be now. The same is compared as is read: texts, cells and the figures of charts, so that
 * nothing can change on the page without being told, and nothing is told that cannot be seen. When the figures were fetched is no change.
 */
export function changesBetween(before: PartContent, after: PartContent): readonly Change[] {
  const told = [
    ...(before.title === after.title ? [] : [{ what: '', before: before.title, after: after.title }]),
    ...textChanges(textsOf(before.blocks), textsOf(after.blocks)),
    ...rowChanges(rowsOfTables(before.blocks), rowsOfTables(after.blocks)),
    ...pictureChanges(before.blocks, after.blocks),
  ];
  if (told.length > 0) return told;
  const same = { what: '', before: undefined, after: undefined };
  if (layoutOf(before.blocks) !== layoutOf(after.blocks)) return [{ ...same, rearranged: true }];
  return slidesOf(before) === slidesOf(after) ? [] : [{ ...same, reshown: true }];
}

/** Without sources, which tell when the figures were fetched. */
function slidesOf({ shown }: PartContent): string {
  return JSON.stringify(shown ?? [], (name, value: unknown) => (name === 'source' ? undefined : value));
}

/** How the words stand: paragraphs, lists within lists, rows in their order, and what is bold, a link or a reference. Neither sources nor widths, which follow from the rest. */
function layoutOf(blocks: readonly Block[]): string {
  return JSON.stringify(blocks.map(blockLayout));
}

function blockLayout(block: Block): readonly unknown[] {
  switch (block.kind) {
    case 'list':
      return listLayout(block);
    case 'paragraph':
      return [block.kind, block.lead === true, inlineLayout(block.text)];
    case 'notice':
      return [block.kind, inlineLayout(block.text)];
    case 'quote':
      return [block.kind, block.by ?? '', inlineLayout(block.text)];
    case 'figure':
      return [block.kind, block.id ?? '', block.caption];
    case 'table':
      return [
        block.kind,
        block.caption,
        block.columns.map(({ title }) => title),
        block.rows.map(({ cells, role }) => [role ?? '', cells.map(inlineLayout)]),
      ];
    case 'pageBreak':
      return [block.kind];
  }
}

type ListLayout = readonly ['list', boolean, readonly (readonly [InlineLayout, ListLayout | null])[]];

function listLayout({ ordered, items }: List): ListLayout {
  return [
    'list',
    ordered,
    items.map(({ text, list }) => [inlineLayout(text), list === undefined ? null : listLayout(list)]),
  ];
}

type InlineLayout = readonly (readonly [form: string, words: string])[];

/** Words that look the same are one stretch, however many pieces they came in. */
function inlineLayout(text: InlineText): InlineLayout {
  const stretches: [form: string, words: string][] = [];
  for (const part of text) {
    const [form, words] = formOf(part);
    const last = stretches.at(-1);
    if (last?.[0] === form) last[1] += words;
    else stretches.push([form, words]);
  }
  return stretches;
}

function formOf(part: Inline): [form: string, words: string] {
  switch (part.kind) {
    case 'text':
      return [[part.strong && 'strong', part.emphasis && 'emphasis'].filter(Boolean).join(' '), part.text];
    case 'link':
      return [`link ${part.href}`, part.text];
    case 'reference':
      return [`reference ${part.to}`, ''];
    case 'footnote':
      return ['footnote', JSON.stringify(inlineLayout(part.text))];
    case 'break':
      return ['break', ' '];
  }
}

function textsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    if (block.kind === 'notice') return [block.title, ...withFootnotes(block.text)];
    if (block.kind === 'paragraph' || block.kind === 'quote') return withFootnotes(block.text);
    return block.kind === 'list' ? itemsOf(block) : [];
  });
}

function itemsOf({ items }: List): readonly string[] {
  return items.flatMap(({ text, list }) => [...withFootnotes(text), ...(list === undefined ? [] : itemsOf(list))]);
}

function withFootnotes(text: InlineText): readonly string[] {
  return [readWords(text), ...text.flatMap((part) => (part.kind === 'footnote' ? [readWords(part.text)] : []))];
}

/** A reference has no words before the whole is numbered. */
function readWords(text: InlineText): string {
  return wordsOf(text.map((part) => (part.kind === 'reference' ? { kind: 'text', text: '…' } : part))).trim();
}

/** Texts in order: what stands in both stays, and between them old and new belong together in pairs. */
function textChanges(before: readonly string[], after: readonly string[]): readonly Change[] {
  const kept = commonTexts(before, after);
  const changes: Change[] = [];
  let [b, a] = [0, 0];
  for (const [nextB, nextA] of [...kept, [before.length, after.length] as const]) {
    const [old, young] = [before.slice(b, nextB), after.slice(a, nextA)];
    for (let index = 0; index < Math.max(old.length, young.length); index++) {
      changes.push({ what: '', before: old[index], after: young[index] });
    }
    [b, a] = [nextB + 1, nextA + 1];
  }
  return changes;
}

/** Longest common subsequence, as places in both. */
function commonTexts(before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] {
  const width = after.length + 1;
  const longest = new Uint16Array((before.length + 1) * width);
  for (let b = before.length - 1; b >= 0; b--) {
    for (let a = after.length - 1; a >= 0; a--) {
      longest[b * width + a] =
        before[b] === after[a]
          ? longest[(b + 1) * width + a + 1]! + 1
          : Math.max(longest[(b + 1) * width + a]!, longest[b * width + a + 1]!);
    }
  }
  const found: (readonly [number, number])[] = [];
  for (let b = 0, a = 0; b < before.length && a < after.length; ) {
    if (before[b] === after[a]) found.push([b++, a++]);
    else if (longest[(b + 1) * width + a]! >= longest[b * width + a + 1]!) b++;
    else a++;
  }
  return found;
}

interface Fact {
  readonly what: string;
  readonly value: string;
}

function namedChanges(before: ReadonlyMap<string, Fact>, after: ReadonlyMap<string, Fact>): readonly Change[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [old, young] = [before.get(key), after.get(key)];
    if (old?.value === young?.value) return [];
    return [{ what: (young ?? old)!.what, before: old?.value, after: young?.value }];
  });
}

interface Row {
  readonly what: string;
  /** By the title of the column. */
  readonly cells: readonly (readonly [column: string, words: string])[];
}

/** A row that is new or gone is told as a whole, one that has changed by its cells. */
function rowChanges(before: ReadonlyMap<string, Row>, after: ReadonlyMap<string, Row>): readonly Change[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): readonly Change[] => {
    const [old, young] = [before.get(key), after.get(key)];
    if (old === undefined || young === undefined) {
      return [{ what: (young ?? old)!.what, before: wholeRow(old), after: wholeRow(young) }];
    }
    const columns = new Set([...old.cells, ...young.cells].map(([column]) => column));
    return [...columns].flatMap((column) => {
      const cell = ({ cells }: Row) => cells.find(([title]) => title === column)?.[1];
      return cell(old) === cell(young)
        ? []
        : [{ what: `${young.what}, ${column.toLowerCase()}`, before: cell(old), after: cell(young) }];
    });
  });
}

function wholeRow(row: Row | undefined): string | undefined {
  return row?.cells
    .map(([, words]) => words)
    .filter((words) => words !== '')
    .join(' · ');
}

function rowsOfTables(blocks: readonly Block[]): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  for (const block of blocks) if (block.kind === 'table') takeTable(block, rows);
  return rows;
}

/** What stands before the column that names the rows is a place number, which follows from the rest. */
function takeTable({ id, caption, columns, rows }: Table, taken: Map<string, Row>): void {
  const seen = new Map<string, number>();
  const naming = namingColumn(
    columns.map(({ title }) => title),
    rows,
  );
  for (const { cells, role } of rows) {
    if (role === 'group') continue;
    const name = firstLine(cells[naming] ?? []);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    taken.set([id ?? caption, name, times].join('\u0000'), {
      what: `${caption}: ${name}`,
      cells: cells.flatMap((cell, index) =>
        index < naming ? [] : [[columns[index]?.title ?? '', readWords(cell)] as const],
      ),
    });
  }
}

function firstLine(text: InlineText): string {
  const end = text.findIndex(({ kind }) => kind === 'break');
  return readWords(end === -1 ? text : text.slice(0, end));
}

/** The column whose words tell the rows apart: the first one does, unless it is a place number or says the same for several. */
function namingColumn(titles: readonly string[], rows: Table['rows']): number {
  const own = rows.filter(({ role }) => role !== 'group');
  const apart = (index: number) => {
    const words = own.map(({ cells }) => firstLine(cells[index] ?? []));
    return new Set(words).size === words.length && words.every((word) => /\p{L}{2}/u.test(word));
  };
  const found = titles.findIndex((_, index) => apart(index));
  return found === -1 ? 0 : found;
}

function pictureChanges(before: readonly Block[], after: readonly Block[]): readonly Change[] {
  const changed = namedChanges(factsOfCharts(before), factsOfCharts(after));
  const old = new Map(figuresOf(before).map((figure) => [figure.id ?? figure.caption, figure]));
  const redrawn = figuresOf(after).flatMap((figure): readonly Change[] => {
    const was = old.get(figure.id ?? figure.caption);
    const told = changed.some(({ what }) => what.startsWith(figure.caption));
    return was === undefined || told || drawing(was) === drawing(figure)
      ? []
      : [{ what: figure.caption, before: undefined, after: undefined, redrawn: true }];
  });
  return [...changed, ...redrawn];
}

function figuresOf(blocks: readonly Block[]): readonly Figure[] {
  return blocks.filter((block) => block.kind === 'figure');
}

function drawing({ picture }: Figure): string | undefined {
  return picture.format === 'svg' ? picture.svg : undefined;
}

function factsOfCharts(blocks: readonly Block[]): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>();
  for (const block of blocks) {
    if (block.kind !== 'figure') continue;
    const key = block.id ?? block.caption;
    if (block.chart === undefined) facts.set(key, { what: block.caption, value: block.alt });
    else takeChart(key, block.caption, block.chart, facts);
  }
  return facts;
}

function takeChart(key: string, caption: string, chart: Chart, facts: Map<string, Fact>): void {
  for (const { name, values } of chart.series) {
    for (const [index, value] of values.entries()) {
      if (value === undefined) continue;
      const category = chart.categories[index] ?? '';
      facts.set([key, name, category].join('\u0000'), {
        what: `${caption}: ${name} ${category}`,
        value: `${Number(value.toPrecision(6))} ${chart.unit}`.replace('.', ',').trim(),
      });
    }
  }
}
