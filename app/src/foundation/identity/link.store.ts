import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';

export type LinkPurpose = 'invitation' | 'reset';

export interface PresentedLink {
  readonly tenantId: string;
  readonly id: string;
  readonly personId: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

/** The link whose secret the transaction presents. */
export async function presentLink(tx: Transaction, purpose: LinkPurpose): Promise<PresentedLink | undefined> {
  const { rows } = await sql<PresentedLink>`select tenant_id as "tenantId", id, person_id as "personId",
      expires_at as "expiresAt", used_at as "usedAt"
    from identity.one_time_token where token_hash = identity.presented_hash() and purpose = ${purpose}`.execute(
    tx.tables<unknown>(),
  );
  return rows[0];
}

/** Replaces the person's earlier unused links for the same purpose: only the latest mail works. */
export async function insertLink(
  tx: Transaction,
  link: { id: string; personId: string; purpose: LinkPurpose; tokenHash: string; expiresAt: Date },
): Promise<void> {
  const earlier = sql`delete from identity.one_time_token where tenant_id = foundation.current_tenant()
    and person_id = ${link.personId} and purpose = ${link.purpose} and used_at is null`;
  await earlier.execute(tx.tables<unknown>());
  await sql`insert into identity.one_time_token (tenant_id, id, person_id, purpose, token_hash, expires_at, created_by)
    values (foundation.current_tenant(), ${link.id}, ${link.personId}, ${link.purpose}, ${link.tokenHash}, ${link.expiresAt},
      foundation.current_person())`.execute(tx.tables<unknown>());
}

/** Uses the link up. False when it has been used or has run out meanwhile. */
export async function spendLink(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const { rows } =
    await sql`update identity.one_time_token set used_at = ${now}, version = version + 1, changed_at = now()
    where tenant_id = foundation.current_tenant() and id = ${id} and used_at is null and expires_at > ${now} returning 1`.execute(
      tx.tables<unknown>(),
    );
  return rows.length === 1;
}
