import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CellValue, SheetCells, SheetColumn } from '@samband/documents/spreadsheet';
import { dateFormat, textFormat } from '@samband/documents/spreadsheet';
import type { Transaction } from '../database/index.ts';
import type { ListState } from '../http/index.ts';
import type { Language } from '../texts/index.ts';
import { moneyFactor, type Value } from './field.rules.ts';
import type { Kernel } from './kernel.ts';
import { inputOfColumn, type Names } from './names.rules.ts';
import type { Register, RegisterColumn } from './register.rules.ts';
import { namesFor, rowQuestion } from './row.queries.ts';
import { batchesOfRows, type SheetRow } from './row.store.ts';
import { markOf, sheetHeader } from './sheet.rules.ts';

/** The columns of the sheet: every field, and last the mark by which a row is known again when the sheet comes back. */
export function sheetColumns(register: Register, language: Language): readonly SheetColumn[] {
  return [
    ...register.columns.map((column) => ({
      header: sheetHeader(register, column, language),
      ...(formatOf(column) === undefined ? {} : { format: formatOf(column)! }),
    })),
    { header: sheetHeader(register, undefined, language), width: 12, format: textFormat },
  ];
}

function formatOf({ field }: RegisterColumn): string | undefined {
  if (field.kind === 'date') return dateFormat;
  if (field.kind === 'number' && field.year === true) return '0';
  if (field.kind === 'number') return field.decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(field.decimals)}`;
  if (field.kind === 'money') return field.unit === 'kr' ? '#,##0' : '#,##0.0##';
  return textFormat;
}

type InTransaction = <R>(work: (tx: Transaction) => Promise<R>) => Promise<R>;

/**
 * All rows of the list as it is filtered and sorted, as they are read from the database: one transaction that lasts as long as somebody reads, and ends with them.
 */
export async function* sheetRows(
  kernel: Kernel,
  transaction: InTransaction,
  register: Register,
  state: ListState,
  language: Language,
): AsyncGenerator<SheetCells> {
  const batches = new PassThrough({ objectMode: true, highWaterMark: 1 });
  const read = transaction((tx) => pipeline(cellBatches(kernel, tx, register, state, language), batches));
  read.catch((error: unknown) => batches.destroy(error as Error));
  for await (const batch of batches) yield* batch as readonly SheetCells[];
  await read;
}

async function* cellBatches(
  kernel: Kernel,
  tx: Transaction,
  register: Register,
  state: ListState,
  language: Language,
): AsyncGenerator<readonly SheetCells[]> {
  const question = await rowQuestion(kernel, tx, register, state, language);
  for await (const rows of batchesOfRows(tx, register, question)) {
    const names = await namesFor(kernel, tx, register, rows, language);
    yield rows.map((row) => cellsOf(register, names, row));
  }
}

function cellsOf(register: Register, names: Names, row: SheetRow): SheetCells {
  return [...register.columns.map((column) => cellOf(names, column, row[column.key] ?? null)), markOf(row)];
}

function cellOf(names: Names, column: RegisterColumn, value: Value): CellValue {
  const { field } = column;
  if (value === null || value === '') return null;
  if (field.kind === 'date' && typeof value === 'string') return { date: value };
  if (field.kind === 'number' && typeof value === 'number') return value;
  if (field.kind === 'money' && typeof value === 'number') return value / moneyFactor[field.unit];
  return inputOfColumn(names, column, value);
}
