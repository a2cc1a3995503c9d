import { getDocumentProxy } from 'unpdf';
import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { type ReadBudget, ReadStop } from '../limits.ts';
import type { Piece } from '../pieces.ts';
import type { Remarks } from '../remarks.ts';
import { type PdfPage, readPage } from './pdf-pages.ts';
import { readTags } from './pdf-structure.ts';
import { coverageOf, hasTable, taggedPieces } from './pdf-tagged.ts';
import { untaggedPieces } from './pdf-untagged.ts';

/** Tags that cover less than this of the letters leave too much unsaid. */
const enoughTagged = 0.75;

/**
 * A PDF by its tags, where it has such that cover it; else by where its letters stand. Nothing in it is run, and nothing is fetched: letters whose
 * tables lie outside the file are left out. The bytes are taken over: nothing is left in them.
 */
export async function readPdfPieces(
  bytes: Uint8Array,
  budget: ReadBudget,
  remarks: Remarks,
): Promise<readonly Piece[]> {
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(-2048).includes('%%EOF'))
    throw new ReadStop('damaged');
  // Before pdf.js, which takes the bytes over.
  const tags = readTags(bytes);
  const document = await openDocument(bytes);
  try {
    budget.pages(document.numPages);
    const withRules = tags === undefined || !hasTable(tags.kids);
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number++)
      pages.push(await readPage(document, number, budget, withRules));
    const empty = pages.filter(({ texts }) => texts.length === 0);
    if (empty.length === pages.length) throw new ReadStop('noText');
    remarks.add(
      'pagesWithoutText',
      empty.length,
      empty
        .slice(0, 20)
        .map(({ number }) => number)
        .join(', '),
    );
    if (tags !== undefined && !withRules && coverageOf(tags, pages) >= enoughTagged)
      return taggedPieces(tags, pages, budget, remarks);
    const byPlace = untaggedPieces(pages, budget, remarks);
    const useTags =
      tags !== undefined && !byPlace.some(({ kind }) => kind === 'grid') && coverageOf(tags, pages) >= enoughTagged;
    return useTags ? taggedPieces(tags, pages, budget, remarks) : byPlace;
  } catch (error) {
    throw asStop(error);
  } finally {
    await document.loadingTask.destroy();
  }
}

async function openDocument(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    // A Buffer is refused.
    return await getDocumentProxy(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), {
      // A page that cannot be read whole is not read half.
      stopAtErrors: true,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      enableXfa: false,
      isOffscreenCanvasSupported: false,
      verbosity: 0,
    });
  } catch (error) {
    throw asStop(error);
  }
}

/** pdf.js throws errors of many kinds at a file that does not hold together; all of them are the file's. */
function asStop(error: unknown): ReadStop {
  if (error instanceof ReadStop) return error;
  const encrypted = error instanceof Error && error.name === 'PasswordException';
  return new ReadStop(encrypted ? 'encrypted' : 'damaged', { cause: error });
}
