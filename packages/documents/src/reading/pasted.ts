import { compose } from './compose/compose.ts';
import type { ReadLimits, ReadResult } from './content.ts';
import { readHtml } from './html/html-content.ts';
import { createReadBudget, ReadStop, usualReadLimits } from './limits.ts';
import type { Piece } from './pieces.ts';
import { createRemarks } from './remarks.ts';
import { isCsv, readCsv } from './sheets/csv-content.ts';
import { readText } from './text/text-reader.ts';

/** More than this is a file, not something that somebody pastes. */
const mostPasted = 5_000_000;

/**
 * What was pasted: the clipboard's HTML where it holds a table (Word, Excel and web pages give one), else its text with tabs, or semicolons, between cells.
 * `html` is what the browser gives as text/html. Works in this process; `readContent` reads the text in one of its own.
 */
export function readPastedContent(text: string, html = '', limits: Partial<ReadLimits> = {}): ReadResult {
  if (text.length > mostPasted || html.length > mostPasted) return { ok: false, problem: 'tooLarge' };
  const remarks = createRemarks();
  const budget = createReadBudget({ ...usualReadLimits, ...limits });
  const composed = (pieces: readonly Piece[]) => compose(pieces, remarks, budget.limits);
  try {
    const fromHtml = /<table\b/i.test(html) ? composed(readHtml(html, budget, remarks)) : [];
    const found = fromHtml.some(({ kind }) => kind === 'table');
    const parts = found ? fromHtml : composed(isCsv(text) ? readCsv(text, budget) : readText(text, budget));
    if (parts.length === 0) return { ok: false, problem: 'empty' };
    return { ok: true, content: { format: found ? 'html' : 'text', parts, remarks: remarks.all() } };
  } catch (error) {
    if (error instanceof ReadStop) return { ok: false, problem: error.problem };
    throw error;
  }
}
