import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { createTestTenant } from '../tenancy/testing.ts';
import { whileUnchanged } from './unchanged.ts';

let database: TestDatabase;
let tenantId: string;
let neighbour: string;

beforeAll(async () => {
  database = await createTestDatabase();
  tenantId = (await createTestTenant(database, ['analyst'])).id;
  neighbour = (await createTestTenant(database, ['analyst'])).id;
});
afterAll(() => database?.drop());

const ask = (name: string, read: () => Promise<number>, of = tenantId) =>
  database.inScope({ tenantId: of }, (tx) => whileUnchanged(tx, [name], read));

test('what was read is read again when something has changed in the municipality, and not before', async () => {
  let times = 0;
  const read = () => Promise.resolve(++times);
  expect([await ask('a', read), await ask('a', read)]).toEqual([1, 1]);
  await database.inScope({ tenantId: neighbour }, (tx) =>
    sql`update tenancy.person set name = 'Någon annan'`.execute(tx.tables<unknown>()),
  );
  expect(await ask('a', read)).toBe(1);
  await database.inScope({ tenantId }, (tx) =>
    sql`update tenancy.person set name = 'Ny'`.execute(tx.tables<unknown>()),
  );
  expect(await ask('a', read)).toBe(2);
  expect(await ask('a', read, neighbour)).toBe(3);
});

test('what could not be read is not kept', async () => {
  await expect(ask('b', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await ask('b', () => Promise.resolve(7))).toBe(7);
});
