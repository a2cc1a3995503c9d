import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { filesUnder } from './freshness.mjs';
import { inRoot } from './repository.mjs';

const compiled = /\.(ts|tsx|css)$/;

/** The compiler leaves everything but TypeScript behind: migrations, data files, templates. They keep their places beside the code. */
export function copyStaticFiles() {
  for (const workspace of ['packages/kolada', 'packages/analysis', 'packages/documents', 'app']) {
    const source = inRoot(workspace, 'src');
    const target = inRoot(workspace, 'dist');
    const wanted = new Set(
      filesUnder(source)
        .filter((file) => !compiled.test(file))
        .map((file) => relative(source, file)),
    );
    for (const file of wanted) copyIfChanged(join(source, file), join(target, file));
    removeVanishedMigrations(target, wanted);
  }
}

function copyIfChanged(from, to) {
  const [source, target] = [statSync(from), statSync(to, { throwIfNoEntry: false })];
  if (target && target.size === source.size && target.mtimeMs >= source.mtimeMs) return;
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

/** A migration that is gone from the sources (another branch was checked out) must not be run from the build. */
function removeVanishedMigrations(target, wanted) {
  if (!existsSync(target)) return;
  for (const file of filesUnder(target)) {
    if (file.endsWith('.sql') && !wanted.has(relative(target, file))) rmSync(file);
  }
}
