import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { expect, it } from 'vitest';
import { Database, quoted } from './database.ts';
import { createArchive, importIntoArchive, openArchive } from './index.ts';
import { takeLock } from './lock.ts';
import { Trial, trialKpi, trialUnits } from './trial.ts';

async function standing(): Promise<Trial> {
  const trial = new Trial();
  const years = Array.from({ length: 20 }, (_, index) => 2000 + index);
  const kpis = Array.from({ length: 400 }, (_, index) => trialKpi(`N${String(index).padStart(5, '0')}`));
  const values = Float64Array.from({ length: 400 * 20 * 4 }, (_, index) => Math.sin(index) * 1e6);
  const table = { kpis: kpis.map((kpi) => kpi.id), units: trialUnits.map((unit) => unit.id), years, values };
  await createArchive(trial.archive, { kpis, units: trialUnits, tables: { T: table } });
  return trial;
}

async function startedReader(trial: Trial): Promise<{ child: ChildProcess; next: () => Promise<string> }> {
  const program = `
    import { openArchive } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
    const archive = await openArchive(${JSON.stringify(trial.archive)});
    const told = async () => {
      const { values } = await archive.figures({ kpis: ['N00001'], years: [2000, 2000] });
      process.stdout.write(archive.info.version + ' ' + values[1] + '\\n');
    };
    await told();
    process.stdin.on('data', async (order) => {
      if (String(order).includes('refresh')) await archive.refresh();
      await told();
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const next = async () => String((await once(child.stdout!, 'data'))[0]).trim();
  return { child, next };
}

it('a reader in another process goes on through a publication and moves over when told to', async () => {
  using trial = await standing();
  const { child, next } = await startedReader(trial);
  try {
    const before = await next();
    expect(before).toMatch(/^1 /);
    await importIntoArchive(trial.archive, { values: trial.values('N00001,0101,2000,T,42') });
    child.stdin!.write('ask\n');
    expect(await next()).toBe(before);
    child.stdin!.write('refresh\n');
    expect(await next()).toBe('2 42');
  } finally {
    child.kill();
    await once(child, 'exit');
  }
});

it('a second writer is refused by the first, and told who it is', async () => {
  using trial = await standing();
  const lock = await takeLock(trial.archive, '2026-01-01T00:00:00.000Z');
  await expect(
    importIntoArchive(trial.archive, { values: trial.values('N00001,0101,2000,T,42') }),
  ).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringContaining(`process ${process.pid}`) as unknown,
  });
  await lock.release();
  await importIntoArchive(trial.archive, { values: trial.values('N00001,0101,2000,T,42') });
});

it('a lock whose process is gone, or whose number now belongs to another, is taken over', async () => {
  using trial = await standing();
  const gone = spawn(process.execPath, ['--version']);
  await once(gone, 'exit');
  for (const holder of [
    { pid: gone.pid, started: '1', host: hostname(), since: '' },
    { pid: process.pid, started: '1', host: hostname(), since: '' },
    'half a li',
  ]) {
    writeFileSync(`${trial.archive}.lock`, typeof holder === 'string' ? holder : JSON.stringify(holder));
    await (await takeLock(trial.archive, '')).release();
  }
});

it('a lock from another machine is believed', async () => {
  using trial = await standing();
  writeFileSync(`${trial.archive}.lock`, JSON.stringify({ pid: 1, started: '1', host: 'elsewhere', since: '' }));
  await expect(takeLock(trial.archive, '')).rejects.toMatchObject({ code: 'locked' });
});

it('a missing, a foreign, a cut and a newer file are told apart', async () => {
  using trial = await standing();
  const code = (path: string) =>
    openArchive(path).then(
      () => 'opened',
      (error: { code: string }) => error.code,
    );
  expect(await code(`${trial.folder}/none`)).toBe('missing');
  expect(await code(trial.folder)).toBe('notAnArchive');
  expect(await code(trial.file('empty', ''))).toBe('notAnArchive');
  expect(await code(trial.file('text', 'kpi,municipality,period,gender,value\n'))).toBe('notAnArchive');

  const whole = readFileSync(trial.archive);
  const cut = trial.file('cut', whole);
  truncateSync(cut, Math.floor(whole.length / 2));
  expect(await code(cut)).toBe('damaged');
  truncateSync(cut, 5000);
  expect(['damaged', 'notAnArchive']).toContain(await code(cut));

  const memory = await Database.open(':memory:', {});
  await memory.run(`ATTACH ${quoted(`${trial.folder}/other.duckdb`)} AS other`);
  await memory.run('CREATE TABLE other.t (a INTEGER)');
  await memory.run('DETACH other');
  expect(await code(`${trial.folder}/other.duckdb`)).toBe('notAnArchive');
  await memory.run(`ATTACH ${quoted(trial.archive)} AS mine`);
  await memory.run("UPDATE mine.meta SET value = '99' WHERE key = 'format'");
  await memory.run('DETACH mine');
  memory.close();
  expect(await code(trial.archive)).toBe('newerFormat');
});

it('spoilt bytes in the middle are found when they are read, and a writer then leaves the file alone', async () => {
  using trial = await standing();
  const bytes = readFileSync(trial.archive);
  bytes.fill(0x5a, 12_288 + 262_144, bytes.length - 4096);
  writeFileSync(trial.archive, bytes);
  const read = async () => {
    const archive = await openArchive(trial.archive);
    try {
      await archive.kpis();
      await archive.figures();
    } finally {
      await archive.close();
    }
  };
  await expect(read()).rejects.toMatchObject({ code: 'damaged' });
  await expect(importIntoArchive(trial.archive, { values: trial.values('N00001,0101,2000,T,42') })).rejects.toThrow();
  expect(readFileSync(trial.archive).equals(bytes)).toBe(true);
});

it('a list alone is not taken into an archive whose figures are spoilt, and the file is left as it was', async () => {
  using trial = await standing();
  const bytes = readFileSync(trial.archive);
  const archive = await openArchive(trial.archive);
  await archive.kpis();
  await archive.close();
  // The second of the file's blocks: opening and the catalogue do not read it.
  bytes.fill(0x5a, 12_288 + 262_144, 12_288 + 2 * 262_144);
  writeFileSync(trial.archive, bytes);
  await expect(importIntoArchive(trial.archive, { units: trial.units() })).rejects.toMatchObject({ code: 'damaged' });
  expect(readFileSync(trial.archive).equals(bytes)).toBe(true);
});
