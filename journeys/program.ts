import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';

export const dist = join(import.meta.dirname, '..', 'app', 'dist');
const main = join(dist, 'main.js');

export interface RunningProgram {
  readonly address: string;
  readonly process: ChildProcess;
}

/** Starts the program and waits until it says where it is. Throws with all it wrote when it ends instead. */
export async function launch(environment: Readonly<Record<string, string>>): Promise<RunningProgram> {
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

/** The example municipality in a database and a folder, on a free port. */
export function exampleSettings(databaseUrl: string, folder: string): Readonly<Record<string, string>> {
  return {
    DATABASE_URL: databaseUrl,
    SAMBAND_DATA: folder,
    SAMBAND_EXAMPLE: 'on',
    SAMBAND_PORT: '0',
    SAMBAND_LOG: 'warn',
  };
}

/** On the server for the run: a database by its name, and what creates and drops them. */
export function databaseNamed(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
