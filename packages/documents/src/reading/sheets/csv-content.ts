import { decodeText, delimitedRecords, separatorOf } from '../../spreadsheet/delimited.ts';
import { withoutFormulaGuard } from '../../spreadsheet/formula.ts';
import { type ReadBudget, ReadStop } from '../limits.ts';
import type { Piece } from '../pieces.ts';
import { tidyText } from '../words.ts';
import { type SheetLine, sheetPieces } from './sheet-pieces.ts';

/** No sheet holds more. */
const mostColumns = 16_384;

/** A file of fields between separators. */
export function readCsv(bytes: Uint8Array, budget: ReadBudget): readonly Piece[] {
  const text = decodeText(bytes);
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
