import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { databaseNamed, ended, exampleSettings, launch, onServer } from './program.ts';

/**
 * Starts the program once before the journeys, as on a fresh machine, and stops it. What it has made by then, the tables, the example's figures and its story,
 * each journey gets a copy of: making it takes many times as long as copying it.
 */
export default async function firstStart(project: TestProject): Promise<() => Promise<void>> {
  const server = project.getProvidedContext().databaseUrl;
  const database = `samband_journeys_${process.pid}`;
  const folder = mkdtempSync(join(tmpdir(), 'samband-journeys-'));
  const clear = async () => {
    await onServer(server, `drop database if exists "${database}" with (force)`);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await onServer(server, `create database "${database}"`);
    const { process: program } = await launch(exampleSettings(databaseNamed(server, database), folder));
    await ended(program, 'SIGTERM');
  } catch (error) {
    await clear();
    throw error;
  }
  project.provide('firstStart', { database, folder });
  return clear;
}
