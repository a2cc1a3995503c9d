import { Socket } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testing.ts';
import type { Transaction } from './transaction.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const whoAsks = async (tx: Transaction) =>
  (
    await sql<{ role: string; person: string; xid: string }>`
      select current_user as role, coalesce(current_setting('samband.person', true), '') as person, pg_current_xact_id()::text as xid`.execute(
      tx.tables<unknown>(),
    )
  ).rows[0];

test('the first question already asks as who asks, in the transaction', async () => {
  const asked = await database.inScope({ tenantId: undefined, personId: "O'Hara \\ 1" }, async (tx) => [
    await whoAsks(tx),
    await whoAsks(tx),
  ]);
  expect(asked[0]).toMatchObject({ role: 'samband_app', person: "O'Hara \\ 1" });
  expect(asked[1]).toEqual(asked[0]);
});

test('a transaction with one question is two writes: the beginning with the question, and the end', async () => {
  await database.inScope({ tenantId: undefined }, whoAsks);
  const writes = [vi.spyOn(Socket.prototype, '_write'), vi.spyOn(Socket.prototype, '_writev' as '_write')];
  await database.inScope({ tenantId: undefined }, whoAsks);
  expect(writes.reduce((sum, { mock }) => sum + mock.calls.length, 0)).toBe(2);
  for (const write of writes) write.mockRestore();
});

test('nothing of it is left for the next who gets the connection', async () => {
  for (let i = 0; i < 10; i++) await database.inScope({ tenantId: undefined, personId: 'someone' }, whoAsks);
  const after = await Promise.all(Array.from({ length: 10 }, () => database.asOwner(whoAsks)));
  for (const { role, person } of after.map((row) => row!)) {
    expect(role).not.toBe('samband_app');
    expect(person).toBe('');
  }
});

test('when the settings fail, whatever was already on its way is refused, and the reason is the settings’', async () => {
  let answered = false;
  const asked = database.inScope({ tenantId: undefined, origin: 'a\0b' }, async (tx) => {
    await whoAsks(tx);
    answered = true;
  });
  await expect(asked).rejects.toMatchObject({ code: '22021' });
  expect(answered).toBe(false);
  expect(await database.inScope({ tenantId: undefined }, whoAsks)).toMatchObject({ role: 'samband_app' });
});

test('settings that fail are told even when nothing was asked', async () => {
  await expect(database.inScope({ tenantId: undefined, origin: '\0' }, async () => 1)).rejects.toMatchObject({
    code: '22021',
  });
});

test('a transaction inside another is its own', async () => {
  const [outer, inner] = await database.inScope({ tenantId: undefined, personId: 'outer' }, async (tx) => [
    await whoAsks(tx),
    await database.inScope({ tenantId: undefined, personId: 'inner' }, whoAsks),
  ]);
  expect(outer?.person).toBe('outer');
  expect(inner?.person).toBe('inner');
  expect(inner?.xid).not.toBe(outer?.xid);
});

test('a question that comes again and again is prepared, and answered alike before and after', async () => {
  const ask = (n: number) =>
    database.asOwner(
      async (tx) => (await sql<{ n: number }>`select ${n}::int + 1 as n`.execute(tx.tables<unknown>())).rows,
    );
  for (let n = 0; n < 8; n++) expect(await ask(n)).toEqual([{ n: n + 1 }]);
  const prepared = await database.asOwner(
    async (tx) =>
      (await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(tx.tables<unknown>()))
        .rows,
  );
  expect(prepared.map(({ statement }) => statement)).toContain('select $1::int + 1 as n');
});

test('a table that changes under a prepared question costs at most one answer', async () => {
  await database.asOwner(async (tx) => {
    await sql`create table public.changing (a int)`.execute(tx.tables<unknown>());
    await sql`insert into public.changing values (1)`.execute(tx.tables<unknown>());
  });
  const ask = () =>
    database.asOwner(
      async (tx) => (await sql`select * from public.changing where a = ${1}`.execute(tx.tables<unknown>())).rows,
    );
  for (let i = 0; i < 8; i++) expect(await ask()).toEqual([{ a: 1 }]);
  await database.asOwner((tx) => sql`alter table public.changing add column b int`.execute(tx.tables<unknown>()));
  await ask().catch(({ code }) => expect(code).toBe('0A000'));
  for (let i = 0; i < 8; i++) expect(await ask()).toEqual([{ a: 1, b: null }]);
});
