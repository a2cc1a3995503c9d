import { sql } from 'kysely';
import type { Transaction } from '../../foundation/database/index.ts';
import { newId } from '../../foundation/ids/index.ts';
import type { Relation } from './portfolio.rules.ts';

const columns = sql`id, proposal_id as proposal, kind, other_id as other, note`;
const own = sql`tenant_id = foundation.current_tenant()`;

export async function allRelations(tx: Transaction): Promise<readonly Relation[]> {
  const { rows } = await sql<Relation>`select ${columns} from actions.proposal_relation
    where ${own} order by id`.execute(tx.tables<unknown>());
  return rows;
}

export async function relationsOf(tx: Transaction, proposal: string): Promise<readonly Relation[]> {
  const { rows } = await sql<Relation>`select ${columns} from actions.proposal_relation
    where ${own} and (proposal_id = ${proposal} or other_id = ${proposal}) order by id`.execute(tx.tables<unknown>());
  return rows;
}

/** What is said already is left as it stands. */
export async function insertRelation(tx: Transaction, relation: Omit<Relation, 'id'>): Promise<void> {
  const { proposal, kind, other, note } = relation;
  await sql`insert into actions.proposal_relation (tenant_id, id, proposal_id, kind, other_id, note, created_by, changed_by)
    values (foundation.current_tenant(), ${newId()}, ${proposal}, ${kind}, ${other}, ${note}, foundation.current_person(),
      foundation.current_person())
    on conflict (tenant_id, proposal_id, kind, other_id) do nothing`.execute(tx.tables<unknown>());
}

export async function removeRelation(tx: Transaction, id: string, proposal: string): Promise<void> {
  await sql`delete from actions.proposal_relation
    where ${own} and id = ${id} and (proposal_id = ${proposal} or other_id = ${proposal})`.execute(
    tx.tables<unknown>(),
  );
}
