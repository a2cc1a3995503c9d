import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { sheetName } from './workbook.ts';

export type CellValue = string | number | null;

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The mark that makes Excel read å, ä and ö. */
export const csvStart = '\ufeff';

/** Semicolons and decimal commas: what Excel with Swedish settings opens by a double click. */
export function writeCsv(header: readonly string[], rows: readonly (readonly CellValue[])[]): string {
  return csvStart + [header, ...rows].map(csvLine).join('');
}

export function csvLine(cells: readonly CellValue[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`;
}

function csvCell(cell: CellValue): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  // A cell that begins so would be calculated by the program that opens it; the apostrophe makes it text, and our own reading takes it away.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export async function writeXlsx(
  sheet: string,
  header: readonly string[],
  rows: readonly (readonly CellValue[])[],
): Promise<Uint8Array> {
  const data: SheetData = [
    header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((value) =>
        value === null || value === ''
          ? null
          : typeof value === 'number'
            ? { value, type: Number }
            : { value, type: String },
      ),
    ),
  ];
  const file = writeXlsxFile(data, { sheet: sheetName(sheet), stickyRowsCount: 1, columns: widths(header, rows) });
  return new Uint8Array(await file.toBuffer());
}

function widths(header: readonly string[], rows: readonly (readonly CellValue[])[]) {
  const sample = rows.slice(0, 200);
  return header.map((title, column) => ({
    width: Math.min(60, Math.max(title.length, ...sample.map((row) => String(row[column] ?? '').length)) + 2),
  }));
}
