import type { FoundRow, FoundTable } from '../content.ts';
import type { GridPiece, GridRow } from '../pieces.ts';
import type { Remarks } from '../remarks.ts';
import { lineOf, tidyText } from '../words.ts';
import { beginsTable, headerKey, namesColumns } from './header-row.ts';
import { withSumsMarked } from './sum-rows.ts';

/** A table that may go on after the next page turn. */
export interface OpenTable {
  readonly headings: readonly string[];
  readonly caption: string | undefined;
  readonly people: boolean;
  readonly from: number;
  readonly width: number;
  /** Empty where its file names no columns. */
  header: readonly string[];
  readonly headerPage: number | undefined;
  /** Its file says which of its rows are its header. */
  readonly marked: boolean;
  readonly rows: GridRow[];
  /** Rows from here on stand under the heading that stood over their cells. */
  readonly groups: { readonly at: number; readonly text: string }[];
}

export function openTable(grid: GridPiece, headings: readonly string[], caption: string | undefined): OpenTable {
  const headerRows = grid.headerRows ?? (namesColumns(padded(grid.rows[0]!.cells, widthOf(grid.rows))) ? 1 : 0);
  return {
    headings,
    caption: grid.caption ?? caption,
    people: grid.people === true,
    from: grid.from ?? 0,
    width: widthOf(grid.rows),
    header: headerOf(grid.rows.slice(0, headerRows)),
    headerPage: grid.rows[0]!.page,
    marked: grid.headerRows !== undefined,
    rows: grid.rows.slice(headerRows),
    groups: [],
  };
}

/**
 * Takes what follows right after a table into it, where it goes on: its header is repeated, or it has as many columns and no header of its own.
 * `under` is what stood alone over its cells. False when it is a table of its own.
 */
export function goesOn(table: OpenTable, grid: GridPiece, under: string | undefined): boolean {
  const first = grid.rows[0]!;
  if (table.header.length === 0 || table.people || grid.people === true || (grid.from ?? 0) !== table.from)
    return false;
  const width = widthOf(grid.rows);
  if (headerKey(headerOf(grid.rows.slice(0, grid.headerRows ?? 1))) === headerKey(table.header)) {
    if (under !== undefined) return false;
    append(table, grid.rows.slice(grid.headerRows ?? 1));
    return true;
  }
  if ((grid.headerRows ?? 0) > 0 || width > table.width || width < table.width - 1 || grid.caption !== undefined)
    return false;
  const below = grid.rows.slice(1).map(({ cells }) => cells);
  if (beginsTable(first.cells, below) || first.strong === true) return false;
  if (under !== undefined) table.groups.push({ at: table.rows.length, text: under });
  append(table, grid.rows);
  return true;
}

/** A row that the page turned within goes on in the first row of the next page. */
function append(table: OpenTable, rows: readonly GridRow[]): void {
  const [first, ...others] = rows;
  const last = table.rows.at(-1);
  if (first === undefined) return;
  if (last === undefined && isRestOfHeader(first, table)) {
    table.header = table.header.map((word, column) => lineOf(`${word} ${first.cells[column] ?? ''}`));
    table.rows.push(...others);
    return;
  }
  if (last !== undefined && first.page !== undefined && first.page !== last.page && isRestOf(first, last, table.rows))
    table.rows.splice(-1, 1, {
      ...last,
      cells: Array.from({ length: Math.max(last.cells.length, first.cells.length) }, (_, column) =>
        [last.cells[column] ?? '', first.cells[column] ?? ''].filter((cell) => cell !== '').join(' '),
      ),
    });
  else table.rows.push(besideAbove(first, table.rows));
  for (const row of others) table.rows.push(besideAbove(row, table.rows));
}

/** What stands once beside several rows goes on beside those after a page turn, until something else stands there. */
function besideAbove(row: GridRow, above: readonly GridRow[]): GridRow {
  const [before, last] = above.slice(-2);
  const beside = last?.cells[0] ?? '';
  const turned = row.page !== undefined && above.some(({ page }) => page !== row.page);
  if (!turned || (row.cells[0] ?? '') !== '' || beside === '' || beside !== before?.cells[0]) return row;
  return row.cells.length < 2 ? row : { ...row, cells: [beside, ...row.cells.slice(1)] };
}

/** The page turned within the header itself. */
function isRestOfHeader({ page, cells }: GridRow, { header, headerPage, marked }: OpenTable): boolean {
  if (marked || page === undefined || page === headerPage || cells[0] !== '') return false;
  return cells.every((cell, column) => cell === '' || (header[column] ?? '') !== '');
}

/**
 * The first cell goes on with a small letter what the row above has not ended; or most others do – all it takes is one where the first is empty – and none begins
 * where the row above has nothing; or the first is empty in a table where it never is. What has its first cell over again is a row of its own.
 */
function isRestOf(row: GridRow, above: GridRow, all: readonly GridRow[]): boolean {
  const goes = (cell: string, column: number) =>
    /^\p{Ll}/u.test(cell) && (above.cells[column] ?? '') !== '' && !/[.!?:]$/.test(above.cells[column]!);
  const begins = row.cells.some((cell, column) => cell !== '' && (above.cells[column] ?? '') === '');
  const beside = above.cells[0] !== '' && above.cells[0] === all.at(-2)?.cells[0];
  const named = all.length >= 3 && !beside && all.every(({ cells }) => (cells[0] ?? '') !== '');
  const first = row.cells[0] ?? '';
  if (first !== '' && first === above.cells[0]) return false;
  const going = row.cells.filter(goes).length;
  const enough = first === '' ? 0 : row.cells.filter((cell) => cell !== '').length / 2;
  return goes(first, 0) || (!begins && (going > enough || (named && first === '')));
}

/** The table as it is found; undefined when it is none. `notes` gets what stood below it in a row of its own, or what it was. */
export function closeTable(
  table: OpenTable,
  number: number,
  remarks: Remarks,
  notes: string[],
): FoundTable | undefined {
  const key = headerKey(table.header);
  const body = table.rows.filter(
    ({ cells }) => cells.some((cell) => cell !== '') && (table.header.length === 0 || headerKey(cells) !== key),
  );
  while (body.length > 0 && isNote(body.at(-1)!)) notes.unshift(lineOf(body.pop()!.cells.join(' ')));
  if (body.length === 0 && !(table.marked && table.header.length > 1)) {
    // A row alone is no table.
    notes.unshift(table.header.filter((cell) => cell !== '').join(' '));
    return undefined;
  }
  const shown = columnsShown(table, body);
  if (table.header.length === 0) remarks.add('tableWithoutHeader', 1, `Tabell ${number}`);
  return {
    kind: 'table',
    number,
    origin: table.people ? 'people' : 'table',
    headings: table.headings,
    ...(table.caption !== undefined && { caption: table.caption }),
    columns: shown.map((column, index) => table.header[column] || `Kolumn ${index + 1}`),
    rows: withSumsMarked(rowsOf(table, body, shown)),
  };
}

function rowsOf(table: OpenTable, body: readonly GridRow[], shown: readonly number[]): readonly FoundRow[] {
  const heads = groupHeads(body, table.width);
  const rows: FoundRow[] = [];
  let group: string | undefined;
  for (const row of body) {
    const under = table.groups.findLast(({ at }) => table.rows[at] === row);
    if (under !== undefined) group = under.text;
    if (heads.has(row)) {
      group = lineOf(row.cells.find((cell) => cell !== '')!);
      continue;
    }
    rows.push({
      place: row.place,
      ...(row.page !== undefined && { page: row.page }),
      cells: shown.map((column) => tidyText(row.cells[column] ?? '')),
      ...(group !== undefined && { group }),
    });
  }
  return rows;
}

/**
 * Rows that name a group: one cell over all columns, or the first cell alone where the rows begin so. A first cell alone further down is a row that
 * somebody has not filled in yet.
 */
function groupHeads(body: readonly GridRow[], width: number): ReadonlySet<GridRow> {
  const alone = (row: GridRow) => row.cells.filter((cell) => cell !== '').length === 1;
  const heads = new Set<GridRow>();
  if (width < 2) return heads;
  const leads = (at: number) =>
    alone(body[at]!) && body[at]!.cells[0] !== '' && at + 1 < body.length && !alone(body[at + 1]!);
  const begins = width > 2 && body.length > 1 && leads(0);
  body.forEach((row, at) => {
    const marked = row.spanning === true || row.strong === true;
    if (alone(row) && at + 1 < body.length && (row.spanning === true || ((marked || begins) && leads(at))))
      heads.add(row);
  });
  return heads;
}

/** "Källa: …" below a table, where sheets put it. */
function isNote(row: GridRow): boolean {
  const filled = row.cells.filter((cell) => cell !== '');
  return filled.length === 1 && /^(?:källa|källor|not|anm|anmärkning|source|note)\b[^\n]{0,20}:/i.test(filled[0]!);
}

/** A column without a name and without anything in it is space between others. */
function columnsShown(table: OpenTable, body: readonly GridRow[]): readonly number[] {
  const width = Math.max(table.width, ...body.map(({ cells }) => cells.length));
  const filled = new Set<number>();
  for (const { cells } of body) for (const [column, cell] of cells.entries()) if (cell !== '') filled.add(column);
  return Array.from({ length: width }, (_, column) => column).filter(
    (column) => (table.header[column] ?? '') !== '' || filled.has(column),
  );
}

/** Several rows of header become one: "2021" over "Män" and "Kvinnor" gives "2021 Män" and "2021 Kvinnor". */
function headerOf(rows: readonly GridRow[]): readonly string[] {
  return Array.from({ length: widthOf(rows) }, (_, column) => {
    const words = rows.map(({ cells }) => lineOf(cells[column] ?? '')).filter((word) => word !== '');
    return [...new Set(words)].join(' ');
  });
}

function widthOf(rows: readonly GridRow[]): number {
  return rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
}

function padded(cells: readonly string[], width: number): readonly string[] {
  return cells.length >= width ? cells : [...cells, ...Array.from({ length: width - cells.length }, () => '')];
}
