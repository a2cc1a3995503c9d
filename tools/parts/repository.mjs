import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, wherever the command was given. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const inRoot = (...parts) => join(root, ...parts);

/** A program that npm has installed here, e.g. `tsc`. */
export const installed = (name) => inRoot('node_modules', '.bin', name);

/** Ends the tool with one clear sentence. */
export function giveUp(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

/**
 * The Node that everything runs on: the one pinned in package-lock.json, or the one running this if it is new enough (on
 * a machine the pinned packages do not cover).
 */
export function pinnedNode() {
  const pinned = inRoot('node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return giveUp(
    `Samband behöver Node 24. npm-paketet node-${process.platform}-${process.arch} är inte installerat, och den här datorns Node är ${process.version}.\n` +
      'Kör "npm ci" utan --omit=optional, eller installera Node 24 eller senare.\n' +
      '(Samband needs Node 24: run "npm ci" without --omit=optional, or install Node 24 or later.)',
  );
}
