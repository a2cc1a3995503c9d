export { PdfError, type PdfStandard } from './typst-job.ts';
export { type PdfOptions, writePdf } from './write-pdf.ts';
