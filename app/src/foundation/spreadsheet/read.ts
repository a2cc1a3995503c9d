import readXlsx from 'read-excel-file/node';
import { decodeText, parseCsv } from './csv.ts';
import { unpackedSize } from './zip.ts';

export interface SheetLimits {
  readonly bytes: number;
  readonly rows: number;
}

export interface SheetRow {
  /** The row's number as the person sees it in Excel, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

export type SheetProblem = 'tooLarge' | 'tooManyRows' | 'oldExcel' | 'unreadable' | 'empty';

export type SheetResult =
  | { readonly ok: true; readonly rows: readonly SheetRow[] }
  | { readonly ok: false; readonly reason: SheetProblem };

/** An .xlsx file holds this many times its size at most; beyond it someone means harm. */
const largestExpansion = 30;

/**
 * The rows of the first sheet of an Excel file, or of a CSV file, as text. The kind is told by the content, not by the name.
 * Nothing is calculated: a formula is the value that Excel saved beside it, and text that looks like one is text.
 */
export async function readSheet(bytes: Uint8Array, limits: SheetLimits): Promise<SheetResult> {
  if (bytes.length > limits.bytes) return { ok: false, reason: 'tooLarge' };
  if (bytes.length === 0) return { ok: false, reason: 'empty' };
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return { ok: false, reason: 'oldExcel' };
  const rows = bytes[0] === 0x50 && bytes[1] === 0x4b ? await excelRows(bytes, limits) : csvRows(bytes);
  if (rows === undefined) return { ok: false, reason: 'unreadable' };
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (filled.length === 0) return { ok: false, reason: 'empty' };
  // The header is one row more.
  if (filled.length > limits.rows + 1) return { ok: false, reason: 'tooManyRows' };
  return { ok: true, rows: filled };
}

async function excelRows(bytes: Uint8Array, limits: SheetLimits): Promise<SheetRow[] | undefined> {
  const unpacked = unpackedSize(bytes);
  if (unpacked === undefined || unpacked > limits.bytes * largestExpansion) return undefined;
  try {
    const sheets = await readXlsx<string>(Buffer.from(bytes), { parseNumber: (text) => text, trim: false });
    return (sheets[0]?.data ?? []).map((cells, index) => ({ number: index + 1, cells: cells.map(cellText) }));
  } catch {
    return undefined;
  }
}

function csvRows(bytes: Uint8Array): SheetRow[] | undefined {
  const text = decodeText(bytes);
  if (text.includes('\0')) return undefined;
  return parseCsv(text)
    .filter(({ cells }, index) => !(index === 0 && /^sep=.?$/i.test(cells.join('').trim())))
    .map(({ line, cells }) => ({ number: line, cells: cells.map(cellText) }));
}

/** Composed letters (a Mac writes å as two), plain spaces, and without the apostrophe that keeps a program from reading text as a formula. */
function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell !== 'string' && typeof cell !== 'number' && typeof cell !== 'boolean') return '';
  return String(cell)
    .replaceAll('\0', '')
    .normalize('NFC')
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');
}
