import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs';
import { type ReadBudget, ReadStop } from '../limits.ts';
import { type Rule, rulesOf } from './pdf-rules.ts';

/** A run of letters on a page; sizes in points, y upwards. */
export interface PageText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly font: string;
  /** The number of the marked content that it belongs to. */
  readonly mark: number | undefined;
  /** Set by the program, not by the author: heads and feet of pages, lines. */
  readonly artifact: boolean;
}

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  /** The number of its object, by which tags refer to it. */
  readonly object: number | undefined;
  readonly height: number;
  readonly texts: readonly PageText[];
  readonly rules: readonly Rule[];
}

export async function readPage(
  document: PDFDocumentProxy,
  number: number,
  budget: ReadBudget,
  withRules: boolean,
): Promise<PdfPage> {
  const page = await document.getPage(number);
  const texts = await textsOf(page, budget);
  const rules = withRules && texts.length > 5 ? await rulesOf(page) : [];
  const made = { number, object: page.ref?.num, height: page.view[3] ?? 842, texts, rules };
  page.cleanup();
  return made;
}

async function textsOf(page: PDFPageProxy, budget: ReadBudget): Promise<readonly PageText[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts: PageText[] = [];
  const open: { readonly mark: number | undefined; readonly artifact: boolean; readonly within: boolean }[] = [];
  for (const item of items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop();
      else {
        const above = open.at(-1);
        const mark = /_mc(\d+)$/.exec('id' in item && typeof item.id === 'string' ? item.id : '')?.[1];
        open.push({
          mark: mark === undefined ? above?.mark : Number(mark),
          artifact: above?.artifact === true || ('tag' in item && item.tag === 'Artifact'),
          within: mark === undefined && 'tag' in item && item.tag === 'Span',
        });
      }
      continue;
    }
    if (item.str.trim() === '') continue;
    budget.text(item.str.length);
    if (texts.length > mostTexts) throw new ReadStop('expandsTooMuch');
    const [, , , , x = 0, y = 0] = item.transform as number[];
    const above = open.at(-1);
    texts.push({
      // A hyphen in a span of its own is read as something else, which pdf.js does not tell: it divides a word at the end of a line.
      text: above?.within === true && /^[-\u2010]$/.test(item.str) ? '\u00ad' : item.str,
      x,
      y,
      width: item.width,
      height: item.height,
      font: item.fontName,
      mark: above?.mark,
      artifact: above?.artifact === true,
    });
  }
  return texts;
}

/** No page that people read holds more runs of letters. */
const mostTexts = 100_000;
