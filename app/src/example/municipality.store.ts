import { sql } from 'kysely';
import type { Transaction } from '../foundation/database/index.ts';
import { newId } from '../foundation/ids/index.ts';
import type { Committee, Department, ExamplePerson } from './organisation.ts';

export function hasExample(tx: Transaction): Promise<boolean> {
  return sql`select from tenancy.tenant where example`
    .execute(tx.tables<unknown>())
    .then(({ rows }) => rows.length > 0);
}

/** The example, while it has the example's own figures. */
export async function exampleTenant(tx: Transaction): Promise<string | undefined> {
  const { rows } = await sql<{
    tenant_id: string;
  }>`select tenant_id from tenancy.tenant where example and figures = 'example'`.execute(tx.tables<unknown>());
  return rows[0]?.tenant_id;
}

export async function hasFocus(tx: Transaction): Promise<boolean> {
  const { rows } = await sql`select from focus.area where tenant_id = foundation.current_tenant() limit 1`.execute(
    tx.tables<unknown>(),
  );
  return rows.length > 0;
}

export async function insertExampleTenant(
  tx: Transaction,
  tenantId: string,
  code: string,
  name: string,
): Promise<void> {
  await sql`insert into tenancy.tenant (tenant_id, code, name, figures, example) values (${tenantId}, ${code}, ${name}, 'example', true)`.execute(
    tx.tables<unknown>(),
  );
}

export async function insertOrganisation(
  tx: Transaction,
  committees: readonly Committee[],
  departments: readonly Department[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  const db = tx.tables<unknown>();
  for (const { name, shortName, kind, parent } of committees) {
    const id = newId();
    ids.set(name, id);
    await sql`insert into tenancy.committee (tenant_id, id, name, short_name, kind, parent_id)
      values (foundation.current_tenant(), ${id}, ${name}, ${shortName}, ${kind}, ${parent ? ids.get(parent) : null})`.execute(
      db,
    );
  }
  for (const { name, shortName, committee, units } of departments) {
    const id = newId();
    ids.set(name, id);
    await sql`insert into tenancy.department (tenant_id, id, name, short_name, committee_id)
      values (foundation.current_tenant(), ${id}, ${name}, ${shortName}, ${ids.get(committee)})`.execute(db);
    for (const [parent, children] of units) {
      const parentId = newId();
      ids.set(parent, parentId);
      await insertUnit(tx, parentId, id, null, parent);
      for (const child of children) {
        const childId = newId();
        ids.set(child, childId);
        await insertUnit(tx, childId, id, parentId, child);
      }
    }
  }
  return ids;
}

async function insertUnit(
  tx: Transaction,
  id: string,
  departmentId: string,
  parentId: string | null,
  name: string,
): Promise<void> {
  await sql`insert into tenancy.unit (tenant_id, id, department_id, parent_id, name)
    values (foundation.current_tenant(), ${id}, ${departmentId}, ${parentId}, ${name})`.execute(tx.tables<unknown>());
}

/** A person who is known by name and title, and cannot sign in. */
export async function insertKnownPerson(
  tx: Transaction,
  { name, title, department }: Pick<ExamplePerson, 'name' | 'title' | 'department'>,
): Promise<void> {
  await sql`insert into tenancy.person (tenant_id, id, name, title, department_id)
    values (foundation.current_tenant(), ${newId()}, ${name}, ${title}, (select id from tenancy.department
      where tenant_id = foundation.current_tenant() and name = ${department}))`.execute(tx.tables<unknown>());
}

/** A person with a role and an account without password: only the example's own sign-in opens it. */
export async function insertPerson(
  tx: Transaction,
  person: ExamplePerson,
  ids: ReadonlyMap<string, string>,
): Promise<string> {
  const id = newId();
  const db = tx.tables<unknown>();
  const email = `${person.role.toLowerCase()}@ekeberga.example`;
  const place = (name: string | undefined) => (name ? (ids.get(name) ?? null) : null);
  await sql`insert into tenancy.person (tenant_id, id, name, title, email, organisation, department_id, unit_id)
    values (foundation.current_tenant(), ${id}, ${person.name}, ${person.title}, ${email}, ${person.organisation ?? ''},
      ${place(person.department)}, ${place(person.unit)})`.execute(db);
  await sql`insert into tenancy.role_assignment (tenant_id, id, person_id, role, department_id, unit_id, committee_id)
    values (foundation.current_tenant(), ${newId()}, ${id}, ${person.role},
      ${person.scope === 'department' ? place(person.department) : null},
      ${person.scope === 'unit' ? place(person.unit) : null},
      ${place(person.committee)})`.execute(db);
  await sql`insert into identity.account (tenant_id, person_id, email) values (foundation.current_tenant(), ${id}, ${email})`.execute(
    db,
  );
  return id;
}

/** What the municipality of this transaction is called. */
export async function municipalityName(tx: Transaction): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from tenancy.tenant
    where tenant_id = foundation.current_tenant()`.execute(tx.tables<unknown>());
  return rows[0]?.name ?? '';
}
