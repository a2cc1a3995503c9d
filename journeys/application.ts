import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { databaseNamed, dist, ended, exampleSettings, launch, onServer, type RunningProgram } from './program.ts';

/** The built program with a database of its own, as a person would have it. */
export interface Application extends RunningProgram {
  /** Runs a command of the program beside it, and gives what it printed. */
  command(...words: readonly string[]): Promise<string>;
  stop(): Promise<void>;
}

export async function startApplication(): Promise<Application> {
  const server = inject('databaseUrl');
  const first = inject('firstStart');
  const folder = mkdtempSync(join(tmpdir(), 'samband-journey-'));
  cpSync(first.folder, folder, { recursive: true });
  const database = `samband_journey_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await onServer(server, `create database "${database}" template "${first.database}"`);
  const settings = exampleSettings(databaseNamed(server, database), folder);
  const started = await launch(settings);
  return {
    ...started,
    async command(...words) {
      const run = promisify(execFile);
      const env = { ...process.env, ...settings, SAMBAND_ADDRESS: started.address };
      return (await run(process.execPath, [join(dist, 'command.js'), ...words], { env })).stdout;
    },
    async stop() {
      await ended(started.process, 'SIGTERM');
      await onServer(server, `drop database if exists "${database}" with (force)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
