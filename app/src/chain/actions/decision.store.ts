import { sql } from 'kysely';
import type { Transaction } from '../../foundation/database/index.ts';
import { newId } from '../../foundation/ids/index.ts';
import type { Decision } from './decision.rules.ts';

const own = sql`tenant_id = foundation.current_tenant()`;
const columns = sql`id, proposal_id as proposal, proposal_version as "proposalVersion", track, outcome, decided_on as "decidedOn", committee, person,
  body, registry_number as "registryNumber", minutes_paragraph as "minutesParagraph", reason, corrects`;

/** The decisions on a proposal as they were recorded, the first one first. */
export function decisionsOn(tx: Transaction, proposal: string): Promise<readonly Decision[]> {
  return decisionsOnAll(tx, [proposal]);
}

export async function decisionsOnAll(tx: Transaction, proposals: readonly string[]): Promise<readonly Decision[]> {
  if (proposals.length === 0) return [];
  const { rows } = await sql<Decision>`select ${columns} from actions.decision
    where ${own} and proposal_id = any(${proposals}) order by id`.execute(tx.tables<unknown>());
  return rows;
}

/** The proposal that a decision is about. */
export async function proposalOfDecision(tx: Transaction, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ proposal: string }>`select proposal_id as proposal from actions.decision
    where ${own} and id = ${id}`.execute(tx.tables<unknown>());
  return rows[0]?.proposal;
}

export async function countDecisions(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from actions.decision d
    where ${own} and outcome = 'granted' and not exists (select from actions.decision c
      where c.tenant_id = d.tenant_id and c.corrects = d.id)`.execute(tx.tables<unknown>());
  return rows[0]?.count ?? 0;
}

/** Two who write down the same decision at once take turns, and the second sees what the first wrote. */
export async function lockProposal(tx: Transaction, proposal: string): Promise<void> {
  await sql`select 1 from actions.proposal where ${own} and id = ${proposal} for update`.execute(tx.tables<unknown>());
}

export async function insertDecision(tx: Transaction, decision: Omit<Decision, 'id'>): Promise<string> {
  const id = newId();
  await sql`insert into actions.decision (tenant_id, id, proposal_id, proposal_version, track, outcome, decided_on, committee, person, body,
      registry_number, minutes_paragraph, reason, corrects, created_by, changed_by)
    values (foundation.current_tenant(), ${id}, ${decision.proposal}, ${decision.proposalVersion}, ${decision.track}, ${decision.outcome},
      ${decision.decidedOn}, ${decision.committee}, ${decision.person}, ${decision.body}, ${decision.registryNumber},
      ${decision.minutesParagraph}, ${decision.reason}, ${decision.corrects}, foundation.current_person(), foundation.current_person())`.execute(
    tx.tables<unknown>(),
  );
  return id;
}
