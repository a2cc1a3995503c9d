import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { writeZip, type ZipPart } from './zip-write.ts';

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

/**
 * One plain sheet with its header in bold and held in place (ECMA-376, transitional). Written by ourselves because of its size: the package
 * that draws styled sheets holds up every other request for seconds when there are a hundred thousand rows; this gives way between pieces.
 */
export async function writeXlsx(
  sheet: string,
  header: readonly string[],
  rows: readonly (readonly CellValue[])[],
): Promise<Uint8Array> {
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', chunks: [contentTypes] },
    { name: '_rels/.rels', chunks: [packageRelations] },
    { name: 'xl/workbook.xml', chunks: [workbook(sheetName(sheet))] },
    { name: 'xl/_rels/workbook.xml.rels', chunks: [workbookRelations] },
    { name: 'xl/styles.xml', chunks: [styles] },
    { name: 'xl/worksheets/sheet1.xml', chunks: await sheetChunks(header, rows) },
  ];
  return writeZip(parts);
}

const rowsBetweenYields = 2000;

async function sheetChunks(
  header: readonly string[],
  rows: readonly (readonly CellValue[])[],
): Promise<readonly string[]> {
  const widths = columnWidths(header, rows).map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const view =
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';
  const chunks = [
    `${declaration}<worksheet xmlns="${spreadsheet}"><sheetViews>${view}</sheetViews><cols>${widths.join('')}</cols><sheetData>`,
    rowXml(header, 1, ' s="1"'),
  ];
  for (let start = 0; start < rows.length; start += rowsBetweenYields) {
    const piece = rows.slice(start, start + rowsBetweenYields);
    chunks.push(piece.map((row, index) => rowXml(row, start + index + 2, '')).join(''));
    await yieldToOthers();
  }
  chunks.push('</sheetData></worksheet>');
  return chunks;
}

function rowXml(cells: readonly CellValue[], number: number, style: string): string {
  return `<row r="${number}">${cells.map((cell, column) => cellXml(cell, columnName(column) + number, style)).join('')}</row>`;
}

function cellXml(cell: CellValue, place: string, style: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}"${style}><v>${cell}</v></c>`;
  return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
}

/** A to Z, AA, AB … */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Excel takes no cell longer than this, and XML no control characters but tab and line breaks. */
const longestCell = 32_767;

function xmlText(text: string): string {
  return text
    .slice(0, longestCell)
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Excel takes at most 31 characters, and not these. */
function sheetName(name: string): string {
  return xmlText(name.replace(/[\\/?*[\]:"]/g, ' ').slice(0, 31));
}

function columnWidths(header: readonly string[], rows: readonly (readonly CellValue[])[]): readonly number[] {
  const sample = rows.slice(0, 200);
  return header.map((title, column) =>
    Math.min(60, Math.max(title.length, ...sample.map((row) => String(row[column] ?? '').length)) + 2),
  );
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const documentRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`;

const packageRelations = `${declaration}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${documentRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const workbookRelations = `${declaration}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${documentRelations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${documentRelations}/styles" Target="styles.xml"/></Relationships>`;

const workbook = (sheet: string) =>
  `${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${documentRelations}"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

const styles = `${declaration}<styleSheet xmlns="${spreadsheet}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;
