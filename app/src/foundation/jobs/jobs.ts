import { Logger, parseCronItems, type Runner, run, runMigrations } from 'graphile-worker';
import { Client } from 'pg';
import type { Database } from '../database/index.ts';
import type { Log } from '../log/index.ts';
import type { JobPayload } from './job.store.ts';

export interface JobRun {
  readonly payload: JobPayload;
  /** The tenant in whose transaction the job was added; undefined for work of the whole installation. */
  readonly tenantId: string | undefined;
  /** From 1. */
  readonly attempt: number;
  /** The moment that the clock was to begin it, which may have been while no process ran; undefined for a job that somebody added. */
  readonly dueAt: Date | undefined;
  /** Aborted when the process stops and the job has not finished in time; the job then runs again later. */
  readonly signal: AbortSignal;
}

/** A task may run more than once (a crash between its work and its end): it must be safe to repeat. */
export type Task = (job: JobRun) => Promise<void>;

/** Work that the clock begins, once however many processes there are. */
export interface Recurring {
  readonly task: string;
  /** Minute, hour, day of month, month and day of week, in UTC: `0 5 * * 1` is Mondays at five. */
  readonly at: string;
  /** How long after its time it is still begun, should no process have run then. */
  readonly withinHours: number;
}

export interface Jobs {
  start(): Promise<void>;
  /** Takes no more jobs and waits for those under way. */
  stop(): Promise<void>;
}

interface JobsParts {
  readonly database: Database;
  readonly log: Log;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly recurring?: readonly Recurring[];
  /** Jobs at once. Each process also keeps one connection of the pool for being woken, and one of its own to show that it lives. */
  readonly concurrency?: number;
}

/** The queue in this process. Other processes on the same database share the work. */
export function createJobs({ database, log, tasks, recurring = [], concurrency = 2 }: JobsParts): Jobs {
  let runner: Runner | undefined;
  let alive: Client | undefined;
  return {
    async start() {
      await prepareJobs(database, log);
      alive = await takeUpOrphans(database, log);
      runner = await run({
        pgPool: database.pool,
        concurrency,
        // The process has its own, single way to stop.
        noHandleSignals: true,
        logger: loggerTo(log),
        taskList: Object.fromEntries(
          Object.entries(tasks).map(([name, task]) => [
            name,
            async (payload, { job, abortSignal }) => {
              const { tenantId, _cron: clock, ...rest } = payload as WorkerPayload;
              await task({
                payload: rest as JobPayload,
                tenantId: tenantId ?? undefined,
                attempt: job.attempts,
                dueAt: clock === undefined ? undefined : new Date(clock.ts),
                signal: abortSignal,
              });
            },
          ]),
        ),
        parsedCronItems: parseCronItems(
          recurring.map(({ task, at, withinHours }) => ({
            task,
            match: at,
            identifier: task,
            options: { backfillPeriod: withinHours * 3_600_000 },
          })),
        ),
      });
      // A runner that gives up (the database gone for good) rejects here; readiness tells the same, so it is only noted.
      runner.promise.catch((error: unknown) => log.error({ fault: String(error) }, 'jobs stopped'));
    },
    async stop() {
      await runner?.stop();
      runner = undefined;
      await alive?.end();
      alive = undefined;
    },
  };
}

/** Held by every process that takes jobs, as long as it lives: PostgreSQL lets it go when the process is gone, however it went. */
const aliveLock = 7262264;

/**
 * A job whose process was broken off is held for four hours by the queue, which cannot know. When no other process lives, nobody holds a
 * job rightly, and all of them run again at once.
 */
async function takeUpOrphans({ pool }: Database, log: Log): Promise<Client> {
  const client = new Client(pool.options);
  client.on('error', (error) => log.warn({ fault: error.message }, 'database connection lost'));
  await client.connect();
  const { rows } = await client.query('select pg_try_advisory_lock($1) as alone', [aliveLock]);
  if (rows[0].alone) {
    await client.query(`select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
      from graphile_worker.jobs where locked_by is not null`);
  }
  await client.query('select pg_advisory_lock_shared($1)', [aliveLock]);
  if (rows[0].alone) await client.query('select pg_advisory_unlock($1)', [aliveLock]);
  return client;
}

/** As the worker keeps it: ours, and for what the clock began, when that was to be. */
interface WorkerPayload {
  readonly tenantId?: string | null;
  readonly _cron?: { readonly ts: string };
}

/** Makes the queue's tables without starting work; `createJobs().start()` does it by itself. */
export async function prepareJobs(database: Database, log: Log): Promise<void> {
  surviveLostConnections(database, log);
  await runMigrations({ pgPool: database.pool, logger: loggerTo(log) });
}

/** The connection that waits to be woken is lent out for hours; when the database goes away under it, that must not end the process. */
function surviveLostConnections({ pool }: Database, log: Log): void {
  if (pool.listenerCount('connect') > 0) return;
  pool.on('connect', (client) => {
    client.on('error', (error) => log.warn({ fault: error.message }, 'database connection lost'));
  });
}

/** The worker's chatter about each job is left out; what went wrong is kept. */
function loggerTo(log: Log): Logger {
  return new Logger((scope) => (level, message) => {
    if (level === 'error') log.error({ task: scope.taskIdentifier, job: scope.jobId }, message);
    else if (level === 'warning') log.warn({ task: scope.taskIdentifier, job: scope.jobId }, message);
  });
}
