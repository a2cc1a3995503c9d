import { existsSync, readdirSync } from 'node:fs';
import { build } from './build.mjs';
import { isBuilt } from './parts/freshness.mjs';
import { ensureInstalled } from './parts/install.mjs';
import { giveUp, inRoot } from './parts/repository.mjs';
import { runOnPinnedNode } from './parts/run.mjs';

// npm run bench -- situation   runs those whose name contains the word; what follows the word is handed to them
const [wanted = '', ...rest] = process.argv.slice(2);

await ensureInstalled();
if (!isBuilt() && !(await build())) giveUp('Bygget misslyckades; se ovan. (The build failed, see above.)');

const folder = inRoot('bench');
const scripts = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.mjs')) : [];
const chosen = scripts.filter((name) => name.includes(wanted)).sort();
if (chosen.length === 0) giveUp(`Inget mätprogram i bench/ heter något med "${wanted}". (No benchmark matches.)`);

// One after another: two at once would measure each other.
const failed = [];
for (const name of chosen) {
  console.log(`\n── ${name}`);
  if ((await runOnPinnedNode(['--expose-gc', inRoot('bench', name), ...rest])) !== 0) failed.push(name);
}
if (failed.length > 0) giveUp(`Misslyckades: ${failed.join(', ')}`);
