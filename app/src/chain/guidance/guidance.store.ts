import { sql } from 'kysely';
import { type RowHistory, type Saved, saveVersion, type Transaction } from '../../foundation/database/index.ts';
import { newId } from '../../foundation/ids/index.ts';

export interface AnswerRow extends RowHistory {
  readonly id: string;
  readonly phase: string;
  readonly question: string;
  readonly wording: string;
  readonly answer: string;
}

/** The answers for a focus area, or with null those for the whole municipality. */
export async function answersOf(tx: Transaction, focusArea: string | null): Promise<readonly AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`select * from guidance.answer
    where tenant_id = foundation.current_tenant() and focus_area is not distinct from ${focusArea}
    order by phase, created_at, id`.execute(tx.tables<unknown>());
  return rows;
}

/** A first answer; undefined when somebody has given one meanwhile. */
export async function insertAnswer(
  tx: Transaction,
  answer: Pick<AnswerRow, 'phase' | 'question' | 'wording' | 'answer'> & { readonly focusArea: string | null },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`insert into guidance.answer
    (tenant_id, id, focus_area, phase, question, wording, answer, created_by, changed_by)
    values (foundation.current_tenant(), ${newId()}, ${answer.focusArea}, ${answer.phase}, ${answer.question}, ${answer.wording},
      ${answer.answer}, foundation.current_person(), foundation.current_person())
    on conflict do nothing returning id`.execute(tx.tables<unknown>());
  return rows[0]?.id;
}

export function changeAnswer(
  tx: Transaction,
  id: string,
  version: number,
  changes: Readonly<Pick<AnswerRow, 'wording' | 'answer'>>,
): Promise<Saved<AnswerRow>> {
  return saveVersion<AnswerRow>(tx, 'guidance.answer', { id }, version, changes);
}

export async function isPanelHidden(tx: Transaction, personId: string): Promise<boolean> {
  const { rows } = await sql<{ hidden: boolean }>`select exists (select 1 from guidance.hidden_panel
    where tenant_id = foundation.current_tenant() and person_id = ${personId}) as hidden`.execute(tx.tables<unknown>());
  return rows[0]?.hidden === true;
}

export async function setPanelHidden(tx: Transaction, personId: string, hidden: boolean): Promise<void> {
  await (hidden
    ? sql`insert into guidance.hidden_panel (tenant_id, person_id, created_by, changed_by)
        values (foundation.current_tenant(), ${personId}, foundation.current_person(), foundation.current_person()) on conflict do nothing`
    : sql`delete from guidance.hidden_panel where tenant_id = foundation.current_tenant() and person_id = ${personId}`
  ).execute(tx.tables<unknown>());
}
