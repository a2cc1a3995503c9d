import { sql } from 'kysely';
import type { Transaction } from '../../foundation/database/index.ts';
import type { LinkedAction } from './dependency.rules.ts';

const own = sql`tenant_id = foundation.current_tenant()`;

export interface Links {
  /** What the action waits for. */
  readonly needs: readonly LinkedAction[];
  /** What waits for it. */
  readonly neededBy: readonly LinkedAction[];
}

export async function linksOf(tx: Transaction, action: string): Promise<Links> {
  const { rows } = await sql<LinkedAction & { side: 'needs' | 'neededBy' }>`
    select a.id, a.title, a.state, a.starts, a.ends, a.active, case when d.action_id = ${action} then 'needs' else 'neededBy' end as side
    from actions.dependency d
    join actions.action a on a.tenant_id = d.tenant_id and a.id = case when d.action_id = ${action} then d.needs_id else d.action_id end
    where d.tenant_id = foundation.current_tenant() and (d.action_id = ${action} or d.needs_id = ${action})
    order by a.ends, a.id`.execute(tx.tables<unknown>());
  const of = (side: string) => rows.filter((row) => row.side === side);
  return { needs: of('needs'), neededBy: of('neededBy') };
}

/** What each of these waits for, among all. */
export async function needsOfMany(
  tx: Transaction,
  actions: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (actions.length === 0) return new Map();
  const { rows } = await sql<{ action: string; needs: string }>`select action_id as action, needs_id as needs
    from actions.dependency where ${own} and action_id = any(${actions}) order by needs_id`.execute(
    tx.tables<unknown>(),
  );
  return new Map([...Map.groupBy(rows, ({ action }) => action)].map(([id, of]) => [id, of.map(({ needs }) => needs)]));
}

/** Does this action wait for that one, itself or by way of others? */
export async function waitsFor(tx: Transaction, action: string, other: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`with recursive waited (id) as (
      select ${action}::uuid
      union
      select d.needs_id from waited w join actions.dependency d on d.tenant_id = foundation.current_tenant() and d.action_id = w.id
    ) select exists (select 1 from waited where id = ${other}) as found`.execute(tx.tables<unknown>());
  return rows[0]?.found === true;
}

/** Two dependencies that together make a circle could else be added at the same moment. */
export async function lockDependencies(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('actions.dependency' || foundation.current_tenant()::text, 0))`.execute(
    tx.tables<unknown>(),
  );
}

export async function insertDependency(tx: Transaction, action: string, needs: string): Promise<void> {
  await sql`insert into actions.dependency (tenant_id, action_id, needs_id, created_by, changed_by)
    values (foundation.current_tenant(), ${action}, ${needs}, foundation.current_person(), foundation.current_person())
    on conflict do nothing`.execute(tx.tables<unknown>());
}

export async function removeDependency(tx: Transaction, action: string, needs: string): Promise<void> {
  await sql`delete from actions.dependency where ${own} and action_id = ${action} and needs_id = ${needs}`.execute(
    tx.tables<unknown>(),
  );
}
