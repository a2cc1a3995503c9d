import { sql } from 'kysely';
import type { Role } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';

/** The few things in the organisation that accounts touch. */
export interface PersonRow {
  readonly name: string;
  readonly email: string | null;
  readonly active: boolean;
  readonly version: number;
}

export async function findPerson(tx: Transaction, id: string): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`select name, email, active, version from tenancy.person
    where tenant_id = foundation.current_tenant() and id = ${id}`.execute(tx.tables<unknown>());
  return rows[0];
}

/** False when somebody has changed the person since `version`. */
export async function renamePerson(tx: Transaction, id: string, name: string, version: number): Promise<boolean> {
  const { rows } = await sql`update tenancy.person
    set name = ${name}, version = version + 1, changed_at = now(), changed_by = foundation.current_person()
    where tenant_id = foundation.current_tenant() and id = ${id} and version = ${version} returning 1`.execute(
    tx.tables<unknown>(),
  );
  return rows.length === 1;
}

export async function municipalityName(tx: Transaction): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from tenancy.tenant
    where tenant_id = foundation.current_tenant()`.execute(tx.tables<unknown>());
  return rows[0]?.name ?? '';
}

/** As owner: the tenants with a code, or the one example municipality. */
export async function tenantsWithCode(tx: Transaction, code: string): Promise<readonly string[]> {
  const { rows } = await sql<{ tenant_id: string }>`select tenant_id from tenancy.tenant where code = ${code}`.execute(
    tx.tables<unknown>(),
  );
  return rows.map((row) => row.tenant_id);
}

export async function exampleTenants(tx: Transaction): Promise<readonly { id: string; code: string; name: string }[]> {
  const { rows } = await sql<{ id: string; code: string; name: string }>`select tenant_id as id, code, name
    from tenancy.tenant where example order by code, tenant_id`.execute(tx.tables<unknown>());
  return rows;
}

/** Persons of the example: they have an account, but no password could ever open it. */
export async function exampleRoles(tx: Transaction): Promise<readonly { role: Role; personId: string }[]> {
  const { rows } = await sql<{ role: Role; personId: string }>`
    select distinct on (r.role) r.role, r.person_id as "personId"
    from tenancy.role_assignment r
    join identity.account a on a.tenant_id = r.tenant_id and a.person_id = r.person_id
    join tenancy.person p on p.tenant_id = r.tenant_id and p.id = r.person_id
    where r.tenant_id = foundation.current_tenant() and a.password_hash is null and not a.disabled and p.active
    order by r.role, r.id`.execute(tx.tables<unknown>());
  return rows;
}

export async function insertTenant(
  tx: Transaction,
  tenant: { tenantId: string; code: string; name: string },
): Promise<void> {
  await sql`insert into tenancy.tenant (tenant_id, code, name) values (${tenant.tenantId}, ${tenant.code}, ${tenant.name})`.execute(
    tx.tables<unknown>(),
  );
}

export async function insertAdministrator(
  tx: Transaction,
  ids: { personId: string; roleId: string },
  email: string,
): Promise<void> {
  // Their name is theirs to fill in; until then the address stands there.
  await sql`insert into tenancy.person (tenant_id, id, name, email)
    values (foundation.current_tenant(), ${ids.personId}, ${email}, ${email})`.execute(tx.tables<unknown>());
  await sql`insert into tenancy.role_assignment (tenant_id, id, person_id, role)
    values (foundation.current_tenant(), ${ids.roleId}, ${ids.personId}, 'administrator')`.execute(
    tx.tables<unknown>(),
  );
}
