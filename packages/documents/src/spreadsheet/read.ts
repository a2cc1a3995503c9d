import { setImmediate as giveWay } from 'node:timers/promises';
import { decodeText, delimitedRecords, separatorOf } from './delimited.ts';
import { withoutFormulaGuard } from './formula.ts';
import { isDamaged, openWorkbook, type Workbook, type WorkbookSheet } from './workbook-reader.ts';

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

/**
 * How texts come: `tidy`, as people mean them, with composed letters, plain spaces, and none around; or `exact`, as they stand, for files that we wrote ourselves.
 */
export type SheetTexts = 'tidy' | 'exact';

/** An .xlsx file holds this many times its largest size at most; beyond it someone means harm. */
const largestExpansion = 30;
/** And this many characters of text for each byte of it. */
const largestText = 10;

/**
 * The rows of the first sheet that people see in an Excel file, or of a CSV file, as text; rows without text are left out. The kind is told by the content, not by the name.
 * Dates come as `2026-03-02`. Nothing is calculated: a formula is the value that Excel saved beside it, and text that looks like one is text.
 */
export async function readSheet(
  bytes: Uint8Array,
  limits: SheetLimits,
  texts: SheetTexts = 'tidy',
): Promise<SheetResult> {
  const kind = kindOf(bytes, limits);
  if (typeof kind === 'object') return kind;
  if (kind === 'text') return textRows(bytes, limits, texts);
  return withWorkbook(bytes, limits, async (workbook) => {
    const sheet = workbook.sheets.find(({ hidden }) => !hidden) ?? workbook.sheets[0];
    return sheet === undefined ? unreadable : sheetRows(workbook, sheet, limits, texts);
  });
}

/** The same of the sheet of a name, hidden or not; only an Excel file has such. */
export async function readNamedSheet(
  bytes: Uint8Array,
  name: string,
  limits: SheetLimits,
  texts: SheetTexts = 'tidy',
): Promise<SheetResult | { readonly ok: false; readonly reason: 'noSuchSheet' }> {
  const kind = kindOf(bytes, limits);
  if (typeof kind === 'object') return kind;
  if (kind === 'text') return { ok: false, reason: 'noSuchSheet' };
  return withWorkbook(bytes, limits, async (workbook) => {
    const sheet = workbook.sheets.find((each) => each.name === name);
    return sheet === undefined ? { ok: false, reason: 'noSuchSheet' } : sheetRows(workbook, sheet, limits, texts);
  });
}

/** The sheets of an Excel file, in its order; none for any other file. */
export async function readSheetNames(
  bytes: Uint8Array,
  limits: SheetLimits,
): Promise<readonly Pick<WorkbookSheet, 'name' | 'hidden'>[]> {
  if (kindOf(bytes, limits) !== 'workbook') return [];
  const read = await withWorkbook(bytes, limits, async ({ sheets }) => sheets);
  return 'ok' in read ? [] : read.map(({ name, hidden }) => ({ name, hidden }));
}

/** What was pasted from Excel, Word or a page: cells between tabs; without any tab, between semicolons, or one column. */
export function readPasted(text: string, limits: SheetLimits): SheetResult {
  if (text.length > limits.bytes) return { ok: false, reason: 'tooLarge' };
  const gathered = gatherRows(limits, (cell) => tidyText(withoutFormulaGuard(cell)));
  for (const { line, cells } of delimitedRecords(text, text.includes('\t') ? '\t' : ';', true)) {
    if (!gathered.take(line, cells)) break;
  }
  return gathered.result();
}

function kindOf(
  bytes: Uint8Array,
  limits: SheetLimits,
): 'workbook' | 'text' | { readonly ok: false; readonly reason: SheetProblem } {
  if (bytes.length > limits.bytes) return { ok: false, reason: 'tooLarge' };
  if (bytes.length === 0) return { ok: false, reason: 'empty' };
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return { ok: false, reason: 'oldExcel' };
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? 'workbook' : 'text';
}

const unreadable = { ok: false, reason: 'unreadable' } as const;

/** A damaged file is `unreadable`, wherever that shows. */
async function withWorkbook<R>(
  bytes: Uint8Array,
  limits: SheetLimits,
  read: (workbook: Workbook) => Promise<R>,
): Promise<R | typeof unreadable> {
  try {
    const most = { unpacked: limits.bytes * largestExpansion, characters: limits.bytes * largestText };
    return await read(await openWorkbook(bytes, most));
  } catch (error) {
    if (isDamaged(error)) return unreadable;
    throw error;
  }
}

async function sheetRows(
  workbook: Workbook,
  sheet: WorkbookSheet,
  limits: SheetLimits,
  texts: SheetTexts,
): Promise<SheetResult> {
  // The apostrophe is there when a CSV file has been opened in Excel and saved as a workbook.
  const gathered = gatherRows(limits, texts === 'exact' ? exactText : (cell) => withoutFormulaGuard(tidyText(cell)));
  await workbook.readRows(sheet, (number, cells) => gathered.take(number, cells));
  return gathered.result();
}

const recordsBetweenTurns = 5000;

async function textRows(bytes: Uint8Array, limits: SheetLimits, texts: SheetTexts): Promise<SheetResult> {
  const text = decodeText(bytes);
  if (text.includes('\0')) return { ok: false, reason: 'unreadable' };
  const tidy = texts === 'exact' ? exactText : tidyText;
  const gathered = gatherRows(limits, (cell) => tidy(withoutFormulaGuard(cell)));
  let count = 0;
  for (const { line, cells } of delimitedRecords(text, separatorOf(text))) {
    // Excel's own way of saying which separator a file has.
    if (count++ === 0 && /^sep=.?$/i.test(cells.join('').trim())) continue;
    if (!gathered.take(line, cells)) break;
    if (count % recordsBetweenTurns === 0) await giveWay();
  }
  return gathered.result();
}

interface GatheredRows {
  /** False when no more rows are wanted. */
  take(number: number, cells: readonly string[]): boolean;
  result(): SheetResult;
}

function gatherRows(limits: SheetLimits, cellText: (cell: string) => string): GatheredRows {
  const rows: SheetRow[] = [];
  let reason: SheetProblem = 'empty';
  let cellCount = 0;
  return {
    take(number, given) {
      const cells = given.map(cellText);
      if (cells.every((cell) => cell === '')) return true;
      cellCount += cells.length;
      // The header is one row more. A file of few bytes can claim any number of cells; an honest one has fewer than bytes.
      if (rows.length > limits.rows) reason = 'tooManyRows';
      else if (cellCount > limits.bytes) reason = 'tooLarge';
      else {
        rows.push({ number, cells });
        return true;
      }
      rows.length = 0;
      return false;
    },
    result: () => (rows.length > 0 ? { ok: true, rows } : { ok: false, reason }),
  };
}

/** Composed letters (a Mac writes å as two), plain spaces, and none around. */
function tidyText(cell: string): string {
  return exactText(cell)
    .normalize('NFC')
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim();
}

/** Line breaks are one sign, and PostgreSQL has no place for the character NUL. */
function exactText(cell: string): string {
  return cell.replace(/\r\n?|\0/g, (sign) => (sign === '\0' ? '' : '\n'));
}
