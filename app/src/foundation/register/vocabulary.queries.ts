import type { Transaction } from '../database/index.ts';
import type { Language } from '../texts/index.ts';
import type { Kernel } from './kernel.ts';
import { type MergedTerm, mergedTerms, type Vocabulary } from './vocabulary.rules.ts';
import { codesUsed, ownTerms } from './vocabulary.store.ts';

export interface VocabularyPage {
  readonly vocabulary: Vocabulary;
  readonly terms: readonly MergedTerm[];
  /** How many rows have each code. */
  readonly uses: ReadonlyMap<string, number>;
}

export async function vocabularyPage(
  kernel: Kernel,
  tx: Transaction,
  vocabulary: Vocabulary,
  language: Language,
): Promise<VocabularyPage> {
  const uses = new Map<string, number>();
  for (const register of kernel.registers) {
    for (const column of register.columns) {
      if (column.field.kind !== 'choice' || column.field.of !== vocabulary.name) continue;
      for (const [code, count] of await codesUsed(tx, register, column)) uses.set(code, (uses.get(code) ?? 0) + count);
    }
  }
  return { vocabulary, terms: mergedTerms(vocabulary.start(language), await ownTerms(tx, vocabulary.name)), uses };
}
