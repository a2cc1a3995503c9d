import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';
import type { Language } from '../texts/index.ts';
import { mergedTerms, type OwnTerm, type Term, type Vocabulary } from './vocabulary.rules.ts';

export async function ownTerms(tx: Transaction, vocabulary: string): Promise<readonly OwnTerm[]> {
  const { rows } = await sql<OwnTerm>`select code, label, active, place from register.term
    where tenant_id = foundation.current_tenant() and vocabulary = ${vocabulary} order by place, code`.execute(
    tx.tables<unknown>(),
  );
  return rows;
}

export async function vocabularyTerms(
  tx: Transaction,
  vocabulary: Vocabulary,
  language: Language,
): Promise<readonly Term[]> {
  return mergedTerms(vocabulary.start(language), await ownTerms(tx, vocabulary.name));
}
