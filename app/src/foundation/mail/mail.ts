import type { Database } from '../database/index.ts';
import type { Route } from '../http/index.ts';
import type { Task } from '../jobs/index.ts';
import type { Log } from '../log/index.ts';
import { tenantIds, waitingMessages } from './message.store.ts';
import { mailRoutes } from './routes.tsx';
import { addSendJob, sendingTask, sendTask, smtpTransport } from './send.ts';

export interface Mail {
  /** False without a mail server: messages then wait in the queue. */
  readonly on: boolean;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly routes: readonly Route[];
  /** Takes up what waits: what a crash left, and what was written while there was no mail server. Once, after the jobs have started. */
  resume(): Promise<void>;
  close(): void;
}

export function createMail(parts: { database: Database; smtpUrl: string | undefined; from: string; log: Log }): Mail {
  const { database, smtpUrl, from, log } = parts;
  const transport = smtpUrl === undefined ? undefined : smtpTransport(smtpUrl, from);
  return {
    on: transport !== undefined,
    tasks: { [sendTask]: sendingTask({ database, transport, log }) },
    routes: mailRoutes(transport !== undefined),
    async resume() {
      if (transport === undefined) return;
      for (const tenantId of await database.asOwner(tenantIds)) {
        await database.inScope({ tenantId, origin: 'samband' }, async (tx) => {
          for (const { id, until } of await waitingMessages(tx)) await addSendJob(tx, id, until);
        });
      }
    },
    close: () => transport?.close(),
  };
}
