import { capped, withRoomForWords } from '../model/column-room.ts';
import { type Table, wordsOf } from '../model/index.ts';
import { houseFonts } from './fonts.ts';
import { settable } from './letters.ts';

/** What a column needs, in points. */
interface Need {
  /** Its longest piece that should not be broken. */
  readonly least: number;
  /** Its longest cell on one line. */
  readonly most: number;
  /** Its longest word. */
  readonly word: number;
}

const longestWord = 90;

/** Of each column, in points. */
export interface ColumnWidths {
  /** Together the full width. */
  readonly widths: readonly number[];
  /** Width of its longest word. */
  readonly longest: readonly number[];
}

interface TableType {
  readonly size: number;
  /** Of its headers. */
  readonly headerSize: number;
  /** Left and right of a cell's words, together. */
  readonly padding: number;
}

/**
 * How a table's width is shared by its columns. Shares that the document gives are kept where words and figures have room in them; the
 * others get what they need as a browser shares out a table (CSS 2.1, 17.5.2.2): first their longest word, then more to those with longer texts. Figures are never broken.
 */
export function columnWidths(table: Table, full: number, type: TableType): ColumnWidths {
  const needs = table.columns.map((_, column) => needOf(table, column, type));
  const widths = withRoomForWords(
    shareOf(table, needs, full),
    needs.map(({ least }) => least),
  );
  return { widths, longest: needs.map(({ word }) => word) };
}

function shareOf(table: Table, needs: readonly Need[], full: number): number[] {
  const given = table.columns.map(({ width }) => (width === undefined || !(width >= 0.02) ? undefined : width * full));
  const sum = given.reduce<number>((total, each) => total + (each ?? 0), 0);
  const open = needs.filter((_, index) => given[index] === undefined);
  if (open.length === 0 || sum > full * 0.95) {
    const scale = full / (sum + open.length * 0.1 * full);
    return given.map((each) => (each ?? 0.1 * full) * scale);
  }
  const shared = shareOut(open, full - sum);
  return given.map((each) => each ?? shared.shift()!);
}

/** Where a line may be broken; a day (2026-03-02) is one piece. */
const pieceEnd = /[ \u00ad\u200b]+|(?<!\d)-+|-+(?!\d)/;

function needOf(table: Table, column: number, { size, headerSize, padding }: TableType): Need {
  const { widthOf } = houseFonts();
  const figures = table.columns[column]!.align === 'end';
  let [least, most, word] = [0, 0, 0];
  const take = (words: string, em = size) => {
    let own = 0;
    for (const piece of words.split(pieceEnd)) own = Math.max(own, widthOf(piece) * em);
    word = Math.max(word, own);
    return own;
  };
  for (const { cells, role } of table.rows) {
    const cell = cells[column];
    if (role === 'group' || cell === undefined) continue;
    const words = settable(wordsOf(cell));
    const own = take(words);
    least = Math.max(least, figures ? own : Math.min(own, longestWord));
    most = Math.max(most, widthOf(words) * size);
  }
  const title = settable(table.columns[column]!.title);
  least = Math.max(least, Math.min(take(title, headerSize), longestWord));
  // A title over figures may well stand on two lines.
  most = Math.max(most, widthOf(title) * headerSize * (figures ? 0.6 : 1), least);
  return { least: least + padding, most: most + padding, word };
}

function shareOut(needs: readonly Need[], width: number): number[] {
  const least = needs.reduce((sum, need) => sum + need.least, 0);
  if (least >= width)
    return capped(
      needs.map((need) => need.least),
      width,
    );
  // A very long text asks for no more than a few lines of the width would give it.
  const wishes = needs.map((need) => Math.min(need.most, Math.max(need.least, width * 0.6)) - need.least);
  const wished = wishes.reduce((sum, wish) => sum + wish, 0);
  const left = width - least;
  if (wished >= left) return needs.map((need, index) => need.least + (wishes[index]! / wished) * left);
  const most = least + wished;
  return needs.map(
    (need, index) => need.least + wishes[index]! + ((need.least + wishes[index]!) / most) * (width - most),
  );
}
