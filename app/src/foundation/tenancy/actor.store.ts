import { sql } from 'kysely';
import type { Actor, Role, RoleInScope } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import type { RequestTenant } from '../http/index.ts';

export interface ActingPerson {
  readonly name: string;
  readonly roles: readonly RoleInScope[];
  readonly tenant: RequestTenant;
}

interface Row {
  readonly tenant_id: string;
  readonly code: string;
  readonly tenant_name: string;
  readonly colour: string;
  readonly figures: 'kolada' | 'example';
  readonly tenant_version: number;
  readonly has_logo: boolean;
  readonly name: string;
  readonly roles: readonly {
    role: Role;
    department_id: string | null;
    unit_id: string | null;
    committee_id: string | null;
  }[];
}

/** Where the municipality's logo is served; the version makes a new logo a new address. */
export function logoUrl(version: number): string {
  return `/kommun/logotyp?v=${version}`;
}

/**
 * The person with the roles that hold today, and their municipality, in one question: every page asks it. The transaction must have its
 * tenant. Undefined when the person is gone or no longer active.
 */
export async function loadActingPerson(
  tx: Transaction,
  personId: string,
  today: string,
): Promise<ActingPerson | undefined> {
  const { rows } = await sql<Row>`
    select t.tenant_id, t.code, t.name as tenant_name, t.colour, t.figures, t.version as tenant_version,
      t.logo_type is not null as has_logo, p.name,
      (select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'department_id', r.department_id,
          'unit_id', r.unit_id, 'committee_id', r.committee_id) order by r.id), '[]')
        from tenancy.role_assignment r
        where r.tenant_id = p.tenant_id and r.person_id = p.id
          and coalesce(r.valid_from <= ${today}::date, true) and coalesce(r.valid_to >= ${today}::date, true)) as roles
    from tenancy.person p join tenancy.tenant t on t.tenant_id = p.tenant_id
    where p.tenant_id = foundation.current_tenant() and p.id = ${personId} and p.active`.execute(tx.tables<unknown>());
  const row = rows[0];
  return row && { name: row.name, roles: row.roles.map(roleInScope), tenant: tenantOf(row) };
}

function tenantOf(row: Row): RequestTenant {
  return {
    id: row.tenant_id,
    code: row.code,
    name: row.tenant_name,
    colour: `#${row.colour}`,
    logoUrl: row.has_logo ? logoUrl(row.tenant_version) : undefined,
    exampleData: row.figures === 'example',
    figures: row.figures,
  };
}

function roleInScope({ role, department_id, unit_id, committee_id }: Row['roles'][number]): RoleInScope {
  if (department_id !== null) return { role, scope: { kind: 'department', id: department_id } };
  if (unit_id !== null) return { role, scope: { kind: 'unit', id: unit_id } };
  if (committee_id !== null) return { role, scope: { kind: 'committee', id: committee_id } };
  return { role, scope: { kind: 'municipality' } };
}

/** Whoever asked for work that is done later, with the roles that hold when it is done; undefined when they may no longer act. */
export async function actorOfJob(tx: Transaction, personId: string): Promise<Actor | undefined> {
  const { tenantId } = tx.scope;
  const person = await loadActingPerson(tx, personId, new Date().toISOString().slice(0, 10));
  if (tenantId === undefined || person === undefined) return undefined;
  return { tenantId, personId, sessionId: '', name: person.name, roles: person.roles };
}
