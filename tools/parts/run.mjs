import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter } from 'node:path';
import { inRoot, pinnedNode, root } from './repository.mjs';

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a program in the repository with its output passed through; answers with its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    let last = { name: '', at: 0 };
    const pass = (name) => {
      // In the terminal's own process group the child has had Ctrl-C already; npm adds a second one for each.
      const hasItAlready = name === 'SIGINT' && process.stdin.isTTY && !options.detached;
      const repeated = last.name === name && Date.now() - last.at < 1000;
      if (!hasItAlready && !repeated) child.kill(name);
      last = { name, at: Date.now() };
    };
    for (const name of passedOn) process.on(name, pass);
    const finish = (code) => {
      for (const name of passedOn) process.off(name, pass);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      finish(127);
    });
    child.on('exit', (code, signal) => finish(code ?? 128 + constants.signals[signal]));
  });
}

/** Runs a script on the pinned Node, with the repository's programs first in PATH so that what it starts does too. */
export function runOnPinnedNode(args, options = {}) {
  return run(pinnedNode(), args, { ...options, env: { ...repositoryEnvironment(), ...options.env } });
}

export function repositoryEnvironment() {
  return { ...process.env, PATH: [inRoot('node_modules', '.bin'), process.env.PATH].join(delimiter) };
}
