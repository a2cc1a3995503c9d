// Fetching from Kolada's API into a new archive, against a local Kolada of invented figures. The bound: the same questions fetched and
// parsed, and nothing done with the answers.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { boundedMemory } from '@samband/kolada';
import {
  inOwnProcess,
  inTemporaryFolder,
  median,
  ms,
  printLoad,
  printTable,
  target,
  times2,
} from './parts/measured.mjs';

const perKpi = 311 * 22;

/** As the application starts its fetches. */
const asTheApplication = {
  execArgv: [...boundedMemory.execArgv],
  environment: { ...boundedMemory.env, NODE_OPTIONS: '' },
};

await inTemporaryFolder(async (folder) => {
  printLoad();
  const million = await sync(folder, Math.ceil(1e6 / perKpi), 3);
  const more = await sync(folder, Math.ceil(4e6 / perKpi), 1);
  printTable(
    ['', 'values', 'Samband, s', 'values/s', 'fetch and parse alone, s', 'of the bound', 'greatest memory, MB'],
    [line('1 million', million), line('4 million', more)],
  );
  console.log(
    `\nMemory along the way, MB (tenths of the run, 4 million values): ${tenths(more.samples).map(ms).join(' ')}`,
  );

  console.log('\nTargets');
  const rate = (1000 * million.values) / million.took;
  target('at least 50 000 values/s', rate >= 50_000, `${Math.round(rate).toLocaleString('sv')} values/s`);
  target('memory at most 300 MB', more.rss <= 300, `${ms(more.rss)} MB`);
  target(
    'memory flat: four times the values take at most a fifth more',
    more.rss <= 1.2 * million.rss,
    times2(more.rss / million.rss),
  );
  printLoad();
});

async function sync(folder, kpis, rounds) {
  const simulator = fork(new URL('parts/simulator.mjs', import.meta.url), [String(kpis)]);
  try {
    const [{ url }] = await once(simulator, 'message');
    const runs = [];
    for (let round = 0; round < rounds; round++) {
      runs.push(
        await inOwnProcess('sync-run.mjs', [url, path.join(folder, `${kpis}-${round}.duckdb`)], asTheApplication),
      );
    }
    simulator.send('paths');
    const [{ paths }] = await once(simulator, 'message');
    const asked = path.join(folder, 'asked.json');
    await writeFile(asked, JSON.stringify(paths.slice(0, paths.length / rounds)));
    const bounds = [];
    for (let round = 0; round < rounds; round++) bounds.push(await inOwnProcess('fetch-run.mjs', [url, asked]));
    return {
      values: runs[0].values,
      took: median(runs.map(({ took }) => took)),
      bound: median(bounds.map(({ took }) => took)),
      samples: runs[0].samples,
      rss: Math.max(...runs.map(({ rss }) => rss)),
    };
  } finally {
    simulator.disconnect();
    await once(simulator, 'exit');
  }
}

function line(what, { values, took, bound, rss }) {
  return [
    what,
    values.toLocaleString('sv'),
    (took / 1000).toFixed(1),
    Math.round((1000 * values) / took).toLocaleString('sv'),
    (bound / 1000).toFixed(1),
    times2(took / bound),
    ms(rss),
  ];
}

/** The greatest of each tenth. */
function tenths(samples) {
  const size = Math.max(1, samples.length / 10);
  return Array.from({ length: Math.min(10, samples.length) }, (_, i) =>
    Math.max(...samples.slice(Math.floor(i * size), Math.floor((i + 1) * size))),
  );
}
