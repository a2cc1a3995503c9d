import { ensureInstalled } from './parts/install.mjs';
import { inRoot, installed } from './parts/repository.mjs';
import { repositoryEnvironment, run, runOnPinnedNode } from './parts/run.mjs';

const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc');
const program = (name, ...args) => run(installed(name), args, { env: repositoryEnvironment() });

const checks = {
  'format and lint (biome)': () => program('biome', 'check', '--error-on-warnings'),
  'forgotten promises (oxlint)': () => program('oxlint'),
  'types (tsc)': async () => (await runOnPinnedNode([tsc, '-b'])) || runOnPinnedNode([tsc, '-p', inRoot('tools')]),
  'boundaries between parts': () => runOnPinnedNode([inRoot('tools', 'boundaries.mjs')]),
  'dead code (knip)': () => program('knip', '--no-progress'),
};

await ensureInstalled();
const failed = [];
for (const [name, check] of Object.entries(checks)) {
  console.log(`\n── ${name}`);
  if ((await check()) !== 0) failed.push(name);
}
console.log(failed.length === 0 ? '\nAll is well.' : `\nFailed: ${failed.join(' · ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
