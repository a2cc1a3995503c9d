import { sql } from 'kysely';
import { type RowHistory, saveVersion, type Transaction } from '../../foundation/database/index.ts';
import { type Frame, startFrame } from './frame.rules.ts';

interface FrameRow extends RowHistory {
  readonly discount_rate: number;
  readonly budget: number | null;
  readonly budget_from: number | null;
  readonly budget_to: number | null;
}

export async function readFrameRow(tx: Transaction): Promise<Frame> {
  const { rows } = await sql<FrameRow>`select * from actions.frame
    where tenant_id = foundation.current_tenant()`.execute(tx.tables<unknown>());
  return rows[0] === undefined ? startFrame : frameOf(rows[0]);
}

export function frameOf({ version, discount_rate, budget, budget_from, budget_to }: FrameRow): Frame {
  return {
    version,
    discountRate: discount_rate,
    budget: budget === null ? undefined : { kronor: budget, from: budget_from ?? 0, to: budget_to ?? 0 },
  };
}

type Values = Omit<Frame, 'version'>;

/** False when somebody else has set one meanwhile. */
export async function insertFrame(tx: Transaction, { discountRate, budget }: Values): Promise<boolean> {
  const { rows } =
    await sql`insert into actions.frame (tenant_id, discount_rate, budget, budget_from, budget_to, created_by, changed_by)
    values (foundation.current_tenant(), ${discountRate}, ${budget?.kronor ?? null}, ${budget?.from ?? null}, ${budget?.to ?? null},
      foundation.current_person(), foundation.current_person())
    on conflict do nothing returning version`.execute(tx.tables<unknown>());
  return rows.length > 0;
}

export function saveFrameRow(tx: Transaction, version: number, { discountRate, budget }: Values) {
  return saveVersion<FrameRow>(tx, 'actions.frame', { tenant_id: tx.scope.tenantId ?? '' }, version, {
    discount_rate: discountRate,
    budget: budget?.kronor ?? null,
    budget_from: budget?.from ?? null,
    budget_to: budget?.to ?? null,
  });
}
