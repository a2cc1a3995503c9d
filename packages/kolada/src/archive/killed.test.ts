import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { importIntoArchive, openArchive } from './index.ts';
import { Trial, trialKpi, trialUnits } from './trial.ts';

const kpis = Array.from({ length: 40 }, (_, index) => `N${String(index + 1).padStart(5, '0')}`);
const years = Array.from({ length: 20 }, (_, index) => 2001 + index);
const cells = kpis.length * years.length * trialUnits.length;

/** A file in which every figure is `value`, so that half a publication shows at once. */
function allAlike(trial: Trial, value: number): string {
  const rows = kpis.flatMap((kpi) =>
    years.flatMap((year) => trialUnits.map((unit) => `${kpi},${unit.id},${year},T,${value}`)),
  );
  return trial.file(`all-${value}.csv`, `kpi,municipality,period,gender,value\n${rows.join('\n')}\n`);
}

async function begun(trial: Trial): Promise<void> {
  const catalogue = trial.kpis(kpis.map((kpi) => trialKpi(kpi)));
  await importIntoArchive(trial.archive, { units: trial.units(), catalogue, values: allAlike(trial, 1) });
}

function run(program: string, ...more: string[]): ChildProcess {
  const door = JSON.stringify(new URL('./index.ts', import.meta.url).href);
  const text = `import { importIntoArchive, openArchive } from ${door};\n${program}`;
  return spawn(process.execPath, ['--input-type=module', '--eval', text, ...more], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

const fileOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.ino;

it('an import killed with -9 at any moment leaves the old version or the new one whole, and the next goes through', async () => {
  using trial = new Trial();
  await begun(trial);
  const { archive } = trial;
  const moments: readonly (readonly [string, number, (before: number | undefined) => boolean])[] = [
    ['as it takes the lock', 0, () => existsSync(`${archive}.lock`)],
    ['as it gathers', 5, () => existsSync(`${archive}.import`)],
    ['as the next version is begun', 0, () => existsSync(`${archive}.next`)],
    ['as the next version grows', 20, () => existsSync(`${archive}.next`)],
    ['as the next version is nearly done', 60, () => existsSync(`${archive}.next`)],
    ['as the next version is put in place', 0, (before) => fileOf(archive) !== before],
  ];
  let last = 1;
  for (const [moment, later, reached] of moments) {
    const next = last + 1;
    const values = JSON.stringify(allAlike(trial, next));
    const child = run(`await importIntoArchive(${JSON.stringify(archive)}, { values: ${values} });`);
    const gone = once(child, 'exit');
    const before = fileOf(archive);
    while (!reached(before) && child.exitCode === null) await wait(1);
    await wait(later);
    child.kill('SIGKILL');
    await gone;
    const reader = await openArchive(archive);
    const found = new Set((await reader.figures()).values);
    expect([...found], moment).toHaveLength(1);
    expect([last, next], moment).toContain([...found][0]);
    last = [...found][0]!;
    await reader.close();
  }
  const report = await importIntoArchive(archive, { values: allAlike(trial, 99) });
  expect(report.revisions).toBe(cells);
  expect(readdirSync(trial.folder).filter((name) => name.startsWith('kolada'))).toEqual(['kolada.duckdb']);
});

it('a process that reads without pause through ten publications never fails, and sees all figures old or all new', async () => {
  using trial = new Trial();
  await begun(trial);
  const reader = run(`
    const archive = await openArchive(${JSON.stringify(trial.archive)});
    let [last, reads, over] = [0, 0, false];
    process.stdin.once('data', () => { over = true; });
    process.stdout.write('reading\\n');
    while (!over) {
      await archive.refresh();
      // One that stays open and moves over, and one that opens whatever lies there.
      const fresh = await openArchive(archive.path);
      for (const each of [archive, fresh]) {
        const { values } = await each.figures();
        const found = new Set(values);
        if (values.length !== ${cells} || found.size !== 1 || values[0] !== each.info.version || values[0] < last)
          throw new Error('version ' + each.info.version + ' after ' + last + ' has ' + [...found].join());
        last = values[0];
        reads++;
      }
      await fresh.close();
    }
    await archive.close();
    process.stdout.write(JSON.stringify({ last, reads }));
    process.exit(0);`);
  let told = '';
  reader.stdout!.on('data', (data) => {
    told += String(data);
  });
  await once(reader.stdout!, 'data');
  for (let value = 2; value <= 11; value++) {
    await importIntoArchive(trial.archive, { values: allAlike(trial, value) });
  }
  const done = once(reader, 'exit');
  const seen = told.length;
  // One more round, so that the last publication is read too.
  await wait(300);
  reader.stdin!.end('enough');
  expect((await done)[0]).toBe(0);
  const { last, reads } = JSON.parse(told.slice(seen)) as { last: number; reads: number };
  expect(last).toBe(11);
  expect(reads).toBeGreaterThan(10);
});
