import { assertWhole, type DocumentModel } from '../model/index.ts';
import { pdfContent } from './content.ts';
import { withTableHeaders } from './table-headers.ts';
import type { PdfStandard } from './typst-job.ts';
import { prepareTypesetting, typesetApart } from './typst-processes.ts';

export interface PdfOptions {
  /** `ua-1` (ISO 14289-1) for readers with and without sight, by default; `a-2a` (ISO 19005-2) for an archive. */
  readonly standard?: PdfStandard | undefined;
}

/**
 * The document as a tagged PDF. The same document gives the same bytes: its date is the document's own.
 * Throws `DocumentFaultError` when the document is not whole, and `PdfError` when a picture cannot be drawn.
 */
export async function writePdf(document: DocumentModel, options: PdfOptions = {}): Promise<Uint8Array> {
  assertWhole(document);
  prepareTypesetting();
  const { document: data, pictures, tables } = pdfContent(document);
  const pdf = await typesetApart({ document: JSON.stringify(data), pictures, standard: options.standard ?? 'ua-1' });
  return withTableHeaders(pdf, tables);
}
