import { type InlineText, plain, type TableRow, wordsOf } from '../model/index.ts';
import type { SlideTable } from './deck.ts';
import { leastSize } from './look.ts';
import { cutAfter, heightOf, leading, type Type, widerFonts, widthOf } from './measure.ts';
import { pagesOf } from './pages.ts';

export interface TableLayout {
  readonly size: number;
  /** Over and under the words of a cell, in points. */
  readonly padding: number;
  /** In points. */
  readonly widths: readonly number[];
  readonly headHeight: number;
  readonly rowHeights: readonly number[];
  /** As it stands with the fonts that we measure by. */
  readonly height: number;
  /** As it may become with wider ones. */
  readonly safeHeight: number;
  /** A column is too narrow for its longest word. */
  readonly crowded: boolean;
}

/** Room beside the words of a cell; the first column's stand where the title does. */
export const cellPadding = 9;
/** Rows are set apart more where the slide has room for it. */
const paddings = [14, 12, 10, 8, 6, 4];
const leastPadding = paddings.at(-1)!;

/** Type of this size in this room, its rows as far apart as there is room for; undefined when it has to be smaller, or divided. */
export function tableWithin(table: SlideTable, size: number, width: number, height: number): TableLayout | undefined {
  const narrowest = layTable(table, size, width, leastPadding);
  if (narrowest.safeHeight > height || (narrowest.crowded && table.columns.length > 2 && size > leastSize))
    return undefined;
  const lines = table.rows.length + 1;
  const padding = paddings.find((each) => narrowest.safeHeight + lines * 2 * (each - leastPadding) <= height);
  return layTable(table, size, width, padding ?? leastPadding);
}

/** The least height that it can have. */
export function leastTableHeight(table: SlideTable, size: number, width: number): number {
  return layTable(table, size, width, leastPadding).safeHeight;
}

/** Tables that each stand in this height: the first column stands in all, and so does the row of titles. */
export function tableParts(table: SlideTable, width: number, height: number): readonly SlideTable[] {
  return columnGroups(table, width).flatMap((part) => rowParts(part, width, height));
}

function layTable(table: SlideTable, size: number, width: number, padding: number): TableLayout {
  const { widths, crowded } = columnWidths(table, size, width);
  const heads = table.columns.map(({ title }) => plain(title));
  const total = [sum(widths)];
  const heightsWith = (wider: number) => {
    const row = (cells: readonly InlineText[], of: readonly number[], type: Type) =>
      rowHeight(cells, of, type, padding, wider);
    return {
      head: row(heads, widths, { face: 'strong', size }),
      rows: table.rows.map((each) => row(each.cells, each.role === 'group' ? total : widths, typeOf(each, size))),
    };
  };
  const usual = heightsWith(1);
  const safe = heightsWith(widerFonts.text);
  return {
    size,
    padding,
    widths,
    headHeight: usual.head,
    rowHeights: usual.rows,
    height: sum(usual.rows) + usual.head,
    safeHeight: sum(safe.rows) + safe.head,
    crowded,
  };
}

function rowHeight(
  cells: readonly InlineText[],
  widths: readonly number[],
  type: Type,
  padding: number,
  wider: number,
): number {
  const heights = cells.map((text, column) =>
    heightOf(text, ((widths[column] ?? 0) - paddingOf(column)) / wider, type),
  );
  return Math.max(leading(type.size), ...heights) + 2 * padding;
}

/** The words of the first column begin where the title does. */
function paddingOf(column: number): number {
  return column === 0 ? cellPadding : 2 * cellPadding;
}

export function typeOf({ role }: TableRow, size: number): Type {
  return { face: role === undefined ? 'text' : 'strong', size };
}

/** What a column needs: room for its longest word, in wider fonts too, and for its longest cell on one line. */
interface Need {
  readonly least: number;
  readonly most: number;
}

/** Shares of the width: a longer word is broken, a longer cell is set on several lines. */
const longest = { word: 0.3, cell: 0.55 };
/** A column gets no more than this beyond what it needs, in points: its cells would not be read together with their neighbours. */
const mostExtra = 110;

/** Columns get what they need: first their longest word, then more to those with longer texts; what is left over goes to all alike. */
function columnWidths(
  table: SlideTable,
  size: number,
  width: number,
): { readonly widths: readonly number[]; readonly crowded: boolean } {
  const given = table.size === undefined ? [] : table.columns.map((column) => (column.width ?? 0) * width);
  if (given.length > 0 && given.every((each) => each > 0)) return { widths: given, crowded: false };
  const needs = table.columns.map((_, column) => needOf(table, column, size, width));
  const least = sum(needs.map((need) => need.least));
  if (least >= width) return { widths: needs.map((need) => (need.least / least) * width), crowded: least > width };
  const wishes = needs.map((need) => need.most - need.least);
  const wished = sum(wishes);
  const left = width - least;
  if (wished > left)
    return { widths: needs.map((need, column) => need.least + (wishes[column]! / wished) * left), crowded: false };
  const more = Math.min((left - wished) / needs.length, mostExtra);
  return { widths: needs.map((need) => need.most + more), crowded: false };
}

function needOf(table: SlideTable, column: number, size: number, width: number): Need {
  const figures = table.columns[column]!.align === 'end';
  let [least, most] = [0, 0];
  const take = (words: string, type: Type, whole: boolean, share = 1) => {
    for (const part of whole ? [words] : words.split(/[ \n]/))
      least = Math.max(least, Math.min(widthOf(part, type) * widerFonts.text, longest.word * width));
    most = Math.max(most, Math.min(widthOf(words, type) * 1.04 * share, longest.cell * width));
  };
  // A title stands on two lines before it makes its column wide.
  take(table.columns[column]!.title, { face: 'strong', size }, false, 0.6);
  for (const row of table.rows) {
    const text = row.cells[column];
    if (row.role === 'group' || text === undefined) continue;
    const words = wordsOf(text);
    // Figures, days, times and a word or two are read as one.
    const whole = figures
      ? words.length < 18
      : isTime(words) || words.length < 11 || (words.length < 14 && /^[\d–-]/.test(words));
    const strong = text.some((part) => part.kind === 'text' && part.strong === true);
    take(words, strong ? { face: 'strong', size } : typeOf(row, size), whole);
  }
  const padding = paddingOf(column) + 1;
  return { least: least + padding, most: Math.max(least, most) + padding };
}

/** A day, or from one to another. */
function isTime(words: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(?: – \d{4}-\d{2}-\d{2})?$/.test(words);
}

function columnGroups(table: SlideTable, width: number): readonly SlideTable[] {
  const needs = table.columns.map((_, column) => needOf(table, column, leastSize, width).least);
  if (sum(needs) <= width || needs.length < 3) return [table];
  const [first = 0, ...others] = needs;
  const groups = pagesOf(
    others.map((need, index) => ({ need, column: index + 1 })),
    width - first,
    ({ need }) => need,
  );
  return groups.map((group) => {
    const columns = [0, ...group.map(({ column }) => column)];
    return {
      ...table,
      columns: columns.map((column) => table.columns[column]!),
      rows: table.rows.map((row) =>
        row.role === 'group' ? row : { ...row, cells: columns.map((column) => row.cells[column] ?? []) },
      ),
    };
  });
}

/** Sizes that a table which is divided is tried in. */
const dividedSizes = [14, leastSize];

/** In the smaller type where that makes fewer slides. */
function rowParts(table: SlideTable, width: number, height: number): readonly SlideTable[] {
  const [usual, smaller] = dividedSizes.map((size) => partsIn(table, size, width, height)) as [Parts, Parts];
  return (usual.crowded || smaller.parts.length < usual.parts.length ? smaller : usual).parts;
}

interface Parts {
  readonly parts: readonly SlideTable[];
  readonly crowded: boolean;
}

function partsIn(table: SlideTable, size: number, width: number, height: number): Parts {
  const { widths, crowded } = layTable(table, size, width, leastPadding);
  const heightOfRow = ({ cells, role }: TableRow, type: Type) =>
    rowHeight(cells, role === 'group' ? [sum(widths)] : widths, type, leastPadding, widerFonts.text);
  const head = { cells: table.columns.map(({ title }) => plain(title)) };
  const room = height - heightOfRow(head, { face: 'strong', size });
  // A row that is cut leaves room for the heading of its group.
  const groups = table.rows.filter(({ role }) => role === 'group').map((row) => heightOfRow(row, typeOf(row, size)));
  const most = Math.max(1, Math.floor((room - 2 * leastPadding - Math.max(0, ...groups)) / leading(size)));
  const rows = table.rows.flatMap((row) => rowsWithin(row, most, widths, size));
  const pages = pagesOf(
    rows,
    room,
    (row) => heightOfRow(row, typeOf(row, size)),
    ({ role }) => role === 'group',
  );
  const columns = table.columns.map((column, index) => ({ ...column, width: widths[index]! / width }));
  return { parts: pages.map((page) => ({ ...table, columns, rows: page, size })), crowded };
}

/** A row with more lines than a slide holds goes on in a row of its own. */
function rowsWithin(row: TableRow, most: number, widths: readonly number[], size: number): readonly TableRow[] {
  const rows: TableRow[] = [];
  let rest = row.cells;
  for (;;) {
    const cut = rest.map((text, column) => {
      const width = row.role === 'group' ? sum(widths) : (widths[column] ?? 0);
      return cutAfter(most, text, (width - paddingOf(column)) / widerFonts.text, typeOf(row, size));
    });
    rows.push({ ...row, cells: cut.map(([first]) => first) });
    rest = cut.map(([, left]) => left);
    if (rest.every((text) => text.length === 0)) return rows;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
