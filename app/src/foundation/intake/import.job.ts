import type { Database, RequestScope, Transaction } from '../database/index.ts';
import { addJob, type JobRun, type Task } from '../jobs/index.ts';
import type { Log } from '../log/index.ts';
import type { House } from '../register/index.ts';
import type { Language } from '../texts/index.ts';
import { noteProgress, readDraft, turnDraft } from './draft.store.ts';
import { importDraft } from './import.commands.ts';
import type { Intake } from './intake.ts';

/** Files of more rows than this are brought in beside the request, with a page that tells how far it has come. */
export const mostAtOnce = 500;

const importTask = 'intake.import';

export async function queueImport(tx: Transaction, id: string, language: Language): Promise<boolean> {
  const { personId } = tx.scope;
  if (personId === undefined || !(await turnDraft(tx, id, ['preview', 'refused'], 'running'))) return false;
  await addJob(tx, importTask, { id, personId, language }, { key: id });
  return true;
}

/** The waiting import, in one transaction; how far it has come is told in others, so that it is seen. Run again after a crash it begins anew: nothing was saved. */
export function intakeTasks(parts: {
  readonly database: Database;
  readonly intake: Intake;
  readonly log: Log;
  readonly actorOf: House['actorOf'];
}): Readonly<Record<string, Task>> {
  const { database, intake, log, actorOf } = parts;
  return {
    [importTask]: async ({ payload, tenantId }: JobRun) => {
      const { id, personId, language = 'sv' } = payload;
      if (id === undefined || personId === undefined || tenantId === undefined) return;
      const scope: RequestScope = { tenantId, personId, origin: 'samband', requestId: `job-${id}` };
      if ((await database.inScope(scope, (tx) => readDraft(tx, id)))?.state !== 'running') return;
      const tell = (done: number, total: number) => database.inScope(scope, (tx) => noteProgress(tx, id, done, total));
      const refuse = () => database.inScope(scope, (tx) => turnDraft(tx, id, ['running'], 'refused'));
      try {
        const counts = await database.inScope(scope, async (tx) => {
          const actor = await actorOf(tx, personId);
          if (actor === undefined) throw new StoppedImport();
          const work = { kernel: intake.kernel, tx, actor, language: language as Language };
          const result = await importDraft(intake, work, id, tell);
          // What has been turned and saved so far must not stay.
          if (!result.ok) throw new StoppedImport();
          return result.counts;
        });
        log.info({ tenant: tenantId, ...counts }, 'file imported');
      } catch (error) {
        if (!(error instanceof StoppedImport)) log.error({ tenant: tenantId, fault: String(error) }, 'import failed');
        await refuse();
      }
    },
  };
}

/** The preview says why; the transaction must be rolled back. */
class StoppedImport extends Error {
  override readonly name = 'StoppedImport';
}
