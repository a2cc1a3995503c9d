import { build } from './build.mjs';
import { isBuilt } from './parts/freshness.mjs';
import { ensureInstalled } from './parts/install.mjs';
import { giveUp, inRoot } from './parts/repository.mjs';
import { runOnPinnedNode } from './parts/run.mjs';

if (process.env.npm_lifecycle_event === 'start') await import('./parts/follow-parent.mjs');

await ensureInstalled();
if (!isBuilt()) {
  console.log('Bygger …');
  if (!(await build())) giveUp('Bygget misslyckades; se ovan. (The build failed, see above.)');
}

// A group of its own: Ctrl-C then reaches the application once, from here, and not also from the terminal and from npm.
process.exitCode = await runOnPinnedNode(
  ['--enable-source-maps', '--import', inRoot('tools', 'parts', 'follow-parent.mjs'), inRoot('app', 'dist', 'main.js')],
  { detached: true },
);
