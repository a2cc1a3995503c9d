import { keyFigureMap } from '@samband/analysis';
import {
  ArchiveError,
  archiveStatus,
  createKoladaClient,
  ImportError,
  importIntoArchive,
  KoladaError,
  KoladaHttpError,
  syncArchive,
} from '@samband/kolada';
import { selectionOf } from './fetch-order.rules.ts';
import type { FetchFault, FetchOutcome, FetchProgress, FetchWork, Writer } from './fetch-work.ts';

/** The program of the process that fetches or imports: one piece of work by message, progress and outcome back, and the end. */
const stop = new AbortController();
let told = 0;
let importing = false;

process.on('message', (message: FetchWork | 'stop') => {
  if (message === 'stop') end();
  else void runAndEnd(message);
});
// The program that asked is gone: nobody hears the answer, and what has been fetched is kept for the next.
process.on('disconnect', end);
// Ctrl-C in a terminal reaches this process too, but it is for the one that asked to decide.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', end);

function end(): void {
  stop.abort();
  // An import is all or nothing, and whoever writes next clears away what it leaves.
  if (importing) void send({ kind: 'stopped' }).then(() => process.exit(0));
}

async function runAndEnd(work: FetchWork): Promise<void> {
  const outcome = await run(work).catch(async (error: unknown): Promise<FetchOutcome> => {
    if (stop.signal.aborted) return { kind: 'stopped' };
    return { kind: 'failed', fault: await faultOf(error, work.archive) };
  });
  await send(outcome);
  process.exit(0);
}

async function send(outcome: FetchOutcome): Promise<void> {
  if (process.connected) await new Promise((sent) => process.send!(outcome, sent));
}

async function run(work: FetchWork): Promise<FetchOutcome> {
  if (work.kind === 'sync') {
    const { choice, years, genders } = work.order;
    const report = await syncArchive(work.archive, {
      client: createKoladaClient({ baseUrl: work.koladaUrl, signal: stop.signal }),
      selection: selectionOf(
        choice,
        keyFigureMap.map(({ kpi }) => kpi),
      ),
      years,
      genders,
      signal: stop.signal,
      onProgress: tell,
    });
    return { kind: 'synced', report };
  }
  importing = true;
  const report = await importIntoArchive(work.archive, {
    ...work.files,
    onProgress: ({ phase, rows }) =>
      tell({ phase, kpisDone: 0, kpisTotal: 0, values: rows, valuesPerSecond: 0, secondsLeft: null }),
  });
  return { kind: 'imported', report };
}

const millisecondsBetweenWords = 100;
let phase: FetchProgress['phase'] | undefined;

function tell(progress: FetchProgress): void {
  const now = performance.now();
  if (progress.phase === phase && now - told < millisecondsBetweenWords) return;
  [told, phase] = [now, progress.phase];
  if (process.connected) process.send!(progress);
}

async function faultOf(error: unknown, archive: string): Promise<FetchFault> {
  const message = error instanceof Error ? error.message : String(error);
  if (/ENOSPC|No space left/i.test(message)) return { code: 'diskFull' };
  if (error instanceof ArchiveError) {
    const writer = error.code === 'locked' ? await writerOf(archive) : null;
    return { code: 'archive', reason: error.code, writer };
  }
  if (error instanceof ImportError) return { code: 'files', faults: error.faults };
  if (error instanceof KoladaError) {
    const status = error instanceof KoladaHttpError ? error.status : null;
    return { code: 'kolada', reason: error.code, status, message: error.message };
  }
  return { code: 'program', message };
}

async function writerOf(archive: string): Promise<Writer | null> {
  return archiveStatus(archive).then(
    ({ writer }) => writer,
    () => null,
  );
}
