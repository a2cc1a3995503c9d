import { sql } from 'kysely';
import type { Role, Scope } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import { type RowHistory, type Saved, saveVersion } from '../database/index.ts';
import type { RoleValues } from './role.rules.ts';

export interface RoleRow extends RowHistory {
  readonly id: string;
  readonly person_id: string;
  readonly role: Role;
  readonly department_id: string | null;
  readonly unit_id: string | null;
  readonly committee_id: string | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

export function roleColumns({ role, scope, validFrom, validTo }: RoleValues) {
  const id = (kind: Scope['kind']) => (scope.kind === kind && scope.kind !== 'municipality' ? scope.id : null);
  return {
    role,
    department_id: id('department'),
    unit_id: id('unit'),
    committee_id: id('committee'),
    valid_from: validFrom,
    valid_to: validTo,
  };
}

export async function rolesOf(tx: Transaction, personId: string): Promise<readonly RoleRow[]> {
  const result = await sql<RoleRow>`select * from tenancy.role_assignment
    where tenant_id = foundation.current_tenant() and person_id = ${personId} order by valid_to nulls first, role, id`.execute(
    tx.tables<unknown>(),
  );
  return result.rows;
}

export async function readRoleRow(tx: Transaction, id: string): Promise<RoleRow | undefined> {
  const result = await sql<RoleRow>`select * from tenancy.role_assignment where id = ${id}`.execute(
    tx.tables<unknown>(),
  );
  return result.rows[0];
}

export async function insertRole(tx: Transaction, id: string, personId: string, values: RoleValues): Promise<void> {
  const columns = roleColumns(values);
  await sql`insert into tenancy.role_assignment (tenant_id, id, person_id, created_by, changed_by, ${sql.join(Object.keys(columns).map((column) => sql.ref(column)))})
    values (foundation.current_tenant(), ${id}, ${personId}, foundation.current_person(), foundation.current_person(), ${sql.join(Object.values(columns))})`.execute(
    tx.tables<unknown>(),
  );
}

export function saveRoleRow(tx: Transaction, id: string, version: number, values: RoleValues): Promise<Saved<RoleRow>> {
  return saveVersion<RoleRow>(tx, 'tenancy.role_assignment', { id }, version, roleColumns(values));
}

/** People who can administer the whole municipality that day. One whose account is switched off cannot, whatever their roles. */
export async function administrators(tx: Transaction, day: string): Promise<readonly string[]> {
  const result = await sql<{
    person_id: string;
  }>`select distinct r.person_id from tenancy.role_assignment r join tenancy.person p on p.id = r.person_id
    where r.role = 'administrator' and num_nonnulls(r.department_id, r.unit_id, r.committee_id) = 0 and p.active
      and (r.valid_from is null or r.valid_from <= ${day}) and (r.valid_to is null or r.valid_to >= ${day})
      and not exists (select from identity.account a where a.tenant_id = r.tenant_id and a.person_id = r.person_id and a.disabled)`.execute(
    tx.tables<unknown>(),
  );
  return result.rows.map(({ person_id }) => person_id);
}
