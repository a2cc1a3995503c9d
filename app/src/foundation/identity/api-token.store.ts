import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';
import type { Language } from '../texts/index.ts';

export interface PresentedToken {
  readonly tenantId: string;
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly mayWrite: boolean;
  readonly lastUsedAt: Date | null;
  readonly language: Language | null;
  /** Not taken away, not run out, and its owner's account is open. */
  readonly valid: boolean;
}

/** The token whose secret the transaction presents, valid or not. What follows in the transaction sees its municipality. */
export async function presentToken(tx: Transaction, today: string): Promise<PresentedToken | undefined> {
  const { rows } = await sql<PresentedToken>`
    with presented as materialized (
      select t.tenant_id as "tenantId", t.id, t.person_id as "personId", t.name, t.may_write as "mayWrite",
        t.last_used_at as "lastUsedAt", a.language,
        t.revoked_at is null and t.last_day >= ${today}::date and not a.disabled as valid
      from identity.api_token t
      join identity.account a on a.tenant_id = t.tenant_id and a.person_id = t.person_id
      where t.token_hash = identity.presented_hash())
    select *, set_config('samband.tenant', "tenantId"::text, true) from presented`.execute(tx.tables<unknown>());
  return rows[0];
}

export async function noteUsed(tx: Transaction, id: string, now: Date): Promise<void> {
  await sql`update identity.api_token set last_used_at = ${now}
    where tenant_id = foundation.current_tenant() and id = ${id}`.execute(tx.tables<unknown>());
}

export interface NewApiToken {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly tokenHash: string;
  readonly mayWrite: boolean;
  readonly lastDay: string;
}

export async function insertApiToken(tx: Transaction, token: NewApiToken): Promise<void> {
  await sql`insert into identity.api_token (tenant_id, id, person_id, name, token_hash, may_write, last_day, created_by, changed_by)
    values (foundation.current_tenant(), ${token.id}, ${token.personId}, ${token.name}, ${token.tokenHash}, ${token.mayWrite},
      ${token.lastDay}, foundation.current_person(), foundation.current_person())`.execute(tx.tables<unknown>());
}

export interface ListedToken {
  readonly id: string;
  readonly name: string;
  readonly mayWrite: boolean;
  readonly lastDay: string;
  readonly lastUsedAt: Date | null;
}

/** The person's tokens that have not been taken away; one that has run out is shown, so that its owner sees why a program stopped. */
export async function listApiTokens(tx: Transaction, personId: string): Promise<readonly ListedToken[]> {
  const { rows } =
    await sql<ListedToken>`select id, name, may_write as "mayWrite", last_day as "lastDay", last_used_at as "lastUsedAt"
    from identity.api_token where tenant_id = foundation.current_tenant() and person_id = ${personId} and revoked_at is null
    order by created_at desc, id desc`.execute(tx.tables<unknown>());
  return rows;
}

/** False when the person has no such token, or it has been taken away already. */
export async function revokeApiToken(tx: Transaction, personId: string, id: string, now: Date): Promise<boolean> {
  const { rows } = await sql`update identity.api_token
    set revoked_at = ${now}, version = version + 1, changed_at = now(), changed_by = foundation.current_person()
    where tenant_id = foundation.current_tenant() and person_id = ${personId} and id = ${id} and revoked_at is null
    returning 1`.execute(tx.tables<unknown>());
  return rows.length === 1;
}
