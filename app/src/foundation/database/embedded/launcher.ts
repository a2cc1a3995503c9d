import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, constants, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { credentials } from './account.ts';
import { type Binaries, readyBinaries } from './binaries.ts';
import { checkCluster, createCluster, serverEnvironment } from './cluster.ts';
import { EmbeddedDatabaseError } from './errors.ts';
import { type Home, openHome, openOwned } from './home.ts';
import { lockHome } from './lock.ts';
import { endServers, readPidFile, serversIn, signal } from './processes.ts';
import { serverSettings } from './settings.ts';
import { openSocketDirectory, port, removeAbandoned, type SocketDirectory } from './socket.ts';
import { texts } from './texts.ts';

export interface EmbeddedPostgresOptions {
  /** Ours alone; made when missing. Where root's unprivileged account may not enter it, the database lies under /var/lib/samband. */
  readonly dataDir: string;
  /** Started as root: the account, by name or number, that runs the server. */
  readonly user?: string | undefined;
  /** Swedish sentences about what takes time or was found. */
  readonly log?: (line: string) => void;
  /** For tests: nothing is forced to disk, so a power cut loses everything. */
  readonly disposable?: boolean;
}

export interface EmbeddedPostgres {
  readonly socketDir: string;
  readonly port: number;
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly database: string;
  };
  /** The same as `connection`, for programs that take an address. */
  readonly url: string;
  readonly pid: number;
  /** Where the database really lies. */
  readonly dataDir: string;
  /** Settles only if the server ends without `stop`. */
  readonly died: Promise<EmbeddedDatabaseError>;
  stop(): Promise<void>;
}

/**
 * home and account → lock → programs → clear what an interrupted run left → create if absent → start → ready.
 * Everything that can be refused is refused before anything is changed.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, user, log = () => {}, disposable = false } = options;
  const home = openHome(dataDir, user, log);
  const lock = await lockHome(home);
  try {
    const binaries = readyBinaries(home.account, log);
    const found = checkCluster(home, binaries);
    await clearLeftovers(home, log);
    if (found === 'absent') await createCluster(home, binaries, log, disposable);
    const socket = openSocketDirectory(home);
    const server = await startServer(home, binaries, socket, log, disposable);
    return describe(home, server, socket, lock.release);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** We hold the lock, so whatever still runs here was orphaned when its program was killed. */
async function clearLeftovers(home: Home, log: (line: string) => void): Promise<void> {
  const orphans = serversIn(home);
  if (orphans.length > 0) {
    log(texts('sv').stoppingOrphan(orphans.join(', ')));
    await endServers(home);
  }
  removeAbandoned(readPidFile(home)?.[4], home);
  // PostgreSQL would take any living process with the number in these for a server of its own.
  rmSync(join(home.cluster, 'postmaster.pid'), { force: true });
  rmSync(join(home.directory, 'socket'), { recursive: true, force: true });
}

async function startServer(
  home: Home,
  binaries: Binaries,
  socket: SocketDirectory,
  log: (line: string) => void,
  disposable: boolean,
): Promise<ChildProcess> {
  const settings = Object.entries(serverSettings(socket.path, disposable)).flatMap(([name, v]) => [
    '-c',
    `${name}=${v}`,
  ]);
  turnLog(home);
  const logFile = openOwned(home.logFile, home, constants.O_APPEND);
  const logStart = statSync(home.logFile).size;
  // Detached: Ctrl-C in the terminal must reach the application only, which stops the server when its requests are done.
  const child = spawn(binaries.postgres, ['-D', home.cluster, ...settings], {
    cwd: home.directory,
    env: serverEnvironment,
    detached: true,
    stdio: ['ignore', logFile, logFile],
    ...credentials(home.account),
  });
  closeSync(logFile);
  child.unref();
  let refusal: string | undefined;
  child.once('error', (error) => {
    refusal = error.message;
  });
  const began = Date.now();
  for (let nextWord = 5_000; ; await sleep(20)) {
    if (refusal !== undefined || child.exitCode !== null || child.signalCode !== null) {
      const detail = refusal ?? lastComplaint(home, logStart);
      socket.remove();
      throw new EmbeddedDatabaseError('startFailed', (t) => t.startFailed(home.logFile, detail));
    }
    const lines = readPidFile(home);
    if (Number(lines?.[0]) === child.pid && lines?.[7]?.trim() === 'ready') return child;
    // No limit: a recovery that is cut short only begins again.
    if (Date.now() - began > nextWord) {
      log(texts('sv').recovering(Math.round(nextWord / 1000)));
      nextWord += 5_000;
    }
  }
}

function turnLog(home: Home): void {
  const found = statSync(home.logFile, { throwIfNoEntry: false });
  if (found && found.size > 5_000_000) renameSync(home.logFile, `${home.logFile}.1`);
}

function lastComplaint(home: Home, from: number): string {
  const lines = readFileSync(home.logFile).subarray(from).toString().trim().split('\n');
  const serious = lines.filter((line) => /FATAL|PANIC|ERROR|HINT|DETAIL|error while/.test(line));
  return (serious.length > 0 ? serious : lines)
    .slice(-3)
    .join(' ')
    .replaceAll(/\S+ \S+ UTC \[\d+\] /g, '');
}

function describe(
  home: Home,
  server: ChildProcess,
  socket: SocketDirectory,
  unlock: () => Promise<void>,
): EmbeddedPostgres {
  let stopping: Promise<void> | undefined;
  const ended = new Promise<void>((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) resolve();
    else server.once('exit', () => resolve());
  });
  const stop = async () => {
    await endServer(server, ended);
    socket.remove();
    await unlock();
  };
  const query = new URLSearchParams({ host: socket.path, port: String(port) });
  return {
    socketDir: socket.path,
    port,
    connection: { host: socket.path, port, user: 'postgres', database: 'postgres' },
    url: `postgresql://postgres@localhost/postgres?${query.toString()}`,
    pid: server.pid!,
    dataDir: home.directory,
    died: new Promise((resolve) => {
      void ended.then(() => {
        if (stopping === undefined) resolve(new EmbeddedDatabaseError('died', (t) => t.died(home.logFile)));
      });
    }),
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** Fast shutdown (transactions rolled back, checkpoint written), then immediate (the log is replayed at next start), then by force. */
async function endServer(server: ChildProcess, ended: Promise<void>): Promise<void> {
  server.ref();
  for (const [name, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    signal(server.pid!, name);
    const timer = new AbortController();
    const waited = sleep(patience, 'late', { signal: timer.signal }).catch(() => 'ended');
    const outcome = await Promise.race([ended.then(() => 'ended'), waited]);
    timer.abort();
    if (outcome === 'ended') return;
  }
}
