import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReadableStream as WebStream } from 'node:stream/web';
import type { CellValue, SheetCells, SheetColumn } from '@samband/documents/spreadsheet';
import { csvLine, csvStart, dateFormat, textFormat } from '@samband/documents/spreadsheet';
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

/** All rows of the list as it is filtered and sorted, for a workbook. */
export async function* sheetRows(...asked: Parameters<typeof sheetBatches>): AsyncGenerator<SheetCells> {
  for await (const batch of sheetBatches(...asked)) yield* batch;
}

/** The same as a CSV file. */
export function csvFile(...asked: Parameters<typeof sheetBatches>): ReadableStream<Uint8Array> {
  return WebStream.from(csvBytes(...asked)) as ReadableStream<Uint8Array>;
}

async function* csvBytes(...asked: Parameters<typeof sheetBatches>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const [, , register, , language] = asked;
  yield encoder.encode(csvStart + csvLine(sheetColumns(register, language).map(({ header }) => header)));
  // Line by line a hundred thousand promises would cost as much as the lines.
  for await (const batch of sheetBatches(...asked)) yield encoder.encode(batch.map(csvLine).join(''));
}

/** As they are read from the database: one transaction that lasts as long as somebody reads, and ends with them. */
async function* sheetBatches(
  kernel: Kernel,
  transaction: InTransaction,
  register: Register,
  state: ListState,
  language: Language,
): AsyncGenerator<readonly SheetCells[]> {
  const batches = new PassThrough({ objectMode: true, highWaterMark: 1 });
  const read = transaction((tx) => pipeline(cellBatches(kernel, tx, register, state, language), batches));
  read.catch((error: unknown) => batches.destroy(error as Error));
  for await (const batch of batches) yield batch as readonly SheetCells[];
  await read;
}

/** So many names are kept while a file is written: most rows point at the same few people and units. */
const mostNames = 20_000;

async function* cellBatches(
  kernel: Kernel,
  tx: Transaction,
  register: Register,
  state: ListState,
  language: Language,
): AsyncGenerator<readonly SheetCells[]> {
  const question = await rowQuestion(kernel, tx, register, state, language);
  let read: Names['labels'] = new Map();
  for await (const rows of batchesOfRows(tx, register, question)) {
    const names = await namesFor(kernel, tx, register, rows, language, register.columns, read);
    yield rows.map((row) => cellsOf(register, names, row));
    read = new Map([...names.labels].filter(([, labels]) => labels.size <= mostNames));
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
