import { type RawBuilder, sql } from 'kysely';
import type { Role } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import { likePattern } from '../http/index.ts';
import type { PeopleState } from './people-list.rules.ts';

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

/** One page of people in the order of the list. Only the ids walk the long way there; the rows of the page alone meet the other tables. */
export async function listPeople(
  tx: Transaction,
  search: PeopleSearch,
  window: { readonly limit: number; readonly offset: number; readonly total: number },
): Promise<readonly PersonInList[]> {
  const { limit, offset, total } = window;
  const length = Math.max(0, Math.min(limit, total - offset));
  if (length === 0) return [];
  // The later half is nearer from the end.
  const fromEnd = offset > total / 2;
  const state = fromEnd ? { ...search.state, descending: !search.state.descending } : search.state;
  const skipped = fromEnd ? total - offset - length : offset;
  const ids = await sql<{ id: string }>`select p.id from tenancy.person p ${joinFor(state)}
    where ${condition(search)} order by ${order(state)} limit ${length} offset ${skipped}`.execute(
    tx.tables<unknown>(),
  );
  const inOrder = fromEnd ? ids.rows.toReversed() : ids.rows;
  const rows = await sql<PersonInList>`select ${columns},
      coalesce((select array_agg(distinct r.role order by r.role) from tenancy.role_assignment r
        where r.tenant_id = p.tenant_id and r.person_id = p.id and ${holds(search.day)}), '{}') as roles
    from tenancy.person p ${withNames} where p.tenant_id = foundation.current_tenant() and p.id = any(${inOrder.map(({ id }) => id)})`.execute(
    tx.tables<unknown>(),
  );
  const byId = new Map(rows.rows.map((row) => [row.id, row]));
  return inOrder.flatMap(({ id }) => byId.get(id) ?? []);
}

/** All that the list holds, in its order, for a file. */
export async function everyoneInList(tx: Transaction, search: PeopleSearch): Promise<readonly PersonInList[]> {
  const result = await sql<PersonInList>`
    with roles as (select r.person_id, array_agg(distinct r.role order by r.role) as roles from tenancy.role_assignment r
      where r.tenant_id = foundation.current_tenant() and ${holds(search.day)} group by r.person_id)
    select ${columns}, coalesce(roles.roles, '{}') as roles
    from tenancy.person p ${joinFor(search.state)} ${withNames} left join roles on roles.person_id = p.id
    where ${condition(search)} order by ${order(search.state)}`.execute(tx.tables<unknown>());
  return result.rows;
}

const columns = sql`p.id, p.name, p.title, p.email, p.organisation, p.active, d.name as department, u.name as unit`;
const withNames = sql`left join tenancy.department d on d.tenant_id = p.tenant_id and d.id = p.department_id
  left join tenancy.unit u on u.tenant_id = p.tenant_id and u.id = p.unit_id`;

function order({ sort, descending }: PeopleState): RawBuilder<unknown> {
  const column = {
    namn: sql`(foundation.swedish_order(p.name) collate "C")`,
    titel: sql`(foundation.swedish_order(p.title) collate "C")`,
    forvaltning: sql`sorted.place`,
    enhet: sql`sorted.place`,
  }[sort];
  return descending ? sql`${column} desc, p.id desc` : sql`${column}, p.id`;
}

/** The few names are put in order first, so that the many people are sorted by a number. */
function joinFor({ sort }: PeopleState): RawBuilder<unknown> {
  if (sort !== 'forvaltning' && sort !== 'enhet') return sql``;
  const [table, column] = sort === 'forvaltning' ? ['department', 'department_id'] : ['unit', 'unit_id'];
  return sql`left join (select id, row_number() over (order by foundation.swedish_order(name) collate "C", id) as place
    from ${sql.table(`tenancy.${table}`)} where tenant_id = foundation.current_tenant()) sorted on sorted.id = p.${sql.ref(column)}`;
}

function condition({ state, unitIds, departmentId, searchEmail, day }: PeopleSearch): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`p.tenant_id = foundation.current_tenant()`];
  for (const word of state.q.split(' ').filter(Boolean)) {
    const pattern = likePattern(word.toLowerCase());
    const email = searchEmail ? sql` or p.search_email like ${pattern}` : sql``;
    parts.push(sql`(p.search like ${pattern}${email})`);
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
    where tenant_id = foundation.current_tenant() and (search like ${likePattern(words.toLowerCase())} or search_email like ${likePattern(words.toLowerCase())})
    order by (foundation.swedish_order(name) collate "C"), id limit ${limit}`.execute(tx.tables<unknown>());
  return result.rows.map(({ id }) => id);
}

export async function personName(tx: Transaction, id: string): Promise<string | undefined> {
  return (await peopleNames(tx, [id])).get(id);
}
