import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'kolada', include: ['packages/kolada/src/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'analysis', include: ['packages/analysis/src/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'app',
          include: ['app/src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
          globalSetup: [],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
