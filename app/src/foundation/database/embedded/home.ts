import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  constants,
  existsSync,
  fchownSync,
  openSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Account, mayEnter, mayWrite, ownerOf, preferredAccount, weAreRoot } from './account.ts';
import { makeDirectories, makeUnderSystemDirectory, systemDirectory } from './directories.ts';
import { EmbeddedDatabaseError } from './errors.ts';
import { texts } from './texts.ts';

/** Where a database lives and whose it is. `directory` holds `cluster/` (PostgreSQL's own), `socket/`, the log and our lock's note. */
export interface Home {
  readonly directory: string;
  readonly cluster: string;
  readonly logFile: string;
  readonly account: Account;
}

/** Settles where the database is kept, makes the directory when it is missing, and decides which account runs the server. */
export function openHome(wanted: string, user: string | undefined, log: (line: string) => void): Home {
  const preferred = preferredAccount(user);
  const asked = resolve(wanted);
  let directory = asked;
  try {
    makeDirectories(asked);
    directory = reachable(asked, preferred, log);
  } catch (error) {
    throw notWritable(asked, preferred, error);
  }
  const cluster = join(directory, 'cluster');
  const account = settleOwner(directory, cluster, preferred);
  if (!mayWrite(account, directory)) throw notWritable(directory, account, new Error('EACCES'));
  chmodSync(directory, 0o700);
  const real = realpathSync(directory);
  return { directory: real, cluster: join(real, 'cluster'), logFile: join(real, 'postgres.log'), account };
}

/**
 * A clone in /root is out of reach for an unprivileged account; the database then lies under /var/lib/samband. Once it has
 * been made there it stays there, also if somebody opens /root later: nobody should meet an empty database by a chmod.
 */
function reachable(wanted: string, account: Account, log: (line: string) => void): string {
  if (!weAreRoot()) return wanted;
  const aside = join(systemDirectory, `database-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`);
  if (!existsSync(join(aside, 'cluster')) && mayEnter(account, dirname(wanted))) return wanted;
  makeUnderSystemDirectory(aside);
  log(texts('sv').movedAside(wanted, account.name, aside));
  const note = (['sv', 'en'] as const).map((language) => texts(language).movedAside(wanted, account.name, aside));
  writeFileSync(join(wanted, 'README.txt'), `${note.join('\n\n')}\n`);
  return aside;
}

/** An existing database is run by the account that owns it; root makes a new one its unprivileged account's. */
function settleOwner(directory: string, cluster: string, preferred: Account): Account {
  const existing = existsSync(cluster);
  const owner = ownerOf(existing ? cluster : directory);
  if (!weAreRoot()) {
    if (owner.uid === preferred.uid) return preferred;
    throw new EmbeddedDatabaseError('wrongOwner', (t) => t.wrongOwner(directory, owner.name, preferred.name));
  }
  if (existing && owner.uid === 0) {
    throw new EmbeddedDatabaseError('wrongOwner', (t) => t.wrongOwner(directory, 'root', preferred.name));
  }
  const account = owner.uid === 0 ? preferred : owner;
  if (ownerOf(directory).uid === 0) chownSync(directory, account.uid, account.gid);
  return account;
}

function notWritable(directory: string, account: Account, error: unknown): EmbeddedDatabaseError {
  const why = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
  return new EmbeddedDatabaseError('notWritable', (t) => t.notWritable(directory, account.name, why));
}

/** Opens a file of the home for writing. NOFOLLOW: root must not be led elsewhere by a link the server's account has placed. */
export function openOwned(path: string, home: Home, how: number): number {
  const file = openSync(path, constants.O_CREAT | constants.O_WRONLY | constants.O_NOFOLLOW | how, 0o600);
  if (weAreRoot()) fchownSync(file, home.account.uid, home.account.gid);
  return file;
}
