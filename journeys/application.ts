import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { inject } from 'vitest';

const dist = join(import.meta.dirname, '..', 'app', 'dist');
const main = join(dist, 'main.js');

/** The built program with a database of its own, as a person would have it. */
export interface Application {
  readonly address: string;
  readonly process: ChildProcess;
  /** Runs a command of the program beside it, and gives what it printed. */
  command(...words: readonly string[]): Promise<string>;
  stop(): Promise<void>;
}

export interface ApplicationOptions {
  /** More settings, or other values for those made here. */
  readonly environment?: Readonly<Record<string, string>>;
}

export async function startApplication({ environment = {} }: ApplicationOptions = {}): Promise<Application> {
  const folder = mkdtempSync(join(tmpdir(), 'samband-journey-'));
  const { url, drop } = await ownDatabase();
  const settings = {
    DATABASE_URL: url,
    SAMBAND_DATA: folder,
    SAMBAND_EXAMPLE: 'on',
    SAMBAND_PORT: '0',
    SAMBAND_LOG: 'warn',
    ...environment,
  };
  const started = await launch(settings);
  return {
    ...started,
    async command(...words) {
      const run = promisify(execFile);
      const env = { ...process.env, ...settings, SAMBAND_ADDRESS: started.address };
      return (await run(process.execPath, [join(dist, 'command.js'), ...words], { env })).stdout;
    },
    async stop() {
      await ended(started.process, 'SIGTERM');
      await drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts the program and waits until it says where it is. Throws with all it wrote when it ends instead. */
export async function launch(
  environment: Readonly<Record<string, string>>,
): Promise<Pick<Application, 'address' | 'process'>> {
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      written += chunk.toString('utf8');
      const found = /Samband är igång: (\S+)/.exec(written)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`Samband ended with ${code}:\n${written}`)));
  });
  return { address, process: child };
}

export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const over = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await over;
}

async function ownDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = inject('databaseUrl');
  const name = `samband_journey_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`create database "${name}"`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database if exists "${name}" with (force)`) };
}
