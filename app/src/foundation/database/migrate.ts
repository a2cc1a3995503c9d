import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { reach } from './reach.ts';

export interface Migration {
  /** The slice it belongs to; also the name of its schema. */
  readonly slice: string;
  /** `0001-tables.sql`; the number orders it within its slice. */
  readonly name: string;
  readonly sql: string;
}

export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** Reads `<folder>/NNNN-words.sql` in order. Slices run in the order they are given: a later one may refer to an earlier one's tables. */
export async function readMigrations(slice: string, folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1] ?? Number.NaN);
      if (number !== index + 1) throw new MigrationError(`${slice}: expected migration ${index + 1}, found ${name}`);
      return { slice, name, sql: await readFile(path.join(folder, name), 'utf8') };
    }),
  );
}

// Any fixed number: two processes that start at once must agree on it.
const lockKey = 7_262_262;

/**
 * Brings the database up to date, forward only. Each migration runs in a transaction of its own under one lock, so that two processes
 * that start at once are safe and a crash leaves whole migrations. A migration that has been run and later edited stops the start.
 * @returns the names of those that ran now
 */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[]): Promise<readonly string[]> {
  const client = await reach(pool);
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await client.query(`create schema if not exists foundation;
      create table if not exists foundation.migration (
        slice text not null, name text not null, checksum text not null, ran_at timestamptz not null default now(),
        primary key (slice, name))`);
    const ran = await client.query<{ slice: string; name: string; checksum: string }>(
      'select slice, name, checksum from foundation.migration',
    );
    const checksums = new Map(ran.rows.map((row) => [`${row.slice}/${row.name}`, row.checksum]));
    refuseUnknown(checksums, migrations);
    const now: string[] = [];
    for (const migration of migrations) {
      const key = `${migration.slice}/${migration.name}`;
      const checksum = createHash('sha256').update(migration.sql).digest('hex');
      const before = checksums.get(key);
      if (before === checksum) continue;
      if (before !== undefined)
        throw new MigrationError(`${key} has been changed after it ran; write a new migration instead`);
      await runOne(client, migration, checksum);
      now.push(key);
    }
    return now;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey]).catch(() => undefined);
    client.release();
  }
}

/** A database that a newer Samband has migrated must not be served by an older one. */
function refuseUnknown(checksums: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ slice, name }) => `${slice}/${name}`));
  const unknown = [...checksums.keys()].filter((key) => !known.has(key));
  if (unknown.length > 0) {
    throw new MigrationError(
      `the database has been used by a newer Samband (${unknown.join(', ')}); start that version`,
    );
  }
}

async function runOne(client: pg.PoolClient, migration: Migration, checksum: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(
      `create schema if not exists "${migration.slice}"; set local search_path to "${migration.slice}"`,
    );
    await client.query(migration.sql);
    await client.query('insert into foundation.migration (slice, name, checksum) values ($1, $2, $3)', [
      migration.slice,
      migration.name,
      checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new MigrationError(
      `${migration.slice}/${migration.name}: ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      },
    );
  }
}
