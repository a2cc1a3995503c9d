export { PdfError, type PdfStandard } from './typst.ts';
export { type PdfOptions, writePdf } from './write-pdf.ts';
