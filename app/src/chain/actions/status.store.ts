import { sql } from 'kysely';
import type { Transaction } from '../../foundation/database/index.ts';
import { newId } from '../../foundation/ids/index.ts';
import type { ActionState, ActionStatus } from './action-state.rules.ts';

/** What somebody told of an action: how it goes, that it has moved on, or both. A telling is never changed. */
export interface Telling {
  readonly id: string;
  readonly action: string;
  readonly status: ActionStatus | null;
  readonly state: ActionState | null;
  readonly comment: string;
  /** The day that it is about, as 2026-11-22; written down at `toldAt`. */
  readonly toldOn: string;
  readonly toldAt: Date;
  readonly toldBy: string | null;
}

const columns = sql`id, action_id as action, status, state, comment, told_on as "toldOn", created_at as "toldAt", created_by as "toldBy"`;
const own = sql`tenant_id = foundation.current_tenant()`;

/** Newest first. */
export async function tellingsOf(tx: Transaction, action: string, limit = 200): Promise<readonly Telling[]> {
  const { rows } = await sql<Telling>`select ${columns} from actions.action_status
    where ${own} and action_id = ${action} order by id desc limit ${limit}`.execute(tx.tables<unknown>());
  return rows.map(dated);
}

/** The latest of each. */
export async function latestTellings(
  tx: Transaction,
  actions: readonly string[],
): Promise<ReadonlyMap<string, Telling>> {
  if (actions.length === 0) return new Map();
  const { rows } = await sql<Telling>`select distinct on (action_id) ${columns} from actions.action_status
    where ${own} and action_id = any(${actions}) order by action_id, id desc`.execute(tx.tables<unknown>());
  return new Map(rows.map((row) => [row.action, dated(row)]));
}

function dated(row: Telling): Telling {
  return { ...row, toldAt: new Date(row.toldAt) };
}

export async function insertTelling(
  tx: Transaction,
  telling: Pick<Telling, 'action' | 'status' | 'state' | 'comment'> & { readonly today: string },
): Promise<void> {
  const { action, status, state, comment, today } = telling;
  await sql`insert into actions.action_status (tenant_id, id, action_id, status, state, comment, told_on, created_by, changed_by)
    values (foundation.current_tenant(), ${newId()}, ${action}, ${status}, ${state}, ${comment}, ${today},
      foundation.current_person(), foundation.current_person())`.execute(tx.tables<unknown>());
}
