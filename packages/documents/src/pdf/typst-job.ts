/** What a PDF promises of itself; the same words as Typst's. */
export type PdfStandard = 'ua-1' | 'a-2a';

/** A document as Typst is given it. */
export interface TypstJob {
  /** JSON, as the template reads it. */
  readonly document: string;
  /** By place, as the document asks for them. */
  readonly pictures: readonly Uint8Array[];
  readonly standard: PdfStandard;
}

/** Typst refused a document; the message says why, in Typst's words. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
}
