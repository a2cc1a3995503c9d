import type { ContentPart, ReadLimits } from '../content.ts';
import { ReadStop } from '../limits.ts';
import type { GridPiece, Piece } from '../pieces.ts';
import type { Remarks } from '../remarks.ts';
import { lineOf, tidyText } from '../words.ts';
import { createHeadingPath, withHeadings } from './headings.ts';
import { withPeople, withPeopleTables } from './people.ts';
import { withTabbedTables } from './tabbed.ts';
import { closeTable, goesOn, type OpenTable, openTable } from './tables.ts';
import { withTypedLists } from './typed-lists.ts';

/** Puts together what a reader found: tables over page turns become one, lists of people tables, and each gets the headings that stand above it. */
export function compose(pieces: readonly Piece[], remarks: Remarks, limits: ReadLimits): readonly ContentPart[] {
  const filled = withTabbedTables(pieces).map(tidied).filter(isFilled);
  const judged = withPeopleTables(withHeadings(withPeople(withTypedLists(filled))));
  const parts: ContentPart[] = [];
  const path = createHeadingPath();
  let open: OpenTable | undefined;
  let tables = 0;
  let rows = 0;
  let rightAfterHeading = false;

  const close = () => {
    if (open === undefined) return;
    // Also of lists of people and of words between tabs, which no reader has counted. The header is one row more.
    rows += open.rows.length;
    if (rows > limits.rows + 1) throw new ReadStop('tooManyRows');
    const notes: string[] = [];
    const table = closeTable(open, tables + 1, remarks, notes);
    open = undefined;
    if (table !== undefined) {
      tables++;
      parts.push(table);
    }
    for (const text of notes) if (text !== '') parts.push({ kind: 'paragraph', text });
  };

  const take = (grid: GridPiece, under: string | undefined): boolean => open !== undefined && goesOn(open, grid, under);

  for (let at = 0; at < judged.length; at++) {
    const piece = judged[at]!;
    const next = judged[at + 1];
    if (piece.kind === 'heading' && piece.overCells === true && next?.kind === 'grid' && take(next, piece.text)) {
      at++;
      continue;
    }
    if (piece.kind === 'grid') {
      if (!take(piece, undefined)) {
        close();
        open = openTable(piece, path.texts(), captionAbove(parts));
      }
      rightAfterHeading = false;
      continue;
    }
    close();
    if (piece.kind === 'heading')
      parts.push({ kind: 'heading', level: path.take(piece, rightAfterHeading), text: piece.text });
    else if (piece.kind === 'paragraph') parts.push({ kind: 'paragraph', text: piece.text });
    else parts.push({ kind: 'list', items: piece.items });
    rightAfterHeading = piece.kind === 'heading';
  }
  close();
  return parts;
}

/** "Tabell 3. Kostnad per brukare" right above a table is said of it. */
function captionAbove(parts: ContentPart[]): string | undefined {
  const last = parts.at(-1);
  if (last?.kind !== 'paragraph' || last.text.length > 300 || !/^(?:tabell|table) \d/i.test(last.text))
    return undefined;
  parts.pop();
  return lineOf(last.text);
}

function tidied(piece: Piece): Piece {
  switch (piece.kind) {
    case 'heading':
      return { ...piece, text: lineOf(piece.text) };
    case 'paragraph':
      return { ...piece, text: tidyText(piece.text) };
    case 'list':
      return { ...piece, items: piece.items.map(tidyText).filter((item) => item !== '') };
    default: {
      const rows = piece.rows
        .map((row) => ({ ...row, cells: withoutEmptyEnd(row.cells.map(tidyText)) }))
        .filter(({ cells }) => cells.some((cell) => cell !== ''));
      // A header of two rows of which one is empty is a header of one.
      const lost = piece.rows.length - rows.length;
      return lost > 0 && piece.headerRows !== undefined && piece.headerRows > 1
        ? { ...piece, rows, headerRows: Math.max(1, piece.headerRows - lost) }
        : { ...piece, rows };
    }
  }
}

/** A merged cell may claim to go over any number of columns. */
function withoutEmptyEnd(cells: string[]): readonly string[] {
  while (cells.at(-1) === '') cells.pop();
  return cells;
}

function isFilled(piece: Piece): boolean {
  if (piece.kind === 'list') return piece.items.length > 0;
  return piece.kind === 'grid' ? piece.rows.length > 0 : piece.text !== '';
}
