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
  const open: OpenContent[] = [];
  for (const item of items) {
    if ('type' in item) {
      if (item.type !== 'endMarkedContent') open.push(opened(item, open.at(-1)));
      else {
        const closed = open.pop();
        const last = texts.at(-1);
        if (closed?.silent === true && closed.mark !== undefined && last !== undefined && /\p{L}$/u.test(last.text))
          texts.push({ ...last, text: softHyphen, x: last.x + last.width, width: 0, mark: closed.mark });
      }
      continue;
    }
    const above = open.at(-1);
    if (above !== undefined && item.str !== '') above.silent = false;
    if (item.str.trim() === '') continue;
    budget.text(item.str.length);
    if (texts.length > mostTexts) throw new ReadStop('expandsTooMuch');
    const [, , , , x = 0, y = 0] = item.transform as number[];
    texts.push({
      text: above?.instead === true && /^[-\u2010]$/.test(item.str) ? softHyphen : item.str,
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

/**
 * Divides a word at the end of a line. Programs that tag write it so that it is read as nothing or as something else, which pdf.js does not tell: it leaves out
 * the sign, and a span of nothing is left; or it gives a hyphen in a span of its own.
 */
const softHyphen = '\u00ad';

interface OpenContent {
  readonly mark: number | undefined;
  readonly artifact: boolean;
  /** A span within marked content, which may be read as something else. */
  readonly instead: boolean;
  /** A span in which nothing has been said. */
  silent: boolean;
}

function opened(item: { readonly id?: unknown; readonly tag?: unknown }, above: OpenContent | undefined): OpenContent {
  const mark = /_mc(\d+)$/.exec(typeof item.id === 'string' ? item.id : '')?.[1];
  const span = item.tag === 'Span';
  if (above !== undefined) above.silent = false;
  return {
    mark: mark === undefined ? above?.mark : Number(mark),
    artifact: above?.artifact === true || item.tag === 'Artifact',
    instead: span && mark === undefined,
    silent: span,
  };
}

/** No page that people read holds more runs of letters. */
const mostTexts = 100_000;
