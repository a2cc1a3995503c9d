import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';
import type { Language } from '../texts/index.ts';

/** To whom, where and in which language mail goes. */
export interface Recipient {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  /** Whether they want the week's digest; those without an account cannot have said no. */
  readonly weeklyDigest: boolean;
}

/** Those of these people who are active and have an address. */
export async function mailRecipients(
  tx: Transaction,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Recipient>> {
  const { rows } = await sql<Recipient & { id: string }>`select p.id, p.name, coalesce(p.email, a.email) as email,
      coalesce(a.language, 'sv') as language, coalesce(a.weekly_digest, true) as "weeklyDigest"
    from tenancy.person p left join identity.account a on a.tenant_id = p.tenant_id and a.person_id = p.id
    where p.tenant_id = foundation.current_tenant() and p.id = any(${personIds}) and p.active
      and coalesce(p.email, a.email) is not null and not coalesce(a.disabled, false)`.execute(tx.tables<unknown>());
  return new Map(rows.map(({ id, ...recipient }) => [id, recipient]));
}
