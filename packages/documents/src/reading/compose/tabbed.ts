import type { GridPiece, GridRow, ListPiece, Piece } from '../pieces.ts';
import { lineOf, tidyText } from '../words.ts';

/**
 * Makes tables of paragraphs whose words stand between tabs. One such line alone is a table only where it goes on with one; else its tabs are space.
 */
export function withTabbedTables(pieces: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = [];
  let rows: GridRow[] = [];
  const flush = () => {
    if (rows.length > 0) found.push(...tableOrWords(rows, found));
    rows = [];
  };
  for (const piece of pieces) {
    if (piece.kind === 'paragraph' && piece.text.includes('\t')) for (const row of rowsOf(piece)) rows.push(row);
    else {
      flush();
      if (piece.kind === 'grid' && isContents(piece, found.at(-1))) found.push(titlesOf(piece));
      else found.push(piece);
    }
  }
  flush();
  return found;
}

function rowsOf(piece: Extract<Piece, { kind: 'paragraph' }>): readonly GridRow[] {
  return piece.text.split('\n').map((line, index) => ({
    place: piece.place + index,
    ...(piece.page !== undefined && { page: piece.page }),
    ...(piece.strong === true && { strong: true }),
    cells: line.split('\t').map(tidyText),
  }));
}

/** Of rows that somebody has made with tabs. */
export function tableOrWords(rows: readonly GridRow[], before: readonly Piece[]): readonly Piece[] {
  const grid = gridOf(rows);
  const last = before.at(-1);
  if (isContents(grid, last)) return [titlesOf(grid)];
  if (rows.length > 1 || last?.kind === 'grid') return [grid];
  return rows.map(({ place, page, cells }) => ({
    kind: 'paragraph',
    text: cells.filter((cell) => cell !== '').join(' '),
    place,
    ...(page !== undefined && { page }),
  }));
}

function gridOf(rows: readonly GridRow[]): GridPiece {
  return { kind: 'grid', rows };
}

function titlesOf({ rows }: GridPiece): ListPiece {
  return { kind: 'list', items: rows.map(({ cells }) => (isNumbered(cells) ? cells.join(' ') : cells[0]!)) };
}

/** The number of a section and its title, where nobody has filled in the pages. */
function isNumbered(cells: readonly string[]): boolean {
  return cells.length === 2 && /^\d+(?:\.\d+)*\.?$/.test(cells[0]!) && /\p{L}/u.test(cells[1]!);
}

/** A table of contents: titles with pages that only grow, or numbered titles without pages, under a heading that says so. */
function isContents({ rows }: GridPiece, above: Piece | undefined): boolean {
  if (above === undefined || !(above.kind === 'paragraph' || above.kind === 'heading')) return false;
  if (!/^(?:innehåll|innehållsförteckning|contents|table of contents)$/i.test(lineOf(above.text))) return false;
  if (rows.every(({ cells }) => isNumbered(cells))) return true;
  let page = 0;
  return rows.every(({ cells }) => {
    const shown = Number(cells.at(-1) || Number.NaN);
    const grows = Number.isInteger(shown) && shown >= page;
    page = shown;
    return grows;
  });
}
