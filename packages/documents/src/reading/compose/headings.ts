import type { HeadingPiece, Piece } from '../pieces.ts';
import { isHeadLine } from '../text/page-heads.ts';
import { lineOf } from '../words.ts';
import type { PeoplePiece } from './people.ts';

type Judged = Piece | PeoplePiece;

/** So many short lines after each other are a list without signs, not headings of nothing. */
const mostInARow = 5;

/**
 * Makes headings of short lines that stand alone, where a file has no styles that say so; where it has, only of bold ones.
 */
export function withHeadings(pieces: readonly Judged[]): readonly Judged[] {
  const styled = pieces.some((piece) => piece.kind === 'heading' && piece.overCells !== true);
  const likely = pieces.map((piece, at) => isLikeHeading(piece, !styled) && isOver(pieces[at + 1]));
  return pieces.map((piece, at) => {
    if (!likely[at] || piece.kind !== 'paragraph' || inARow(likely, at) > mostInARow) return piece;
    return { kind: 'heading', text: lineOf(piece.text) } satisfies HeadingPiece;
  });
}

function inARow(likely: readonly boolean[], at: number): number {
  let first = at;
  let last = at;
  while (likely[first - 1] && at - first <= mostInARow) first--;
  while (likely[last + 1] && last - at <= mostInARow) last++;
  return last - first + 1;
}

function isLikeHeading(piece: Judged, any: boolean): boolean {
  if (piece.kind !== 'paragraph' || !(any || piece.strong === true)) return false;
  const { text } = piece;
  // "Tid: hösten 2026" says something; "Bilaga 1: Aktiviteter" heads it.
  if (/^\p{L}+: /u.test(text)) return false;
  if (isHeadLine(text)) return false;
  if (text.length > 120 || text.includes('\n') || text.includes('\t')) return false;
  return (
    /^["”“'(]?[\p{Lu}\d]/u.test(text) &&
    /\p{L}/u.test(text) &&
    !/[.,;:!?…]["”]?$/.test(text) &&
    !/^\d{4}-\d\d-\d\d/.test(text)
  );
}

/** A line that a list or words with a small letter follow is the beginning of a sentence ("Nämnden beslutar" – "att …"). */
function isOver(next: Judged | undefined): boolean {
  if (next === undefined) return false;
  const words = next.kind === 'list' ? next.items[0] : next.kind === 'paragraph' ? next.text : undefined;
  return words === undefined || !/^\p{Ll}/u.test(words);
}

/** The headings that stand above a place, and how deep one without a level goes. */
export interface HeadingPath {
  /** Answers with the heading's level. */
  take(heading: HeadingPiece, rightAfterHeading: boolean): number;
  texts(): readonly string[];
}

/**
 * A heading without a level stands as deep as others of its kind ("Steg 1" beside "Steg 2"); under the one that it follows directly; or beside the last
 * one. An appendix is never within another.
 */
export function createHeadingPath(): HeadingPath {
  let path: { readonly level: number; readonly text: string }[] = [];
  const levelOfKind = new Map<string, number>();
  let lastPlain: number | undefined;

  const levelOf = ({ level, text }: HeadingPiece, rightAfterHeading: boolean): number => {
    if (level !== undefined) return level;
    const above = path.at(-1)?.level ?? 0;
    const kind = /^(\p{L}+) (?:\d+[a-z]?|[A-Z])(?![\p{L}\d])/u.exec(text)?.[1]?.toLowerCase();
    if (kind === undefined) {
      lastPlain = rightAfterHeading ? above + 1 : Math.min(lastPlain ?? 1, above + 1);
      return lastPlain;
    }
    const first = /^(?:bilaga|kapitel|appendix|chapter)$/.test(kind) ? 1 : above + 1;
    const found = levelOfKind.get(kind) ?? first;
    levelOfKind.set(kind, found);
    return found;
  };

  return {
    take(heading, rightAfterHeading) {
      const level = levelOf(heading, rightAfterHeading);
      path = [...path.filter((above) => above.level < level), { level, text: heading.text }];
      return level;
    },
    texts: () => path.map(({ text }) => text),
  };
}
