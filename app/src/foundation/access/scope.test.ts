import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registers, wire, wireKernel } from '../../wiring.ts';
import { readConfig } from '../config/index.ts';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { createFigureStore, type FigureStore } from '../figures/index.ts';
import type { Route } from '../http/index.ts';
import { newId } from '../ids/index.ts';
import { createLog } from '../log/index.ts';
import { exampleValues } from '../register/api-example.rules.ts';
import type { Register } from '../register/index.ts';
import { fillRegister, fillRegisters } from '../register/testing.ts';
import { texts } from '../register/texts.ts';
import { createTestPerson, createTestTenant, serveRoutes, type TestBrowser } from '../tenancy/testing.ts';
import type { Scope } from './index.ts';

type Part = 'department' | 'unit' | 'committee';
type Place = 'here' | 'there';

let database: TestDatabase;
let figures: FigureStore;
let routes: readonly Route[];
let tenantId: string;
let browser: (tenantId?: string, personId?: string) => TestBrowser;
let stop: () => Promise<void>;
const ids: Record<Part, Record<Place, string>> = {
  department: { here: newId(), there: newId() },
  unit: { here: newId(), there: newId() },
  committee: { here: newId(), there: newId() },
};
const anything = newId();

beforeAll(async () => {
  database = await createTestDatabase();
  const log = createLog('silent');
  const missing = path.join(tmpdir(), 'samband-no-such-archive.duckdb');
  figures = createFigureStore({ kolada: missing, example: missing }, [], log);
  const config = readConfig({ SAMBAND_DATA: tmpdir() }, tmpdir());
  const wiring = wire({
    config: { ...config, secret: 'for-this-test-and-nothing-else-at-all' },
    ...{ database, figures, log },
    version: '0.0.0',
    address: () => 'http://localhost',
  });
  stop = () => wiring.stop();
  routes = wiring.routes;
  tenantId = (await createTestTenant(database, [])).id;
  browser = serveRoutes(database, routes).browser;
  await database.inScope({ tenantId }, async (tx) => {
    const insert = (table: string, columns: string, values: string) =>
      sql
        .raw(`insert into tenancy.${table} (tenant_id, ${columns}) values ('${tenantId}', ${values})`)
        .execute(tx.tables<unknown>());
    for (const place of ['here', 'there'] as const) {
      const { department, unit, committee } = ids;
      await insert('department', 'id, name', `'${department[place]}', 'Förvaltning ${place}'`);
      await insert('unit', 'id, name, department_id', `'${unit[place]}', 'Enhet ${place}', '${department[place]}'`);
      await insert('committee', 'id, name, kind', `'${committee[place]}', 'Nämnd ${place}', 'committee'`);
    }
    await insert('person', 'id, name', `'${anything}', 'Någon'`);
  });
  await fillRegisters(database, registers, { tenantId, id: () => anything, pointsAt, words: 'Något' });
});
afterAll(async () => {
  await stop?.();
  await figures?.close();
  await database?.drop();
});

const pointsAt = (reference: string) => (reference in ids ? ids[reference as Part].there : anything);

/** Every field of every register that says where a row lies, with the scopes of a role that holds there. */
const lines = registers.flatMap((register) =>
  Object.entries(register.scope ?? {}).map(([part, key]) => ({
    name: `${register.name} by ${part}`,
    register,
    part: part as Part,
    key: key as string,
  })),
);

const scopesFor = (part: Part): readonly Scope[] =>
  part === 'unit'
    ? [
        { kind: 'unit', id: ids.unit.here },
        { kind: 'department', id: ids.department.here },
      ]
    : [{ kind: part, id: ids[part].here }];

/** A row that lies in just one part, or in none. */
async function rowIn(register: Register, part: Part, place: Place | 'nowhere'): Promise<string> {
  const id = newId();
  const values = Object.fromEntries(
    Object.entries(register.scope ?? {}).map(([one, key]) => [
      key,
      one === part && place !== 'nowhere' ? ids[part][place] : null,
    ]),
  );
  const filled = await fillRegister(database, register, { tenantId, id: () => id, pointsAt, words: 'Rad', values });
  if (!filled) throw new Error(`${register.name} took no row`);
  return id;
}

test('some registers say where their rows lie', () => {
  expect(lines.length).toBeGreaterThan(2);
});

describe.each(lines)('a role for one part, in $name', ({ register, part, key }) => {
  const role = register.write.roles[0]!;
  const kept = new Set<string>(register.kept ?? []).has(key);
  const api = `/api/v1${register.path}`;

  test.each(scopesFor(part))('($kind) changes its own rows and no others', async (scope) => {
    const person = await createTestPerson(database, tenantId, role, scope);
    const as = browser(tenantId, person);
    const change = (id: string, fields: Readonly<Record<string, unknown>> = {}) =>
      as.send('PATCH', `${api}/${id}`, { version: 1, [register.heads]: 'Ändrad', ...fields });

    const [mine, theirs, nowhere] = [
      await rowIn(register, part, 'here'),
      await rowIn(register, part, 'there'),
      await rowIn(register, part, 'nowhere'),
    ];
    expect((await as.send('GET', `${api}/${theirs}`)).status).toBe(200);
    if (!kept) expect((await change(mine, { [key]: ids[part].there })).status).toBe(403);
    const changed = await change(mine);
    expect(changed.status, await changed.clone().text()).toBe(200);
    for (const id of [theirs, nowhere]) {
      expect((await change(id)).status).toBe(403);
      if (!kept) expect((await change(id, { [key]: ids[part].here })).status).toBe(403);
      expect((await as.send('DELETE', `${api}/${id}`)).status).toBe(403);
      expect((await as.send('POST', `${api}/${id}/restore`)).status).toBe(403);
      expect(await refusedOnPages(as, register, id)).toEqual([]);
    }
    const untouched = (await (await as.send('GET', `${api}/${theirs}`)).json()) as Record<string, unknown>;
    expect(untouched).toMatchObject({ version: 1, active: true, [register.heads]: 'Rad' });
  });

  test('changes and archives many at once, and undoes it, only there', async () => {
    const [scope] = scopesFor(part);
    const as = browser(tenantId, await createTestPerson(database, tenantId, role, scope));
    const [mine, theirs] = [await rowIn(register, part, 'here'), await rowIn(register, part, 'there')];
    const bulk = async (rows: readonly string[], fields: Readonly<Record<string, string>>) =>
      (await as.post(`${register.path}/massandra`, { ids: rows.join(','), ...fields })).status;
    expect(await bulk([mine, theirs], { gor: '-arkivera' })).toBe(403);
    if (!kept) {
      expect(await bulk([theirs], { gor: key, [key]: ids[part].here })).toBe(403);
      expect(await bulk([mine], { gor: key, [key]: ids[part].there })).toBe(403);
    }
    expect(await stand(register, [mine, theirs])).toEqual(['1 true', '1 true']);
    expect(await bulk([mine], { gor: '-arkivera' })).toBe(303);
    expect(await stand(register, [mine, theirs])).toEqual(['2 false', '1 true']);
    const everywhere = browser(tenantId, await createTestPerson(database, tenantId, role));
    await everywhere.post(`${register.path}/massandra`, { ids: theirs, gor: '-arkivera' });
    expect(await stand(register, [theirs])).toEqual(['2 false']);
    const undo = async (row: string) =>
      (await as.post(`${register.path}/handelser/${await batchOf(row)}/angra`, {})).status;
    expect(await undo(theirs)).toBe(403);
    expect(await undo(mine)).toBe(303);
    expect(await stand(register, [mine, theirs])).toEqual(['3 true', '2 false']);
  });

  test('reads in from a sheet only there', async () => {
    const [scope] = scopesFor(part);
    const as = browser(tenantId, await createTestPerson(database, tenantId, role, scope));
    const [mine, theirs] = [await rowIn(register, part, 'here'), await rowIn(register, part, 'there')];
    const preview = async (cells: Readonly<Record<string, unknown>>) => {
      const form = new FormData();
      form.set(
        'pasted',
        [Object.keys(cells), Object.values(cells)].map((line) => line.map(cellOf).join('\t')).join('\n'),
      );
      const uploaded = await as.postForm(`${register.path}/importera`, form);
      expect(uploaded.status, await uploaded.clone().text()).toBe(303);
      return (await as.get(uploaded.headers.get('location')!)).text();
    };
    const refused = 'Du får inte ändra rader i den delen av organisationen.';
    const mark = texts('sv').sheetMark;
    expect(await preview({ [mark]: `${theirs}/1`, [register.heads]: 'Ändrad' })).toContain(refused);
    expect(await preview({ [mark]: `${mine}/1`, [register.heads]: 'Ändrad' })).not.toContain(refused);
    expect(await preview(await newRow(register, part, 'there'))).toContain(refused);
    if (kept) return;
    expect(await preview({ [mark]: `${mine}/1`, [register.heads]: 'Rad', [key]: ids[part].there })).toContain(refused);
    expect(await preview(await newRow(register, part, 'here'))).not.toContain(refused);
  });

  test('adds rows only there', async () => {
    const [scope] = scopesFor(part);
    const as = browser(tenantId, await createTestPerson(database, tenantId, role, scope));
    const add = async (place: Place | 'nowhere') => {
      const body = await newRow(register, part, place);
      return (await as.send('POST', api, body)).status;
    };
    expect(await add('there')).toBe(403);
    expect(await add('nowhere')).toBe(403);
    if (!kept) expect(await add('here')).toBe(201);
  });
});

test('an administrator of one part cannot bring in an organisation, and so no role for the whole either', async () => {
  const roleRows = async () =>
    (await database.pool.query('select id from tenancy.role_assignment where tenant_id = $1', [tenantId])).rows.length;
  const scope = { kind: 'department', id: ids.department.here } as const;
  const as = browser(tenantId, await createTestPerson(database, tenantId, 'administrator', scope));
  const before = await roleRows();
  const tabell = 'Namn\tRoll\nTestperson administrator\tAdministratör\nNågon Annan\tAdministratör';
  const pasted = await as.post('/importera/klistra', { tabell, till: 'tenancy.organisation' });
  const draft = pasted.headers.get('location')!;
  expect(draft).toContain('/utkast/');
  expect(await (await as.get(draft)).text()).not.toContain('tenancy.organisation');
  await as.post(draft, { 'tabell-1': 'tenancy.organisation' });
  await as.post(`${draft}/las-in`, {});
  expect(await roleRows()).toBe(before);
});

/** Version and whether in use, of each row. */
async function stand(register: Register, rows: readonly string[]): Promise<readonly string[]> {
  const { rows: found } = await database.pool.query<{ id: string; is: string }>(
    `select id, version || ' ' || active as is from ${register.name} where id = any($1)`,
    [rows],
  );
  return rows.map((id) => found.find((row) => row.id === id)?.is ?? 'gone');
}

/** The latest change of many that touched the row. */
async function batchOf(row: string): Promise<string> {
  const { rows } = await database.pool.query<{ id: string }>(
    'select batch_id as id from register.batch_row where row_id = $1 order by batch_id desc limit 1',
    [row],
  );
  return rows[0]!.id;
}

const cellOf = (value: unknown) => (value === null || value === undefined ? '' : String([value].flat()[0] ?? ''));

/** The pages of the row that let somebody in who may not change it. */
async function refusedOnPages(as: TestBrowser, register: Register, id: string): Promise<readonly string[]> {
  const open: string[] = [];
  for (const [method, rest] of [
    ['get', '/andra'],
    ['post', ''],
    ['post', '/arkivera'],
    ['post', '/ta-tillbaka'],
    ['post', '/aterstall'],
  ] as const) {
    const pattern = `${register.path}/:id${rest}`;
    if (!routes.some((route) => route.method === method && route.path === pattern)) continue;
    const at = pattern.replace(':id', id);
    const { status } = await (method === 'get' ? as.get(at) : as.post(at, { version: '1', till: '1' }));
    if (status !== 403) open.push(`${method} ${pattern}: ${status}`);
  }
  return open;
}

/** What a program would send: what a row must have, placed where it is asked for. */
async function newRow(register: Register, part: Part, place: Place | 'nowhere') {
  const kernel = wireKernel(figures);
  const generated = exampleValues(register, {
    words: () => 'Ny',
    idOf: pointsAt,
    codeOf: (vocabulary) => Object.keys(kernel.vocabularies.get(vocabulary)!.start('sv'))[0]!,
  });
  const values = register.columns.flatMap(({ key, field }) =>
    field.required === true && !(register.kept ?? []).includes(key) ? [[key, generated[key]]] : [],
  );
  const scoped = Object.entries(register.scope ?? {}).flatMap(([one, key]) =>
    (register.kept ?? []).includes(key as string)
      ? []
      : [[key, one === part && place !== 'nowhere' ? ids[part][place] : null]],
  );
  return Object.fromEntries([...values, ...scoped]) as Record<string, unknown>;
}
