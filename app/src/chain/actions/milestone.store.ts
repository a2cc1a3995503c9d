import { sql } from 'kysely';
import { type Saved, saveVersion, type Transaction } from '../../foundation/database/index.ts';
import { newId } from '../../foundation/ids/index.ts';
import type { Milestone } from './milestone.rules.ts';

const own = sql`tenant_id = foundation.current_tenant()`;
const columns = sql`id, action_id as action, title, due, reached_on as "reachedOn", place, active, version`;

/** In the order that somebody has put them in, those that were taken away last. */
export async function milestonesOf(tx: Transaction, action: string): Promise<readonly Milestone[]> {
  const { rows } = await sql<Milestone>`select ${columns} from actions.milestone
    where ${own} and action_id = ${action} order by active desc, place, id`.execute(tx.tables<unknown>());
  return rows;
}

export async function milestonesOfMany(
  tx: Transaction,
  actions: readonly string[],
): Promise<ReadonlyMap<string, readonly Milestone[]>> {
  if (actions.length === 0) return new Map();
  const { rows } = await sql<Milestone>`select ${columns} from actions.milestone
    where ${own} and action_id = any(${actions}) and active order by place, id`.execute(tx.tables<unknown>());
  return Map.groupBy(rows, ({ action }) => action);
}

export interface DueMilestone extends Milestone {
  readonly actionTitle: string;
}

/** What the person's open actions must have reached by a day. */
export async function milestonesDue(
  tx: Transaction,
  owner: string,
  until: string,
  limit: number,
): Promise<readonly DueMilestone[]> {
  const { rows } = await sql<DueMilestone>`
    select m.id, m.action_id as action, m.title, m.due, m.reached_on as "reachedOn", m.place, m.active, m.version, a.title as "actionTitle"
    from actions.action a join actions.milestone m on m.tenant_id = a.tenant_id and m.action_id = a.id
    where a.tenant_id = foundation.current_tenant() and a.owner = ${owner} and a.active and a.state in ('planned', 'ongoing')
      and m.active and m.reached_on is null and m.due <= ${until} order by m.due, m.id limit ${limit}`.execute(
    tx.tables<unknown>(),
  );
  return rows;
}

/** What every open action that has an owner must have reached by a day. */
export async function milestonesOfOwnersDue(
  tx: Transaction,
  until: string,
): Promise<
  readonly { readonly action: string; readonly title: string; readonly due: string; readonly owner: string }[]
> {
  const { rows } = await sql<{ action: string; title: string; due: string; owner: string }>`
    select m.action_id as action, m.title, m.due, a.owner
    from actions.action a join actions.milestone m on m.tenant_id = a.tenant_id and m.action_id = a.id
    where a.tenant_id = foundation.current_tenant() and a.owner is not null and a.active and a.state in ('planned', 'ongoing')
      and m.active and m.reached_on is null and m.due <= ${until} order by m.due, m.id`.execute(tx.tables<unknown>());
  return rows;
}

export async function insertMilestone(
  tx: Transaction,
  action: string,
  values: { readonly title: string; readonly due: string | null },
): Promise<string> {
  const id = newId();
  await sql`insert into actions.milestone (tenant_id, id, action_id, title, due, place, created_by, changed_by)
    values (foundation.current_tenant(), ${id}, ${action}, ${values.title}, ${values.due},
      (select coalesce(max(place), 0) + 1 from actions.milestone where ${own} and action_id = ${action}),
      foundation.current_person(), foundation.current_person())`.execute(tx.tables<unknown>());
  return id;
}

export type MilestoneChange = Partial<{
  title: string;
  due: string | null;
  reached_on: string | null;
  active: boolean;
}>;

export async function saveMilestone(
  tx: Transaction,
  id: string,
  version: number,
  change: MilestoneChange,
): Promise<Saved<never>> {
  return saveVersion(tx, 'actions.milestone', { id }, version, change);
}

/** The places of them all, told anew; only rows that move get a new version. */
export async function placeMilestones(tx: Transaction, inOrder: readonly Milestone[]): Promise<void> {
  await sql`update actions.milestone m
    set place = told.place, version = m.version + 1, changed_at = now(), changed_by = foundation.current_person()
    from unnest(${inOrder.map(({ id }) => id)}::uuid[], ${inOrder.map((_, index) => index + 1)}::int[]) as told(id, place)
    where m.tenant_id = foundation.current_tenant() and m.id = told.id and m.place <> told.place`.execute(
    tx.tables<unknown>(),
  );
}
