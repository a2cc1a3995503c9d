import type { GridRow } from '../pieces.ts';
import { joinedLines, type TextLine } from './pdf-lines.ts';

/** A table without lines: rows of words that begin, or end, at the same places. */
export interface ColumnTable {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly GridRow[];
}

/** Finds runs of lines that hold cells in columns. `page` is where they stand. */
export function columnTables(lines: readonly TextLine[], page: number): readonly ColumnTable[] {
  const tables: ColumnTable[] = [];
  for (let at = 0; at < lines.length; ) {
    const end = endOfRun(lines, at);
    const rows = end - at >= 2 ? rowsOf(lines.slice(at, end), page) : [];
    if (rows.length >= 2 && rows.some(({ cells }) => cells.length > 1)) tables.push({ from: at, to: end, rows });
    at = Math.max(end, at + 1);
  }
  return tables;
}

/** Farther apart than this many times their height, two lines are not of one table. */
const farthest = 3.2;

/**
 * A run begins and ends with a line of two cells or more. Between them stand lines of one cell that is narrow and begins where some cell does; at most a few
 * together.
 */
function endOfRun(lines: readonly TextLine[], from: number): number {
  if (lines[from]!.segments.length < 2) return from;
  let reach = from + 1;
  while (
    reach < lines.length &&
    lines[reach - 1]!.y - lines[reach]!.y <= farthest * Math.max(lines[reach]!.height, lines[reach - 1]!.height)
  )
    reach++;
  const cells = lines
    .slice(from, reach)
    .filter(({ segments }) => segments.length > 1)
    .flatMap(({ segments }) => segments);
  const width = Math.max(...cells.map(({ right }) => right)) - Math.min(...cells.map(({ left }) => left));
  const belongs = ({ segments }: TextLine) => {
    const [only] = segments;
    const narrow = only!.right - only!.left < 0.6 * width;
    return segments.length > 1 || (narrow && cells.some(({ left }) => Math.abs(left - only!.left) < 4));
  };
  let end = from;
  let wide = 0;
  let alone = 0;
  for (let at = from; at < reach && belongs(lines[at]!); at++) {
    if (lines[at]!.segments.length > 1) {
      wide++;
      alone = 0;
    } else if (++alone > mostAlone) break;
    end = at + 1;
  }
  // A line alone at the end belongs to the row above it only while it stands as close as lines of one cell do.
  while (
    end > from + 1 &&
    lines[end - 1]!.segments.length < 2 &&
    lines[end - 2]!.y - lines[end - 1]!.y > 1.5 * lines[end - 1]!.height
  )
    end--;
  return wide >= 2 ? end : from;
}

const mostAlone = 6;

/** Places where columns begin: those of the line with most cells, widened by what overlaps them. */
function columnsOf(lines: readonly TextLine[]): readonly { left: number; right: number }[] {
  const spans: { left: number; right: number }[] = [];
  const most = Math.max(...lines.map(({ segments }) => segments.length));
  for (const { segments } of lines.filter((line) => line.segments.length === most)) {
    for (const { left, right } of segments) {
      const over = spans.filter((span) => left < span.right && right > span.left);
      if (over.length === 0) spans.push({ left, right });
      else if (over.length === 1) {
        over[0]!.left = Math.min(over[0]!.left, left);
        over[0]!.right = Math.max(over[0]!.right, right);
      }
    }
  }
  return spans.sort((one, other) => one.left - other.left);
}

function rowsOf(lines: readonly TextLine[], page: number): readonly GridRow[] {
  const columns = columnsOf(lines);
  if (columns.length < 2 || columns.length > 60) return [];
  const rows: { readonly cells: string[][]; readonly y: number }[] = [];
  const pitch = pitchOf(lines);
  let last: TextLine | undefined;
  for (const line of lines) {
    const cells = columns.map((): string[] => []);
    for (const { text, left, right } of line.segments) cells[columnOf(columns, left, right)]!.push(text);
    const goesOn =
      last !== undefined && rows.length > 0 && isWrapped(cells, rows.at(-1)!.cells, last.y - line.y, pitch);
    if (goesOn) for (const [column, words] of cells.entries()) rows.at(-1)!.cells[column]!.push(...words);
    else rows.push({ cells, y: line.y });
    last = line;
  }
  return rows.map(({ cells }, index) => ({ place: index + 1, page, cells: cells.map((words) => joinedLines(words)) }));
}

function columnOf(
  columns: readonly { readonly left: number; readonly right: number }[],
  left: number,
  right: number,
): number {
  let best = 0;
  let most = -Infinity;
  columns.forEach((column, index) => {
    const overlap = Math.min(right, column.right) - Math.max(left, column.left);
    if (overlap > most + 0.5) {
      most = overlap;
      best = index;
    }
  });
  return best;
}

/** Distances between lines: within a cell the smallest, between rows often larger. */
function pitchOf(lines: readonly TextLine[]): { readonly within: number; readonly between: number } {
  const gaps = lines.slice(1).map((line, index) => lines[index]!.y - line.y);
  const sorted = [...gaps].sort((one, other) => one - other);
  return { within: sorted[0] ?? 0, between: sorted.at(-1) ?? 0 };
}

/** A line goes on with the row above when it leaves the first column empty, or stands closer than rows do. */
function isWrapped(
  cells: readonly (readonly string[])[],
  above: readonly (readonly string[])[],
  gap: number,
  { within, between }: { readonly within: number; readonly between: number },
): boolean {
  if (cells.every((words, column) => words.length === 0 || above[column]!.length === 0) && cells[0]!.length > 0)
    return false;
  if (between > 1.25 * within) return gap < (within + between) / 2;
  return cells[0]!.length === 0;
}
