import type { Database } from '../database/index.ts';
import type { Probe } from './parts.ts';

export function databaseProbe(database: Database): Probe {
  return { name: 'database', check: async () => void (await database.pool.query('select 1')) };
}

/** All that this program knows have run, and nothing newer. */
export function migrationsProbe(
  database: Database,
  known: readonly { readonly slice: string; readonly name: string }[],
): Probe {
  const wanted = known.map(({ slice, name }) => `${slice}/${name}`).sort();
  return {
    name: 'migrations',
    async check() {
      const ran = await database.pool.query<{ key: string }>(
        "select slice || '/' || name as key from foundation.migration",
      );
      const there = ran.rows.map(({ key }) => key).sort();
      if (there.join() !== wanted.join()) throw new Error('the migrations in force are not those of this version');
    },
  };
}

export interface Health {
  readonly status: 'ready' | 'notReady';
  readonly checks: Readonly<Record<string, 'ok' | 'failed'>>;
}

/** Longer than this and a load balancer has given up. */
const longestCheck = 2000;

export async function readHealth(
  probes: readonly Probe[],
  failed: (probe: string, error: unknown) => void,
): Promise<Health> {
  const checks = await Promise.all(
    probes.map(async ({ name, check }) => {
      try {
        await withinTime(check());
        return [name, 'ok'] as const;
      } catch (error) {
        failed(name, error);
        return [name, 'failed'] as const;
      }
    }),
  );
  return {
    status: checks.every(([, state]) => state === 'ok') ? 'ready' : 'notReady',
    checks: Object.fromEntries(checks),
  };
}

async function withinTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), longestCheck);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
