import { sql } from 'kysely';
import type { Transaction } from '../../foundation/database/index.ts';
import { newId } from '../../foundation/ids/index.ts';
import type { EffectState } from './effect.rules.ts';

/** What the figures said when a judgement was made. */
export interface JudgedOutcome {
  readonly year: number | null;
  readonly value: number | null;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly word: string | null;
  readonly comparisonUnits: readonly string[];
  readonly archive: string | null;
}

export interface Judgement {
  readonly id: string;
  readonly effectId: string;
  readonly judgedOn: string;
  readonly state: EffectState;
  readonly reason: string;
  readonly outcome: JudgedOutcome;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

export async function insertJudgement(
  tx: Transaction,
  judgement: Pick<Judgement, 'effectId' | 'judgedOn' | 'state' | 'reason' | 'outcome'>,
): Promise<void> {
  await sql`insert into followup.judgement (tenant_id, id, effect_id, judged_on, state, reason, outcome, created_by, changed_by)
    values (foundation.current_tenant(), ${newId()}, ${judgement.effectId}, ${judgement.judgedOn}, ${judgement.state}, ${judgement.reason},
      ${JSON.stringify(judgement.outcome)}::jsonb, foundation.current_person(), foundation.current_person())`.execute(
    tx.tables<unknown>(),
  );
}

/** Newest first. */
export async function judgementsOf(tx: Transaction, effectId: string): Promise<readonly Judgement[]> {
  const { rows } =
    await sql<Judgement>`select id, effect_id as "effectId", judged_on as "judgedOn", state, reason, outcome,
      created_at as "createdAt", created_by as "createdBy" from followup.judgement
    where tenant_id = foundation.current_tenant() and effect_id = ${effectId} order by id desc limit 200`.execute(
      tx.tables<unknown>(),
    );
  return rows;
}

export interface BenefitSums {
  /** Kronor planned, as an economist has confirmed them, and what is told but not confirmed. */
  readonly planned: number;
  readonly confirmed: number;
  readonly unconfirmed: number;
  readonly hoursPlanned: number;
  readonly hoursActual: number;
  readonly red: number;
}

/** Green, yellow and red by themselves. */
export async function sumBenefits(tx: Transaction): Promise<BenefitSums> {
  const { rows } = await sql<BenefitSums>`select
      coalesce(sum(planned), 0) as planned,
      coalesce(sum(actual) filter (where confirmed_on is not null), 0) as confirmed,
      coalesce(sum(actual) filter (where confirmed_on is null), 0) as unconfirmed,
      coalesce(sum(hours_planned), 0) as "hoursPlanned", coalesce(sum(hours_actual), 0) as "hoursActual",
      count(*) filter (where colour = 'red') as red
    from followup.benefit where tenant_id = foundation.current_tenant() and active`.execute(tx.tables<unknown>());
  return rows[0]!;
}
