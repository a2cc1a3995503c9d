import { wrapLines } from './wrapping.ts';

export interface NumberedRow {
  readonly number: number;
  readonly text: string;
}

export interface PlacedRow {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
}

export const rowText = { size: 12.5, leading: 16, numberRoom: 36 } as const;

/** Rows in as many columns as have room, filled downwards, with wrapped words after each number. */
export function numberedListLayout(
  rows: readonly string[],
  width: number,
  top: number,
): { readonly placed: readonly PlacedRow[]; readonly bottom: number } {
  const columns = Math.max(1, Math.min(4, Math.floor(width / 260), rows.length));
  const column = width / columns;
  const words = rows.map((row) => wrapLines(row, rowText.size, column - rowText.numberRoom - 12));
  const heights = words.map((lines) => Math.max(1, lines.length) * rowText.leading + 8);
  const perColumn = heights.reduce((sum, height) => sum + height, 0) / columns;
  let [at, y, filled, bottom] = [0, top, 0, top];
  const placed = words.map((lines, index) => {
    const height = heights[index] ?? 0;
    if (at < columns - 1 && filled > 0 && filled + height / 2 > perColumn) [at, y, filled] = [at + 1, top, 0];
    const row = { lines, x: at * column, y };
    y += height;
    filled += height;
    bottom = Math.max(bottom, y);
    return row;
  });
  return { placed, bottom };
}
