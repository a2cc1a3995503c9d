import { createTransport } from 'nodemailer';
import type { Database, Transaction } from '../database/index.ts';
import { addJob, type Task } from '../jobs/index.ts';
import type { Log } from '../log/index.ts';
import { type Claimed, claimMessage, markFailed, markSent, postpone } from './message.store.ts';
import { type DeliveryFault, givesUp, isPermanent, secondsUntilNextAttempt } from './rules.ts';

export const sendTask = 'mail.send';

// Longer than the time-outs below together, so that a slow server is never taken for a dead process.
const claimSeconds = 300;

export interface Transport {
  /** Resolves when the mail server has taken responsibility for the message. */
  deliver(message: Claimed): Promise<void>;
  close(): void;
}

export function smtpTransport(url: string, from: string): Transport {
  const transport = createTransport({ url, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 });
  const domain = /@([a-z0-9.-]+)>?\s*$/i.exec(from)?.[1] ?? 'samband.invalid';
  return {
    async deliver({ id, recipient, subject, text, html }) {
      await transport.sendMail({
        from,
        // As an object: a text would be read as a list of addresses.
        to: { name: '', address: recipient },
        subject,
        text,
        ...(html === null ? {} : { html }),
        // The same at every attempt, so that a receiver can tell a repetition from a new message.
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transport.close(),
  };
}

/** Wakes the sending of one message, at its time. The key makes one waiting job per message, however often it is asked for. */
export async function addSendJob(tx: Transaction, messageId: string, runAt?: Date): Promise<void> {
  await addJob(tx, sendTask, { messageId }, { key: `mail/${messageId}`, ...(runAt ? { runAt } : {}) });
}

/**
 * Sends one message. It is claimed in a transaction of its own and marked as sent as soon as the mail server has answered yes. Only a
 * crash between that answer and our commit – milliseconds – sends it again, five minutes later and with the same Message-ID; SMTP offers
 * no way to ask whether a message arrived. The other order, marking first, would lose the message in the same crash.
 */
export function sendingTask(parts: { database: Database; transport: Transport | undefined; log: Log }): Task {
  return async ({ payload, tenantId }) => {
    const { transport } = parts;
    const id = payload.messageId;
    // Without a mail server the message stays in the queue; the next start with one takes it up.
    if (transport === undefined || tenantId === undefined || id === undefined) return;
    const inTenant = <R>(work: (tx: Transaction) => Promise<R>) =>
      parts.database.inScope({ tenantId, origin: 'samband' }, work);
    const claim = await inTenant((tx) => claimMessage(tx, id, claimSeconds));
    if (claim.kind === 'wait') await inTenant((tx) => addSendJob(tx, id, claim.until));
    if (claim.kind !== 'claimed') return;
    try {
      await transport.deliver(claim.message);
    } catch (error) {
      const fault = faultOf(error);
      const final = isPermanent(fault) || givesUp(claim.message.createdAt, new Date());
      parts.log.warn(
        { messageId: id, tenant: tenantId, code: fault.code, response: fault.responseCode, final },
        'mail not delivered',
      );
      await inTenant(async (tx) => {
        if (final) return markFailed(tx, id, fault.words);
        const until = await postpone(tx, id, secondsUntilNextAttempt(claim.message.attempts), fault.words);
        return addSendJob(tx, id, until);
      });
      return;
    }
    await inTenant((tx) => markSent(tx, id));
  };
}

function faultOf(error: unknown): DeliveryFault & { words: string } {
  const { code, responseCode, message } = error as { code?: unknown; responseCode?: unknown; message?: unknown };
  return {
    code: typeof code === 'string' ? code : undefined,
    responseCode: typeof responseCode === 'number' ? responseCode : undefined,
    words: String(message ?? error).slice(0, 500),
  };
}
