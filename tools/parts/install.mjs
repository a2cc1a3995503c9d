import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { giveUp, inRoot } from './repository.mjs';
import { run } from './run.mjs';

/** Installs what package-lock.json names, unless exactly that is already there. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installerar det som saknas (npm ci) …');
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { env: machineEnvironment() });
  if (code !== 0) {
    giveUp(
      'npm ci misslyckades; se ovan. Finns nätverk eller en npm-spegel? Gör om kommandot när det är åtgärdat.\n' +
        '(npm ci failed, see above. Is there a network or an npm mirror? Run the command again when it is mended.)',
    );
  }
}

/**
 * npm writes what it installed to node_modules/.package-lock.json as its last step, so an interrupted installation has no such
 * file. What is optional (other platforms' binaries) may be missing from it.
 */
export function isInstalled() {
  const wanted = packagesIn(inRoot('package-lock.json'));
  const found = packagesIn(inRoot('node_modules', '.package-lock.json'));
  if (!found) return false;
  const differs = Object.entries(wanted).some(([path, { version, optional }]) => {
    if (!path.startsWith('node_modules/')) return false;
    return found[path] ? found[path].version !== version : !optional;
  });
  return !differs && Object.keys(found).every((path) => path in wanted);
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** npm run puts our own programs first in PATH; npm itself must not run on the Node that it is about to replace. */
function machineEnvironment() {
  const ours = join('node_modules', '.bin');
  const path = (process.env.PATH ?? '').split(delimiter).filter((directory) => !directory.endsWith(ours));
  return { ...process.env, PATH: path.join(delimiter) };
}
