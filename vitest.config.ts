import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Vitest itself leaves one core free, which on two cores means one file at a time; much of our testing waits for a server. */
const maxWorkers = Math.max(2, availableParallelism() - 1);

const serverForTestRun = 'app/src/foundation/database/embedded/test-run.ts';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'kolada', include: ['packages/kolada/src/**/*.test.ts'], testTimeout: 30_000, maxWorkers } },
      {
        test: { name: 'documents', include: ['packages/documents/src/**/*.test.ts'], testTimeout: 60_000, maxWorkers },
      },
      { test: { name: 'analysis', include: ['packages/analysis/src/**/*.test.ts'], testTimeout: 30_000, maxWorkers } },
      {
        test: {
          name: 'app',
          include: ['app/src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
          globalSetup: [serverForTestRun, 'app/src/foundation/figures/test-run.ts'],
          maxWorkers,
          // The whole program is loaded once for each worker and not for each file: half of the processor's time was that. A test puts back what it replaces.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Walks through the built application in a browser: two at a time, since each has a server and a browser of its own.
        test: {
          name: 'journeys',
          include: ['journeys/**/*.test.ts'],
          globalSetup: [serverForTestRun, 'journeys/first-start.ts'],
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
