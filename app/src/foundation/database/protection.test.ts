import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../ids/index.ts';
import {
  type CatalogueColumn,
  type CatalogueTable,
  catalogueKeys,
  cataloguePolicies,
  catalogueTables,
} from './catalogue.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';
import type { Transaction } from './transaction.ts';

/** Tables of the installation, not of a municipality: the requests' role must have no rights in them at all. */
const installationWide = new Set([
  // Which migrations have run.
  'foundation.migration',
  // Attempts to sign in come before a tenant is known; only hashes, reached through two functions.
  'identity.attempt',
]);

const [tenantA, tenantB] = [newId(), newId()];
let database: TestDatabase;
let all: readonly CatalogueTable[];
let tables: readonly CatalogueTable[];

const nameOf = ({ schema, name }: CatalogueTable) => `${schema}.${name}`;
const read = <R>(work: (tx: Transaction) => Promise<R>) => database.asOwner(work);
const run = async (tx: Transaction, statement: string) =>
  (await sql.raw<{ n: number }>(statement).execute(tx.tables<unknown>())).rows;

beforeAll(async () => {
  database = await createTestDatabase();
  all = await read(catalogueTables);
  tables = all.filter((table) => !installationWide.has(nameOf(table)));
  await fillEveryTable();
});
afterAll(() => database.drop());

/** One row of tenant A in every table. What a row may hold is not the question here, so checks, references and triggers stand aside. */
async function fillEveryTable() {
  await read(async (tx) => {
    await run(tx, `select set_config('samband.tenant', '${tenantA}', true)`);
    for (const table of tables) {
      await run(tx, `alter table ${nameOf(table)} disable trigger user`);
      const constraints = await sql<{
        name: string;
        kind: string;
      }>`select conname as name, contype as kind from pg_constraint
        where conrelid = ${table.oid} and contype in ('c', 'f') order by contype desc`.execute(tx.tables<unknown>());
      for (const { name } of constraints.rows) await run(tx, `alter table ${nameOf(table)} drop constraint "${name}"`);
    }
    for (const table of tables) await run(tx, insertFor(table, tenantA));
  });
}

function insertFor(table: CatalogueTable, tenant: string): string {
  const columns = table.columns.filter(
    ({ name, required, filled, identity }) => name === 'tenant_id' || (required && filled === null && !identity),
  );
  const values = columns.map((column) => (column.name === 'tenant_id' ? `'${tenant}'` : valueFor(column)));
  return `insert into ${nameOf(table)} (${columns.map(({ name }) => `"${name}"`).join(', ')}) values (${values.join(', ')})`;
}

function valueFor({ type }: CatalogueColumn): string {
  if (type === 'uuid') return `'${newId()}'`;
  if (type === 'date' || type.startsWith('timestamp')) return "'2026-01-01'";
  if (type === 'boolean') return 'false';
  if (type === 'jsonb' || type === 'json') return "'{}'";
  if (type === 'bytea') return "'\\x00'";
  if (type.endsWith('[]')) return "'{}'";
  return ['integer', 'bigint', 'smallint', 'numeric', 'double precision', 'real'].some((number) =>
    type.startsWith(number),
  )
    ? '1'
    : "'x'";
}

describe('every table', () => {
  test('forces row-level security, with the tenant first in its key and in every reference', async () => {
    const faults: string[] = tables
      .filter(({ forced }) => !forced)
      .map((table) => `${nameOf(table)} does not force row-level security`);
    const keys = (await read(catalogueKeys)).filter(({ table }) => !installationWide.has(table));
    for (const { table, columns, definition } of keys)
      if (columns[0] !== 'tenant_id') faults.push(`${table}: ${definition}`);
    for (const table of tables) {
      if (!keys.some((key) => key.kind === 'p' && key.table === nameOf(table)))
        faults.push(`${nameOf(table)} has no primary key`);
    }
    expect(faults).toEqual([]);
  });

  test('has the policy of its tenant, and any other only lets read', async () => {
    const policies = await read(cataloguePolicies);
    const own = '(tenant_id = foundation.current_tenant())';
    // Asked once for each statement, not for each row.
    const ownOnce = '(tenant_id = ( SELECT foundation.current_tenant() AS current_tenant))';
    const faults = tables
      .filter(
        (table) =>
          !policies.some(
            (policy) => policy.table === nameOf(table) && policy.using === ownOnce && policy.check === own,
          ),
      )
      .map((table) => `${nameOf(table)} lacks the policy of its tenant`);
    for (const { table, name, command, roles, using } of policies) {
      const harmless = using === ownOnce || command === 'r' || (roles.length === 1 && roles[0] === 'owner');
      if (!harmless) faults.push(`the policy ${name} on ${table} lets change rows without their tenant`);
    }
    expect(faults).toEqual([]);
  });

  test('shows its rows to their own municipality', async () => {
    await database.inScope({ tenantId: tenantA }, async (tx) => {
      for (const table of tables)
        expect
          .soft(await run(tx, `select count(*)::int as n from ${nameOf(table)}`), nameOf(table))
          .toEqual([{ n: 1 }]);
    });
  });

  test.each([
    ['another municipality', { tenantId: tenantB }],
    ['nobody in particular', { tenantId: undefined }],
  ])('shows nothing to %s, who can change and remove nothing either', async (_who, scope) => {
    const faults: string[] = [];
    for (const table of tables) {
      const name = nameOf(table);
      const seen = await database.inScope(scope, (tx) => run(tx, `select count(*)::int as n from ${name}`));
      if (seen[0]?.n !== 0) faults.push(`${name} was seen`);
      const attempts = {
        changed: `with done as (update ${name} set tenant_id = tenant_id returning 1) select count(*)::int as n from done`,
        taken: `with done as (update ${name} set tenant_id = '${tenantB}' returning 1) select count(*)::int as n from done`,
        removed: `with done as (delete from ${name} returning 1) select count(*)::int as n from done`,
        added: `with done as (${insertFor(table, tenantA)} returning 1) select count(*)::int as n from done`,
      };
      for (const [what, statement] of Object.entries(attempts)) {
        const n = await database
          .inScope(scope, (tx) => run(tx, statement))
          .then(
            (rows) => rows[0]?.n,
            (error: Error) => (/permission denied|row-level security/.test(error.message) ? 0 : error.message),
          );
        if (n !== 0) faults.push(`${name} was ${what}: ${n}`);
      }
    }
    expect(faults).toEqual([]);
  });

  test('of the installation as a whole is closed to the role of the requests', async () => {
    expect(all.filter((table) => installationWide.has(nameOf(table)))).toHaveLength(installationWide.size);
    for (const name of installationWide) {
      await expect(
        database.inScope({ tenantId: tenantA }, (tx) => run(tx, `select count(*)::int as n from ${name}`)),
      ).rejects.toThrow('permission denied');
    }
    await expect(
      database.inScope({ tenantId: tenantA }, (tx) => run(tx, 'select 1 as n from graphile_worker._private_jobs')),
    ).rejects.toThrow('permission denied');
  });

  test('is written by a role that may neither skip the policies nor make anything', async () => {
    const rows = await read(
      async (tx) =>
        (
          await sql<
            Record<string, boolean>
          >`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin from pg_roles where rolname = 'samband_app'`.execute(
            tx.tables<unknown>(),
          )
        ).rows,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolcanlogin: false },
    ]);
    for (const statement of [
      'create table tenancy.x (id int)',
      'create schema x',
      'alter table tenancy.person disable row level security',
      'drop policy tenant on tenancy.person',
    ]) {
      await expect(
        database.inScope({ tenantId: tenantA }, (tx) => run(tx, statement)),
        statement,
      ).rejects.toThrow(/permission denied|must be owner/);
    }
  });
});
