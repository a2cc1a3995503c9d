import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schemaText } from './schema-text.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

const committed = path.join(import.meta.dirname, '../../../schema.sql');
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('app/schema.sql shows the schema that the migrations make', async () => {
  const text = `-- The schema that the migrations make, to be read. Written by UPDATE_SCHEMA=1 npx vitest run schema.test.ts\n\n${await database.asOwner(schemaText)}`;
  if (process.env.UPDATE_SCHEMA) await writeFile(committed, text);
  expect(text, 'run UPDATE_SCHEMA=1 npx vitest run schema.test.ts and read the difference').toBe(
    await readFile(committed, 'utf8'),
  );
});
