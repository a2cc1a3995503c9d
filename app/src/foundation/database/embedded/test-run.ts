import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { EmbeddedDatabaseError } from './errors.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './launcher.ts';

/** One server for the whole run: the one in DATABASE_URL, else an embedded one that nothing outlives. */
export default async function serverForTestRun(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL;
  if (given) {
    project.provide('databaseUrl', given);
    return async () => {};
  }
  const server = await startInFreeSlot();
  project.provide('databaseUrl', server.url);
  return async () => {
    await server.stop();
    rmSync(server.dataDir, { recursive: true, force: true });
  };
}

/** Numbered places instead of random ones, so that what a killed run left behind is cleared by the next. */
async function startInFreeSlot(): Promise<EmbeddedPostgres> {
  for (let slot = 0; ; slot += 1) {
    const dataDir = join(tmpdir(), `samband-tests-${process.getuid!()}-${slot}`);
    try {
      return await startEmbeddedPostgres({ dataDir, disposable: true });
    } catch (error) {
      const code = error instanceof EmbeddedDatabaseError ? error.code : undefined;
      // A run that was killed while it cleared its place left half a cluster there; nobody misses it.
      if (code === 'damaged') rmSync(dataDir, { recursive: true, force: true });
      else if (code !== 'dataDirInUse') throw error;
    }
  }
}
