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

/** Adds a word of the municipality's own, after the others. */
export async function addTerm(tx: Transaction, vocabulary: string, code: string, label: string): Promise<void> {
  await sql`insert into register.term (tenant_id, vocabulary, code, label, place, created_by, changed_by)
    select foundation.current_tenant(), ${vocabulary}, ${code}, ${label}, 1000 + coalesce(max(place), 0), foundation.current_person(), foundation.current_person()
    from register.term where tenant_id = foundation.current_tenant() and vocabulary = ${vocabulary}
    on conflict do nothing`.execute(tx.tables<unknown>());
}
