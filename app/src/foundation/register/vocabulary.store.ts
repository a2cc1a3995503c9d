import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';
import { type RowHistory, type Saved, saveVersion } from '../database/index.ts';
import type { Language } from '../texts/index.ts';
import { isMany } from './field.rules.ts';
import type { Register, RegisterColumn } from './register.rules.ts';
import { mergedTerms, type OwnTerm, type Term, type Vocabulary } from './vocabulary.rules.ts';

export async function ownTerms(tx: Transaction, vocabulary: string): Promise<readonly OwnTerm[]> {
  const { rows } = await sql<OwnTerm>`select code, label, active, place, version from register.term
    where tenant_id = foundation.current_tenant() and vocabulary = ${vocabulary}`.execute(tx.tables<unknown>());
  return rows;
}

export async function vocabularyTerms(
  tx: Transaction,
  vocabulary: Vocabulary,
  language: Language,
): Promise<readonly Term[]> {
  return mergedTerms(vocabulary.start(language), await ownTerms(tx, vocabulary.name));
}

export function renameTerm(
  tx: Transaction,
  vocabulary: string,
  code: string,
  version: number,
  label: string,
): Promise<Saved<RowHistory & { readonly label: string }>> {
  return saveVersion(tx, 'register.term', { vocabulary, code }, version, { label });
}

/** So that what has only been the program's has a row of its own, at version 1, to be changed. */
export async function keepTerm(tx: Transaction, vocabulary: string, code: string): Promise<void> {
  await sql`insert into register.term (tenant_id, vocabulary, code, created_by, changed_by)
    values (foundation.current_tenant(), ${vocabulary}, ${code}, foundation.current_person(), foundation.current_person())
    on conflict do nothing`.execute(tx.tables<unknown>());
}

export async function setTermActive(tx: Transaction, vocabulary: string, code: string, active: boolean): Promise<void> {
  await sql`update register.term set active = ${active}, ${touched}
    where tenant_id = foundation.current_tenant() and vocabulary = ${vocabulary} and code = ${code} and active <> ${active}`.execute(
    tx.tables<unknown>(),
  );
}

/** The whole order at once, as it stands after somebody's step. */
export async function placeTerms(tx: Transaction, vocabulary: string, codes: readonly string[]): Promise<void> {
  await sql`insert into register.term (tenant_id, vocabulary, code, place, created_by, changed_by)
    select foundation.current_tenant(), ${vocabulary}, code, place - 1, foundation.current_person(), foundation.current_person()
    from unnest(${codes}::text[]) with ordinality as wanted(code, place)
    on conflict (tenant_id, vocabulary, code) do update set place = excluded.place, version = register.term.version + 1,
      changed_at = now(), changed_by = foundation.current_person()
      where register.term.place is distinct from excluded.place`.execute(tx.tables<unknown>());
}

/** Two who move words in the same vocabulary do it one after the other. */
export async function lockVocabulary(tx: Transaction, vocabulary: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(foundation.current_tenant()::text || ${vocabulary}, 0))`.execute(
    tx.tables<unknown>(),
  );
}

const touched = sql`version = version + 1, changed_at = now(), changed_by = foundation.current_person()`;

/** How many rows of a register have each code in a column. */
export async function codesUsed(
  tx: Transaction,
  register: Register,
  { column, field }: RegisterColumn,
): Promise<ReadonlyMap<string, number>> {
  const code = isMany(field) ? sql`unnest(${sql.ref(column)})` : sql.ref(column);
  const { rows } = await sql<{ code: string | null; uses: number }>`select code, count(*) as uses
    from (select ${code} as code from ${sql.table(register.name)} where tenant_id = foundation.current_tenant()) used group by code`.execute(
    tx.tables<unknown>(),
  );
  return new Map(rows.flatMap(({ code: used, uses }) => (used === null ? [] : [[used, uses]])));
}

/** Adds a word of the municipality's own, after the others. */
export async function addTerm(tx: Transaction, vocabulary: string, code: string, label: string): Promise<void> {
  await sql`insert into register.term (tenant_id, vocabulary, code, label, place, created_by, changed_by)
    select foundation.current_tenant(), ${vocabulary}, ${code}, ${label}, 1000 + coalesce(max(place), 0), foundation.current_person(), foundation.current_person()
    from register.term where tenant_id = foundation.current_tenant() and vocabulary = ${vocabulary}
    on conflict do nothing`.execute(tx.tables<unknown>());
}
