import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { importIntoArchive, openArchive } from '../archive/index.ts';
import { Trial, trialKpi } from '../archive/trial.ts';
import { createKoladaClient } from '../client/index.ts';
import { generatedSource, type Simulator, startSimulator } from '../simulator/index.ts';
import { syncArchive } from './index.ts';

const years = [2018, 2021] as const;
const source = generatedSource({ kpis: 200, units: 60, years: [2018, 2019, 2020, 2021] });

/** A sync in a process of its own; it writes a line for every KPI done. */
function startSync(trial: Trial, simulator: Simulator): ChildProcess {
  const program = `
    import { createKoladaClient } from ${JSON.stringify(new URL('../client/index.ts', import.meta.url).href)};
    import { syncArchive } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
    await syncArchive(${JSON.stringify(trial.archive)}, {
      client: createKoladaClient({ baseUrl: ${JSON.stringify(simulator.url)} }),
      selection: { everything: true }, years: ${JSON.stringify(years)},
      onProgress: (progress) => process.stdout.write('done ' + progress.kpisDone + '\\n'),
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

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

it('a sync killed with -9 is taken up where it stopped, and comes to the same as one that was left alone', async () => {
  using trial = new Trial();
  await using simulator = await startSimulator(source, { faults: { slowMs: 40 } });
  for (const kpis of [50, 125]) {
    const child = startSync(trial, simulator);
    await until(child, kpis);
    await killed(child);
    await expect(openArchive(trial.archive)).rejects.toMatchObject({ code: 'missing' });
  }
  simulator.setFaults({});
  const client = createKoladaClient({ baseUrl: simulator.url });
  const asked = simulator.requests().length;
  const report = await syncArchive(trial.archive, { client, selection: { everything: true }, years });
  expect(report.kpis).toBe(200);
  expect(report.resumed).toBeGreaterThanOrEqual(125);
  const questions = simulator
    .requests()
    .slice(asked)
    .filter((request) => request.path.includes('/data')).length;
  expect(questions).toBeLessThanOrEqual(Math.ceil((200 - 125) / 25) * 4);

  const whole = `${trial.folder}/whole.duckdb`;
  await syncArchive(whole, { client, selection: { everything: true }, years });
  const [one, other] = [await openArchive(trial.archive), await openArchive(whole)];
  expect((await one.figures()).values).toEqual((await other.figures()).values);
  expect(one.info.values).toBe(other.info.values);
  await Promise.all([one.close(), other.close()]);
  expect(readdirSync(trial.folder).sort()).toEqual(['kolada.duckdb', 'whole.duckdb']);
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
    await until(child, 50);
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
