// Fetching from Kolada's API into a new archive, against a local Kolada of invented figures. The bound: the same questions fetched and
// parsed, and nothing done with the answers. `npm run bench -- sync --full` fetches as much as all of Kolada instead, once undisturbed and once
// killed halfway and taken up again, and compares every figure: about ten minutes.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { boundedMemory } from '@samband/kolada';
import { fullSize } from './parts/full-size.mjs';
import { invented } from './parts/invented-kolada.mjs';
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

const perKpi = invented.units * (invented.years[1] - invented.years[0] + 1);

/** As the application starts its fetches. */
const asTheApplication = {
  execArgv: [...boundedMemory.execArgv],
  environment: { ...boundedMemory.env, NODE_OPTIONS: '' },
};

await inTemporaryFolder(process.argv.includes('--full') ? fetchAll : fetchSome);

async function fetchSome(folder) {
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
}

async function fetchAll(folder) {
  printLoad();
  const { kpis } = fullSize;
  await withSimulator(kpis, async (url, state) => {
    const [whole, killed] = ['whole.duckdb', 'killed.duckdb'].map((name) => path.join(folder, name));
    const runs = [await inOwnProcess('sync-run.mjs', [url, whole], asTheApplication)];
    await killHalfway(url, killed, kpis);
    runs.push(await inOwnProcess('sync-run.mjs', [url, killed], asTheApplication));
    const checks = [];
    for (const archive of [whole, killed]) checks.push(await inOwnProcess('sync-check.mjs', [kpis, archive]));
    const { rss, processor } = await state();
    printTable(
      [
        '',
        'values fetched',
        'taken up',
        's',
        'values/s',
        'greatest memory, MB',
        'in the archive',
        'missing',
        'as Kolada has it',
      ],
      runs.map(({ values, resumed, took, rss: most }, i) => [
        ['undisturbed', 'killed halfway, the rest'][i],
        values.toLocaleString('sv'),
        `${resumed} of ${kpis}`,
        (took / 1000).toFixed(0),
        Math.round((1000 * values) / took).toLocaleString('sv'),
        ms(most),
        checks[i].values.toLocaleString('sv'),
        checks[i].nulls.toLocaleString('sv'),
        checks[i].same ? 'yes' : 'NO',
      ]),
    );
    console.log(`\nMemory along the way, MB (tenths of the first run): ${tenths(runs[0].samples).map(ms).join(' ')}`);
    console.log(`The simulator: at most ${ms(rss)} MB, ${processor.toFixed(0)} s of processor.`);

    console.log('\nTargets');
    target(
      'every figure as Kolada has it',
      checks.every(({ same }) => same),
      checks.map(({ held }) => held.slice(0, 8)).join(', '),
    );
    target(
      'what was fetched before the kill is not fetched again',
      runs[1].resumed >= kpis / 2,
      `${runs[1].resumed} taken up`,
    );
    const [most, rate] = [Math.max(...runs.map((run) => run.rss)), (1000 * runs[0].values) / runs[0].took];
    target('memory at most 300 MB', most <= 300, `${ms(most)} MB`);
    target('at least 50 000 values/s', rate >= 50_000, `${Math.round(rate).toLocaleString('sv')} values/s`);
  });
  printLoad();
}

async function killHalfway(url, archive, kpis) {
  const { execArgv, environment } = asTheApplication;
  const child = fork(new URL('parts/sync-run.mjs', import.meta.url), [url, archive], {
    execArgv,
    env: { ...process.env, ...environment },
  });
  child.on('message', (kpisDone) => kpisDone >= kpis / 2 && child.kill('SIGKILL'));
  const [, signal] = await once(child, 'exit');
  if (signal !== 'SIGKILL') throw new Error('the sync was over before it was killed');
}

async function withSimulator(kpis, work) {
  const simulator = fork(new URL('parts/simulator.mjs', import.meta.url), [String(kpis)]);
  try {
    const [{ url }] = await once(simulator, 'message');
    return await work(url, async () => {
      simulator.send('state');
      return (await once(simulator, 'message'))[0];
    });
  } finally {
    simulator.disconnect();
    await once(simulator, 'exit');
  }
}

async function sync(folder, kpis, rounds) {
  return withSimulator(kpis, async (url, state) => {
    const runs = [];
    for (let round = 0; round < rounds; round++) {
      runs.push(
        await inOwnProcess('sync-run.mjs', [url, path.join(folder, `${kpis}-${round}.duckdb`)], asTheApplication),
      );
    }
    const { paths } = await state();
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
  });
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
