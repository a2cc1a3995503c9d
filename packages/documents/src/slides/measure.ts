import type { Inline, InlineText } from '../model/index.ts';
import { type Face, letterWidth } from './letter-widths.ts';

export interface Type {
  readonly face: Face;
  /** In points. */
  readonly size: number;
}

/** Every line is this high, in points: the slides say so, so that no program's own idea of line height comes in. */
export function leading(size: number): number {
  return Math.ceil(size * 1.25);
}

/**
 * How much wider text may become where our fonts are missing and others stand in for them: DejaVu, the widest that is put in Arial's and Cambria's
 * place, draws Swedish text, bold titles and bold figures so much wider. What is placed has room for it.
 */
export const widerFonts = { text: 1.15, title: 1.26, number: 1.32 };

/** Programs round letters to dots and kern them differently. */
const margin = 1.02;

export function widthOf(text: string, { face, size }: Type): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter.codePointAt(0)!, face);
  return (width * size * margin) / 1000;
}

export function lineCount(text: InlineText, width: number, type: Type): number {
  return lineStarts(text, width, type).length;
}

export function heightOf(text: InlineText, width: number, type: Type): number {
  return lineCount(text, width, type) * leading(type.size);
}

/** The first lines, and the rest of the words where there are more. */
export function cutAfter(
  lines: number,
  text: InlineText,
  width: number,
  type: Type,
): readonly [InlineText, InlineText] {
  const starts = lineStarts(text, width, type);
  const at = starts[lines];
  return at === undefined ? [text, []] : [trimmedEnd(slice(text, 0, at)), slice(text, at, Number.POSITIVE_INFINITY)];
}

/**
 * Where each line begins, counted in letters. The rule: words go on a line as long as they fit, a line is broken at spaces only, and a word wider than
 * the line is broken where it must be. Programs that also break at hyphens get as many lines or fewer.
 */
function lineStarts(text: InlineText, width: number, type: Type): readonly number[] {
  const starts = [0];
  let used = 0;
  let word = 0;
  let wordAt = 0;
  let at = 0;
  const endWord = () => {
    used += word;
    word = 0;
  };
  for (const part of text) {
    const face = type.face === 'text' && part.kind === 'text' && part.strong === true ? 'strong' : type.face;
    for (const letter of lettersOf(part)) {
      if (letter === '\n') {
        starts.push(at + 1);
        [used, word, wordAt] = [0, 0, at + 1];
      } else {
        const step = (letterWidth(letter.codePointAt(0)!, face) * type.size * margin) / 1000;
        if (letter === ' ' || letter === '\t') {
          endWord();
          used += step;
          wordAt = at + 1;
        } else {
          word += step;
          if (used + word > width && wordAt > starts.at(-1)!) {
            starts.push(wordAt);
            used = 0;
          }
          if (word > width && at > wordAt) {
            starts.push(at);
            [used, word, wordAt] = [0, step, at];
          }
        }
      }
      at += letter.length;
    }
  }
  return starts;
}

/** Letters from one place to another, with the references and footnotes that stand there. */
export function slice(text: InlineText, from: number, to: number): InlineText {
  const parts: Inline[] = [];
  let at = 0;
  for (const part of text) {
    const letters = lettersOf(part);
    const kept = letters.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (part.kind === 'text' || part.kind === 'link') {
      if (kept !== '') parts.push({ ...part, text: kept });
    } else if (part.kind === 'break' ? kept !== '' : at >= from && at <= to) parts.push(part);
    at += letters.length;
  }
  return parts;
}

function trimmedEnd(text: InlineText): InlineText {
  const last = text.at(-1);
  if (last?.kind === 'break') return text.slice(0, -1);
  if (last?.kind !== 'text') return text;
  return [...text.slice(0, -1), { ...last, text: last.text.trimEnd() }];
}

/** References and footnotes have become words before slides are measured. */
function lettersOf(part: Inline): string {
  if (part.kind === 'text' || part.kind === 'link') return part.text;
  return part.kind === 'break' ? '\n' : '';
}
