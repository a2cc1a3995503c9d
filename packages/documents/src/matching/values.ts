import { folded } from './words.ts';

/** One of several values in a cell. */
export interface SplitValue {
  /** As the vocabulary writes it where it is known, else as the cell does. */
  readonly text: string;
  readonly known: boolean;
}

const hardBreaks = /\r?\n|[;•●▪■◦‣|]/;
/** A comma between digits is a decimal comma. */
const comma = /,(?!\d)|(?<!\d),/;
const bullet = /^\s*(?:[-*–—·]|\d{1,2}[.)])\s+/;
const joining = new Set(['och', 'samt', 'and', '&', '+', '/']);
const mostWordsAround = 4;

/**
 * Takes the values of a cell apart: at line breaks, bullets, semicolons and commas, and at "och" between few words. With a vocabulary its words are known also
 * where only a space divides them ("Projektstöd Erfarenhetsutbyte"), the longest first, and a value that holds "och" or a comma itself stays whole.
 */
export function splitValues(cell: string, vocabulary: readonly string[] = []): readonly SplitValue[] {
  const known = knownWords(vocabulary);
  const found: SplitValue[] = [];
  for (const line of cell.slice(0, 20_000).split(hardBreaks)) {
    const whole = tidy(line);
    const term = known.terms.get(folded(whole));
    if (term !== undefined) found.push({ text: term, known: true });
    else for (const piece of whole.split(comma)) found.push(...piecesOf(tidy(piece), known));
  }
  const seen = new Set<string>();
  return found.filter(({ text }) => {
    const key = folded(text) || text;
    if (text === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

interface Known {
  readonly terms: ReadonlyMap<string, string>;
  /** Of the longest term. */
  readonly words: number;
}

function knownWords(vocabulary: readonly string[]): Known {
  const terms = new Map(vocabulary.map((term) => [folded(term), term] as const).filter(([key]) => key !== ''));
  return { terms, words: Math.max(0, ...[...terms.keys()].map((key) => key.split(' ').length)) };
}

function tidy(text: string): string {
  return text.replace(bullet, '').replace(/\s+/g, ' ').trim();
}

function piecesOf(piece: string, known: Known): readonly SplitValue[] {
  if (piece === '') return [];
  const term = known.terms.get(folded(piece));
  if (term !== undefined) return [{ text: term, known: true }];
  const tokens = piece.split(' ').slice(0, 2000);
  const values = tiled(tokens, known);
  return values.some((value) => value.known) ? values : atJoiningWords(tokens).map((text) => ({ text, known: false }));
}

/** Known terms, and what stands between them as values of its own. */
function tiled(tokens: readonly string[], known: Known): readonly SplitValue[] {
  const values: SplitValue[] = [];
  let between: string[] = [];
  const close = () => {
    while (joining.has(between.at(-1)?.toLowerCase() ?? '')) between.pop();
    while (joining.has(between[0]?.toLowerCase() ?? '')) between.shift();
    if (between.length > 0) values.push({ text: between.join(' '), known: false });
    between = [];
  };
  for (let at = 0; at < tokens.length; ) {
    let length = Math.min(known.words, tokens.length - at);
    let term: string | undefined;
    for (; length > 0 && term === undefined; length--) {
      term = known.terms.get(folded(tokens.slice(at, at + length).join(' ')));
      if (term !== undefined) break;
    }
    if (term === undefined) {
      between.push(tokens[at]!);
      at += 1;
    } else {
      close();
      values.push({ text: term, known: true });
      at += length;
    }
  }
  close();
  return values;
}

function atJoiningWords(tokens: readonly string[]): readonly string[] {
  const parts: string[][] = [[]];
  for (const token of tokens) {
    if (joining.has(token.toLowerCase())) parts.push([]);
    else parts.at(-1)!.push(token);
  }
  const few = parts.every(({ length }) => length > 0 && length <= mostWordsAround);
  return few ? parts.map((words) => words.join(' ')) : [tokens.join(' ')];
}
