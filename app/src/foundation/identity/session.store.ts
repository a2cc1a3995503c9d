import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';
import type { Language } from '../texts/index.ts';

export interface PresentedSession {
  readonly tenantId: string;
  readonly id: string;
  readonly personId: string;
  readonly lastSeenAt: Date;
  readonly language: Language | null;
}

/**
 * The valid session whose secret the transaction presents. What follows in the transaction sees the session's municipality: the setting is
 * changed in the same question, since every page pays for each one.
 */
export async function presentSession(
  tx: Transaction,
  now: Date,
  idleSince: Date,
): Promise<PresentedSession | undefined> {
  const { rows } = await sql<PresentedSession>`
    with presented as materialized (
      select s.tenant_id as "tenantId", s.id, s.person_id as "personId", s.last_seen_at as "lastSeenAt", a.language
      from identity.session s
      join identity.account a on a.tenant_id = s.tenant_id and a.person_id = s.person_id
      where s.token_hash = identity.presented_hash() and s.expires_at > ${now} and s.last_seen_at > ${idleSince} and not a.disabled)
    select *, set_config('samband.tenant', "tenantId"::text, true) from presented`.execute(tx.tables<unknown>());
  return rows[0];
}

export interface NewSession {
  readonly id: string;
  readonly personId: string;
  readonly tokenHash: string;
  readonly userAgent: string;
  readonly origin: string;
  readonly now: Date;
  readonly expiresAt: Date;
}

export async function insertSession(tx: Transaction, session: NewSession): Promise<void> {
  // Until now nobody was known; from here the audit trail shows who signed in.
  await sql`select set_config('samband.person', ${session.personId}, true)`.execute(tx.tables<unknown>());
  await sql`insert into identity.session (tenant_id, id, person_id, token_hash, user_agent, origin, created_at, last_seen_at, expires_at, created_by)
    values (foundation.current_tenant(), ${session.id}, ${session.personId}, ${session.tokenHash}, ${session.userAgent}, ${session.origin},
      ${session.now}, ${session.now}, ${session.expiresAt}, ${session.personId})`.execute(tx.tables<unknown>());
}

export async function noteSeen(tx: Transaction, sessionId: string, now: Date): Promise<void> {
  await sql`update identity.session set last_seen_at = ${now}
    where tenant_id = foundation.current_tenant() and id = ${sessionId}`.execute(tx.tables<unknown>());
}

/** The session goes on under a new secret; the old cookie is worthless from the commit on. */
export async function replaceToken(tx: Transaction, sessionId: string, tokenHash: string): Promise<void> {
  await sql`update identity.session set token_hash = ${tokenHash}, version = version + 1, changed_at = now(), changed_by = foundation.current_person()
    where tenant_id = foundation.current_tenant() and id = ${sessionId}`.execute(tx.tables<unknown>());
}

/** False when the person has no such session. */
export async function deleteSession(tx: Transaction, personId: string, sessionId: string): Promise<boolean> {
  const { rows } = await sql`delete from identity.session
    where tenant_id = foundation.current_tenant() and person_id = ${personId} and id = ${sessionId} returning 1`.execute(
    tx.tables<unknown>(),
  );
  return rows.length === 1;
}

/** Ends every session of the person, but for the one to keep. */
export async function deleteSessions(tx: Transaction, personId: string, keep?: string): Promise<number> {
  const { rows } = await sql`delete from identity.session
    where tenant_id = foundation.current_tenant() and person_id = ${personId} and id is distinct from ${keep ?? null}::uuid
    returning 1`.execute(tx.tables<unknown>());
  return rows.length;
}

export async function deleteExpired(tx: Transaction, personId: string, now: Date, idleSince: Date): Promise<void> {
  await sql`delete from identity.session where tenant_id = foundation.current_tenant() and person_id = ${personId}
    and (expires_at <= ${now} or last_seen_at <= ${idleSince})`.execute(tx.tables<unknown>());
}

export interface ListedSession {
  readonly id: string;
  readonly userAgent: string;
  readonly origin: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

export async function listSessions(
  tx: Transaction,
  personId: string,
  now: Date,
  idleSince: Date,
): Promise<readonly ListedSession[]> {
  const { rows } =
    await sql<ListedSession>`select id, user_agent as "userAgent", origin, created_at as "createdAt", last_seen_at as "lastSeenAt"
    from identity.session where tenant_id = foundation.current_tenant() and person_id = ${personId}
      and expires_at > ${now} and last_seen_at > ${idleSince}
    order by last_seen_at desc, id desc`.execute(tx.tables<unknown>());
  return rows;
}
