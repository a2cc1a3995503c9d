import type { Language } from '../texts/index.ts';

/** Words that a municipality chooses from and keeps itself. The program gives a start; what is stored is always the code. */
export interface Vocabulary {
  readonly name: string;
  readonly title: (language: Language) => string;
  readonly help: (language: Language) => string;
  /** Codes with words, in the order they are shown. */
  readonly start: (language: Language) => Readonly<Record<string, string>>;
}

export interface Term {
  readonly code: string;
  readonly label: string;
  /** One that is no longer offered; rows that have it keep it. */
  readonly active: boolean;
}

/** What the municipality has said of a word. */
export interface OwnTerm {
  readonly code: string;
  /** '' for the program's own. */
  readonly label: string;
  readonly active: boolean;
  /** Null where the program puts it. */
  readonly place: number | null;
  readonly version: number;
}

export interface MergedTerm extends Term {
  /** Given by the program, or added by the municipality. */
  readonly given: boolean;
  /** 0 as long as the municipality has said nothing of it. */
  readonly version: number;
  readonly place: number;
}

/** The vocabulary as the municipality has it: its own words, order and additions laid over the start. */
export function mergedTerms(start: Readonly<Record<string, string>>, own: readonly OwnTerm[]): readonly MergedTerm[] {
  const byCode = new Map(own.map((term) => [term.code, term]));
  const given = Object.entries(start).map(([code, label], index) => {
    const said = byCode.get(code);
    return {
      ...{ code, label: said?.label || label, active: said?.active ?? true, given: true },
      ...{ version: said?.version ?? 0, place: said?.place ?? index },
    };
  });
  const added = own
    .filter(({ code }) => !(code in start))
    .map((term) => ({ ...term, given: false, place: term.place ?? Number.MAX_SAFE_INTEGER }));
  return [...given, ...added].toSorted((a, b) => a.place - b.place || (a.code < b.code ? -1 : 1));
}

export const longestWord = 200;

/** A word as it is kept: without space around it, and one space within. */
export function cleanWord(written: string): string {
  return written.trim().replace(/\s+/g, ' ');
}

/** The code that rows keep for a new word: its letters, and a number when another has the same. */
export function codeFor(word: string, taken: ReadonlySet<string>): string {
  const letters = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 50);
  const start = letters === '' ? 'ord' : letters;
  for (let number = 1; ; number++) {
    const code = number === 1 ? start : `${start}-${number}`;
    if (!taken.has(code)) return code;
  }
}

/** The codes with one of them moved a step; undefined when it already stands first or last. */
export function movedBy(codes: readonly string[], code: string, step: -1 | 1): readonly string[] | undefined {
  const from = codes.indexOf(code);
  const to = from + step;
  if (from === -1 || to < 0 || to >= codes.length) return undefined;
  return codes.with(from, codes[to]!).with(to, code);
}
