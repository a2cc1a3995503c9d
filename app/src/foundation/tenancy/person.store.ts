import { type RawBuilder, sql } from 'kysely';
import type { Role } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import { type ListShape, type ListState, likePattern } from '../http/index.ts';

export const peopleList = {
  sorts: ['namn', 'titel', 'forvaltning', 'enhet'],
  filters: ['forvaltning', 'enhet', 'roll', 'aktiva'],
  pageSize: 50,
} as const satisfies ListShape;
export type PeopleState = ListState<(typeof peopleList)['sorts'][number], (typeof peopleList)['filters'][number]>;

export interface PersonInList {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly email: string | null;
  readonly organisation: string;
  readonly department: string | null;
  readonly unit: string | null;
  readonly active: boolean;
  readonly roles: readonly Role[];
}

export interface PeopleSearch {
  readonly state: PeopleState;
  /** The chosen unit and all that lies in it. */
  readonly unitIds: readonly string[] | undefined;
  readonly departmentId: string | undefined;
  readonly searchEmail: boolean;
  /** Roles are shown as they hold on this day. */
  readonly day: string;
}

export async function countPeople(tx: Transaction, search: PeopleSearch): Promise<number> {
  const result = await sql<{ count: number }>`select count(*) as count from tenancy.person p
    where ${condition(search)}`.execute(tx.tables<unknown>());
  return result.rows[0]?.count ?? 0;
}

/** One page of people, or with no limit all of them, in the order of the list. Only the rows of the page meet the other tables. */
export async function listPeople(
  tx: Transaction,
  search: PeopleSearch,
  window: { readonly limit: number; readonly offset: number } | undefined,
): Promise<readonly PersonInList[]> {
  const paging = window === undefined ? sql`` : sql`limit ${window.limit} offset ${window.offset}`;
  const result = await sql<PersonInList>`
    select p.id, p.name, p.title, p.email, p.organisation, p.active, d.name as department, u.name as unit,
      coalesce((select array_agg(distinct r.role order by r.role) from tenancy.role_assignment r where r.person_id = p.id and ${holds(search.day)}), '{}') as roles
    from (select p.*, row_number() over (order by ${order(search.state)}) as place
      from tenancy.person p ${joinFor(search.state)} where ${condition(search)} order by ${order(search.state)} ${paging}) p
    left join tenancy.department d on d.id = p.department_id
    left join tenancy.unit u on u.id = p.unit_id
    order by p.place`.execute(tx.tables<unknown>());
  return result.rows;
}

function order({ sort, descending }: PeopleState): RawBuilder<unknown> {
  const column = {
    namn: sql`(foundation.swedish_order(p.name) collate "C")`,
    titel: sql`(foundation.swedish_order(p.title) collate "C")`,
    forvaltning: sql`(foundation.swedish_order(sorted.name) collate "C")`,
    enhet: sql`(foundation.swedish_order(sorted.name) collate "C")`,
  }[sort];
  return descending ? sql`${column} desc, p.id desc` : sql`${column}, p.id`;
}

function joinFor({ sort }: PeopleState): RawBuilder<unknown> {
  if (sort === 'forvaltning') return sql`left join tenancy.department sorted on sorted.id = p.department_id`;
  if (sort === 'enhet') return sql`left join tenancy.unit sorted on sorted.id = p.unit_id`;
  return sql``;
}

function condition({ state, unitIds, departmentId, searchEmail, day }: PeopleSearch): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`p.tenant_id = foundation.current_tenant()`];
  for (const word of state.q.split(' ').filter(Boolean)) {
    const pattern = likePattern(word);
    const email = searchEmail ? sql` or p.email ilike ${pattern}` : sql``;
    parts.push(sql`(p.name ilike ${pattern} or p.title ilike ${pattern} or p.organisation ilike ${pattern}${email})`);
  }
  if (departmentId !== undefined) parts.push(sql`p.department_id = ${departmentId}`);
  if (unitIds !== undefined) parts.push(sql`p.unit_id = any(${unitIds})`);
  if (state.filters.aktiva !== 'alla') parts.push(sql`p.active = ${state.filters.aktiva !== 'inaktiva'}`);
  if (state.filters.roll !== '') {
    parts.push(
      sql`exists (select from tenancy.role_assignment r where r.person_id = p.id and r.role = ${state.filters.roll} and ${holds(day)})`,
    );
  }
  return sql.join(parts, sql` and `);
}

function holds(day: string): RawBuilder<unknown> {
  return sql`(r.valid_from is null or r.valid_from <= ${day}) and (r.valid_to is null or r.valid_to >= ${day})`;
}

export async function peopleNames(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const result = await sql<{ id: string; name: string }>`select id, name from tenancy.person
    where tenant_id = foundation.current_tenant() and id = any(${ids})`.execute(tx.tables<unknown>());
  return new Map(result.rows.map(({ id, name }) => [id, name]));
}

export async function peopleNamed(tx: Transaction, words: string, limit: number): Promise<readonly string[]> {
  const result = await sql<{ id: string }>`select id from tenancy.person
    where tenant_id = foundation.current_tenant() and (name ilike ${likePattern(words)} or email ilike ${likePattern(words)})
    order by (foundation.swedish_order(name) collate "C"), id limit ${limit}`.execute(tx.tables<unknown>());
  return result.rows.map(({ id }) => id);
}

export async function personName(tx: Transaction, id: string): Promise<string | undefined> {
  return (await peopleNames(tx, [id])).get(id);
}
