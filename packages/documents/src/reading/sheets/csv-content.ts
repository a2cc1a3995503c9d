import { delimitedRecords, separatorOf } from '../../spreadsheet/delimited.ts';
import { withoutFormulaGuard } from '../../spreadsheet/formula.ts';
import { type ReadBudget, ReadStop } from '../limits.ts';
import type { Piece } from '../pieces.ts';
import { tidyText } from '../words.ts';
import { type SheetLine, sheetPieces } from './sheet-pieces.ts';

/** No sheet holds more. */
const mostColumns = 16_384;

/** Whether a text that nobody calls CSV is: two lines at least, of as many semicolons each, and no tabs. */
export function isCsv(text: string): boolean {
  const start = text.slice(0, 10_000);
  if (start.includes('\t')) return false;
  const lines = start.split(/\r?\n/).filter((line) => line.trim() !== '');
  // The last may be cut.
  const whole = text.length > start.length ? lines.slice(0, -1) : lines;
  const counts = whole.map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(';').length);
  return counts.length > 1 && counts[0]! > 1 && counts.every((count) => count === counts[0]);
}

/** A file of fields between separators. */
export function readCsv(text: string, budget: ReadBudget): readonly Piece[] {
  const lines: SheetLine[] = [];
  let count = 0;
  let apart = false;
  for (const { line, cells: given } of delimitedRecords(text, separatorOf(text), false, mostColumns)) {
    if (given.length >= mostColumns) throw new ReadStop('expandsTooMuch');
    // Excel's own way of saying which separator a file has.
    if (count++ === 0 && /^sep=.?$/i.test(given.join('').trim())) continue;
    const cells = given.map((cell) => tidyText(withoutFormulaGuard(cell)));
    if (cells.every((cell) => cell === '')) {
      apart = true;
      continue;
    }
    budget.row(cells);
    lines.push({ number: line, cells, apart });
    apart = false;
  }
  return sheetPieces(lines);
}
