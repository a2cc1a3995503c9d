import { sql } from 'kysely';
import { type RowHistory, saveVersion, type Transaction } from '../../foundation/database/index.ts';
import { newId } from '../../foundation/ids/index.ts';
import type { Aspect, ChildAnswers, Direction, EntryContent, Impact, ImpactSubject } from './impact.rules.ts';

export interface ImpactRow extends RowHistory {
  readonly id: string;
  readonly proposal_id: string | null;
  readonly focus_area: string | null;
  readonly aspect: Aspect;
  readonly affected: string;
  readonly relevant: boolean;
  readonly direction: Direction | null;
  readonly words: string;
}

export interface ChildImpactRow extends RowHistory {
  readonly id: string;
  readonly which_children: string;
  readonly voices: string;
  readonly best_interests: string;
  readonly balancing: string;
  readonly follow_up: string;
}

const own = sql`tenant_id = foundation.current_tenant()`;

const about = ({ kind, id }: ImpactSubject) =>
  kind === 'proposal' ? sql`proposal_id = ${id}` : sql`focus_area = ${id}`;
const subjectColumns = ({ kind, id }: ImpactSubject) =>
  kind === 'proposal' ? sql`${id}, null` : sql`null, ${id}::uuid`;

/** Those who describe the same thing take turns, so that each sees what the other wrote. */
export async function lockImpacts(tx: Transaction, { id }: ImpactSubject): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`actions.impact ${id}`}, 0))`.execute(tx.tables<unknown>());
}

export async function readImpacts(tx: Transaction, subject: ImpactSubject): Promise<readonly Impact[]> {
  const { rows } = await sql<ImpactRow>`select * from actions.impact where ${own} and ${about(subject)}
    order by id`.execute(tx.tables<unknown>());
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    aspect: row.aspect,
    ...contentOf(row),
  }));
}

/** Which parts have been described, of everything at once. */
export async function describedAspects(
  tx: Transaction,
): Promise<
  readonly { readonly proposal: string | null; readonly focusArea: string | null; readonly aspect: Aspect }[]
> {
  const { rows } = await sql<{ proposal: string | null; focusArea: string | null; aspect: Aspect }>`
    select distinct proposal_id as proposal, focus_area as "focusArea", aspect from actions.impact
    where ${own}`.execute(tx.tables<unknown>());
  return rows;
}

export function contentOf({
  affected,
  relevant,
  direction,
  words,
}: Pick<ImpactRow, 'affected' | 'relevant' | 'direction' | 'words'>): EntryContent {
  return { affected, choice: relevant ? (direction ?? '') : 'notRelevant', words };
}

function columnsOf({ affected, choice, words }: EntryContent) {
  const relevant = choice !== 'notRelevant';
  return { affected, relevant, direction: relevant && choice !== '' ? choice : null, words };
}

export async function insertImpact(
  tx: Transaction,
  subject: ImpactSubject,
  aspect: Aspect,
  content: EntryContent,
): Promise<void> {
  const { affected, relevant, direction, words } = columnsOf(content);
  await sql`insert into actions.impact (tenant_id, id, proposal_id, focus_area, aspect, affected, relevant, direction, words, created_by, changed_by)
    values (foundation.current_tenant(), ${newId()}, ${subjectColumns(subject)}, ${aspect}, ${affected}, ${relevant}, ${direction}, ${words},
      foundation.current_person(), foundation.current_person())`.execute(tx.tables<unknown>());
}

export function saveImpact(tx: Transaction, id: string, version: number, content: EntryContent) {
  return saveVersion<ImpactRow>(tx, 'actions.impact', { id }, version, columnsOf(content));
}

export async function removeImpact(tx: Transaction, id: string): Promise<void> {
  await sql`delete from actions.impact where ${own} and id = ${id}`.execute(tx.tables<unknown>());
}

export async function readChildImpact(tx: Transaction, subject: ImpactSubject): Promise<ChildImpactRow | undefined> {
  const { rows } = await sql<ChildImpactRow>`select * from actions.child_impact
    where ${own} and ${about(subject)}`.execute(tx.tables<unknown>());
  return rows[0];
}

export function answersOf(row: ChildImpactRow): ChildAnswers {
  const { which_children, voices, best_interests, balancing, follow_up } = row;
  return { whichChildren: which_children, voices, bestInterests: best_interests, balancing, followUp: follow_up };
}

export async function insertChildImpact(tx: Transaction, subject: ImpactSubject, answers: ChildAnswers): Promise<void> {
  const { whichChildren, voices, bestInterests, balancing, followUp } = answers;
  await sql`insert into actions.child_impact (tenant_id, id, proposal_id, focus_area, which_children, voices, best_interests, balancing, follow_up,
      created_by, changed_by)
    values (foundation.current_tenant(), ${newId()}, ${subjectColumns(subject)}, ${whichChildren}, ${voices}, ${bestInterests}, ${balancing},
      ${followUp}, foundation.current_person(), foundation.current_person())`.execute(tx.tables<unknown>());
}

export function saveChildImpact(tx: Transaction, id: string, version: number, answers: ChildAnswers) {
  const { whichChildren, voices, bestInterests, balancing, followUp } = answers;
  return saveVersion<ChildImpactRow>(tx, 'actions.child_impact', { id }, version, {
    which_children: whichChildren,
    voices,
    best_interests: bestInterests,
    balancing,
    follow_up: followUp,
  });
}
