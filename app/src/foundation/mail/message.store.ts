import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';

export type MessageState = 'queued' | 'sent' | 'failed';

export interface MailTables {
  readonly 'mail.message': {
    tenant_id: string;
    id: string;
    recipient: string;
    subject: string;
    text: string;
    html: string | null;
    state: MessageState;
    attempts: number;
    fault: string | null;
    not_before: Date;
    claimed_until: Date | null;
    sent_at: Date | null;
    created_at: Date;
    created_by: string | null;
  };
}

export interface Claimed {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** This one included. */
  readonly attempts: number;
  readonly createdAt: Date;
}

export type Claim =
  | { readonly kind: 'claimed'; readonly message: Claimed }
  /** Not yet its time, or another process is sending it. */
  | { readonly kind: 'wait'; readonly until: Date }
  | { readonly kind: 'nothingToDo' };

export async function insertMessage(
  tx: Transaction,
  message: { id: string; tenantId: string; to: string; subject: string; text: string; html: string | null },
): Promise<void> {
  await sql`insert into mail.message (tenant_id, id, recipient, subject, text, html, created_by)
    values (${message.tenantId}, ${message.id}, ${message.to}, ${message.subject}, ${message.text}, ${message.html},
      foundation.current_person())`.execute(tx.tables<MailTables>());
}

/** Takes the message for `seconds`; until then no other process may send it. */
export async function claimMessage(tx: Transaction, id: string, seconds: number): Promise<Claim> {
  const claimed = await sql<Claimed>`update mail.message
    set claimed_until = now() + make_interval(secs => ${seconds}), attempts = attempts + 1
    where tenant_id = foundation.current_tenant() and id = ${id} and state = 'queued'
      and not_before <= now() and (claimed_until is null or claimed_until <= now())
    returning id, recipient, subject, text, html, attempts, created_at as "createdAt"`.execute(tx.tables<MailTables>());
  if (claimed.rows[0]) return { kind: 'claimed', message: claimed.rows[0] };
  const waiting = await sql<{ until: Date }>`select greatest(not_before, claimed_until) as until from mail.message
    where tenant_id = foundation.current_tenant() and id = ${id} and state = 'queued'`.execute(tx.tables<MailTables>());
  return waiting.rows[0] ? { kind: 'wait', until: waiting.rows[0].until } : { kind: 'nothingToDo' };
}

export async function markSent(tx: Transaction, id: string): Promise<void> {
  await sql`update mail.message
    set state = 'sent', sent_at = now(), claimed_until = null, fault = null, text = '', html = null, changed_at = now()
    where tenant_id = foundation.current_tenant() and id = ${id}`.execute(tx.tables<MailTables>());
}

export async function markFailed(tx: Transaction, id: string, fault: string): Promise<void> {
  await sql`update mail.message
    set state = 'failed', claimed_until = null, fault = ${fault}, text = '', html = null, changed_at = now()
    where tenant_id = foundation.current_tenant() and id = ${id}`.execute(tx.tables<MailTables>());
}

export async function postpone(tx: Transaction, id: string, seconds: number, fault: string): Promise<Date> {
  const { rows } = await sql<{ not_before: Date }>`update mail.message
    set not_before = now() + make_interval(secs => ${seconds}), claimed_until = null, fault = ${fault}
    where tenant_id = foundation.current_tenant() and id = ${id}
    returning not_before`.execute(tx.tables<MailTables>());
  const row = rows[0];
  if (row === undefined) throw new Error(`mail.message ${id} vanished while it was being sent`);
  return row.not_before;
}

/** Puts a waiting message first in line. False when it no longer waits. */
export async function hurry(tx: Transaction, id: string): Promise<boolean> {
  const { rows } = await sql`update mail.message set not_before = now()
    where tenant_id = foundation.current_tenant() and id = ${id} and state = 'queued' returning id`.execute(
    tx.tables<MailTables>(),
  );
  return rows.length > 0;
}

export async function waitingMessages(tx: Transaction): Promise<readonly { id: string; until: Date }[]> {
  const { rows } = await sql<{ id: string; until: Date }>`select id, greatest(not_before, claimed_until) as until
    from mail.message where tenant_id = foundation.current_tenant() and state = 'queued' order by id`.execute(
    tx.tables<MailTables>(),
  );
  return rows;
}

export interface ListedMessage {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly state: MessageState;
  readonly attempts: number;
  readonly fault: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly notBefore: Date;
}

/** The newest first; never the text, which may hold one-time links. */
export async function listMessages(tx: Transaction, most: number): Promise<readonly ListedMessage[]> {
  const { rows } = await sql<ListedMessage>`select id, recipient, subject, state, attempts, fault,
      created_at as "createdAt", sent_at as "sentAt", not_before as "notBefore"
    from mail.message where tenant_id = foundation.current_tenant()
    order by (state = 'queued') desc, created_at desc limit ${most}`.execute(tx.tables<MailTables>());
  return rows;
}

/** As owner: every municipality that may have mail waiting. */
export async function tenantIds(tx: Transaction): Promise<readonly string[]> {
  const { rows } = await sql<{ tenant_id: string }>`select tenant_id from tenancy.tenant`.execute(tx.tables<unknown>());
  return rows.map((row) => row.tenant_id);
}
