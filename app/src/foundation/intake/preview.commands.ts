import { createHash } from 'node:crypto';
import type { Transaction } from '../database/index.ts';
import type { Language } from '../texts/index.ts';
import type { KeptTable } from './draft.store.ts';
import type { PlannedTable } from './import.commands.ts';
import { keepPlan } from './planned.store.ts';
import { type RowState, rowStates } from './target.ts';

/** Keeps what tables would do, so that it can be read a page at a time. */
export async function keepPlans(
  tx: Transaction,
  id: string,
  planned: readonly PlannedTable[],
  language: Language,
): Promise<void> {
  for (const one of planned) {
    const { kept, rows, remarks, matched, before } = one;
    const missing = matched.missing.map(({ label }) => label);
    const about = {
      number: kept.table.number,
      of: saidOf(kept, language),
      counts: countsOf(one),
      remarks,
      missing,
      before,
    };
    await keepPlan(tx, id, about, rows);
  }
}

export function countsOf({ rows }: Pick<PlannedTable, 'rows'>): Readonly<Record<RowState, number>> {
  const counts = Object.fromEntries(rowStates.map((state) => [state, 0])) as Record<RowState, number>;
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

/** What a plan depends on of what a person has said, and the language that its words are in. Leaving the rows at fault out changes no row. */
export function saidOf({ target, choice }: KeptTable, language: Language): string {
  const { leaveOut: _, ...said } = choice;
  return createHash('sha256')
    .update(JSON.stringify([target, said, language]))
    .digest('hex')
    .slice(0, 32);
}
