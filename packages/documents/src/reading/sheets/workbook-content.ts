import { readWorkbook, type Workbook, type WorkbookSheet } from '../../spreadsheet/workbook-reader.ts';
import type { Parts } from '../../xml/index.ts';
import type { ReadBudget } from '../limits.ts';
import type { Piece } from '../pieces.ts';
import type { Remarks } from '../remarks.ts';
import { tidyText } from '../words.ts';
import { type SheetLine, sheetPieces } from './sheet-pieces.ts';

/** Shared texts are kept together; what cells say of them is counted again. */
const mostSharedText = 30_000_000;
/** Fewer empty rows than this between filled ones are worth no word. */
const fewEmptyRows = 1000;

/** Every sheet that people see, under its name. */
export async function readWorkbookPieces(
  parts: Parts,
  budget: ReadBudget,
  remarks: Remarks,
): Promise<readonly Piece[]> {
  const workbook = await readWorkbook(parts, { unpacked: Number.MAX_SAFE_INTEGER, characters: mostSharedText });
  if (workbook.macros) remarks.add('macros');
  const pieces: Piece[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.hidden) {
      remarks.add('hiddenSheet', 1, sheet.name);
      continue;
    }
    const found = sheetPieces(await linesOf(workbook, sheet, budget, remarks));
    if (found.length > 0) pieces.push({ kind: 'heading', level: 1, text: sheet.name }, ...found);
  }
  return pieces;
}

async function linesOf(
  workbook: Workbook,
  sheet: WorkbookSheet,
  budget: ReadBudget,
  remarks: Remarks,
): Promise<readonly SheetLine[]> {
  const lines: SheetLine[] = [];
  const merged: MergedCells[] = [];
  let last = 0;
  let emptyRows = 0;
  let passedBy = 0;
  const watch = {
    forPeople: true,
    uncalculated: () => remarks.add('formulasWithoutValue', 1, sheet.name),
    formula: (fault: boolean) => remarks.add(fault ? 'formulaErrors' : 'formulas', 1, fault ? sheet.name : undefined),
    merged(range: string) {
      const cells = mergedCells(range);
      if (cells !== undefined && merged.length < mostMerged) merged.push(cells);
    },
  };
  await workbook.readRows(
    sheet,
    (number, given) => {
      const cells = given.map(tidyText);
      if (cells.every((cell) => cell === '')) {
        emptyRows++;
        return true;
      }
      passedBy += Math.max(0, number - last - 1);
      emptyRows = 0;
      budget.row(cells);
      lines.push({ number, cells, apart: number > last + 1 });
      last = number;
      return true;
    },
    watch,
  );
  passedBy += emptyRows;
  if (passedBy >= fewEmptyRows) remarks.add('emptyRowsPassedBy', passedBy, sheet.name);
  return withMerged(lines, merged, budget);
}

const mostMerged = 20_000;
const mostColumnsMerged = 200;

/** Rows from–to by number, columns from–to by place; both inclusive. */
interface MergedCells {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
}

function mergedCells(range: string): MergedCells | undefined {
  const [, left, top, right, bottom] = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/i.exec(range) ?? [];
  if (left === undefined) return undefined;
  return { rows: [Number(top), Number(bottom)], columns: [columnOf(left), columnOf(right!)] };
}

function columnOf(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** What is written once beside several rows belongs to each of them; what is written once over a row is the heading of what follows. */
function withMerged(
  lines: readonly SheetLine[],
  merged: readonly MergedCells[],
  budget: ReadBudget,
): readonly SheetLine[] {
  if (merged.length === 0) return lines;
  const byNumber = new Map(
    lines.map((line) => [line.number, { ...line, cells: [...line.cells], spread: [] as [number, number][] }]),
  );
  for (const { rows, columns } of merged) {
    const first = byNumber.get(rows[0]);
    const text = first?.cells[columns[0]] ?? '';
    if (first === undefined || text === '') continue;
    if (columns[1] > columns[0]) {
      const alone = first.cells.filter((cell) => cell !== '').length === 1;
      if (alone) byNumber.set(rows[0], { ...first, spanning: true });
      else if (columns[1] < first.cells.length + mostColumnsMerged) first.spread.push([columns[0], columns[1]]);
    }
    const last = Math.min(rows[1], rows[0] + byNumber.size);
    for (let number = rows[0] + 1; number <= last; number++) {
      const cells = byNumber.get(number)?.cells;
      if (cells === undefined) continue;
      while (cells.length < columns[0]) cells.push('');
      cells[columns[0]] ||= text;
      budget.text(text.length);
    }
  }
  return [...byNumber.values()];
}
