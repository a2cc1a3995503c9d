#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const command = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'command.js');

if (!existsSync(command)) {
  refuse('Samband är inte byggt. Kör "npm run build" först. (Samband is not built: run "npm run build" first.)');
} else if (Number(process.versions.node.split('.')[0]) >= 24) {
  await import(pathToFileURL(command).href);
} else {
  runOnPinnedNode();
}

function runOnPinnedNode() {
  const name = `node-${process.platform}-${process.arch}`;
  let node;
  try {
    node = join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'bin', 'node');
  } catch {
    return refuse(
      `Samband behöver Node 24; den här är ${process.version} och npm-paketet ${name} är inte installerat. Kör "npm ci". (Samband needs Node 24: run "npm ci".)`,
    );
  }
  const child = spawn(node, [command, ...process.argv.slice(2)], { stdio: 'inherit' });
  // From the terminal the child gets Ctrl-C by itself; this process must only wait for how it ends.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => refuse(`${node}: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

function refuse(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
