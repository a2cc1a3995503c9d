import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { archiveStatus, openArchive } from '@samband/kolada';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fetchFaultText } from './fetch-fault-words.ts';
import { runFetchProcess } from './fetch-process.ts';
import type { FetchOutcome, FetchProgress } from './fetch-work.ts';
import { startTrial, type Trial } from './testing.ts';

let trial: Trial;
beforeEach(async () => {
  trial = await startTrial();
});
afterEach(() => trial.end());

function reportOf(outcome: FetchOutcome) {
  if (outcome.kind !== 'synced') throw new Error(`not synced: ${JSON.stringify(outcome)}`);
  return outcome.report;
}

it('a fetch runs in a process of its own and tells how far it has come', async () => {
  const told: FetchProgress[] = [];
  let pid = 0;
  const outcome = await runFetchProcess(trial.work(), {
    onProgress: (progress) => told.push(progress),
    onStart: (started) => {
      pid = started;
    },
  });
  expect(reportOf(outcome)).toMatchObject({ version: 1, kpis: 200, values: 200 * 60 * 2 });
  expect(pid).not.toBe(process.pid);
  expect(told[0]?.phase).toBe('catalogue');
  expect(told.at(-1)).toMatchObject({ phase: 'done', kpisDone: 200, kpisTotal: 200, values: 24_000 });
  expect(await archiveStatus(trial.archive)).toMatchObject({ version: 1, kpisWithValues: 200, writer: null });
});

it('killed with -9 in the middle it becomes an outcome, publishes nothing, and the next takes up where it stopped', async () => {
  trial.simulator.setFaults({ slowMs: 60 });
  let pid = 0;
  const outcome = await runFetchProcess(trial.work(), {
    onStart: (started) => {
      pid = started;
    },
    onProgress: ({ kpisDone }) => {
      if (kpisDone >= 75) process.kill(pid, 'SIGKILL');
    },
  });
  expect(outcome).toEqual({ kind: 'failed', fault: { code: 'died', how: 'SIGKILL' } });
  await expect(openArchive(trial.archive)).rejects.toMatchObject({ code: 'missing' });
  trial.simulator.setFaults({});
  const report = reportOf(await runFetchProcess(trial.work()));
  expect(report.kpis).toBe(200);
  expect(report.resumed).toBeGreaterThanOrEqual(75);
});

it('called off it saves, and the next takes up where it stopped', async () => {
  trial.simulator.setFaults({ slowMs: 60 });
  const stop = new AbortController();
  const outcome = await runFetchProcess(trial.work(), {
    signal: stop.signal,
    onProgress: ({ kpisDone }) => {
      if (kpisDone >= 50) stop.abort();
    },
  });
  expect(outcome).toEqual({ kind: 'stopped' });
  trial.simulator.setFaults({});
  expect(reportOf(await runFetchProcess(trial.work())).resumed).toBeGreaterThanOrEqual(50);
});

it('called off before it began it ends as stopped', async () => {
  expect(await runFetchProcess(trial.work(), { signal: AbortSignal.abort() })).toEqual({ kind: 'stopped' });
});

it('two at once: the second is refused and told since when the first is at work', async () => {
  await runFetchProcess(trial.work());
  trial.simulator.setFaults({ slowMs: 100 });
  const stop = new AbortController();
  let begun = () => {};
  const writing = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const first = runFetchProcess(trial.work(), { signal: stop.signal, onProgress: () => begun() });
  await writing;
  const second = await runFetchProcess(trial.work());
  expect(second).toMatchObject({ kind: 'failed', fault: { code: 'archive', reason: 'locked' } });
  if (second.kind === 'failed') {
    expect(fetchFaultText(second.fault, trial.archive, 'sv')).toMatch(/pågår sedan \d{4}-\d\d-\d\d \d\d:\d\d/);
  }
  stop.abort();
  await first;
});

it('a Kolada that is away for a moment, or answers with a page about maintenance, is waited out', async () => {
  trial.simulator.setFaults({ html: 0.5, serverError: 0.5, limit: 4 });
  expect(reportOf(await runFetchProcess(trial.work())).kpis).toBe(200);
});

it('a Kolada that does not answer is told in a sentence, and what was there stays', async () => {
  await runFetchProcess(trial.work());
  const work = trial.work();
  await trial.simulator.close();
  const outcome = await runFetchProcess(work);
  if (outcome.kind !== 'failed') throw new Error('it should have failed');
  expect(fetchFaultText(outcome.fault, trial.archive, 'sv')).toContain('Kolada går inte att nå.');
  expect(fetchFaultText(outcome.fault, trial.archive, 'en')).toContain('Kolada cannot be reached.');
  expect(await archiveStatus(trial.archive)).toMatchObject({ version: 1 });
}, 60_000);

it('figures written as text fail their own key figure and no other', async () => {
  trial.simulator.setFaults({ wrongTypes: 1, limit: 40 });
  const outcome = await runFetchProcess({ ...trial.work() });
  const report = reportOf(outcome);
  expect(report.failed.length).toBeGreaterThan(0);
  expect(report.failed.length).toBeLessThan(200);
  expect((await archiveStatus(trial.archive)).kpisWithValues).toBe(200 - report.failed.length);
});

it('files are read in a process too, and faults in them come back by file and line', async () => {
  await runFetchProcess(trial.work());
  const values = path.join(trial.folder, 'egna värden.csv');
  writeFileSync(values, 'kpi,municipality,period,gender,value\nN00001,0001,2020,T,1\nN00001,0001,2021,T,"1,5"\n');
  const refused = await runFetchProcess({ kind: 'import', archive: trial.archive, files: { values } });
  if (refused.kind !== 'failed') throw new Error('it should have failed');
  expect(fetchFaultText(refused.fault, trial.archive, 'sv')).toMatch(/egna värden\.csv, rad 3.*decimalkomma/s);
  writeFileSync(values, 'kpi,municipality,period,gender,value\nN00001,0001,2020,T,1\n');
  const read = await runFetchProcess({ kind: 'import', archive: trial.archive, files: { values } });
  expect(read).toMatchObject({ kind: 'imported', report: { version: 2, numbers: 1 } });
});
