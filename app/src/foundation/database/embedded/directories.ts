import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** What root keeps for accounts that may not enter where the program lies. */
export const systemDirectory = '/var/lib/samband';

/** Like mkdir -p, but what it makes can be passed through by other accounts whatever the umask says. */
export function makeDirectories(path: string): void {
  const first = mkdirSync(path, { recursive: true });
  if (first === undefined) return;
  for (let at = path; ; at = dirname(at)) {
    chmodSync(at, 0o755);
    if (at === first) return;
  }
}

/** Makes a place under root's directory. That one may be closed to listing, but must be open to passing through. */
export function makeUnderSystemDirectory(path: string): void {
  makeDirectories(path);
  chmodSync(systemDirectory, lstatSync(systemDirectory).mode | 0o111);
}

/** A directory of this process's account into which no other account could have put anything. */
export function belongsToUsAlone(directory: string): boolean {
  const found = lstatSync(directory, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === process.getuid!() && (found.mode & 0o022) === 0;
}
