import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Home } from './home.ts';

/**
 * The server processes that work in this home, by what the kernel says of each (its program and its directory), never by
 * the number in a pid file: after a crash that number may be anybody's.
 */
export function serversIn(home: Home): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const directory = link(`/proc/${pid}/cwd`);
      if (directory !== home.directory && !directory?.startsWith(`${home.directory}/`)) return false;
      // The program's file may have been replaced by an upgrade since it started; the kernel then adds " (deleted)".
      const program = basename(link(`/proc/${pid}/exe`) ?? '').split(' ')[0];
      return program === 'postgres' || program === 'initdb';
    })
    .map(Number);
}

/** Ends what an interrupted program left behind, gently first; returns when none is left. */
export async function endServers(home: Home): Promise<void> {
  const postmaster = postmasterPid(home);
  if (postmaster !== undefined && serversIn(home).includes(postmaster)) {
    signal(postmaster, 'SIGINT');
    if (await gone(home, 20_000)) return;
  }
  // Without its postmaster a backend only notices at its next wait; SIGQUIT is PostgreSQL's "leave now, the log has it all".
  for (const pid of serversIn(home)) signal(pid, 'SIGQUIT');
  if (await gone(home, 5_000)) return;
  for (const pid of serversIn(home)) signal(pid, 'SIGKILL');
  await gone(home, 5_000);
}

export function postmasterPid(home: Home): number | undefined {
  const pid = Number(readPidFile(home)?.[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

/** The lines of PostgreSQL's own pid file: pid, directory, start, port, socket directory, address, shared memory, status. */
export function readPidFile(home: Home): string[] | undefined {
  try {
    return readFileSync(join(home.cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself in the meantime, which is what was wanted.
  }
}

async function gone(home: Home, withinMs: number): Promise<boolean> {
  for (const until = Date.now() + withinMs; Date.now() < until; await sleep(25)) {
    if (serversIn(home).length === 0) return true;
  }
  return serversIn(home).length === 0;
}

function link(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
