export { type CellValue, type DateCell, type SheetCellRows, type SheetCells, textAsRead } from './cell.ts';
export { csvLine, csvStart, streamCsv, writeCsv } from './csv.ts';
export {
  readNamedSheet,
  readPasted,
  readSheet,
  readSheetNames,
  type SheetLimits,
  type SheetProblem,
  type SheetResult,
  type SheetRow,
  type SheetTexts,
} from './read.ts';
export {
  type Sheet,
  type SheetColumn,
  streamWorkbook,
  TooManyRowsError,
  writeWorkbook,
  writeXlsx,
  xlsxType,
} from './workbook.ts';
export { dateFormat, textFormat } from './workbook-styles.ts';
