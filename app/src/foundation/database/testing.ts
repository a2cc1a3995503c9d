import pg from 'pg';
import { inject } from 'vitest';
import { migrations } from '../../slices.ts';
import { prepareJobs } from '../jobs/index.ts';
import { createLog } from '../log/index.ts';
import { migrate } from './migrate.ts';
import { connect, type Database } from './transaction.ts';

/** A database of its own for one test file, cloned from a template that has been migrated once per run. */
export interface TestDatabase extends Database {
  readonly name: string;
  readonly connection: pg.PoolConfig;
  drop(): Promise<void>;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server where the tests may create databases, as a connection string. */
    databaseUrl: string;
  }
}

const template = 'samband_test_template';

export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('databaseUrl');
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  const name = `samband_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  try {
    // One file at a time makes the template; the others wait and then clone it.
    await admin.query('select pg_advisory_lock(7262263)');
    await prepareTemplate(admin, server);
    await admin.query(`create database "${name}" template "${template}"`);
    await admin.query('select pg_advisory_unlock(7262263)');
  } finally {
    await admin.end();
  }
  const connection = { connectionString: withDatabase(server, name), max: 5 };
  const database = connect(connection, () => undefined);
  return {
    ...database,
    name,
    connection,
    async drop() {
      await database.close();
      const dropper = new pg.Client({ connectionString: server });
      await dropper.connect();
      await dropper.query(`drop database if exists "${name}" with (force)`);
      await dropper.end();
    },
  };
}

async function prepareTemplate(admin: pg.Client, server: string): Promise<void> {
  const all = await migrations();
  const wanted = all.map(({ slice, name, sql }) => `${slice}/${name}/${sql.length}/${hash(sql)}`).join('\n');
  const existing = await admin.query<{ description: string | null }>(
    "select shobj_description(oid, 'pg_database') as description from pg_database where datname = $1",
    [template],
  );
  if (existing.rows[0]?.description === wanted) return;
  await admin.query(`drop database if exists "${template}" with (force)`);
  await admin.query(`create database "${template}"`);
  const pool = new pg.Pool({ connectionString: withDatabase(server, template), max: 1 });
  await migrate(pool, all);
  await pool.end();
  const database = connect({ connectionString: withDatabase(server, template), max: 1 }, () => undefined);
  await prepareJobs(database, createLog('silent'));
  await database.close();
  // The queue's library lets go of its connection in its own time; a template in use cannot be cloned.
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [template]);
  await admin.query(`comment on database "${template}" is '${wanted.replaceAll("'", "''")}'`);
}

function hash(text: string): number {
  let value = 0;
  for (let i = 0; i < text.length; i++) value = (Math.imul(value, 31) + text.charCodeAt(i)) | 0;
  return value;
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
