import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, RequestScope } from '../database/index.ts';
import type { JobRun, Task } from '../jobs/index.ts';
import type { Log } from '../log/index.ts';
import { uploadedFiles, uploadFolder } from './fetch.commands.ts';
import { beginFetch, endFetch, type FetchRow, noteProgress, requeueFetch } from './fetch.store.ts';
import { runFetchProcess } from './fetch-process.ts';
import type { FetchOutcome, FetchProgress, FetchWork } from './fetch-work.ts';

export interface FetchJobParts {
  readonly database: Database;
  readonly log: Log;
  readonly archive: string;
  readonly koladaUrl: string;
  readonly millisecondsBetweenSigns?: number;
}

/** A fetch that was queued. Run again after a crash it does nothing: the row then no longer waits. */
export function fetchJob(parts: FetchJobParts): Task {
  return async (job) => {
    const { id } = job.payload;
    if (id === undefined || job.tenantId === undefined) return;
    const scope: RequestScope = { tenantId: job.tenantId, origin: 'samband' };
    const row = await parts.database.inScope(scope, (tx) => beginFetch(tx, id));
    if (row === undefined) return;
    const { outcome, asked } = await work(parts, scope, row, job);
    if (outcome.kind === 'stopped' && !asked) {
      await parts.database.inScope(scope, (tx) => requeueFetch(tx, id));
      throw new Error('the program ends; the fetch goes on when it is started again');
    }
    if (row.request.kind === 'import') await rm(uploadFolder(parts.archive, id), { recursive: true, force: true });
    const state = outcome.kind === 'failed' ? 'failed' : outcome.kind === 'stopped' ? 'stopped' : 'done';
    await parts.database.inScope(scope, (tx) => endFetch(tx, id, state, outcome));
    parts.log.info({ tenant: job.tenantId, fetch: id, state }, 'fetch ended');
  };
}

async function work(
  parts: FetchJobParts,
  scope: RequestScope,
  row: FetchRow,
  job: JobRun,
): Promise<{ readonly outcome: FetchOutcome; readonly asked: boolean }> {
  const asked = new AbortController();
  const ended = new AbortController();
  let progress: FetchProgress | undefined;
  const signs = giveSigns(parts, ended.signal, async () => {
    const stop = await parts.database.inScope(scope, (tx) => noteProgress(tx, row.id, progress));
    if (stop) asked.abort();
  });
  const outcome = await runFetchProcess(workOf(parts, row), {
    signal: AbortSignal.any([asked.signal, job.signal]),
    onProgress: (latest) => {
      progress = latest;
    },
  });
  ended.abort();
  await signs;
  return { outcome, asked: asked.signal.aborted };
}

/** A database that is away for a while must not end the fetch; the next sign comes through. */
async function giveSigns(parts: FetchJobParts, until: AbortSignal, give: () => Promise<void>): Promise<void> {
  while (!until.aborted) {
    await give().catch((error: unknown) => parts.log.warn({ fault: String(error) }, 'fetch could not give a sign'));
    await sleep(parts.millisecondsBetweenSigns ?? 1500, undefined, { signal: until }).catch(() => undefined);
  }
}

function workOf({ archive, koladaUrl }: FetchJobParts, { id, request }: FetchRow): FetchWork {
  return request.kind === 'sync'
    ? { kind: 'sync', archive, koladaUrl, order: request.order }
    : { kind: 'import', archive, files: uploadedFiles(archive, id, request.files) };
}
