import { readFileSync } from 'node:fs';
import { link, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { ArchiveError } from './errors.ts';

interface Holder {
  readonly pid: number;
  /** When the process started, in the kernel's own count: a later process with the same number has another. */
  readonly started: string | null;
  readonly host: string;
  readonly since: string;
}

export interface Lock {
  release(): Promise<void>;
}

/** One writer at a time. A lock whose process is gone is taken over; one from another machine is not, since nobody here can tell. */
export async function takeLock(archive: string, now: string): Promise<Lock> {
  const path = `${archive}.lock`;
  const mine: Holder = { pid: process.pid, started: startOf(process.pid), host: hostname(), since: now };
  const own = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    await writeFile(own, JSON.stringify(mine));
  } catch (cause) {
    throw new ArchiveError('unwritable', archive, `cannot write beside ${archive}: ${String(cause)}`, cause);
  }
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        // A link appears whole with its content, which a file created and then written does not.
        await link(own, path);
        await clearLitter(path);
        return { release: () => rm(path, { force: true }) };
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      }
      const text = await readFile(path, 'utf8').catch(() => '');
      const holder = parse(text);
      if (holder && isAlive(holder)) {
        throw new ArchiveError(
          'locked',
          archive,
          `${archive} is being written by process ${holder.pid} on ${holder.host} since ${holder.since}; wait for it, or if it is gone remove ${path}`,
        );
      }
      await clearStale(path, text);
    }
    throw new ArchiveError('locked', archive, `${archive} is being written by others that come and go; try again`);
  } finally {
    await rm(own, { force: true });
  }
}

/** Two may find the same stale lock; the one that then moves a fresh lock away by mistake puts it back. */
async function clearStale(path: string, text: string): Promise<void> {
  const aside = `${path}.stale.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  if ((await readFile(aside, 'utf8')) !== text) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

/** What processes killed in the middle of taking the lock have left. Those of processes at it right now are not touched. */
async function clearLitter(path: string): Promise<void> {
  const names = (await readdir(dirname(path))).filter((name) => name.startsWith(`${basename(path)}.`));
  for (const file of names.map((name) => join(dirname(path), name))) {
    const holder = parse(await readFile(file, 'utf8').catch(() => ''));
    const age = Date.now() - ((await stat(file).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (holder ? !isAlive(holder) : age > 60_000) await rm(file, { force: true });
  }
}

export async function holderOf(archive: string): Promise<{ pid: number; since: string } | undefined> {
  const holder = parse(await readFile(`${archive}.lock`, 'utf8').catch(() => ''));
  return holder && isAlive(holder) ? { pid: holder.pid, since: holder.since } : undefined;
}

function parse(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Partial<Holder>;
    return typeof holder.pid === 'number' && typeof holder.host === 'string' ? (holder as Holder) : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const started = startOf(holder.pid);
  return started === null || holder.started === null || started === holder.started;
}

/** Field 22 of /proc/PID/stat, counted after the name in brackets, which may hold spaces. Null where there is no /proc. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
