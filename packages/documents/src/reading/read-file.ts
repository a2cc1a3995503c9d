import { decodeText } from '../spreadsheet/delimited.ts';
import { isDamaged } from '../spreadsheet/workbook-reader.ts';
import { EndlessXmlError, openParts, type Parts, readRelations } from '../xml/index.ts';
import { OversizedZipError } from '../zip/index.ts';
import { compose } from './compose/compose.ts';
import type { ReadFormat, ReadLimits, ReadResult } from './content.ts';
import { isOtherThanName, kindOfFile, unreadableOf } from './file-kind.ts';
import { readHtml } from './html/html-content.ts';
import { createReadBudget, mostUnpacked, type ReadBudget, ReadStop } from './limits.ts';
import type { Piece } from './pieces.ts';
import { createRemarks, type Remarks } from './remarks.ts';
import { isCsv, readCsv } from './sheets/csv-content.ts';
import { readWorkbookPieces } from './sheets/workbook-content.ts';
import { readText } from './text/text-reader.ts';
import { readWordPieces } from './word/word-content.ts';

interface Read {
  readonly format: ReadFormat;
  readonly pieces: readonly Piece[];
}

/** Reads a file in this process, and may use up its bytes. Holds every limit but that of time, which `readContent` keeps from outside. */
export async function readFile(bytes: Uint8Array, name: string, limits: ReadLimits): Promise<ReadResult> {
  try {
    if (bytes.length > limits.bytes) throw new ReadStop('tooLarge');
    const remarks = createRemarks();
    const { format, pieces } = await readPieces(bytes, name, createReadBudget(limits), remarks);
    const parts = compose(pieces, remarks, limits);
    if (parts.length === 0) return { ok: false, problem: 'empty' };
    if (isOtherThanName(name, format)) remarks.add('otherKindThanName', 1, format);
    return { ok: true, content: { format, parts, remarks: remarks.all() } };
  } catch (error) {
    if (error instanceof ReadStop) return { ok: false, problem: error.problem };
    if (error instanceof OversizedZipError || error instanceof EndlessXmlError)
      return { ok: false, problem: 'expandsTooMuch' };
    if (isDamaged(error)) return { ok: false, problem: 'damaged' };
    throw error;
  }
}

async function readPieces(bytes: Uint8Array, name: string, budget: ReadBudget, remarks: Remarks): Promise<Read> {
  const kind = kindOfFile(bytes, name);
  switch (kind.is) {
    case 'problem':
      throw new ReadStop(kind.problem);
    case 'zip':
      return readOffice(await openParts(bytes, mostUnpacked), name, budget, remarks);
    case 'pdf':
      return { format: 'pdf', pieces: await readPdf(bytes, budget, remarks) };
    case 'html':
      return { format: 'html', pieces: readHtml(decodeHtml(bytes), budget, remarks) };
    case 'csv':
      return { format: 'csv', pieces: readCsv(decodeText(bytes), budget) };
    default:
      return readWords(decodeText(bytes), budget);
  }
}

/** A text; or fields between semicolons, where a file was not called what it is. */
function readWords(text: string, budget: ReadBudget): Read {
  return isCsv(text)
    ? { format: 'csv', pieces: readCsv(text, budget) }
    : { format: 'text', pieces: readText(text, budget) };
}

/** A page of the old kind says what its letters are; all others are as texts. */
function decodeHtml(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  const isOld = /charset\s*=\s*["']?(?:iso-8859-1|windows-1252)/i.test(start);
  return isOld ? new TextDecoder('windows-1252').decode(bytes) : decodeText(bytes);
}

/** What reads PDF is large, and started when one comes. */
async function readPdf(bytes: Uint8Array, budget: ReadBudget, remarks: Remarks): Promise<readonly Piece[]> {
  const { readPdfPieces } = await import('./pdf/pdf-content.ts');
  return readPdfPieces(bytes, budget, remarks);
}

async function readOffice(parts: Parts, name: string, budget: ReadBudget, remarks: Remarks): Promise<Read> {
  if (parts.encrypted) throw new ReadStop('encrypted');
  switch (await mainElement(parts)) {
    case 'workbook':
      return { format: 'workbook', pieces: await readWorkbookPieces(parts, budget, remarks) };
    case 'document':
      return { format: 'word', pieces: await readWordPieces(parts, budget, remarks) };
    default:
      throw new ReadStop(unreadableOf(name));
  }
}

/** What the part that a file begins with is; programs may call it and its folder what they like. */
async function mainElement(parts: Parts): Promise<string | undefined> {
  const usual = ['word/document.xml', 'xl/workbook.xml'].find((part) => parts.has(part));
  let element: string | undefined;
  await parts.scan(
    (await readRelations(parts, '')).ofType('officeDocument') ?? usual,
    {
      open(name) {
        element ??= name;
      },
      close() {},
      text() {},
    },
    () => element === undefined,
  );
  return element;
}
