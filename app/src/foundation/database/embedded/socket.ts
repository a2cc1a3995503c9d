import { chownSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { weAreRoot } from './account.ts';
import type { Home } from './home.ts';

/** The number only names the socket's file; nothing listens on the network. */
export const port = 5432;

/** A socket's whole path must fit in the kernel's 108 bytes with its closing zero. */
const longestPath = 107;

export interface SocketDirectory {
  readonly path: string;
  remove(): void;
}

/** The home's own `socket/` where its path is short enough, else a new directory under the system's temporary one. */
export function openSocketDirectory(home: Home): SocketDirectory {
  const own = join(home.directory, 'socket');
  if (fits(own)) {
    if (!lstatSync(own, { throwIfNoEntry: false })) mkdirSync(own, { mode: 0o700 });
    give(own, home);
    return { path: own, remove: () => {} };
  }
  // Root's own temporary directory may be closed to the server's account; /tmp is everybody's.
  const temporary = weAreRoot() || !fits(join(tmpdir(), 'samband-123456')) ? '/tmp' : tmpdir();
  const path = mkdtempSync(join(temporary, 'samband-'));
  give(path, home);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A temporary directory of ours that an interrupted run left; the path comes from a file, so it must look and be ours. */
export function removeAbandoned(path: string | undefined, home: Home): void {
  if (path === undefined || !/^samband-\w{6}$/.test(basename(path))) return;
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() && found.uid === home.account.uid) rmSync(path, { recursive: true, force: true });
}

function fits(directory: string): boolean {
  return Buffer.byteLength(join(directory, `.s.PGSQL.${port}`)) <= longestPath;
}

function give(path: string, home: Home): void {
  if (weAreRoot() && lstatSync(path).uid !== home.account.uid) chownSync(path, home.account.uid, home.account.gid);
}
