import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openArchive } from '@samband/kolada';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../foundation/database/testing.ts';
import { loadExample, writeExampleArchive } from './index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'samband-example-'));
const file = path.join(folder, 'example.duckdb');
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadExample(database, file);
}, 60_000);
afterAll(async () => {
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function idOf(): Promise<string> {
  const archive = await openArchive(file);
  await archive.close();
  return archive.info.id;
}

describe('at a start, the example', () => {
  it('is left alone when its figures are those of this program', async () => {
    const before = statSync(file, { bigint: true });
    await loadExample(database, file);
    expect(statSync(file, { bigint: true }).ino).toBe(before.ino);
    expect(statSync(file, { bigint: true }).mtimeNs).toBe(before.mtimeNs);
  });

  it('is made anew when its figures are those of another generator, and the municipality stays', async () => {
    const [current, { rows: before }] = [
      await idOf(),
      await database.pool.query('select count(*) from tenancy.tenant'),
    ];
    await writeExampleArchive(file, 7);
    expect(await idOf()).not.toBe(current);
    await loadExample(database, file);
    expect(await idOf()).toBe(current);
    expect((await database.pool.query('select count(*) from tenancy.tenant')).rows).toEqual(before);
  });

  it('is made anew when its file cannot be read', async () => {
    writeFileSync(file, 'no archive');
    await loadExample(database, file);
    expect(await idOf()).toMatch(/^ekeberga-/);
  });
});
