import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { newId } from '../ids/index.ts';
import { createLog } from '../log/index.ts';
import { addJob } from './job.store.ts';
import { createJobs, type JobRun, type Jobs, prepareJobs } from './jobs.ts';

const log = createLog('silent');
const ekeberga = newId();
const granvik = newId();
let database: TestDatabase;
let jobs: Jobs | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  await prepareJobs(database, log);
});
afterAll(() => database?.drop());
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
});

async function start(task: (job: JobRun) => Promise<void>): Promise<void> {
  jobs = createJobs({ database, log, tasks: { 'test.task': task } });
  await jobs.start();
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !condition(); tries++) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(condition()).toBe(true);
}

describe('a job', () => {
  it('runs once its transaction has committed, and never when it rolls back', async () => {
    const ran: JobRun[] = [];
    await start((job) => Promise.resolve(void ran.push(job)));
    const undone = database.inScope({ tenantId: ekeberga }, async (tx) => {
      await addJob(tx, 'test.task', { thing: 'undone' });
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    await database.inScope({ tenantId: ekeberga }, async (tx) => {
      await addJob(tx, 'test.task', { thing: 'done' });
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(ran).toHaveLength(0);
    });
    await until(() => ran.length > 0);
    expect(ran.map(({ payload, tenantId, attempt }) => ({ payload, tenantId, attempt }))).toEqual([
      { payload: { thing: 'done' }, tenantId: ekeberga, attempt: 1 },
    ]);
  });

  it('carries the municipality of its transaction, whatever its payload says', async () => {
    const ran: JobRun[] = [];
    await database.inScope({ tenantId: ekeberga }, (tx) => addJob(tx, 'test.task', { tenantId: granvik }));
    await database.asOwner((tx) => addJob(tx, 'test.task', { tenantId: granvik }));
    await start((job) => Promise.resolve(void ran.push(job)));
    await until(() => ran.length === 2);
    expect(new Set(ran.map(({ tenantId }) => tenantId))).toEqual(new Set([ekeberga, undefined]));
  });

  it('with the same key replaces the one that waits, in its own municipality only', async () => {
    const runAt = new Date(Date.now() + 60_000);
    for (const tenantId of [ekeberga, ekeberga, granvik]) {
      await database.inScope({ tenantId }, (tx) =>
        addJob(tx, 'test.task', { thing: tenantId }, { key: 'same', runAt }),
      );
    }
    const { rows } = await database.pool.query('select key, run_at from graphile_worker.jobs order by key');
    expect(rows.map(({ key }) => key)).toEqual(
      [`${ekeberga}/same`, `${granvik}/same`].toSorted((a, b) => (a < b ? -1 : 1)),
    );
    expect(rows[0].run_at).toEqual(runAt);
    await database.pool.query('select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs');
  });

  it('whose process was broken off runs again when the program is next started, and not while another process lives', async () => {
    const ran: JobRun[] = [];
    const brokenOff = async () => {
      await database.inScope({ tenantId: ekeberga }, (tx) =>
        addJob(tx, 'test.task', { thing: 'held' }, { runAt: new Date(Date.now() + 200) }),
      );
      await database.pool.query(
        `update graphile_worker._private_jobs set locked_by = 'a worker that is gone', locked_at = now(), attempts = 1`,
      );
    };
    await brokenOff();
    await start((job) => Promise.resolve(void ran.push(job)));
    await until(() => ran.length === 1);

    await brokenOff();
    const other = createJobs({ database, log, tasks: { 'test.task': (job) => Promise.resolve(void ran.push(job)) } });
    await other.start();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(ran).toHaveLength(1);
    await other.stop();
    await jobs?.stop();
    await start((job) => Promise.resolve(void ran.push(job)));
    await until(() => ran.length === 2);
  });

  it('that fails is tried again', async () => {
    const attempts: number[] = [];
    await start((job) => {
      attempts.push(job.attempt);
      return attempts.length === 1 ? Promise.reject(new Error('not yet')) : Promise.resolve();
    });
    await database.inScope({ tenantId: ekeberga }, (tx) => addJob(tx, 'test.task', {}));
    await until(() => attempts.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await database.pool.query('select graphile_worker.reschedule_jobs(array_agg(id), now()) from graphile_worker.jobs');
    await until(() => attempts.length === 2);
    expect(attempts).toEqual([1, 2]);
  });

  it('under way is finished before a stop is', async () => {
    let finished = false;
    let begun = false;
    await start(async () => {
      begun = true;
      await new Promise((resolve) => setTimeout(resolve, 300));
      finished = true;
    });
    await database.inScope({ tenantId: ekeberga }, (tx) => addJob(tx, 'test.task', {}));
    await until(() => begun);
    await jobs?.stop();
    expect(finished).toBe(true);
  });
});

it('a request has no other way into the queue', async () => {
  await expect(
    database.inScope({ tenantId: ekeberga }, (tx) =>
      sql`select graphile_worker.add_job('test.task')`.execute(tx.tables<unknown>()),
    ),
  ).rejects.toThrow(/permission denied/);
});

describe('work that the clock begins', () => {
  it('is begun once by two processes, also when its time passed while none ran, and tells when it was to be', async () => {
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    // The clock has been known for two and a half hours: two whole hours have passed since.
    await database.pool.query(
      'insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution) values ($1, $2, $2)',
      ['test.hourly', hoursAgo(2.5)],
    );
    const ran: JobRun[] = [];
    const start = async () => {
      const tasks = { 'test.hourly': (job: JobRun) => Promise.resolve(void ran.push(job)) };
      const recurring = [{ task: 'test.hourly', at: '0 * * * *', withinHours: 12 }];
      const process = createJobs({ database, log, tasks, recurring });
      await process.start();
      return process;
    };
    const processes = [await start(), await start()];
    await until(() => ran.length >= 2);
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (const process of processes) await process.stop();
    const times = ran.map(({ dueAt }) => dueAt!.getTime());
    expect(new Set(times).size).toBe(times.length);
    for (const time of times) {
      expect(time % 3_600_000).toBe(0);
      expect(time).toBeGreaterThan(hoursAgo(2.6).getTime());
    }
    expect(ran.every(({ tenantId, payload }) => tenantId === undefined && Object.keys(payload).length === 0)).toBe(
      true,
    );
  });
});
