import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { CellValue } from './write.ts';

/** One table of a workbook, with what must be said about its figures. */
export interface Sheet {
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
  /** Excel's own notation, `#,##0.0`; the program that opens it shows it by its language. */
  readonly format?: string;
}

/** Several tables in one file. Text is written as text, so that `=cmd|…` is read as it stands and never as a formula. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const file = writeXlsxFile(
    sheets.map(({ name, columns, rows, notes }) => ({
      sheet: sheetName(name),
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      data: [
        columns.map(({ header }) => ({ value: header, type: String, fontWeight: 'bold' as const, wrap: true })),
        ...rows.map((row) => row.map((value, index) => cell(value, columns[index]?.format))),
        [],
        ...notes.map((note) => [{ value: note, type: String, fontStyle: 'italic' as const }]),
      ] satisfies SheetData,
    })),
  );
  return new Uint8Array(await file.toBuffer());
}

/** Excel takes at most 31 characters, and not these. */
export function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}

function cell(value: CellValue, format: string | undefined) {
  if (value === null || value === '') return null;
  return typeof value === 'number' ? { value, type: Number, ...(format ? { format } : {}) } : { value, type: String };
}
