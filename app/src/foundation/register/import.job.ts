import type { Actor } from '../access/index.ts';
import type { Database, RequestScope, Transaction } from '../database/index.ts';
import { addJob, type JobRun, type Task } from '../jobs/index.ts';
import type { Log } from '../log/index.ts';
import type { Language } from '../texts/index.ts';
import { applyImport } from './import.commands.ts';
import { noteProgress, readProgress, turnDraft } from './import.store.ts';
import type { Kernel } from './kernel.ts';

/** Files of more rows than this are read in beside the request, with a page that tells how far it has come. */
export const mostAtOnce = 500;

const importTask = 'register.import';

export interface ImportJobParts {
  readonly database: Database;
  readonly kernel: Kernel;
  readonly log: Log;
  /** Who asked for it, with the roles of now; undefined when they may no longer sign in. */
  readonly actorOf: (tx: Transaction, personId: string) => Promise<Actor | undefined>;
}

export async function queueImport(tx: Transaction, register: string, id: string, language: Language): Promise<boolean> {
  const { personId } = tx.scope;
  if (personId === undefined || !(await turnDraft(tx, id, 'preview', 'running'))) return false;
  await addJob(tx, importTask, { register, id, personId, language }, { key: id });
  return true;
}

/** The waiting import, in one transaction; how far it has come is told in others, so that it is seen. Run again after a crash it begins anew: nothing was saved. */
export function importTasks(parts: ImportJobParts): Readonly<Record<string, Task>> {
  return { [importTask]: (job) => run(parts, job) };
}

async function run({ database, kernel, log, actorOf }: ImportJobParts, job: JobRun): Promise<void> {
  const { register: name, id, personId, language = 'sv' } = job.payload;
  const register = kernel.registers.find((one) => one.name === name);
  if (register === undefined || id === undefined || personId === undefined || job.tenantId === undefined) return;
  const scope: RequestScope = { tenantId: job.tenantId, personId, origin: 'samband', requestId: `job-${id}` };
  const draft = await database.inScope(scope, (tx) => readProgress(tx, register.name, id));
  if (draft?.state !== 'running') return;
  const tell = (done: number, total: number) => database.inScope(scope, (tx) => noteProgress(tx, id, done, total));
  try {
    const result = await database.inScope(scope, async (tx) => {
      const actor = await actorOf(tx, personId);
      if (actor === undefined) return undefined;
      return applyImport({ kernel, tx, actor, register, language: language as Language }, id, tell);
    });
    if (result?.ok !== true) await database.inScope(scope, (tx) => turnDraft(tx, id, 'running', 'refused'));
    log.info({ tenant: job.tenantId, register: name, ok: result?.ok === true }, 'import ended');
  } catch (error) {
    log.error({ tenant: job.tenantId, register: name, fault: String(error) }, 'import failed');
    await database.inScope(scope, (tx) => turnDraft(tx, id, 'running', 'refused'));
  }
}
