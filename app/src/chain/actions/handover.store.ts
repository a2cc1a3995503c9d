import { sql } from 'kysely';
import type { Transaction } from '../../foundation/database/index.ts';

/** The actions that have been made of a proposal. */
export async function actionsOf(
  tx: Transaction,
  proposal: string,
): Promise<readonly { readonly id: string; readonly title: string; readonly active: boolean }[]> {
  const { rows } = await sql<{
    id: string;
    title: string;
    active: boolean;
  }>`select id, title, active from actions.action
    where tenant_id = foundation.current_tenant() and proposal = ${proposal} order by id`.execute(tx.tables<unknown>());
  return rows;
}
