import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from './repository.mjs';

const sources = ['app/src', 'packages', 'tools'];
const single = ['package-lock.json', 'tsconfig.json', 'tsconfig.base.json', 'app/tsconfig.json'];
const marker = inRoot('app', 'dist', '.built');

/** True when nothing that the build reads has changed since it last succeeded. */
export function isBuilt() {
  try {
    return readFileSync(marker, 'utf8') === fingerprint();
  } catch {
    return false;
  }
}

export function rememberBuilt(built) {
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, built);
}

/** Of names, sizes and times: a start must not read every source. A needless build after a checkout is incremental anyway. */
export function fingerprint() {
  const hash = createHash('sha256');
  for (const file of [...single.map((name) => inRoot(name)), ...sources.flatMap((name) => filesUnder(inRoot(name)))]) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Every file under a folder, sorted, without what is built or installed. */
export function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return ['dist', 'node_modules'].includes(entry.name) ? [] : filesUnder(path);
      return entry.isFile() ? [path] : [];
    });
}
