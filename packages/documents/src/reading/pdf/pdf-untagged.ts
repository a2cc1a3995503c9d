import { tablePieces } from '../cells.ts';
import type { ReadBudget } from '../limits.ts';
import type { GridPiece, GridRow, Piece } from '../pieces.ts';
import type { Remarks } from '../remarks.ts';
import { bandedTables } from './pdf-bands.ts';
import { columnTables } from './pdf-columns.ts';
import { ruledTables } from './pdf-grids.ts';
import { joinedLines, linesOfPage, paragraphText, type TextLine, textOfLine } from './pdf-lines.ts';
import type { PdfPage } from './pdf-pages.ts';

/** Reads a PDF without tags by where its letters and lines stand. */
export function untaggedPieces(pages: readonly PdfPage[], budget: ReadBudget, remarks: Remarks): readonly Piece[] {
  const body = bodySize(pages);
  const repeated = repeatedLines(pages);
  return withWholeLists(pages.flatMap((page) => pagePieces(page, { body, repeated, budget, remarks })));
}

/** Each item was found by itself. */
function withWholeLists(pieces: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (piece.kind === 'list' && last?.kind === 'list')
      found.splice(-1, 1, { ...last, items: [...last.items, ...piece.items] });
    else found.push(piece);
  }
  return found;
}

interface Block {
  readonly y: number;
  readonly pieces: readonly Piece[];
}

interface Reading {
  /** The height of most letters, in points. */
  readonly body: number;
  readonly repeated: ReadonlySet<string>;
  readonly budget: ReadBudget;
  readonly remarks: Remarks;
}

function pagePieces(page: PdfPage, { body, repeated, budget, remarks }: Reading): readonly Piece[] {
  const ruled = ruledTables(page);
  const drawn = new Set(ruled.flatMap(({ texts }) => [...texts]));
  const banded = bandedTables(
    page,
    page.texts.filter((text) => !drawn.has(text)),
  );
  const within = new Set([...drawn, ...banded.flatMap(({ texts }) => [...texts])]);
  const lines = linesOfPage(page.texts.filter((text) => !text.artifact && !within.has(text))).filter(
    (line) => !repeated.has(lineKey(line, page)),
  );
  const loose = columnTables(lines, page.number);
  const blocks: Block[] = [
    ...ruled.map(({ top, rows }) => ({ y: top, pieces: tablePieces(rows, budget, remarks) })),
    ...banded.map(({ top, rows, hasHeader }) => ({
      y: top,
      pieces: [{ ...gridOf(rows, budget), ...(hasHeader && { headerRows: 1 }) }],
    })),
    ...loose.map(({ from, rows }) => ({ y: lines[from]!.y, pieces: [gridOf(rows, budget)] })),
  ];
  const right = Math.max(0, ...page.texts.map(({ x, width }) => x + width));
  let words: TextLine[] = [];
  const flush = () => {
    if (words.length > 0) blocks.push({ y: words[0]!.y, pieces: paragraphOf(words, page.number, body, right) });
    words = [];
  };
  lines.forEach((line, index) => {
    if (loose.some(({ from, to }) => index >= from && index < to)) {
      flush();
      return;
    }
    const before = words.at(-1);
    // A table with lines between two lines of words divides them.
    const divided = before !== undefined && [...ruled, ...banded].some(({ top }) => top < before.y && top > line.y);
    if (before !== undefined && (divided || isNewParagraph(before, line))) flush();
    words.push(line);
  });
  flush();
  return blocks.sort((one, other) => other.y - one.y).flatMap(({ pieces }) => pieces);
}

function gridOf(rows: readonly GridRow[], budget: ReadBudget): GridPiece {
  for (const { cells } of rows) budget.row(cells);
  return { kind: 'grid', rows };
}

const bullet = /^(?:[-–•*·▪‣◦●○■□]|\d{1,3}[.)]|[a-z]\))\s+(?=\S)/;

function isNewParagraph(before: TextLine, line: TextLine): boolean {
  const size = Math.max(before.height, line.height);
  return (
    before.y - line.y > 1.6 * size ||
    Math.abs(before.height - line.height) > 0.12 * size ||
    bullet.test(textOfLine(line))
  );
}

function paragraphOf(lines: readonly TextLine[], page: number, body: number, right: number): readonly Piece[] {
  const text = joinedLines(lines.map(textOfLine));
  const sign = bullet.exec(text);
  if (sign !== null) return [{ kind: 'list', items: [text.slice(sign[0].length)] }];
  const larger = lines[0]!.height / body;
  if (larger > 1.12 && text.length <= 200)
    return [{ kind: 'heading', level: larger > 1.6 ? 1 : larger > 1.3 ? 2 : 3, text }];
  return [{ kind: 'paragraph', text: paragraphText(lines, right, false), place: 1, page }];
}

/** The height that most letters have. */
function bodySize(pages: readonly PdfPage[]): number {
  const counts = new Map<number, number>();
  for (const { texts } of pages) {
    for (const { height, text } of texts) {
      const size = Math.round(height * 2) / 2;
      counts.set(size, (counts.get(size) ?? 0) + text.length);
    }
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [10, 0] as [number, number])[0] || 10;
}

/** How many lines at the top and at the bottom of a page may be its head and its foot. */
const atEdge = 3;

/** Heads and feet: lines at the same height of most pages that say the same but for numbers. A row of cells that says just the same is a table's header. */
function repeatedLines(pages: readonly PdfPage[]): ReadonlySet<string> {
  const found = new Map<string, { count: number; readonly texts: Set<string>; readonly cells: number }>();
  for (const page of pages) {
    const lines = linesOfPage(page.texts.filter(({ artifact }) => !artifact));
    for (const line of new Set([...lines.slice(0, atEdge), ...lines.slice(-atEdge)])) {
      const key = lineKey(line, page);
      const seen = found.get(key) ?? { count: 0, texts: new Set<string>(), cells: line.segments.length };
      seen.count++;
      seen.texts.add(textOfLine(line));
      found.set(key, seen);
    }
  }
  const least = Math.max(2, Math.ceil(pages.length / 2));
  return new Set(
    [...found]
      .filter(([, { count, texts, cells }]) => count >= least && (cells < 3 || texts.size > 1))
      .map(([key]) => key),
  );
}

function lineKey(line: TextLine, page: PdfPage): string {
  return `${Math.round((page.height - line.y) / 3)} ${textOfLine(line).replace(/\d+/g, '0')}`;
}
