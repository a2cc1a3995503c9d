import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';
import { isMany } from './field.rules.ts';
import type { Register, RegisterColumn } from './register.rules.ts';
import { fromDatabase, type Row } from './row.store.ts';

/** Rows in use whose date has come or comes by that day, for those who have somebody to remind; for one person when one is named. */
export async function rowsDue(
  tx: Transaction,
  register: Register,
  about: {
    readonly date: RegisterColumn;
    readonly person: RegisterColumn;
    /** Rows with one of these values are not read. */
    readonly over: readonly { readonly column: RegisterColumn; readonly values: readonly (string | boolean)[] }[];
    readonly until: string;
    readonly personId: string | undefined;
  },
): Promise<readonly Row[]> {
  const { date, person, over, until, personId } = about;
  const open = over.map(
    ({ column, values }) => sql`coalesce(${sql.ref(column.column)}::text, '') <> all(${values.map(String)}::text[])`,
  );
  const who = sql.ref(person.column);
  const theirs =
    personId === undefined
      ? isMany(person.field)
        ? sql`cardinality(${who}) > 0`
        : sql`${who} is not null`
      : isMany(person.field)
        ? sql`${personId} = any(${who})`
        : sql`${who} = ${personId}`;
  const { rows } = await sql<Parameters<typeof fromDatabase>[1]>`select * from ${sql.table(register.name)}
    where ${sql.join([sql`tenant_id = foundation.current_tenant() and active`, ...open], sql` and `)}
      and ${sql.ref(date.column)} <= ${until}::date and ${theirs}`.execute(tx.tables<unknown>());
  return rows.map((row) => fromDatabase(register, row));
}

/** False when the person has had the digest of that week. A digest that is being sent by another process is waited for. */
export async function insertReminderSent(tx: Transaction, personId: string, week: string): Promise<boolean> {
  const { rows } = await sql`insert into register.reminder_sent (tenant_id, person_id, week)
    values (foundation.current_tenant(), ${personId}, ${week}) on conflict do nothing returning 1`.execute(
    tx.tables<unknown>(),
  );
  return rows.length > 0;
}
