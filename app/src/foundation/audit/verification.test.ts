import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { newId } from '../ids/index.ts';
import { rowAtVersion, verifyAudit } from './index.ts';

let database: TestDatabase;
/** Someone with every right in the database, who changes the trail behind the program's back. */
let intruder: pg.Client;
let tenantId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  intruder = new pg.Client(database.connection as pg.ClientConfig);
  await intruder.connect();
});
afterAll(async () => {
  await intruder.end();
  await database.drop();
});
beforeEach(async () => {
  tenantId = newId();
  await database.inScope({ tenantId }, async (tx) => {
    await write(tx, `insert into tenancy.tenant (tenant_id, code, name) values ('${tenantId}', '9999', 'Provkommun')`);
    for (let n = 1; n <= 9; n++) await write(tx, insertPerson(newId(), `Person ${n}`));
  });
});

const insertPerson = (id: string, name: string) =>
  `insert into tenancy.person (tenant_id, id, name) values ('${tenantId}', '${id}', '${name}')`;

async function write(tx: Parameters<Parameters<TestDatabase['inScope']>[1]>[0], statement: string) {
  const { sql } = await import('kysely');
  await sql.raw(statement).execute(tx.tables<unknown>());
}

const verify = async () => (await verifyAudit(database, [tenantId]))[0]?.result;

describe('the trail', () => {
  test('holds when only the program has written it, and says how long it is', async () => {
    expect(await verify()).toMatchObject({ state: 'intact', entries: 10 });
    expect(await verifyAudit(database, [newId()])).toMatchObject([{ result: { state: 'intact', entries: 0 } }]);
  });

  test.each([
    [
      'a changed entry',
      4,
      'update audit.entry set after = after || \'{"name": "X"}\' where tenant_id = $1 and sequence = 4',
    ],
    ['a changed time', 2, "update audit.entry set at = at - interval '1 day' where tenant_id = $1 and sequence = 2"],
    [
      'a changed person',
      3,
      'update audit.entry set person_id = gen_random_uuid() where tenant_id = $1 and sequence = 3',
    ],
    [
      'a changed entry with a hash of its own',
      6,
      "update audit.entry e set origin = 'x', hash = sha256('x') where tenant_id = $1 and sequence = 5",
    ],
    ['an entry taken out of the middle', 5, 'delete from audit.entry where tenant_id = $1 and sequence = 5'],
    ['an entry taken out of the beginning', 1, 'delete from audit.entry where tenant_id = $1 and sequence = 1'],
    ['a tail that was cut off', 8, 'delete from audit.entry where tenant_id = $1 and sequence > 7'],
    [
      'a chain that was turned back',
      8,
      'update audit.chain set sequence = 7, hash = (select hash from audit.entry where tenant_id = $1 and sequence = 7) where tenant_id = $1',
    ],
    ['a chain that was taken away', 10, 'delete from audit.chain where tenant_id = $1'],
    ['everything taken away', 1, 'delete from audit.entry where tenant_id = $1'],
    [
      'two entries that changed places',
      3,
      'update audit.entry set sequence = case sequence when 3 then -4 else -3 end where tenant_id = $1 and sequence in (3, 4); update audit.entry set sequence = -sequence where tenant_id = $1 and sequence < 0',
    ],
  ])('finds %s', async (_what, sequence, statement) => {
    // Also the hash of the changed entry itself may be forged; then the next one no longer follows.
    for (const part of statement.split(';')) await intruder.query(part.replaceAll('$1', `'${tenantId}'`));
    const result = await verify();
    expect(result?.state).toBe('broken');
    expect(result).toHaveProperty('sequence', statement.includes("hash = sha256('x')") ? 5 : sequence);
  });

  test('stays whole when twenty write at the same time', async () => {
    const writers = Array.from({ length: 20 }, async (_, writer) => {
      for (let round = 0; round < 5; round++) {
        await database.inScope({ tenantId }, async (tx) => {
          for (let row = 0; row < 3; row++)
            await write(tx, insertPerson(newId(), `Skribent ${writer}.${round}.${row}`));
          await write(tx, `update tenancy.tenant set name = name || 'x', version = version + 1 where name like 'P%'`);
        });
      }
    });
    await Promise.all(writers);
    expect(await verify()).toMatchObject({ state: 'intact', entries: 10 + 20 * 5 * 4 });
  });

  test('grows in step with the rows of a transaction, also when constraints are checked at once', async () => {
    const people = 10_000;
    await database.inScope({ tenantId }, (tx) =>
      write(
        tx,
        `insert into tenancy.person (tenant_id, id, name) select '${tenantId}', gen_random_uuid(), 'P' || n from generate_series(1, ${people}) n`,
      ),
    );
    const started = performance.now();
    await database.inScope({ tenantId }, (tx) =>
      write(tx, "update tenancy.person set title = 'x' where name like 'P%'"),
    );
    // About a second on a slow machine; a chain that is moved row by row took five.
    expect(performance.now() - started).toBeLessThan(20_000);
    await database.inScope({ tenantId }, async (tx) => {
      await write(tx, 'set constraints all immediate');
      await write(tx, insertPerson(newId(), 'Genast 1'));
      await write(tx, insertPerson(newId(), 'Genast 2'));
    });
    expect(await verify()).toMatchObject({ state: 'intact', entries: 10 + 2 * people + 9 + 2 });
  });

  test('leaves no trace of a transaction that was undone', async () => {
    const undone = database.inScope({ tenantId }, async (tx) => {
      await write(tx, insertPerson(newId(), 'Ångrad'));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await verify()).toMatchObject({ state: 'intact', entries: 10 });
  });

  test('cannot be written or changed by the role of the requests', async () => {
    for (const statement of [
      "update audit.entry set origin = 'x'",
      'delete from audit.entry',
      'delete from audit.chain',
    ]) {
      await expect(database.inScope({ tenantId }, (tx) => write(tx, statement))).rejects.toThrow('permission denied');
    }
  });

  test('knows how a row stood at an earlier version', async () => {
    const id = newId();
    await database.inScope({ tenantId }, (tx) => write(tx, insertPerson(id, 'Före')));
    await database.inScope({ tenantId }, (tx) =>
      write(tx, `update tenancy.person set name = 'Efter', version = 2 where id = '${id}'`),
    );
    const at = (version: number) =>
      database.inScope({ tenantId }, (tx) => rowAtVersion(tx, 'tenancy.person', { id }, version));
    expect((await at(1))?.name).toBe('Före');
    expect((await at(2))?.name).toBe('Efter');
    expect(await at(3)).toBeUndefined();
  });
});
