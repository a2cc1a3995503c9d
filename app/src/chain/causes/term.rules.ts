import type { Term } from '../../foundation/register/index.ts';
import { sameWords } from './item.rules.ts';

/** The word of a code; the code itself where it is no longer there, and nothing for nothing. */
export function labelsOf(terms: readonly Term[]): (code: string | null) => string {
  const byCode = new Map(terms.map(({ code, label }) => [code, label]));
  return (code) => (code === null ? '' : (byCode.get(code) ?? code));
}

/** The code of a word, whichever of the languages it is written in; the first list that has it decides. */
export function codesOf(lists: readonly (readonly Term[])[]): (word: string) => string | null {
  const byWords = new Map<string, string>();
  for (const { code, label } of lists.flat()) {
    if (!byWords.has(sameWords(label))) byWords.set(sameWords(label), code);
  }
  return (word) => byWords.get(sameWords(word)) ?? null;
}
