import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { ended, launch } from './program.ts';

/** A place that the database's unprivileged account may enter when the test runs as root. */
const folder = mkdtempSync(join(tmpdir(), 'samband-crash-'));
chmodSync(folder, 0o755);
const environment = {
  DATABASE_URL: '',
  SAMBAND_DATA: folder,
  SAMBAND_EXAMPLE: 'on',
  SAMBAND_PORT: '0',
  SAMBAND_LOG: 'error',
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rounds = 20;
const writers = 4;

test(`no acknowledged observation is lost when program and database are killed in the middle of writes, ${rounds} times`, async () => {
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const { address, process: program } = await launch(environment);
    const cookie = await signIn(address);
    const writing = Promise.all(Array.from({ length: writers }, () => writeUntilItDies(address, cookie, acknowledged)));
    // Not the same moment of the work each time.
    await sleep(120 + round * 15);
    for (const pid of [...descendants(program.pid!), program.pid!]) kill(pid);
    await ended(program, 'SIGKILL');
    await writing;
  }
  const { address, process: program } = await launch(environment);
  const cookie = await signIn(address);
  const lost: string[] = [];
  for (const path of acknowledged) {
    const answer = await fetch(address + path, { headers: { cookie } });
    if (answer.status !== 200) lost.push(`${path}: ${answer.status}`);
  }
  await ended(program, 'SIGTERM');
  expect(acknowledged.length).toBeGreaterThan(rounds);
  expect(lost).toEqual([]);
}, 300_000);

async function signIn(address: string): Promise<string> {
  const answer = await fetch(`${address}/exempel/analyst`, { redirect: 'manual' });
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0]!;
}

/** A 303 to the new observation is the promise that it is kept. */
async function writeUntilItDies(address: string, cookie: string, acknowledged: string[]): Promise<void> {
  for (let n = 0; ; n++) {
    try {
      const answer = await fetch(`${address}/observationer`, {
        method: 'POST',
        headers: { cookie },
        body: new URLSearchParams({ title: `Observation ${n}`, note: 'Skriven mitt i ett avbrott.' }),
        redirect: 'manual',
      });
      if (answer.status === 303) acknowledged.push(answer.headers.get('location')!);
      else if (answer.status !== 500) throw new Error(`unexpected answer ${answer.status}`);
    } catch (error) {
      // The connection broke: nothing was promised.
      if (error instanceof TypeError) return;
      throw error;
    }
  }
}

function descendants(pid: number): readonly number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
