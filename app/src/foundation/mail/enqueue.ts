import type { Transaction } from '../database/index.ts';
import { newId } from '../ids/index.ts';
import { insertMessage } from './message.store.ts';
import { addSendJob } from './send.ts';

export interface OutgoingMail {
  /** One plain address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

/** Queues a mail that is sent if, and only if, the caller's transaction commits. The transaction must have a tenant. */
export async function enqueueMail(tx: Transaction, mail: OutgoingMail): Promise<string> {
  const { tenantId } = tx.scope;
  if (tenantId === undefined) throw new Error('enqueueMail needs a transaction with a tenant');
  const id = newId();
  await insertMessage(tx, {
    id,
    tenantId,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html ?? null,
  });
  await addSendJob(tx, id);
  return id;
}
