import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { build } from './build.mjs';
import { clientBuildOptions } from './parts/client-bundle.mjs';
import { ensureInstalled } from './parts/install.mjs';
import { inRoot, pinnedNode, root } from './parts/repository.mjs';
import { repositoryEnvironment } from './parts/run.mjs';
import { copyStaticFiles } from './parts/static-files.mjs';

// A first build that fails is no reason to stop: the watching compiler will tell, and the next save may mend it.
await ensureInstalled();
await build();

const node = (args) => spawn(pinnedNode(), args, { cwd: root, stdio: 'inherit', env: repositoryEnvironment() });
const compiler = node([inRoot('node_modules', 'typescript', 'bin', 'tsc'), '-b', '--watch', '--preserveWatchOutput']);
const { context } = await import('esbuild');
const client = await context(await clientBuildOptions({ minify: false }));
await client.watch();

let application;
let stopping = false;
startApplication();

for (const workspace of ['packages/kolada', 'packages/analysis', 'packages/documents', 'app']) {
  watch(inRoot(workspace, 'src'), { recursive: true }, (_, name) => {
    if (name && !/\.tsx?$/.test(name)) later('static', copyStaticFiles);
  });
  watch(inRoot(workspace, 'dist'), { recursive: true }, (_, name) => {
    if (name && !/\.(map|tsbuildinfo|d\.ts|test\.js)$|\.built$/.test(name)) later('restart', restart);
  });
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => void stop());

function startApplication() {
  application = node([
    '--enable-source-maps',
    '--import',
    inRoot('tools', 'parts', 'follow-parent.mjs'),
    inRoot('app', 'dist', 'main.js'),
  ]);
}

/** The application closes its database in order before the next one opens it. */
function restart() {
  if (stopping) return;
  console.log('Startar om …');
  if (application.exitCode !== null || application.signalCode !== null) return startApplication();
  if (application.listenerCount('exit') === 0) application.once('exit', () => stopping || startApplication());
  application.kill('SIGTERM');
}

async function stop() {
  if (stopping) return;
  stopping = true;
  compiler.kill('SIGTERM');
  await client.dispose();
  if (application.exitCode !== null || application.signalCode !== null) process.exit();
  application.once('exit', () => process.exit());
  application.kill('SIGTERM');
}

/** One run for a burst of changes: a compiler writes many files at once. */
function later(name, work) {
  later.timers ??= new Map();
  clearTimeout(later.timers.get(name));
  later.timers.set(
    name,
    setTimeout(() => work(), 300),
  );
}
