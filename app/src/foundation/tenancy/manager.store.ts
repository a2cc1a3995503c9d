import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';

/** The managers that day of units and departments; whoever manages the whole municipality is nobody's nearest. */
export async function managerRoles(
  tx: Transaction,
  day: string,
): Promise<readonly { readonly personId: string; readonly partId: string }[]> {
  const { rows } = await sql<{ personId: string; partId: string }>`select distinct r.person_id as "personId",
      coalesce(r.unit_id, r.department_id) as "partId"
    from tenancy.role_assignment r join tenancy.person p on p.tenant_id = r.tenant_id and p.id = r.person_id
    where r.tenant_id = foundation.current_tenant() and r.role = 'manager' and p.active
      and num_nonnulls(r.unit_id, r.department_id) = 1
      and (r.valid_from is null or r.valid_from <= ${day}) and (r.valid_to is null or r.valid_to >= ${day})`.execute(
    tx.tables<unknown>(),
  );
  return rows;
}

export async function placesOf(
  tx: Transaction,
  personIds: readonly string[],
): Promise<readonly { readonly id: string; readonly departmentId: string | null; readonly unitId: string | null }[]> {
  const { rows } = await sql<{ id: string; departmentId: string | null; unitId: string | null }>`select id,
      department_id as "departmentId", unit_id as "unitId"
    from tenancy.person where tenant_id = foundation.current_tenant() and id = any(${personIds})`.execute(
    tx.tables<unknown>(),
  );
  return rows;
}
