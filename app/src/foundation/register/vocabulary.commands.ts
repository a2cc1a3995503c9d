import type { Transaction } from '../database/index.ts';
import { RefusedError } from '../http/index.ts';
import type { Language } from '../texts/index.ts';
import { languages } from '../texts/index.ts';
import {
  cleanWord,
  codeFor,
  longestWord,
  type MergedTerm,
  mergedTerms,
  movedBy,
  type Vocabulary,
} from './vocabulary.rules.ts';
import {
  addTerm,
  keepTerm,
  lockVocabulary,
  ownTerms,
  placeTerms,
  renameTerm,
  setTermActive,
} from './vocabulary.store.ts';

export type WordAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'empty' | 'tooLong' | 'taken' }
  /** Somebody else has changed the word since the page was shown. */
  | { readonly ok: false; readonly reason: 'conflict'; readonly theirs: MergedTerm };

export async function addWord(
  tx: Transaction,
  vocabulary: Vocabulary,
  written: string,
  language: Language,
): Promise<WordAnswer> {
  await lockVocabulary(tx, vocabulary.name);
  const own = await ownTerms(tx, vocabulary.name);
  const word = cleanWord(written);
  const fault = faultOf(word, mergedTerms(vocabulary.start(language), own), undefined);
  if (fault !== undefined) return { ok: false, reason: fault };
  const taken = new Set([...Object.keys(vocabulary.start('sv')), ...own.map(({ code }) => code)]);
  await addTerm(tx, vocabulary.name, codeFor(word, taken), word);
  return { ok: true };
}

/** Another word for the same code: rows that have it show the new one. An empty one gives a word of the program back. */
export async function changeWord(
  tx: Transaction,
  vocabulary: Vocabulary,
  code: string,
  version: number,
  written: string,
  language: Language,
): Promise<WordAnswer> {
  await lockVocabulary(tx, vocabulary.name);
  const terms = mergedTerms(vocabulary.start(language), await ownTerms(tx, vocabulary.name));
  const before = termOf(terms, code);
  const word = cleanWord(written);
  if (before.version !== version) return { ok: false, reason: 'conflict', theirs: before };
  const given = word === '' && before.given;
  const fault = given ? undefined : faultOf(word, terms, code);
  if (fault !== undefined) return { ok: false, reason: fault };
  // What the program calls it, in whichever language, is no word of the municipality's own.
  const same = languages.some((one) => vocabulary.start(one)[code] === word);
  await keepTerm(tx, vocabulary.name, code);
  await renameTerm(tx, vocabulary.name, code, Math.max(1, version), same ? '' : word);
  return { ok: true };
}

/** No longer offered, or offered again. Rows that have the word keep it. */
export async function setOffered(
  tx: Transaction,
  vocabulary: Vocabulary,
  code: string,
  offered: boolean,
): Promise<void> {
  termOf(mergedTerms(vocabulary.start('sv'), await ownTerms(tx, vocabulary.name)), code);
  await keepTerm(tx, vocabulary.name, code);
  await setTermActive(tx, vocabulary.name, code, offered);
}

/** One step up or down from where it stands now, whoever has moved words meanwhile. */
export async function moveWord(tx: Transaction, vocabulary: Vocabulary, code: string, step: -1 | 1): Promise<void> {
  await lockVocabulary(tx, vocabulary.name);
  const terms = mergedTerms(vocabulary.start('sv'), await ownTerms(tx, vocabulary.name));
  termOf(terms, code);
  const moved = movedBy(
    terms.map((term) => term.code),
    code,
    step,
  );
  if (moved !== undefined) await placeTerms(tx, vocabulary.name, moved);
}

function termOf(terms: readonly MergedTerm[], code: string): MergedTerm {
  const term = terms.find((one) => one.code === code);
  if (term === undefined) throw new RefusedError(404);
  return term;
}

function faultOf(word: string, terms: readonly MergedTerm[], own: string | undefined) {
  if (word === '') return 'empty';
  if (word.length > longestWord) return 'tooLong';
  const others = terms.filter(({ code }) => code !== own);
  return others.some(({ label }) => label.toLowerCase() === word.toLowerCase()) ? 'taken' : undefined;
}
