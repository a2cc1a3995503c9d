import writeXlsxFile, { type SheetData } from 'write-excel-file/node';

export type CellValue = string | number | null;

/** One table, as Excel, CSV and a page can show it. */
export interface Sheet {
  /** At most 31 characters; Excel refuses more. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Source lines and explanations, written under the table. */
  readonly notes: readonly string[];
}

export interface SheetColumn {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  /** Excel number format, e.g. `# ##0,0` is spelt `#,##0.0`. */
  readonly format?: string;
}

/** An Excel workbook. Text is always written as text, so that `=cmd|…` is read as it stands and never as a formula. */
export function writeSpreadsheet(sheets: readonly Sheet[]): Promise<Buffer> {
  return writeXlsxFile(
    sheets.map(({ name, columns, rows, notes }) => ({
      sheet: name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31),
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      data: [
        columns.map(({ header }) => ({
          value: header,
          fontWeight: 'bold' as const,
          wrap: true,
          alignVertical: 'top' as const,
        })),
        ...rows.map((row) => row.map((value, index) => cell(value, columns[index]?.format))),
        [],
        ...notes.map((note) => [{ value: note, fontStyle: 'italic' as const }]),
      ] satisfies SheetData,
    })),
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();
}

function cell(value: CellValue, format: string | undefined) {
  if (value === null || value === '') return null;
  return typeof value === 'number' ? { value, type: Number, ...(format ? { format } : {}) } : { value, type: String };
}

/**
 * CSV as Swedish Excel opens it: semicolon, decimal comma, UTF-8 with a mark. A text that a spreadsheet would run as a formula
 * gets an apostrophe in front (OWASP, CSV injection).
 */
export function writeCsv({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): string {
  const lines = [columns.map(({ header }) => header), ...rows].map((row) => row.map(csvField).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function csvField(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
