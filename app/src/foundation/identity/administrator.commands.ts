import type { Database } from '../database/index.ts';
import { newId } from '../ids/index.ts';
import { insertAccount } from './account.store.ts';
import { isEmail, normaliseEmail } from './email.rules.ts';
import { makeLink } from './link.commands.ts';
import { insertAdministrator, insertTenant, tenantsWithCode } from './person.store.ts';

export type NewTenantAnswer =
  | { readonly ok: true; readonly tenantId: string; readonly link: string }
  | { readonly ok: false; readonly reason: 'badCode' | 'codeTaken' | 'badName' | 'badEmail' };

/** A new municipality with its first administrator, who chooses a password through the link. Used by the command line. */
export async function createTenantWithAdministrator(
  parts: { readonly database: Database; readonly address: () => string; readonly now: Date },
  input: { readonly code: string; readonly name: string; readonly email: string },
): Promise<NewTenantAnswer> {
  const name = input.name.trim();
  const email = normaliseEmail(input.email);
  if (!/^\d{4}$/.test(input.code)) return { ok: false, reason: 'badCode' };
  if (name === '' || name.length > 200) return { ok: false, reason: 'badName' };
  if (!isEmail(email)) return { ok: false, reason: 'badEmail' };
  const taken = await parts.database.asOwner((tx) => tenantsWithCode(tx, input.code));
  if (taken.length > 0) return { ok: false, reason: 'codeTaken' };
  const tenantId = newId();
  const personId = newId();
  const link = await parts.database.inScope({ tenantId, origin: 'samband' }, async (tx) => {
    await insertTenant(tx, { tenantId, code: input.code, name });
    await insertAdministrator(tx, { personId, roleId: newId() }, email);
    await insertAccount(tx, personId, email);
    return makeLink(tx, parts, personId, 'invitation', parts.now);
  });
  return { ok: true, tenantId, link };
}
