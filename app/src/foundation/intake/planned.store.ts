import { setImmediate as giveWay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';
import { json } from './draft.store.ts';
import type { EarlierImport } from './import.store.ts';
import type { PlannedRow, RowState } from './target.ts';

/** What a large table would do, as it was gone through. */
export interface KeptPlan {
  readonly number: number;
  /** What had been said of the table then: said otherwise since, it must be gone through again. */
  readonly of: string;
  readonly counts: Readonly<Record<RowState, number>>;
  readonly remarks: readonly string[];
  /** What every row must have and nothing gives. */
  readonly missing: readonly string[];
  readonly before: EarlierImport | undefined;
}

const own = sql`tenant_id = foundation.current_tenant()`;
const rowsInOne = 2000;

/** Instead of what was kept before. */
export async function keepPlan(
  tx: Transaction,
  draftId: string,
  plan: KeptPlan,
  rows: readonly PlannedRow[],
): Promise<void> {
  const { number } = plan;
  await sql`delete from intake.table_plan where ${own} and draft_id = ${draftId} and number = ${number}`.execute(
    tx.tables<unknown>(),
  );
  await sql`insert into intake.table_plan (tenant_id, draft_id, number, about)
    values (foundation.current_tenant(), ${draftId}, ${number}, ${json(plan)}::jsonb)`.execute(tx.tables<unknown>());
  for (let start = 0; start < rows.length; start += rowsInOne) {
    const some = rows.slice(start, start + rowsInOne);
    await sql`insert into intake.planned_row (tenant_id, draft_id, number, place, state, about)
      select foundation.current_tenant(), ${draftId}, ${number}, one.place, one.state, one.about::jsonb
      from unnest(${some.map(({ index }) => index)}::int[], ${some.map(({ state }) => state)}::text[],
        ${some.map((row) => json(row))}::text[]) as one(place, state, about)`.execute(tx.tables<unknown>());
    await giveWay();
  }
}

export async function keptPlans(tx: Transaction, draftId: string): Promise<readonly KeptPlan[]> {
  const { rows } = await sql<{ about: KeptPlan }>`select about from intake.table_plan
    where ${own} and draft_id = ${draftId}`.execute(tx.tables<unknown>());
  return rows.map(({ about }) => about);
}

/** Some of a table's rows, of one state or of all, in the order of the table. */
export async function keptRows(
  tx: Transaction,
  draftId: string,
  number: number,
  { state, limit, offset }: { readonly state: RowState | undefined; readonly limit: number; readonly offset: number },
): Promise<readonly PlannedRow[]> {
  const wanted = state === undefined ? sql`true` : sql`state = ${state}`;
  const { rows } = await sql<{ about: PlannedRow }>`select about from intake.planned_row
    where ${own} and draft_id = ${draftId} and number = ${number} and ${wanted}
    order by place limit ${limit} offset ${offset}`.execute(tx.tables<unknown>());
  return rows.map(({ about }) => about);
}
