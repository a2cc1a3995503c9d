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

export interface OwnTerm extends Term {
  readonly place: number;
}

/** The vocabulary as the municipality has it: its own words, order and additions laid over the start. */
export function mergedTerms(start: Readonly<Record<string, string>>, own: readonly OwnTerm[]): readonly Term[] {
  const byCode = new Map(own.map((term) => [term.code, term]));
  const placed = Object.entries(start).map(([code, label], index) => {
    const changed = byCode.get(code);
    return { code, label: changed?.label ?? label, active: changed?.active ?? true, place: changed?.place ?? index };
  });
  const added = own.filter(({ code }) => !(code in start));
  return [...placed, ...added]
    .toSorted((a, b) => a.place - b.place || (a.code < b.code ? -1 : 1))
    .map(({ code, label, active }) => ({ code, label, active }));
}
