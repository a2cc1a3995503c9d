import { type InlineText, plain, type TableRow, wordsOf } from '../model/index.ts';
import type { SlideTable } from './deck.ts';
import { area, sizes } from './look.ts';
import { cutAfter, heightOf, leading, type Type, widthOf } from './measure.ts';
import { pagesOf } from './pages.ts';

export interface TableLayout {
  readonly size: number;
  /** In points. */
  readonly widths: readonly number[];
  readonly headHeight: number;
  readonly rowHeights: readonly number[];
  readonly height: number;
  /** A column is too narrow for its longest word. */
  readonly crowded: boolean;
}

/** Room around the words of a cell; the first column's stand where the title does. */
export const cell = { x: 9, y: 4 };

/** As large as it can stand in this height; undefined when it has to be divided. */
export function tableWithin(table: SlideTable, height: number): TableLayout | undefined {
  const tried = table.size === undefined ? sizes.table : [table.size];
  return tried
    .map((size) => layTable(table, size))
    .find((layout) => layout.height <= height && (!layout.crowded || table.columns.length < 3));
}

/** Tables that each stand in this height: the first column stands in all, and so does the row of titles. */
export function tableParts(table: SlideTable, height: number): readonly SlideTable[] {
  return columnGroups(table).flatMap((part) => rowParts(part, height));
}

function layTable(table: SlideTable, size: number): TableLayout {
  const { widths, crowded } = columnWidths(table, size);
  const headHeight = rowHeight(
    table.columns.map(({ title }) => plain(title)),
    widths,
    { face: 'strong', size },
  );
  const rowHeights = table.rows.map((row) =>
    row.role === 'group'
      ? rowHeight(row.cells, [widths.reduce((sum, width) => sum + width, 0)], typeOf(row, size))
      : rowHeight(row.cells, widths, typeOf(row, size)),
  );
  const height = rowHeights.reduce((sum, each) => sum + each, headHeight);
  return { size, widths, headHeight, rowHeights, height, crowded };
}

function rowHeight(cells: readonly InlineText[], widths: readonly number[], type: Type): number {
  const heights = cells.map((text, column) => heightOf(text, (widths[column] ?? 0) - paddingOf(column), type));
  return Math.max(leading(type.size), ...heights) + 2 * cell.y;
}

/** The words of the first column begin where the title does. */
function paddingOf(column: number): number {
  return column === 0 ? cell.x : 2 * cell.x;
}

export function typeOf({ role }: TableRow, size: number): Type {
  return { face: role === undefined ? 'text' : 'strong', size };
}

/** What a column needs: room for its longest word, and for its longest cell on one line. */
interface Need {
  readonly least: number;
  readonly most: number;
}

/** A longer word is broken. */
const longestWord = 150;
/** A cell with more is set on several lines. */
const longestCell = 420;

/**
 * Shares that the table gives are kept where the longest words have room in them. Else columns get what they need: first their longest word,
 * then more to those with longer texts; what is left over goes to all alike. A table with little in it is not stretched over the slide.
 */
function columnWidths(
  table: SlideTable,
  size: number,
): { readonly widths: readonly number[]; readonly crowded: boolean } {
  const needs = table.columns.map((_, column) => needOf(table, column, size));
  const least = sum(needs.map((need) => need.least));
  const given = table.columns.map(({ width }) => (width !== undefined && width > 0 ? width * area.width : undefined));
  const kept = given.filter((width) => width !== undefined);
  if (
    kept.length === given.length &&
    sum(kept) <= area.width * 1.001 &&
    kept.every((width, column) => width >= needs[column]!.least - 0.5)
  )
    return { widths: kept, crowded: false };
  if (least >= area.width)
    return { widths: needs.map((need) => (need.least / least) * area.width), crowded: least > area.width };
  const wishes = needs.map((need, column) => Math.max(0, (given[column] ?? need.most) - need.least));
  const wished = sum(wishes);
  const left = area.width - least;
  if (wished > left)
    return { widths: needs.map((need, column) => need.least + (wishes[column]! / wished) * left), crowded: false };
  const full = Math.min(area.width, Math.max((least + wished) * 1.25, area.width * 0.55));
  const more = (full - least - wished) / needs.length;
  return { widths: needs.map((need, column) => need.least + wishes[column]! + more), crowded: false };
}

function needOf(table: SlideTable, column: number, size: number): Need {
  const figures = table.columns[column]!.align === 'end';
  let [least, most] = [0, 0];
  const take = (words: string, type: Type, whole: boolean) => {
    for (const word of words.split(/[ \n]/)) {
      const width = widthOf(word, type);
      least = Math.max(least, whole ? width : Math.min(width, longestWord));
    }
    most = Math.max(most, Math.min(widthOf(words, type), longestCell));
  };
  take(table.columns[column]!.title, { face: 'strong', size }, false);
  for (const row of table.rows) {
    const text = row.cells[column];
    if (row.role === 'group' || text === undefined) continue;
    const words = wordsOf(text);
    take(words, typeOf(row, size), figures && words.length < 24);
  }
  const padding = paddingOf(column) + 1;
  return { least: least + padding, most: Math.max(least, most) + padding };
}

function columnGroups(table: SlideTable): readonly SlideTable[] {
  const size = sizes.table.at(-1)!;
  const needs = table.columns.map((_, column) => needOf(table, column, size).least);
  if (sum(needs) <= area.width || needs.length < 3) return [table];
  const [first = 0, ...others] = needs;
  const groups = pagesOf(
    others.map((need, index) => ({ need, column: index + 1 })),
    area.width - first,
    ({ need }) => need,
  );
  return groups.map((group) => {
    const columns = [0, ...group.map(({ column }) => column)];
    return {
      ...table,
      columns: columns.map((column) => ({ ...table.columns[column]!, width: undefined })),
      rows: table.rows.map((row) =>
        row.role === 'group' ? row : { ...row, cells: columns.map((column) => row.cells[column] ?? []) },
      ),
    };
  });
}

function rowParts(table: SlideTable, height: number): readonly SlideTable[] {
  if (tableWithin(table, height) !== undefined) return [table];
  const [usual, least] = [sizes.table.at(-2)!, sizes.table.at(-1)!];
  const size = layTable(table, usual).crowded ? least : usual;
  const { widths, headHeight } = layTable(table, size);
  const room = height - headHeight;
  const most = Math.max(1, Math.floor((room - 2 * cell.y) / leading(size)));
  const rows = table.rows.flatMap((row) => rowsWithin(row, most, widths, size));
  const pages = pagesOf(
    rows,
    room,
    (row) => rowHeight(row.cells, row.role === 'group' ? [sum(widths)] : widths, typeOf(row, size)),
    ({ role }) => role === 'group',
  );
  const columns = table.columns.map((column, index) => ({ ...column, width: widths[index]! / area.width }));
  return pages.map((page) => ({ ...table, columns, rows: page, size }));
}

/** A row with more lines than a slide holds goes on in a row of its own. */
function rowsWithin(row: TableRow, most: number, widths: readonly number[], size: number): readonly TableRow[] {
  const rows: TableRow[] = [];
  let rest = row.cells;
  for (;;) {
    const cut = rest.map((text, column) => {
      const width = row.role === 'group' ? sum(widths) : (widths[column] ?? 0);
      return cutAfter(most, text, width - paddingOf(column), typeOf(row, size));
    });
    rows.push({ ...row, cells: cut.map(([first]) => first) });
    rest = cut.map(([, left]) => left);
    if (rest.every((text) => text.length === 0)) return rows;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
