import { delimitedRecords } from '../../spreadsheet/delimited.ts';
import { tableOrWords } from '../compose/tabbed.ts';
import type { ReadBudget } from '../limits.ts';
import type { GridRow, Piece } from '../pieces.ts';
import { tidyText } from '../words.ts';
import { type TextLine, withoutPageHeads } from './page-heads.ts';

const bullet = /^\s{0,12}(?:[-–•*·▪‣◦●○■□]|\d{1,3}[.)]|[a-z]\))\s+(?=\S)/;
const mark = /^(#{1,6})\s+(.+?)\s*#*$/;
/** What a text from a web page or a notebook may hold of formatting. */
const formatting = /<\/?(?:i|b|u|em|strong|sup|sub|span)>|\*\*/gi;

/** A plain text: paragraphs between empty lines, lists, headings that stand alone or after #, and tables with tabs between their cells. */
export function readText(text: string, budget: ReadBudget): readonly Piece[] {
  const lines = withoutPageHeads(linesOf(text, budget));
  const pieces: Piece[] = [];
  let words: string[] = [];
  let from = 1;
  let items: string[] = [];
  let rows: GridRow[] = [];

  const flush = () => {
    if (rows.length > 0) pieces.push(...tableOrWords(rows, pieces));
    if (items.length > 0) pieces.push({ kind: 'list', items });
    if (words.length > 0) pieces.push({ kind: 'paragraph', text: words.join('\n'), place: from });
    rows = [];
    items = [];
    words = [];
  };

  for (const { number, text: line } of lines) {
    const heading = mark.exec(line);
    const sign = bullet.exec(line);
    if (line.includes('\t') && sign === null) {
      if (rows.length === 0) flush();
      const cells = cellsOf(line);
      budget.row(cells);
      rows.push({ place: number, cells });
    } else if (line.trim() === '') {
      // An empty line between items does not end a list; one between rows may be a page turn, which is judged later.
      if (items.length === 0) flush();
    } else if (heading !== null) {
      flush();
      pieces.push({ kind: 'heading', level: heading[1]!.length, text: heading[2]! });
    } else if (sign !== null) {
      if (items.length === 0) flush();
      items.push(line.slice(sign[0].length));
    } else if (items.length > 0 && /^\s+\S/.test(line)) items.push(`${items.pop()} ${line.trim()}`);
    else {
      if (words.length === 0) {
        flush();
        from = number;
      }
      words.push(line);
    }
  }
  flush();
  return pieces;
}

/** Lines, but a cell between quotes may hold several (that is how Excel copies them). */
function linesOf(text: string, budget: ReadBudget): readonly TextLine[] {
  const plain = withoutQuoteMarks(text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/\f/g, '\n\n'));
  budget.text(plain.length);
  const lines: TextLine[] = [];
  let number = 1;
  for (let at = 0; at < plain.length; ) {
    const stop = plain.indexOf('\n', at);
    const end = stop === -1 ? plain.length : stop;
    const whole = quotedOver(plain, at, end) ?? end;
    const line = plain.slice(at, whole);
    lines.push({ number, text: line.replace(formatting, '').trimEnd() === '' ? '' : line.replace(formatting, '') });
    number += whole === end ? 1 : line.split('\n').length;
    at = whole + 1;
  }
  return lines;
}

/** Lines of a mail that somebody has answered begin with ">"; one such line alone may mean "more than". */
function withoutQuoteMarks(text: string): string {
  return text.replace(/(?:^>.*(?:\n|$)){2,}/gm, (lines) => lines.replace(/^(?:> ?)+/gm, ''));
}

/** No cell that somebody copies is longer. */
const longestQuote = 40_000;

/** Where a row ends whose last cell begins with a quote that is closed on a later line. */
function quotedOver(text: string, from: number, end: number): number | undefined {
  const line = text.slice(from, end);
  if (!/(?:^|\t)"/.test(line)) return undefined;
  const ahead = text.slice(from, from + longestQuote);
  const [record] = delimitedRecords(ahead, '\t', true);
  if (record === undefined || record.cells.length < 2 || !record.cells.some((cell) => cell.includes('\n')))
    return undefined;
  return (
    from +
    lengthOfRecord(
      ahead,
      record.cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0),
    )
  );
}

function lengthOfRecord(text: string, breaks: number): number {
  let at = -1;
  for (let n = 0; n <= breaks; n++) {
    at = text.indexOf('\n', at + 1);
    if (at === -1) return text.length;
  }
  return at;
}

function cellsOf(line: string): readonly string[] {
  const [record] = delimitedRecords(line, '\t', true);
  return (record?.cells ?? [line]).map(tidyText);
}
