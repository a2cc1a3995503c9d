import { closeSync, constants, readFileSync, statSync, writeSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedDatabaseError } from './errors.ts';
import { type Home, openOwned } from './home.ts';

export interface Lock {
  readonly release: () => Promise<void>;
}

/**
 * One process per database directory. The lock is a name in the kernel's abstract socket space made of the directory's device and
 * inode: taking it is atomic, and the kernel gives it back however the holder ends, so it cannot go stale and a reused
 * pid cannot be mistaken for the holder. The note in the directory only tells who to look for.
 */
export async function lockHome(home: Home): Promise<Lock> {
  const { dev, ino } = statSync(home.directory);
  const server = createServer((socket) => socket.destroy());
  const note = join(home.directory, 'in-use-by.json');
  if (!(await take(server, `\0samband-database-${dev}-${ino}`))) {
    throw new EmbeddedDatabaseError('dataDirInUse', (t) => t.dataDirInUse(home.directory, describe(note, t)));
  }
  server.unref();
  const file = openOwned(note, home, constants.O_TRUNC);
  writeSync(file, `${JSON.stringify({ pid: process.pid, since: new Date().toISOString() })}\n`);
  closeSync(file);
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** A holder that was killed a moment ago may still be on its way out of the kernel, so one refusal is not the answer. */
async function take(server: Server, name: string): Promise<boolean> {
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    if (await listen(server, name)) return true;
    await sleep(30);
  }
  return false;
}

function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error));
    server.once('error', refuse);
    server.listen({ path }, () => {
      server.off('error', refuse);
      resolve(true);
    });
  });
}

interface HolderTexts {
  holder(pid: string, since: string): string;
  unknownHolder(): string;
}

function describe(note: string, t: HolderTexts): string {
  try {
    const { pid, since } = JSON.parse(readFileSync(note, 'utf8')) as { pid: unknown; since: unknown };
    return t.holder(String(pid), String(since).slice(0, 19).replace('T', ' '));
  } catch {
    return t.unknownHolder();
  }
}
