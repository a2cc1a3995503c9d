export { readSheet, type SheetLimits, type SheetProblem, type SheetResult, type SheetRow } from './read.ts';
export { type Sheet, type SheetColumn, writeWorkbook } from './workbook.ts';
export { type CellValue, csvLine, csvStart, writeCsv, writeXlsx, xlsxType } from './write.ts';
