import pg from 'pg';
import { afterAll, beforeEach, expect, inject, test } from 'vitest';
import { type Migration, MigrationError, migrate } from './migrate.ts';
import { DatabaseUnreachableError } from './reach.ts';

const name = `samband_migrate_${process.pid}`;
const server = inject('databaseUrl');
let pool: pg.Pool;

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

beforeEach(async () => {
  await pool?.end();
  await onServer(`drop database if exists "${name}" with (force)`);
  await onServer(`create database "${name}"`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  pool = new pg.Pool({ connectionString: url.href, max: 6 });
  // Dropping the database by force ends connections that lie idle here.
  pool.on('error', () => undefined);
});

afterAll(async () => {
  await pool.end();
  await onServer(`drop database if exists "${name}" with (force)`);
});

const first: Migration = { slice: 'trial', name: '0001-table.sql', sql: 'create table thing (id integer)' };
const second: Migration = { slice: 'trial', name: '0002-column.sql', sql: 'alter table thing add column name text' };

test('migrations run once, in order, and running them again is harmless', async () => {
  expect(await migrate(pool, [first, second])).toEqual(['trial/0001-table.sql', 'trial/0002-column.sql']);
  expect(await migrate(pool, [first, second])).toEqual([]);
});

test('processes that start at once run each migration once between them', async () => {
  const slow = { ...first, sql: `${first.sql}; select pg_sleep(0.2)` };
  const ran = await Promise.all([1, 2, 3].map(() => migrate(pool, [slow, second])));
  expect(ran.flat()).toEqual(['trial/0001-table.sql', 'trial/0002-column.sql']);
});

test('a migration that fails leaves nothing of itself, and what ran before it stays', async () => {
  const broken = { ...second, sql: 'create table half (id integer); select 1/0' };
  await expect(migrate(pool, [first, broken])).rejects.toThrow(/trial\/0002-column.sql.*division/);
  const tables = await pool.query("select table_name from information_schema.tables where table_schema = 'trial'");
  expect(tables.rows).toEqual([{ table_name: 'thing' }]);
  expect(await migrate(pool, [first, second])).toEqual(['trial/0002-column.sql']);
});

test('a migration that was edited after it ran stops the start', async () => {
  await migrate(pool, [first]);
  await expect(migrate(pool, [{ ...first, sql: 'create table other (id integer)' }])).rejects.toThrow(MigrationError);
});

test('a database that a newer program has migrated is refused by an older one', async () => {
  await migrate(pool, [first, second]);
  await expect(migrate(pool, [first])).rejects.toThrow(/newer Samband.*trial\/0002-column.sql/);
});

test('a server that cannot be reached is named, without the password', async () => {
  const nowhere = new pg.Pool({ connectionString: 'postgres://samband:hemligt@127.0.0.1:1/samband' });
  const refused = await migrate(nowhere, [first]).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DatabaseUnreachableError);
  expect(String(refused)).toContain('127.0.0.1:1/samband');
  expect(String(refused)).not.toContain('hemligt');
  await nowhere.end();
});
