import { namesColumns } from '../compose/header-row.ts';
import type { GridPiece, GridRow, Piece } from '../pieces.ts';
import { lineOf } from '../words.ts';

export interface SheetLine {
  /** The row's number as a person sees it, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
  /** An empty row stands between it and the one before. */
  readonly apart: boolean;
  /** One cell over all columns. */
  readonly spanning?: boolean | undefined;
  /** Columns from–to, inclusive, that one cell stands over. */
  readonly spread?: readonly (readonly [number, number])[] | undefined;
}

/** The tables of a sheet: rows between empty ones, and side by side between empty columns. What stands alone above cells is their heading. */
export function sheetPieces(lines: readonly SheetLine[]): readonly Piece[] {
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const wide = filled.some(({ cells }) => cells.filter((cell) => cell !== '').length > 1);
  if (!wide && filled.length > 1) return [gridOf(filled, firstColumn(filled), Infinity)];
  return blocksOf(filled).flatMap((block) => sideBySide(block).flatMap(([from, to]) => blockPieces(block, from, to)));
}

function blocksOf(lines: readonly SheetLine[]): readonly (readonly SheetLine[])[] {
  const blocks: SheetLine[][] = [];
  for (const line of lines) {
    if (blocks.length === 0 || line.apart) blocks.push([]);
    blocks.at(-1)!.push(line);
  }
  return blocks;
}

/** Columns from–to of each table in a block. Two stand side by side when both sides of an empty column have at least two columns. */
function sideBySide(block: readonly SheetLine[]): readonly (readonly [number, number])[] {
  const filled = new Set<number>();
  for (const { cells } of block) for (const [column, cell] of cells.entries()) if (cell !== '') filled.add(column);
  const columns = [...filled].sort((one, other) => one - other);
  const ranges: [number, number][] = [];
  for (const column of columns) {
    const last = ranges.at(-1);
    if (last !== undefined && column === last[1]) last[1]++;
    else ranges.push([column, column + 1]);
  }
  if (ranges.length > 1 && ranges.every(([from, to]) => to - from > 1)) return ranges;
  return [[columns[0]!, columns.at(-1)! + 1]];
}

function blockPieces(block: readonly SheetLine[], from: number, to: number): readonly Piece[] {
  const lines = block.filter(({ cells }) => cells.slice(from, to).some((cell) => cell !== ''));
  const count = ({ cells }: SheetLine) => cells.slice(from, to).filter((cell) => cell !== '').length;
  const firstWide = lines.findIndex((line) => count(line) > 1);
  const above = lines.slice(0, firstWide === -1 ? lines.length : firstWide);
  const titles: Piece[] = above.map(({ number, cells }, index) => {
    const text = cells.slice(from, to).find((cell) => cell !== '')!;
    const isShort = text.length <= 120;
    // The first of several is what the sheet is called, and the last what stands right above the cells.
    if (isShort && index === above.length - 1)
      return { kind: 'heading', level: index === 0 ? 2 : 3, text: lineOf(text), overCells: true };
    return isShort && index === 0
      ? { kind: 'heading', level: 2, text: lineOf(text) }
      : { kind: 'paragraph', text, place: number };
  });
  return firstWide === -1 ? titles : [...titles, gridOf(lines.slice(firstWide), from, to)];
}

function firstColumn(lines: readonly SheetLine[]): number {
  return Math.min(...lines.map(({ cells }) => cells.findIndex((cell) => cell !== '')));
}

function gridOf(lines: readonly SheetLine[], from: number, to: number): GridPiece {
  const rows = lines.map(
    (line, index): GridRow => ({
      place: line.number,
      cells: (index === 0 ? spreadOut(line) : line.cells).slice(from, to),
      ...(line.spanning === true && { spanning: true }),
    }),
  );
  // "2021" over two columns that have names of their own below.
  const twoRows = (lines[0]?.spread?.length ?? 0) > 0 && rows.length > 2 && namesColumns(rows[1]!.cells);
  return { kind: 'grid', rows, from, ...(twoRows && { headerRows: 2 }) };
}

function spreadOut({ cells, spread = [] }: SheetLine): readonly string[] {
  const out = [...cells];
  for (const [from, to] of spread) {
    while (out.length < to) out.push('');
    for (let column = from; column <= to; column++) out[column] ||= out[from] ?? '';
  }
  return out;
}
