import { sql } from 'kysely';
import { type RowHistory, type Saved, saveVersion, type Transaction } from '../../foundation/database/index.ts';
import { newId } from '../../foundation/ids/index.ts';

export interface InterviewAnswer extends RowHistory {
  readonly id: string;
  readonly interview: string;
  readonly place: number;
  readonly question: string;
  readonly note: string;
}

export async function answersOfInterview(tx: Transaction, interview: string): Promise<readonly InterviewAnswer[]> {
  const { rows } = await sql<InterviewAnswer>`select * from causes.interview_answer
    where tenant_id = foundation.current_tenant() and interview = ${interview} order by place, id`.execute(
    tx.tables<unknown>(),
  );
  return rows;
}

/** Those who write in the same interview take turns, so that no question is written down twice. */
export async function lockInterview(tx: Transaction, id: string): Promise<void> {
  await sql`select 1 from causes.interview where tenant_id = foundation.current_tenant() and id = ${id} for update`.execute(
    tx.tables<unknown>(),
  );
}

export async function insertInterviewAnswer(
  tx: Transaction,
  answer: Pick<InterviewAnswer, 'interview' | 'place' | 'question' | 'note'>,
): Promise<void> {
  await sql`insert into causes.interview_answer (tenant_id, id, interview, place, question, note, created_by, changed_by)
    values (foundation.current_tenant(), ${newId()}, ${answer.interview}, ${answer.place}, ${answer.question}, ${answer.note},
      foundation.current_person(), foundation.current_person())`.execute(tx.tables<unknown>());
}

export function changeInterviewAnswer(
  tx: Transaction,
  id: string,
  version: number,
  note: string,
): Promise<Saved<InterviewAnswer>> {
  return saveVersion<InterviewAnswer>(tx, 'causes.interview_answer', { id }, version, { note });
}
