import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { importIntoArchive, openArchive } from '../archive/index.ts';
import { Trial, trialKpi } from '../archive/trial.ts';
import { createKoladaClient } from '../client/index.ts';
import { generatedSource, type Simulator, startSimulator } from '../simulator/index.ts';
import { syncArchive } from './index.ts';

const years = [2018, 2021] as const;
const source = generatedSource({ kpis: 100, units: 40, years: [2018, 2019, 2020, 2021] });

/** A sync in a process of its own; it tells its phase and the KPIs done. */
function startSync(trial: Trial, simulator: Simulator): ChildProcess {
  const program = `
    import { createKoladaClient } from ${JSON.stringify(new URL('../client/index.ts', import.meta.url).href)};
    import { syncArchive } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
    await syncArchive(${JSON.stringify(trial.archive)}, {
      client: createKoladaClient({ baseUrl: ${JSON.stringify(simulator.url)} }),
      selection: { everything: true }, years: ${JSON.stringify(years)},
      onProgress: (progress) => process.stdout.write(progress.phase + ' done ' + progress.kpisDone + '\\n'),
    });`;
  return spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Listens on, since a process whose listener goes away dies by itself. */
function until(child: ChildProcess, kpis: number): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout!.on('data', (data) => {
      const done = [...String(data).matchAll(/done (\d+)/g)].map((match) => Number(match[1]));
      if (Math.max(0, ...done) >= kpis) resolve();
    });
    child.once('exit', () => reject(new Error('the sync ended before it could be killed')));
  });
}

function publishing(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout!.on('data', (data) => String(data).includes('publishing') && resolve());
    child.once('exit', () => reject(new Error('the sync ended before it published')));
  });
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

it('a sync killed with -9 is taken up where it stopped, and comes to the same as one that was left alone', async () => {
  using trial = new Trial();
  await using simulator = await startSimulator(source, { faults: { slowMs: 40 } });
  for (const kpis of [25, 50]) {
    const child = startSync(trial, simulator);
    await until(child, kpis);
    await killed(child);
    await expect(openArchive(trial.archive)).rejects.toMatchObject({ code: 'missing' });
  }
  simulator.setFaults({});
  const client = createKoladaClient({ baseUrl: simulator.url });
  const asked = simulator.requests().length;
  const report = await syncArchive(trial.archive, { client, selection: { everything: true }, years });
  expect(report.kpis).toBe(100);
  expect(report.resumed).toBeGreaterThanOrEqual(50);
  const questions = simulator
    .requests()
    .slice(asked)
    .filter((request) => request.path.includes('/data')).length;
  expect(questions).toBeLessThanOrEqual(Math.ceil((100 - 50) / 25) * 4);

  const whole = `${trial.folder}/whole.duckdb`;
  await syncArchive(whole, { client, selection: { everything: true }, years });
  const [one, other] = [await openArchive(trial.archive), await openArchive(whole)];
  expect((await one.figures()).values).toEqual((await other.figures()).values);
  expect(one.info.values).toBe(other.info.values);
  await Promise.all([one.close(), other.close()]);
  expect(readdirSync(trial.folder).sort()).toEqual(['kolada.duckdb', 'whole.duckdb']);
});

it('a sync killed with -9 while it publishes loses nothing, and the next publishes without asking again', async () => {
  using trial = new Trial();
  await using simulator = await startSimulator(source);
  const client = createKoladaClient({ baseUrl: simulator.url });
  const selection = { everything: true };
  await syncArchive(trial.archive, { client, selection: { kpis: ['N00001'] }, years });
  const rows = async () => {
    const archive = await openArchive(trial.archive);
    const [version, { values }] = [archive.info.version, await archive.figures({ kpis: ['N00001'], years })];
    await archive.close();
    return { version, values };
  };
  const before = await rows();
  for (const later of [0, 25, 75]) {
    const child = startSync(trial, simulator);
    await publishing(child);
    await wait(later);
    await killed(child);
    // The last moment may fall after the rename: then all of it is there.
    if ((await rows()).version > 1) break;
    expect(await rows()).toEqual(before);
  }
  const asked = simulator.requests().length;
  const report = await syncArchive(trial.archive, { client, selection, years });
  const questions = simulator.requests().slice(asked);
  expect(report.kpis).toBe(100);
  if (report.version === 2) {
    expect(report.resumed).toBe(100);
    expect(questions.some((request) => request.path.includes('/data'))).toBe(false);
  }
  expect((await rows()).values).toEqual(before.values);
  expect(readdirSync(trial.folder)).toEqual(['kolada.duckdb']);
});

it('of two syncs at once in different processes the second is refused, and the first goes on', async () => {
  using trial = new Trial();
  await using simulator = await startSimulator(source, { faults: { slowMs: 40 } });
  const child = startSync(trial, simulator);
  const ended = once(child, 'exit');
  try {
    await until(child, 25);
    const client = createKoladaClient({ baseUrl: simulator.url });
    const second = syncArchive(trial.archive, { client, selection: { kpis: ['N00001'] }, years });
    await expect(second).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringContaining(`${child.pid}`) as unknown,
    });
    simulator.setFaults({});
    expect((await ended)[0]).toBe(0);
  } finally {
    await killed(child);
  }
  const archive = await openArchive(trial.archive);
  expect(archive.info.kpis).toBe(100);
  await archive.close();
});

it('readers are undisturbed, and other writers refused, while a sync is at work', async () => {
  using trial = new Trial();
  await using simulator = await startSimulator(source, { faults: { slowMs: 40 } });
  await importIntoArchive(trial.archive, {
    units: trial.units(),
    catalogue: trial.kpis([trialKpi('N00001')]),
    values: trial.values('N00001,0101,2020,T,1'),
  });
  const child = startSync(trial, simulator);
  try {
    await until(child, 25);
    const archive = await openArchive(trial.archive);
    expect((await archive.figures({ kpis: ['N00001'] })).values[1]).toBe(1);
    expect(await archive.refresh()).toBe(false);
    const second = importIntoArchive(trial.archive, { values: trial.values('N00001,0101,2020,T,2') });
    await expect(second).rejects.toMatchObject({ code: 'locked' });
    await archive.close();
  } finally {
    await killed(child);
  }
  await importIntoArchive(trial.archive, { values: trial.values('N00001,0101,2020,T,2') });
});
