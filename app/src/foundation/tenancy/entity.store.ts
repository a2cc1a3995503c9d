import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';
import { type RowHistory, type Saved, saveVersion } from '../database/index.ts';
import type { EntityKind } from './entity.rules.ts';
import type { UnitInTree } from './unit-tree.rules.ts';

export interface EntityRow extends RowHistory {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly [column: string]: unknown;
}

export interface CommitteeRow {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly parentId: string | null;
  readonly active: boolean;
}

export interface DepartmentRow {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly committeeId: string | null;
  readonly active: boolean;
}

export interface UnitRow extends UnitInTree {
  readonly name: string;
  readonly departmentId: string;
  readonly ou: string | null;
  readonly active: boolean;
}

const inOrder = sql`(foundation.swedish_order(name) collate "C"), id`;

export async function readEntityRow(tx: Transaction, kind: EntityKind, id: string): Promise<EntityRow | undefined> {
  const result = await sql<EntityRow>`select * from ${table(kind)} where id = ${id}`.execute(tx.tables<unknown>());
  return result.rows[0];
}

export async function insertEntity(
  tx: Transaction,
  kind: EntityKind,
  id: string,
  columns: Readonly<Record<string, string | null>>,
): Promise<void> {
  const names = Object.keys(columns).map((column) => sql.ref(column));
  await sql`insert into ${table(kind)} (tenant_id, id, created_by, changed_by, ${sql.join(names)})
    values (foundation.current_tenant(), ${id}, foundation.current_person(), foundation.current_person(), ${sql.join(Object.values(columns))})`.execute(
    tx.tables<unknown>(),
  );
}

export function saveEntityRow(
  tx: Transaction,
  kind: EntityKind,
  id: string,
  version: number,
  columns: Readonly<Record<string, unknown>>,
): Promise<Saved<EntityRow>> {
  return saveVersion<EntityRow>(tx, `tenancy.${kind}`, { id }, version, columns);
}

export async function allCommittees(tx: Transaction): Promise<readonly CommitteeRow[]> {
  const result =
    await sql<CommitteeRow>`select id, name, short_name as "shortName", kind, parent_id as "parentId", active
    from tenancy.committee order by case kind when 'municipalCouncil' then 0 when 'executiveBoard' then 1 else 2 end, ${inOrder}`.execute(
      tx.tables<unknown>(),
    );
  return result.rows;
}

export async function allDepartments(tx: Transaction): Promise<readonly DepartmentRow[]> {
  const result =
    await sql<DepartmentRow>`select id, name, short_name as "shortName", committee_id as "committeeId", active
    from tenancy.department order by ${inOrder}`.execute(tx.tables<unknown>());
  return result.rows;
}

export async function allUnits(tx: Transaction): Promise<readonly UnitRow[]> {
  const result =
    await sql<UnitRow>`select id, name, department_id as "departmentId", parent_id as "parentId", ou, active
    from tenancy.unit order by ${inOrder}`.execute(tx.tables<unknown>());
  return result.rows;
}

/** How many active things lie directly in this one, other than people. */
export async function activeParts(tx: Transaction, kind: EntityKind, id: string): Promise<number> {
  const count = {
    committee: sql`(select count(*) from tenancy.department where committee_id = ${id} and active)
      + (select count(*) from tenancy.committee where parent_id = ${id} and active)`,
    department: sql`(select count(*) from tenancy.unit where department_id = ${id} and active)`,
    unit: sql`(select count(*) from tenancy.unit where parent_id = ${id} and active)`,
    person: sql`0`,
  }[kind];
  const result = await sql<{ count: number }>`select ${count} as count`.execute(tx.tables<unknown>());
  return Number(result.rows[0]?.count ?? 0);
}

/** Units, and the people in them, that come along when a unit moves to another department. */
export async function moveToDepartment(tx: Transaction, unitIds: readonly string[], departmentId: string) {
  for (const { name, key } of [
    { name: 'tenancy.unit', key: 'id' },
    { name: 'tenancy.person', key: 'unit_id' },
  ]) {
    await sql`update ${sql.table(name)} set department_id = ${departmentId}, version = version + 1, changed_at = now(),
      changed_by = foundation.current_person() where ${sql.ref(key)} = any(${unitIds}) and department_id is distinct from ${departmentId}`.execute(
      tx.tables<unknown>(),
    );
  }
}

/** One at a time through what only holds for the municipality as a whole, such as that somebody administers it. */
export async function lockMunicipality(tx: Transaction): Promise<void> {
  await sql`select 1 from tenancy.tenant for update`.execute(tx.tables<unknown>());
}

function table(kind: EntityKind) {
  return sql.table(`tenancy.${kind}`);
}
