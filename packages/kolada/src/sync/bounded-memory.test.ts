import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { Trial } from '../archive/trial.ts';
import { generatedSource, startSimulator } from '../simulator/index.ts';
import { boundedMemory } from './index.ts';

it('a process started as recommended syncs and publishes 300 000 figures, and again, within 300 MB', async () => {
  using trial = new Trial();
  const years = [2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019];
  await using simulator = await startSimulator(generatedSource({ kpis: 100, units: 300, years }));
  const door = JSON.stringify(new URL('../index.ts', import.meta.url).href);
  const program = `
    import { createKoladaClient, syncArchive } from ${door};
    const options = { client: createKoladaClient({ baseUrl: ${JSON.stringify(simulator.url)} }), selection: { everything: true } };
    await syncArchive(${JSON.stringify(trial.archive)}, { ...options, years: [2010, 2019] });
    // Another span of years, and everything is fetched and laid over what is there.
    const report = await syncArchive(${JSON.stringify(trial.archive)}, { ...options, years: [2009, 2019] });
    const megabytes = process.resourceUsage().maxRSS / 1024;
    console.log(JSON.stringify({ version: report.version, values: report.values, megabytes }));`;
  const run = promisify(execFile)(
    process.execPath,
    [...boundedMemory.execArgv, '--input-type=module', '--eval', program],
    { env: { ...process.env, ...boundedMemory.env, NODE_OPTIONS: '' } },
  );
  const { version, values, megabytes } = JSON.parse((await run).stdout) as Record<string, number>;
  expect({ version, values }).toEqual({ version: 2, values: 300_000 });
  expect(megabytes).toBeLessThan(300);
});
