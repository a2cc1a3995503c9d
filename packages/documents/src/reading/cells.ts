import { namesColumns } from './compose/header-row.ts';
import type { ReadBudget } from './limits.ts';
import type { GridPiece, GridRow, Piece } from './pieces.ts';
import type { Remarks } from './remarks.ts';
import { lineOf, tidyText } from './words.ts';

/** A cell as files write it: once, with how far it goes. */
export interface ContentCell {
  readonly pieces: readonly Piece[];
  /** Columns that it goes over. */
  readonly columns: number;
  /** Rows that it goes over, where the file says so at the first. */
  readonly rows?: number | undefined;
  /** It goes on from the row above, where the file says so at each. */
  readonly goesOn?: boolean | undefined;
}

export interface ContentRow {
  readonly cells: readonly ContentCell[];
  readonly header: boolean;
  /** Columns left out before the first cell. */
  readonly before?: number | undefined;
  readonly page?: number | undefined;
}

type SpanCell = Omit<ContentCell, 'pieces'> & { readonly text: string };
type SpanRow = Omit<ContentRow, 'cells'> & { readonly cells: readonly SpanCell[] };

/** A table; or what stands in it, where it only frames: one column, or one row with tables of its own. */
export function tablePieces(
  given: readonly ContentRow[],
  budget: ReadBudget,
  remarks: Remarks,
  caption?: string,
): readonly Piece[] {
  const rows = given.filter(({ cells }) => cells.length > 0);
  const frames =
    rows.every(({ cells }) => cells.length === 1) ||
    (rows.length === 1 && rows[0]!.cells.some(({ pieces }) => pieces.some(({ kind }) => kind === 'grid')));
  if (frames) return rows.flatMap(({ cells }) => cells.flatMap(({ pieces }) => pieces));
  const flat = rows.map((row) => ({
    ...row,
    cells: row.cells.map(({ pieces, ...cell }) => ({ ...cell, text: flattened(pieces, remarks) })),
  }));
  return [{ ...gridOfSpans(flat, budget), ...(caption !== undefined && { caption }) }];
}

/** What stands in a cell, as lines. A table within becomes lines with a bar between its cells. */
function flattened(pieces: readonly Piece[], remarks: Remarks): string {
  return pieces
    .flatMap((piece) => {
      if (piece.kind === 'list') return piece.items;
      if (piece.kind !== 'grid') return [piece.text.replaceAll('\t', ' ')];
      remarks.add('nestedTable');
      return piece.rows.map(({ cells }) =>
        cells
          .map(lineOf)
          .filter((cell) => cell !== '')
          .join(' | '),
      );
    })
    .map(tidyText)
    .filter((line) => line !== '')
    .join('\n');
}

/** No table that people read is wider. */
const widest = 1000;

/**
 * Lays cells out in columns. What stands beside several rows is said of each; what stands over several columns is said in the first, and in a header over
 * each of them.
 */
function gridOfSpans(rows: readonly SpanRow[], budget: ReadBudget): GridPiece {
  const headerRows = headerRowsOf(rows);
  const grid: GridRow[] = [];
  let down: Hanging[] = [];
  rows.forEach((row, index) => {
    const laid = layRow(row, down, grid.at(-1)?.cells ?? [], index < (headerRows ?? 0));
    down = laid.down;
    budget.row(laid.cells);
    grid.push({
      place: index + 1,
      ...(row.page !== undefined && { page: row.page }),
      cells: laid.cells,
      ...(isSpanning(row) && { spanning: true }),
    });
  });
  return { kind: 'grid', rows: grid, ...(headerRows !== undefined && { headerRows }) };
}

/** A cell that hangs down into rows to come. */
interface Hanging {
  readonly column: number;
  readonly columns: number;
  readonly left: number;
  readonly text: string;
}

function layRow(
  row: SpanRow,
  hanging: readonly Hanging[],
  above: readonly string[],
  repeats: boolean,
): { readonly cells: readonly string[]; readonly down: Hanging[] } {
  const cells: string[] = [];
  const down: Hanging[] = [];
  const put = (column: number, columns: number, text: string) => {
    while (cells.length < column) cells.push('');
    for (let at = 0; at < columns && cells.length < widest; at++) cells.push(at === 0 || repeats ? text : '');
  };
  const waiting = [...hanging];
  const takeHanging = () => {
    while (waiting[0] !== undefined && waiting[0].column <= cells.length) {
      const one = waiting.shift()!;
      put(one.column, one.columns, one.text);
      if (one.left > 1) down.push({ ...one, left: one.left - 1 });
    }
  };
  put(0, Math.min(row.before ?? 0, widest), '');
  for (const cell of row.cells) {
    takeHanging();
    const column = cells.length;
    const columns = Math.min(Math.max(1, cell.columns), widest);
    const text = cell.goesOn === true ? (above[column] ?? '') : cell.text;
    put(column, columns, text);
    if (cell.rows !== undefined && cell.rows > 1) down.push({ column, columns, left: cell.rows - 1, text });
  }
  for (const one of waiting) {
    put(one.column, one.columns, one.text);
    if (one.left > 1) down.push({ ...one, left: one.left - 1 });
  }
  return { cells, down: down.sort((one, other) => one.column - other.column) };
}

function isSpanning({ cells }: SpanRow): boolean {
  return cells.length === 1 && cells[0]!.columns > 1;
}

/** Rows that the file calls a header; or two, where cells of the first go over columns that the second names. */
function headerRowsOf(rows: readonly SpanRow[]): number | undefined {
  // A cell over all columns, under the header, heads a group.
  const body = rows.findIndex((row, index) => !row.header || (index > 0 && isSpanning(row)));
  const marked = body === -1 ? Math.min(1, rows.length) : body;
  if (marked > 0) return marked;
  const first = rows[0];
  const second = rows[1];
  const over = first !== undefined && first.cells.length > 1 && first.cells.some(({ columns }) => columns > 1);
  return over && rows.length > 2 && namesColumns(second!.cells.map(({ text }) => text)) ? 2 : undefined;
}
