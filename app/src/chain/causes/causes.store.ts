import { sql } from 'kysely';
import type { Transaction } from '../../foundation/database/index.ts';
import { likePattern } from '../../foundation/http/index.ts';

/** Those who move causes within a problem take turns from here to the end of their transaction. */
export async function lockProblems(tx: Transaction, ids: readonly string[]): Promise<void> {
  await sql`select 1 from causes.problem where tenant_id = foundation.current_tenant() and id = any(${ids})
    order by id for update`.execute(tx.tables<unknown>());
}

/** A branch is moved cause by cause; that all of it belongs to one problem again is looked at when it is done. */
export async function beginMovingBranch(tx: Transaction): Promise<void> {
  await sql`set constraints causes.cause_under_cause, causes.suggestion_for_cause deferred`.execute(
    tx.tables<unknown>(),
  );
}

/** What was suggested for causes that come to another problem goes with them. */
export async function moveSuggestions(tx: Transaction, causes: readonly string[], problem: string): Promise<void> {
  await sql`update causes.suggestion set problem = ${problem}, version = version + 1, changed_at = now(),
      changed_by = foundation.current_person()
    where tenant_id = foundation.current_tenant() and cause = any(${causes}) and problem <> ${problem}`.execute(
    tx.tables<unknown>(),
  );
}

export async function countCauses(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from causes.cause
    where tenant_id = foundation.current_tenant() and active`.execute(tx.tables<unknown>());
  return rows[0]?.n ?? 0;
}

export interface FocusCount {
  readonly problems: number;
  readonly causes: number;
  readonly supported: number;
  readonly rejected: number;
}

/** For each of these focus areas that has any problem. */
export async function countForFocus(
  tx: Transaction,
  focusAreas: readonly string[],
): Promise<ReadonlyMap<string, FocusCount>> {
  const { rows } = await sql<FocusCount & { focus_area: string }>`select p.focus_area,
      count(distinct p.id) as problems, count(c.id) as causes,
      count(c.id) filter (where c.state = 'supported') as supported, count(c.id) filter (where c.state = 'rejected') as rejected
    from causes.problem p left join causes.cause c on c.tenant_id = p.tenant_id and c.problem = p.id and c.active
    where p.tenant_id = foundation.current_tenant() and p.focus_area = any(${focusAreas}) and p.active
    group by p.focus_area`.execute(tx.tables<unknown>());
  return new Map(rows.map(({ focus_area, ...count }) => [focus_area, count]));
}

/** Problems and causes whose words are searched for, newest change first. */
export async function searchAnalysis(
  tx: Transaction,
  words: string,
  limit: number,
): Promise<readonly { readonly id: string; readonly title: string; readonly kind: 'problem' | 'cause' }[]> {
  const pattern = likePattern(words.toLowerCase());
  const { rows } = await sql<{ id: string; title: string; kind: 'problem' | 'cause' }>`select id, title, kind from (
      select id, title, changed_at, 'problem' as kind from causes.problem
        where tenant_id = foundation.current_tenant() and active and search like ${pattern}
      union all
      select id, title, changed_at, 'cause' from causes.cause
        where tenant_id = foundation.current_tenant() and active and search like ${pattern}) found
    order by changed_at desc, id limit ${limit}`.execute(tx.tables<unknown>());
  return rows;
}

/** Those who add rows to a focus area's table take turns. */
export async function lockFocusArea(tx: Transaction, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`causes ${id}`}, 0))`.execute(tx.tables<unknown>());
}
