import { sql } from 'kysely';
import type { Transaction } from '../../foundation/database/index.ts';
import { newId } from '../../foundation/ids/index.ts';
import { grounds } from './candidate.rules.ts';
import type { Weights } from './score.rules.ts';

export async function readWeights(
  tx: Transaction,
): Promise<{ readonly weights: Weights; readonly version: number } | undefined> {
  const { rows } = await sql<
    Weights & { version: number }
  >`select ${sql.join(grounds.map((ground) => sql.ref(ground)))}, version from focus.weights
    where tenant_id = foundation.current_tenant()`.execute(tx.tables<unknown>());
  const row = rows[0];
  if (row === undefined) return undefined;
  const { version, ...weights } = row;
  return { weights, version };
}

/** Saves what the person saw at `version`, 0 when there was none; false when somebody else was quicker. */
export async function saveWeights(tx: Transaction, weights: Weights, version: number): Promise<boolean> {
  const columns = grounds.map((ground) => sql.ref(ground));
  const values = grounds.map((ground) => weights[ground]);
  const saved =
    version === 0
      ? await sql`insert into focus.weights (tenant_id, created_by, changed_by, ${sql.join(columns)})
          values (foundation.current_tenant(), foundation.current_person(), foundation.current_person(), ${sql.join(values)})
          on conflict do nothing returning version`.execute(tx.tables<unknown>())
      : await sql`update focus.weights set ${sql.join(grounds.map((ground) => sql`${sql.ref(ground)} = ${weights[ground]}`))},
          version = version + 1, changed_at = now(), changed_by = foundation.current_person()
          where tenant_id = foundation.current_tenant() and version = ${version} returning version`.execute(
          tx.tables<unknown>(),
        );
  return saved.rows.length > 0;
}

export interface FocusDecision {
  readonly id: string;
  /** As 2026-03-02. */
  readonly decidedOn: string;
  readonly body: string;
  readonly present: readonly string[];
  readonly note: string;
  readonly weights: Weights;
  readonly createdAt: Date;
}

export interface DecidedCandidate {
  readonly candidateId: string;
  readonly chosen: boolean;
  readonly reason: string;
  readonly title: string;
  readonly score: number | null;
  readonly place: number;
  readonly areaId: string | null;
}

export async function insertDecision(
  tx: Transaction,
  decision: Omit<FocusDecision, 'id' | 'createdAt'>,
  candidates: readonly DecidedCandidate[],
): Promise<string> {
  const id = newId();
  await sql`insert into focus.decision (tenant_id, id, decided_on, body, present, note, weights, created_by, changed_by)
    values (foundation.current_tenant(), ${id}, ${decision.decidedOn}, ${decision.body}, ${decision.present}::uuid[], ${decision.note},
      ${JSON.stringify(decision.weights)}::jsonb, foundation.current_person(), foundation.current_person())`.execute(
    tx.tables<unknown>(),
  );
  for (const one of candidates) {
    await sql`insert into focus.decision_candidate (tenant_id, decision_id, candidate_id, chosen, reason, title, score, place, area_id)
      values (foundation.current_tenant(), ${id}, ${one.candidateId}, ${one.chosen}, ${one.reason}, ${one.title}, ${one.score},
        ${one.place}, ${one.areaId})`.execute(tx.tables<unknown>());
  }
  return id;
}

const decisionColumns = sql`id, decided_on as "decidedOn", body, present, note, weights, created_at as "createdAt"`;

export async function listDecisions(tx: Transaction): Promise<readonly FocusDecision[]> {
  const { rows } = await sql<FocusDecision>`select ${decisionColumns} from focus.decision
    where tenant_id = foundation.current_tenant() order by decided_on desc, id desc limit 200`.execute(
    tx.tables<unknown>(),
  );
  return rows;
}

export async function readDecision(
  tx: Transaction,
  id: string,
): Promise<{ readonly decision: FocusDecision; readonly candidates: readonly DecidedCandidate[] } | undefined> {
  const { rows } = await sql<FocusDecision>`select ${decisionColumns} from focus.decision
    where tenant_id = foundation.current_tenant() and id = ${id}`.execute(tx.tables<unknown>());
  const decision = rows[0];
  if (decision === undefined) return undefined;
  const candidates =
    await sql<DecidedCandidate>`select candidate_id as "candidateId", chosen, reason, title, score, place,
      area_id as "areaId" from focus.decision_candidate
    where tenant_id = foundation.current_tenant() and decision_id = ${id} order by chosen desc, place`.execute(
      tx.tables<unknown>(),
    );
  return { decision, candidates: candidates.rows };
}

/** The decision that made a focus area, when there is one. */
export async function decisionOfArea(
  tx: Transaction,
  areaId: string,
): Promise<
  { readonly id: string; readonly decidedOn: string; readonly body: string; readonly reason: string } | undefined
> {
  const { rows } = await sql<{ id: string; decidedOn: string; body: string; reason: string }>`
    select d.id, d.decided_on as "decidedOn", d.body, c.reason
    from focus.decision_candidate c join focus.decision d on d.tenant_id = c.tenant_id and d.id = c.decision_id
    where c.tenant_id = foundation.current_tenant() and c.area_id = ${areaId} order by d.id desc limit 1`.execute(
    tx.tables<unknown>(),
  );
  return rows[0];
}

/** Candidates and focus areas that were built on an observation, for the page of the observation. */
export async function builtOnObservation(
  tx: Transaction,
  observationId: string,
): Promise<readonly { readonly kind: 'candidate' | 'area'; readonly id: string; readonly title: string }[]> {
  const { rows } = await sql<{ kind: 'candidate' | 'area'; id: string; title: string }>`
    select 'candidate' as kind, id, title from focus.candidate
      where tenant_id = foundation.current_tenant() and active and observations && ${[observationId]}::uuid[]
    union all
    select 'area' as kind, id, title from focus.area
      where tenant_id = foundation.current_tenant() and active and observations && ${[observationId]}::uuid[]
    order by kind desc, title`.execute(tx.tables<unknown>());
  return rows;
}

export async function countAreas(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from focus.area
    where tenant_id = foundation.current_tenant() and active and state = 'ongoing'`.execute(tx.tables<unknown>());
  return rows[0]?.count ?? 0;
}
