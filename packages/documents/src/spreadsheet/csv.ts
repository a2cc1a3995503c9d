import { ReadableStream as WebStream } from 'node:stream/web';
import type { CellValue, SheetCellRows, SheetCells } from './cell.ts';
import { withFormulaGuard } from './formula.ts';

/** The mark that makes Excel read å, ä and ö. */
export const csvStart = '\ufeff';

/** Semicolons and decimal commas: what Excel with Swedish settings opens by a double click. */
export function writeCsv(header: readonly string[], rows: readonly SheetCells[]): string {
  return csvStart + [header, ...rows].map(csvLine).join('');
}

const pieceSize = 64 * 1024;

/** The same, made as the rows come: none is kept, and other requests get their turn. */
export function streamCsv(header: readonly string[], rows: SheetCellRows): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  async function* pieces() {
    let piece = csvStart + csvLine(header);
    for await (const cells of rows) {
      piece += csvLine(cells);
      if (piece.length >= pieceSize) {
        yield encoder.encode(piece);
        piece = '';
      }
    }
    yield encoder.encode(piece);
  }
  return WebStream.from(pieces()) as ReadableStream<Uint8Array>;
}

export function csvLine(cells: SheetCells): string {
  let line = '';
  for (let column = 0; column < cells.length; column++) line += (column === 0 ? '' : ';') + csvCell(cells[column]!);
  return `${line}\r\n`;
}

/** Signs that some program takes for a separator, a quote or the end of a row, and space that one might take away. */
const needsQuotes = /[";,\t\r\n]|^\s|\s$/;

function csvCell(cell: CellValue): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell).replace('.', ',') : '';
  const text = withFormulaGuard(typeof cell === 'object' ? cell.date : cell);
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
