import { streamZip } from '../zip/index.ts';
import { type CellValue, type SheetCellRows, type SheetCells, serialOf, textAsRead } from './cell.ts';
import { packageParts } from './workbook-package.ts';
import { createStyles, type Styles } from './workbook-styles.ts';
import { xmlText } from './xml-text.ts';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One table of a workbook, with what must be said about its figures. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: SheetCellRows;
  /** Source lines and explanations, written under the table. */
  readonly notes: readonly string[];
  /** For what only programs read: people do not see the sheet unless they look for it. */
  readonly hidden?: boolean;
}

export interface SheetColumn {
  readonly header: string;
  /** In characters; measured on the first rows when it is left out. */
  readonly width?: number;
  /** Excel's own notation, `#,##0.0`; the program that opens it shows it by its language. With `textFormat` what people write in the column stays as they wrote it. */
  readonly format?: string;
}

/** Excel ends here. */
const mostRows = 1_048_576;

export class TooManyRowsError extends Error {
  override readonly name = 'TooManyRowsError';
}

/**
 * A workbook (ECMA-376, transitional) as it is made: rows are taken as they come and none is kept, so that its size does not matter, and other requests get
 * their turn. Headers stand in bold and stay in place. Text is written as text, so that `=cmd|…` is read as it stands and never as a formula.
 */
export function streamWorkbook(sheets: readonly Sheet[]): ReadableStream<Uint8Array> {
  const styles = createStyles(sheets.flatMap(({ columns }) => columns.flatMap(({ format }) => format ?? [])));
  const names = sheetNames(sheets.map(({ name }) => name));
  return streamZip([
    ...packageParts(
      sheets.map(({ hidden }, index) => ({ name: names[index]!, hidden: hidden === true })),
      styles.xml,
    ),
    ...sheets.map((sheet, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: sheetXml(sheet, styles),
    })),
  ]);
}

/** The same, gathered: for tables that a person can take in. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return new Uint8Array(await new Response(streamWorkbook(sheets)).arrayBuffer());
}

/** One plain sheet. */
export function writeXlsx(name: string, header: readonly string[], rows: SheetCellRows): Promise<Uint8Array> {
  return writeWorkbook([{ name, columns: header.map((title) => ({ header: title })), rows, notes: [] }]);
}

const longestName = 31;

/** As Excel takes them: 31 characters, none of these, no apostrophe first or last, never nothing, and no two alike. A file with any other it calls damaged. */
function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const kept = ended(name.replace(/[\\/?*[\]:\p{Cc}]/gu, ' '), longestName) || '1';
    let one = kept;
    for (let number = 2; taken.has(one.toLowerCase()); number++) {
      const suffix = ` (${number})`;
      one = ended(kept, longestName - suffix.length) + suffix;
    }
    taken.add(one.toLowerCase());
    return one;
  });
}

function ended(name: string, length: number): string {
  return name
    .replace(/^[\s']+/, '')
    .slice(0, length)
    .toWellFormed()
    .replace(/[\s']+$/, '');
}

const pieceSize = 64 * 1024;

/** The sheet's XML in pieces. */
async function* sheetXml(sheet: Sheet, styles: Styles): AsyncGenerator<string> {
  const { columns, notes } = sheet;
  const rows = cursorOf(sheet.rows);
  try {
    const first = await firstRows(rows, columns);
    let piece = sheetStart(columns, widths(columns, first), styles);
    piece += rowXml(1, (place) => columns.map(({ header }, column) => textCell(header, place(column), styles.header)));
    const formats = columns.map(({ format }) => styles.of(format));
    let number = 1;
    const write = (cells: SheetCells) => {
      if (++number > mostRows) throw new TooManyRowsError(`${sheet.name} has more rows than Excel's ${mostRows}`);
      piece += rowXml(number, (place) =>
        cells.map((cell, column) => cellXml(cell, place(column), formats[column], styles)),
      );
    };
    for (const cells of first) write(cells);
    for (let next = await rows.next(); !next.done; next = await rows.next()) {
      write(next.value);
      if (piece.length >= pieceSize) {
        yield piece;
        piece = '';
      }
    }
    // A line is left empty between the table and its notes.
    number++;
    for (const note of notes) {
      piece += rowXml(++number, (place) => [textCell(note, place(0), styles.note)]);
    }
    yield `${piece}</sheetData></worksheet>`;
  } finally {
    await rows.return?.();
  }
}

type Cursor = Iterator<SheetCells> | AsyncIterator<SheetCells>;

function cursorOf(rows: SheetCellRows): Cursor {
  return Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
}

const measuredRows = 200;

/** Widths come before the rows; where they are to be measured some rows have to wait. */
async function firstRows(rows: Cursor, columns: readonly SheetColumn[]): Promise<readonly SheetCells[]> {
  const first: SheetCells[] = [];
  if (columns.every(({ width }) => width !== undefined)) return first;
  while (first.length < measuredRows) {
    const next = await rows.next();
    if (next.done) break;
    first.push(next.value);
  }
  return first;
}

function widths(columns: readonly SheetColumn[], rows: readonly SheetCells[]): readonly number[] {
  const measured = (title: string, column: number) =>
    Math.min(60, Math.max(title.length, ...rows.map((row) => lengthOf(row[column] ?? null))) + 2);
  return columns.map(({ width, header }, column) => width ?? measured(header, column));
}

function lengthOf(cell: CellValue): number {
  return cell === null ? 0 : typeof cell === 'object' ? cell.date.length : String(cell).length;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function sheetStart(columns: readonly SheetColumn[], columnWidths: readonly number[], styles: Styles): string {
  const each = columns.map(({ format }, index) => {
    // What a person writes in a new row is shown as the rows above.
    const style = format === undefined ? '' : ` style="${styles.of(format).cell}"`;
    return `<col min="${index + 1}" max="${index + 1}" width="${columnWidths[index]}"${style} customWidth="1"/>`;
  });
  const view =
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';
  const cols = each.length === 0 ? '' : `<cols>${each.join('')}</cols>`;
  return `${declaration}<worksheet xmlns="${namespace}"><sheetViews>${view}</sheetViews>${cols}<sheetData>`;
}

function rowXml(number: number, cells: (place: (column: number) => string) => readonly string[]): string {
  return `<row r="${number}">${cells((column) => columnName(column) + number).join('')}</row>`;
}

interface ColumnStyle {
  readonly cell: number;
  readonly text: number;
}

function cellXml(cell: CellValue, place: string, style: ColumnStyle | undefined, styles: Styles): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return textCell(cell, place, style?.text ?? 0);
  if (typeof cell === 'number') return Number.isFinite(cell) ? numberCell(cell, place, style?.cell ?? 0) : '';
  const serial = serialOf(cell.date);
  return serial === undefined ? textCell(cell.date, place, style?.text ?? 0) : numberCell(serial, place, styles.date);
}

function numberCell(value: number, place: string, style: number): string {
  return `<c r="${place}"${attribute(style)}><v>${value}</v></c>`;
}

function textCell(text: string, place: string, style: number): string {
  const kept = textAsRead(text);
  return kept === ''
    ? ''
    : `<c r="${place}"${attribute(style)} t="inlineStr"><is><t xml:space="preserve">${xmlText(kept)}</t></is></c>`;
}

function attribute(style: number): string {
  return style === 0 ? '' : ` s="${style}"`;
}

const columnNames: string[] = [];

/** A to Z, AA, AB … */
function columnName(index: number): string {
  columnNames[index] ??=
    (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
  return columnNames[index];
}
