import { sql } from 'kysely';
import type { Transaction } from '../../foundation/database/index.ts';

const own = sql`tenant_id = (select foundation.current_tenant())`;

/** Whoever else would tell of the same action waits until this transaction has ended. */
export async function lockAction(tx: Transaction, id: string): Promise<void> {
  await sql`select 1 from actions.action where ${own} and id = ${id} for update`.execute(tx.tables<unknown>());
}

export interface ActionCounts {
  readonly open: number;
  readonly ongoing: number;
  readonly late: number;
  readonly done: number;
}

/** All of the municipality's actions in a few numbers. */
export async function countActions(tx: Transaction, today: string): Promise<ActionCounts> {
  const { rows } = await sql<ActionCounts>`select
      count(*) filter (where state in ('planned', 'ongoing')) as open,
      count(*) filter (where state = 'ongoing') as ongoing,
      count(*) filter (where state in ('planned', 'ongoing') and ends < ${today}) as late,
      count(*) filter (where state = 'done') as done
    from actions.action where ${own} and active`.execute(tx.tables<unknown>());
  return rows[0]!;
}

export async function searchActions(
  tx: Transaction,
  pattern: readonly string[],
  limit: number,
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  const words = pattern.map((one) => sql`search like ${one}`);
  const { rows } = await sql<{ id: string; title: string }>`select id, title from actions.action
    where ${own} and active and ${sql.join(words, sql` and `)} order by changed_at desc, id limit ${limit}`.execute(
    tx.tables<unknown>(),
  );
  return rows;
}
