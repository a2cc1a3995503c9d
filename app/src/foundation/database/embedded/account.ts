import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { EmbeddedDatabaseError } from './errors.ts';

/** The operating-system account that owns the data and runs the server. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

/**
 * PostgreSQL refuses to run as root. Started as root we run it as the account named in the configuration, else as
 * `samband` where the operator has made one, else as `nobody`; started as anyone else, as that one.
 */
export function preferredAccount(requested?: string): Account {
  const accounts = readAccounts();
  if (!weAreRoot()) {
    const uid = process.getuid!();
    return accounts.find((a) => a.uid === uid) ?? { uid, gid: process.getgid!(), name: String(uid) };
  }
  const candidates = requested === undefined ? ['samband', 'nobody'] : [requested];
  const found = candidates
    .map((wanted) => accounts.find((a) => a.name === wanted || String(a.uid) === wanted))
    .find((account) => account !== undefined);
  if (found === undefined || found.uid === 0) {
    throw new EmbeddedDatabaseError('unknownAccount', (t) => t.unknownAccount(candidates.at(-1)!));
  }
  return found;
}

export function ownerOf(path: string): Account {
  const { uid, gid } = statSync(path);
  return readAccounts().find((a) => a.uid === uid) ?? { uid, gid, name: String(uid) };
}

/** Asks the kernel, as that account, so that access lists and mounts count too. */
export function mayEnter(account: Account, directory: string): boolean {
  return runsAs(account, 'cd "$1"', directory);
}

export function mayWrite(account: Account, directory: string): boolean {
  return runsAs(account, 'cd "$1" && test -r . -a -w .', directory);
}

/** How a child process is started as `account`; only root may change who it is. */
export function credentials(account: Account): { uid?: number; gid?: number } {
  return weAreRoot() ? { uid: account.uid, gid: account.gid } : {};
}

export function weAreRoot(): boolean {
  return process.getuid!() === 0;
}

function runsAs(account: Account, script: string, path: string): boolean {
  const result = spawnSync('/bin/sh', ['-c', script, 'sh', path], {
    cwd: '/',
    stdio: 'ignore',
    ...credentials(account),
  });
  return result.status === 0;
}

function readAccounts(): readonly Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name, , uid, gid]) => ({ name: name!, uid: Number(uid), gid: Number(gid) }));
}
