import type { Role } from '../access/index.ts';
import type { Database } from '../database/index.ts';
import { exampleRoles, exampleTenants } from './person.store.ts';
import { openSession, type Visitor } from './session.commands.ts';

/** The example municipality with the roles that somebody has there; undefined when no example is loaded. */
export async function readExample(
  database: Database,
): Promise<
  | { readonly tenantId: string; readonly code: string; readonly name: string; readonly roles: readonly Role[] }
  | undefined
> {
  const [tenant] = await database.asOwner(exampleTenants);
  if (tenant === undefined) return undefined;
  const roles = await database.inScope({ tenantId: tenant.id }, exampleRoles);
  return { tenantId: tenant.id, code: tenant.code, name: tenant.name, roles: roles.map(({ role }) => role) };
}

/**
 * Opens a session for the example person with a role, without a password, and gives the secret for the cookie. Only tenants with generated figures
 * can be entered this way, and only as persons whose account has no password; undefined when there is no such person.
 */
export async function exampleSignIn(
  parts: { readonly database: Database; readonly tenantCode: string; readonly role: Role },
  visitor: Visitor = { userAgent: '', origin: 'samband', now: new Date() },
): Promise<string | undefined> {
  const tenants = await parts.database.asOwner(exampleTenants);
  const tenant = tenants.find(({ code }) => code === parts.tenantCode);
  if (tenant === undefined) return undefined;
  return parts.database.inScope({ tenantId: tenant.id, origin: visitor.origin }, async (tx) => {
    const person = (await exampleRoles(tx)).find(({ role }) => role === parts.role);
    return person && openSession(tx, person.personId, visitor);
  });
}
