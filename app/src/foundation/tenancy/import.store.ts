import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';
import { allCommittees, allDepartments, allUnits } from './entity.store.ts';
import type { Existing, ExistingPerson, ImportPlan } from './import-plan.rules.ts';
import { scopeOfRow } from './role.rules.ts';
import { type RoleRow, roleColumns } from './role.store.ts';

export interface ImportDraft {
  readonly id: string;
  readonly fileName: string;
  readonly content: Uint8Array;
}

export async function insertDraft(tx: Transaction, { id, fileName, content }: ImportDraft): Promise<void> {
  await sql`insert into tenancy.import_draft (tenant_id, id, file_name, content, created_by, changed_by)
    values (foundation.current_tenant(), ${id}, ${fileName}, ${Buffer.from(content)}, foundation.current_person(), foundation.current_person())`.execute(
    tx.tables<unknown>(),
  );
}

/** Only to the one who uploaded it. */
export async function readDraft(tx: Transaction, id: string): Promise<ImportDraft | undefined> {
  const result =
    await sql<ImportDraft>`select id, file_name as "fileName", content from tenancy.import_draft where id = ${id} and created_by = foundation.current_person()`.execute(
      tx.tables<unknown>(),
    );
  return result.rows[0];
}

export async function deleteDraft(tx: Transaction, id: string): Promise<void> {
  await sql`delete from tenancy.import_draft where id = ${id}`.execute(tx.tables<unknown>());
}

/** Files that nobody said yes to; they hold people's names and addresses. */
export async function deleteOldDrafts(tx: Transaction): Promise<void> {
  await sql`delete from tenancy.import_draft where tenant_id = foundation.current_tenant() and created_at < now() - interval '1 day'`.execute(
    tx.tables<unknown>(),
  );
}

export async function readExisting(tx: Transaction): Promise<Existing> {
  const people =
    await sql<ExistingPerson>`select id, name, title, email, department_id as "departmentId", unit_id as "unitId", active
    from tenancy.person where tenant_id = foundation.current_tenant() order by id`.execute(tx.tables<unknown>());
  const roles =
    await sql<RoleRow>`select * from tenancy.role_assignment where tenant_id = foundation.current_tenant()`.execute(
      tx.tables<unknown>(),
    );
  return {
    committees: await allCommittees(tx),
    departments: await allDepartments(tx),
    units: await allUnits(tx),
    people: people.rows,
    roles: roles.rows.map((row) => ({
      personId: row.person_id,
      role: row.role,
      scope: scopeOfRow(row),
      validFrom: row.valid_from,
      validTo: row.valid_to,
    })),
  };
}

/** Everything in a handful of statements, in the order that references need. */
export async function savePlan(tx: Transaction, plan: ImportPlan): Promise<void> {
  const person = (one: ExistingPerson) => ({
    id: one.id,
    name: one.name,
    title: one.title,
    email: one.email,
    department_id: one.departmentId,
    unit_id: one.unitId,
  });
  await insertAll(tx, 'committee', 'id uuid, name text, kind text', plan.committees);
  await insertAll(
    tx,
    'department',
    'id uuid, name text, committee_id uuid',
    plan.departments.map(({ id, name, committeeId }) => ({ id, name, committee_id: committeeId })),
  );
  await updateAll(
    tx,
    'department',
    'id uuid, committee_id uuid',
    plan.departmentCommittees.map(({ id, committeeId }) => ({ id, committee_id: committeeId })),
  );
  await insertAll(
    tx,
    'unit',
    'id uuid, name text, department_id uuid, parent_id uuid',
    plan.units.map(({ id, name, departmentId, parentId }) => ({
      id,
      name,
      department_id: departmentId,
      parent_id: parentId,
    })),
  );
  const personColumns = 'id uuid, name text, title text, email text, department_id uuid, unit_id uuid';
  await insertAll(tx, 'person', personColumns, plan.people.map(person));
  await updateAll(tx, 'person', personColumns, plan.changedPeople.map(person));
  await insertAll(
    tx,
    'role_assignment',
    'id uuid, person_id uuid, role text, department_id uuid, unit_id uuid, committee_id uuid, valid_from date, valid_to date',
    plan.roles.map((role) => ({ id: role.id, person_id: role.personId, ...roleColumns(role) })),
  );
}

/** What it takes to undo an import: the rows that it made, and what the rows that it changed said before, each with the version that it then had. */
export interface UndoOrganisation {
  readonly added: Readonly<Record<(typeof undone)[number], readonly string[]>>;
  readonly people: readonly (ExistingPerson & { readonly version: number })[];
  readonly departments: readonly { readonly id: string; readonly version: number }[];
}

/** In an order that leaves nothing pointing at what is gone. */
const undone = ['role_assignment', 'person', 'unit', 'department', 'committee'] as const;

export async function savedVersions(tx: Transaction, plan: ImportPlan, before: Existing): Promise<UndoOrganisation> {
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  const changed = new Set(ids(plan.changedPeople));
  const versionOf = async (table: string, of: readonly string[]) => {
    const { rows } = await sql<{ id: string; version: number }>`select id, version from ${sql.table(`tenancy.${table}`)}
      where tenant_id = foundation.current_tenant() and id = any(${of})`.execute(tx.tables<unknown>());
    return new Map(rows.map(({ id, version }) => [id, version]));
  };
  const people = await versionOf('person', [...changed]);
  const departments = await versionOf('department', ids(plan.departmentCommittees));
  return {
    added: {
      role_assignment: ids(plan.roles),
      person: ids(plan.people),
      unit: ids(plan.units),
      department: ids(plan.departments),
      committee: ids(plan.committees),
    },
    people: before.people
      .filter(({ id }) => changed.has(id))
      .map((one) => ({ ...one, version: people.get(one.id) ?? 0 })),
    departments: [...departments].map(([id, version]) => ({ id, version })),
  };
}

/** Takes away what an import made and gives back what it changed; answers the names of what somebody has gone on with, and has then done nothing. */
export async function undoPlan(tx: Transaction, undo: UndoOrganisation): Promise<readonly string[]> {
  const names: string[] = [];
  const goneOn = async (table: string, rows: readonly { readonly id: string; readonly version: number }[]) => {
    const name = table === 'role_assignment' ? sql`t.role` : sql`t.name`;
    const found = await sql<{ name: string }>`select ${name} as name from ${sql.table(`tenancy.${table}`)} t
      join unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ version }) => version)}::int[]) as seen(id, version) on seen.id = t.id
      where t.tenant_id = foundation.current_tenant() and t.version <> seen.version limit 20`.execute(
      tx.tables<unknown>(),
    );
    names.push(...found.rows.map((row) => row.name));
  };
  for (const table of undone) {
    await goneOn(
      table,
      undo.added[table].map((id) => ({ id, version: 1 })),
    );
  }
  await goneOn('person', undo.people);
  await goneOn('department', undo.departments);
  if (names.length > 0) return names;
  const person = (one: ExistingPerson) => ({
    id: one.id,
    name: one.name,
    title: one.title,
    email: one.email,
    department_id: one.departmentId,
    unit_id: one.unitId,
  });
  await updateAll(
    tx,
    'person',
    'id uuid, name text, title text, email text, department_id uuid, unit_id uuid',
    undo.people.map(person),
  );
  await updateAll(
    tx,
    'department',
    'id uuid, committee_id uuid',
    undo.departments.map(({ id }) => ({ id, committee_id: null })),
  );
  for (const table of undone) {
    await sql`delete from ${sql.table(`tenancy.${table}`)}
      where tenant_id = foundation.current_tenant() and id = any(${undo.added[table]})`.execute(tx.tables<unknown>());
  }
  return [];
}

type Row = Readonly<Record<string, string | null>>;

async function insertAll(tx: Transaction, table: string, columns: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const names = columnRefs(columns);
  await sql`insert into ${sql.table(`tenancy.${table}`)} (tenant_id, created_by, changed_by, ${sql.join(names)})
    select foundation.current_tenant(), foundation.current_person(), foundation.current_person(), ${sql.join(names)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(${sql.raw(columns)})`.execute(
    tx.tables<unknown>(),
  );
}

async function updateAll(tx: Transaction, table: string, columns: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const assignments = columnRefs(columns)
    .slice(1)
    .map((name) => sql`${name} = given.${name}`);
  await sql`update ${sql.table(`tenancy.${table}`)} kept set ${sql.join(assignments)}, version = version + 1, changed_at = now(), changed_by = foundation.current_person()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(${sql.raw(columns)})
    where kept.tenant_id = foundation.current_tenant() and kept.id = given.id`.execute(tx.tables<unknown>());
}

function columnRefs(columns: string) {
  return columns.split(', ').map((column) => sql.ref(column.split(' ')[0] ?? ''));
}
