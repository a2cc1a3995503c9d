import { pathToFileURL } from 'node:url';
import { bundleClient } from './parts/client-bundle.mjs';
import { fingerprint, rememberBuilt } from './parts/freshness.mjs';
import { ensureInstalled } from './parts/install.mjs';
import { inRoot } from './parts/repository.mjs';
import { runOnPinnedNode } from './parts/run.mjs';
import { copyStaticFiles } from './parts/static-files.mjs';

/** Compiles, copies what is not code, and bundles what browsers fetch. False when it did not go through. */
export async function build() {
  const began = fingerprint();
  const code = await runOnPinnedNode([inRoot('node_modules', 'typescript', 'bin', 'tsc'), '-b']);
  if (code !== 0) return false;
  copyStaticFiles();
  try {
    await bundleClient();
  } catch {
    // esbuild has already told what is wrong and where.
    return false;
  }
  rememberBuilt(began);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureInstalled();
  process.exitCode = (await build()) ? 0 : 1;
}
