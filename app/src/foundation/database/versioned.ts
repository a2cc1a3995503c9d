import { sql } from 'kysely';
import type { Transaction } from './transaction.ts';

/** What every table of ours has besides its own columns. */
export interface RowHistory {
  readonly version: number;
  readonly created_at: Date;
  readonly created_by: string | null;
  readonly changed_at: Date;
  readonly changed_by: string | null;
}

export type Saved<Row> =
  | { readonly ok: true; readonly row: Row }
  /** Someone saved after this person opened the form; `theirs` is how it stands now. Nothing has been written. */
  | { readonly ok: false; readonly reason: 'conflict'; readonly theirs: Row }
  | { readonly ok: false; readonly reason: 'gone' };

/**
 * Saves a change to the row that the person saw: only if it still has the version that the form was opened with.
 * `table` is `slice.table`; `key` is the key within the tenant, as columns; `changes` are columns. Names come from code, values may come from people.
 */
export async function saveVersion<Row extends RowHistory>(
  tx: Transaction,
  table: string,
  key: Readonly<Record<string, string>>,
  version: number,
  changes: Readonly<Record<string, unknown>>,
): Promise<Saved<Row>> {
  const assignments = Object.entries(changes).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  const where = sql.join(
    Object.entries(key).map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
    sql` and `,
  );
  const saved = await sql<Row>`update ${sql.table(table)}
    set ${sql.join([...assignments, sql`version = version + 1`, sql`changed_at = now()`, sql`changed_by = foundation.current_person()`])}
    where tenant_id = foundation.current_tenant() and ${where} and version = ${version}
    returning *`.execute(tx.tables<unknown>());
  if (saved.rows[0]) return { ok: true, row: saved.rows[0] };
  const current = await sql<Row>`select * from ${sql.table(table)}
    where tenant_id = foundation.current_tenant() and ${where}`.execute(tx.tables<unknown>());
  return current.rows[0] ? { ok: false, reason: 'conflict', theirs: current.rows[0] } : { ok: false, reason: 'gone' };
}

/** The constraint that refused a write, when one did: two people gave the same name at the same time. */
export function brokenConstraint(error: unknown): string | undefined {
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown };
  const refused = code === '23505' || code === '23503' || code === '23514';
  return refused && typeof constraint === 'string' ? constraint : undefined;
}
