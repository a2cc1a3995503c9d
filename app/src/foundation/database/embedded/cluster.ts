import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { credentials } from './account.ts';
import type { Binaries } from './binaries.ts';
import { EmbeddedDatabaseError } from './errors.ts';
import type { Home } from './home.ts';
import { texts } from './texts.ts';

/** Refuses a cluster that these binaries cannot run, before anything is touched. */
export function checkCluster(home: Home, binaries: Binaries): 'absent' | 'ready' {
  if (!existsSync(home.cluster)) return 'absent';
  const missing = ['PG_VERSION', 'global/pg_control', 'pg_wal'].find((part) => !existsSync(join(home.cluster, part)));
  if (missing !== undefined) {
    throw new EmbeddedDatabaseError('damaged', (t) => t.damaged(home.directory, `cluster/${missing}`));
  }
  const found = readFileSync(join(home.cluster, 'PG_VERSION'), 'utf8').trim();
  if (found !== binaries.majorVersion) {
    throw new EmbeddedDatabaseError('versionMismatch', (t) =>
      t.versionMismatch(home.directory, found, binaries.majorVersion),
    );
  }
  return 'ready';
}

/**
 * Made beside its place and moved there when whole, so that an interrupted creation leaves nothing that looks like a database.
 * Text sorts as Swedish by default; data pages carry checksums (the default since PostgreSQL 18).
 */
export async function createCluster(home: Home, binaries: Binaries, log: (line: string) => void, disposable: boolean) {
  log(texts('sv').creating(home.directory));
  for (const name of readdirSync(home.directory).filter((entry) => entry.startsWith('cluster.new-'))) {
    rmSync(join(home.directory, name), { recursive: true, force: true });
  }
  const fresh = join(home.directory, `cluster.new-${process.pid}`);
  const child = spawn(
    binaries.initdb,
    [
      ...['-D', fresh, '-U', 'postgres', '-E', 'UTF8'],
      ...['--locale-provider=icu', '--icu-locale=sv-SE', '--locale=C.UTF-8', '--text-search-config=swedish'],
      // Who may connect is decided by the socket directory, which only the server's account and root may enter.
      ...['--auth-local=trust', '--auth-host=reject', '--no-instructions'],
      ...(disposable ? ['--no-sync'] : []),
    ],
    { cwd: home.directory, env: serverEnvironment, stdio: ['ignore', 'ignore', 'pipe'], ...credentials(home.account) },
  );
  const exit = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const [code, complaint] = await Promise.all([exit, text(child.stderr)]);
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new EmbeddedDatabaseError('startFailed', (t) => t.startFailed(home.logFile, complaint.trim()));
  }
  renameSync(fresh, home.cluster);
}

/** Nothing of the caller's environment: PGDATA or a library path of his would lead the server astray. */
export const serverEnvironment = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', TZ: 'UTC' };
