import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importIntoArchive } from '@samband/kolada';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './foundation/database/testing.ts';
import { startTrial, type Trial } from './foundation/fetching/testing.ts';
import { prepareJobs } from './foundation/jobs/index.ts';
import { createLog } from './foundation/log/index.ts';

/** The built program, as a shell runs it: exit codes, sentences, signals. */
const program = path.resolve(import.meta.dirname, '..', 'bin', 'samband.mjs');
const folder = mkdtempSync(path.join(tmpdir(), 'samband-program-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly told: string;
}

function start(args: readonly string[], environment: Record<string, string> = {}): [ChildProcess, Promise<Ended>] {
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env.PATH, SAMBAND_DATA: folder, LANG: 'sv_SE.UTF-8', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, told] = ['', ''];
  child.stdout!.on('data', (data: Buffer) => {
    out += data.toString();
  });
  child.stderr!.on('data', (data: Buffer) => {
    told += data.toString();
  });
  return [child, new Promise((resolve) => child.once('close', (code) => resolve({ code, out, told })))];
}

const samband = (...args: readonly string[]) => start(args)[1];

function hearing(stream: NodeJS.ReadableStream, words: RegExp): Promise<string> {
  let heard = '';
  return new Promise((resolve) => {
    stream.on('data', (data: Buffer) => {
      heard += data.toString();
      const match = words.exec(heard);
      if (match) resolve(match[0]);
    });
  });
}

describe('samband kolada sync', () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await startTrial();
  });
  afterAll(() => trial?.end());
  const words = () => ['--archive', trial.archive, '--all', '--years', '2019-2020', '--base-url', trial.simulator.url];

  it('says what it needs to be told', async () => {
    const [nothing, years, kpis] = await Promise.all([
      samband('kolada', 'sync'),
      samband('kolada', 'sync', '--starter', '--years', '2025-2010'),
      samband('kolada', 'sync', '--kpis', 'N15027,hej', '--years', '2020'),
    ]);
    expect(nothing).toMatchObject({ code: 2, told: expect.stringContaining('--starter') as unknown });
    expect(years).toMatchObject({ code: 2, told: expect.stringContaining('2025-2010') as unknown });
    expect(kpis).toMatchObject({ code: 2, told: expect.stringContaining('HEJ') as unknown });
  });

  it('ended by Ctrl-C saves, says how to go on, and does go on', async () => {
    trial.simulator.setFaults({ slowMs: 300 });
    const [child, ended] = start(['kolada', 'sync', ...words()]);
    await hearing(child.stderr!, /av 200 nyckeltal/);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    child.kill('SIGINT');
    const interrupted = await ended;
    expect(interrupted.code).toBe(130);
    expect(interrupted.told).toMatch(
      /sparat\. Fortsätt med:\n {2}samband kolada sync --all --archive .*--years 2019-2020/,
    );
    trial.simulator.setFaults({});
    const done = await samband('kolada', 'sync', ...words());
    expect(done).toMatchObject({ code: 0, out: '' });
    expect(done.told).toMatch(/nyckeltal var redan hämtade av en avbruten körning/);
    expect(done.told).toMatch(/för 200 nyckeltal/);
  });

  it('says in a sentence that Kolada does not answer', async () => {
    const away = ['--archive', trial.archive, '--all', '--years', '2020', '--base-url', 'http://127.0.0.1:9/v3'];
    const { code, told } = await samband('kolada', 'sync', ...away);
    expect(code).toBe(1);
    expect(told).toContain('Kolada går inte att nå.');
    expect(told).not.toContain('    at ');
  });

  it('froze figures, and tells what differs from them later', async () => {
    const file = path.join(trial.folder, 'snapshot.json');
    const freeze = ['kolada', 'snapshot', '--archive', trial.archive, '--kpis', 'N00001', '--out', file];
    expect((await samband(...freeze)).code).toBe(0);
    const differ = ['kolada', 'diff', '--archive', trial.archive, '--snapshot', file];
    const values = path.join(trial.folder, 'values.csv');
    writeFileSync(values, 'kpi,municipality,period,gender,value\nN00001,0001,2020,T,123456789\n');
    const [twice, same] = await Promise.all([samband(...freeze), samband(...differ)]);
    expect(twice).toMatchObject({ code: 5, told: expect.stringContaining('finns redan') as unknown });
    expect(same).toMatchObject({ code: 0, out: 'Inget har ändrats sedan ögonblicksbilden togs.\n' });
    await importIntoArchive(trial.archive, { values });
    const changed = await samband(...differ, '--json');
    expect(JSON.parse(changed.out)).toMatchObject([{ kind: 'value', kpi: 'N00001', year: 2020, new: 123456789 }]);
    writeFileSync(file, '{"id":1}');
    expect((await samband(...differ)).code).toBe(5);
  });
});

it('samband kolada simulate answers until Ctrl-C, over an archive, generated figures or the example', async () => {
  const [child, ended] = start(['kolada', 'simulate', '--generated', '3', '--faults', 'slowMs=1']);
  const url = await hearing(child.stdout!, /http:\S+/);
  const answer = (await (await fetch(`${url}/kpi`)).json()) as { values: unknown[] };
  expect(answer.values).toHaveLength(3);
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ code: 0 });
  const [unknown, missing] = await Promise.all([
    samband('kolada', 'simulate', '--faults', 'eld=1'),
    samband('kolada', 'simulate', '--archive', path.join(folder, 'none.duckdb')),
  ]);
  expect(unknown).toMatchObject({ code: 2, told: expect.stringContaining('Felet ”eld=1” finns inte') as unknown });
  expect(missing).toMatchObject({ code: 4, told: expect.stringContaining('Det finns inget arkiv') as unknown });
});

describe('commands on the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await prepareJobs(database, createLog('silent'));
  });
  afterAll(() => database?.drop());
  const run = (...args: readonly string[]) =>
    start(args, { DATABASE_URL: database.connection.connectionString!, SAMBAND_ADDRESS: 'https://samband.example' })[1];
  const lund = ['--code', '1281', '--name', 'Lunds kommun', '--email', 'administrator@kommunen.example'];

  it('samband tenant create makes a municipality once, and prints the administrator’s link', async () => {
    const made = await run('tenant', 'create', ...lund);
    expect(made.told).toContain('Lunds kommun är skapad');
    expect(made).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^https:\/\/samband\.example\/bjuden\/\S+\n$/) as unknown,
    });
    expect(await run('tenant', 'create', ...lund)).toMatchObject({
      code: 2,
      told: 'Det finns redan en kommun med den koden. Ingenting har ändrats.\n',
    });
  });

  it('samband audit verify tells every municipality’s chain, and ends with 1 when one is broken', async () => {
    const whole = await run('audit', 'verify');
    expect(whole).toMatchObject({
      code: 0,
      out: expect.stringMatching(/1281 Lunds kommun: \d+ ändringar, kedjan är hel/) as unknown,
    });
    await database.pool.query("update audit.entry set origin = 'någon annan' where sequence = 2");
    const broken = await run('audit', 'verify');
    expect(broken).toMatchObject({ code: 1, out: expect.stringContaining('BRUTEN från ändring 2') as unknown });
  });
});
