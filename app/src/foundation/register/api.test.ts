import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { wireKernel } from '../../wiring.ts';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { createFigureStore, type FigureStore } from '../figures/index.ts';
import { createLog } from '../log/index.ts';
import { createTestTenant, serveRoutes, type TestBrowser, type TestTenant } from '../tenancy/testing.ts';
import { apiRoutes, type Kernel } from './index.ts';
import { openApiDocument } from './openapi.rules.ts';

type Row = Record<string, unknown> & { id: string; version: number };
interface List {
  readonly total: number;
  readonly next: string | null;
  readonly rows: readonly Row[];
}
interface Problem {
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly { field?: string; parameter?: string; code: string; message: string }[];
  readonly mine: Row;
  readonly theirs: Row;
  readonly base: Row;
}

let database: TestDatabase;
let figures: FigureStore;
let house: TestTenant;
let kernel: Kernel;
let analyst: TestBrowser;
let elected: TestBrowser;
let nobody: TestBrowser;

beforeAll(async () => {
  database = await createTestDatabase();
  // No key figures matter here: every question about them is answered as before the first fetch.
  figures = createFigureStore({ kolada: '/no/archive', example: '/no/archive' }, [], createLog('silent'));
  house = await createTestTenant(database, ['analyst', 'elected', 'manager']);
  kernel = wireKernel(figures);
  const { browser } = serveRoutes(database, apiRoutes(kernel, { version: '1.2.3', address: () => 'http://localhost' }));
  analyst = browser(house.id, house.people.analyst);
  elected = browser(house.id, house.people.elected);
  nobody = browser();
});
afterAll(async () => {
  await figures?.close();
  await database?.drop();
});

async function read<T>(response: Response, status = 200): Promise<T> {
  expect(response.status, await response.clone().text()).toBe(status);
  return (await response.json()) as T;
}

async function create(fields: Readonly<Record<string, unknown>>): Promise<Row> {
  return read(await analyst.send('POST', '/api/v1/fokus', { state: 'ongoing', ...fields }), 201);
}

describe('a register for programs', () => {
  it('takes a row by codes, ids or names, and gives it out with types', async () => {
    const response = await analyst.send('POST', '/api/v1/fokus/kandidater', {
      title: 'Lokaler i förskolan',
      area: 'Förskola',
      stake: 4,
      kronor: 1.25,
      why: 'Dyrare än andra.',
    });
    expect(response.headers.get('etag')).toBe('"1"');
    const row = await read<Row>(response, 201);
    expect(response.headers.get('location')).toBe(`/api/v1/fokus/kandidater/${row.id}`);
    expect(row).toMatchObject({
      title: 'Lokaler i förskolan',
      area: { code: 'forskola', label: 'Förskola' },
      stake: 4,
      kronor: 1.25,
      risk: null,
      keyFigures: [],
      state: { code: 'open', label: 'Inte prövad' },
      version: 1,
      active: true,
      createdBy: { id: house.people.analyst, label: 'Testperson analyst' },
    });
    const area = await create({
      title: 'Lokaler',
      analysisGroup: [{ id: house.people.manager, label: 'vad som helst' }, 'Testperson elected'],
      starts: '2026-01-15',
    });
    expect(area).toMatchObject({
      candidate: null,
      analysisGroup: [
        { id: house.people.manager, label: 'Testperson manager' },
        { id: house.people.elected, label: 'Testperson elected' },
      ],
      starts: '2026-01-15',
      ends: null,
    });
    expect(await read(await analyst.get(`/api/v1/fokus/${area.id}`))).toEqual(area);
  });

  it('gives back what it gave out without a change', async () => {
    const { id, version, title, purpose, analysisGroup, state } = await create({ title: 'Runt' });
    const again = await read<Row>(
      await analyst.send('PATCH', `/api/v1/fokus/${id}`, { version, title, purpose, analysisGroup, state }),
    );
    expect(again.version).toBe(1);
  });

  it('says field by field, in words and by code, what cannot be taken, and saves nothing', async () => {
    const before = await read<List>(await analyst.get('/api/v1/fokus'));
    const refused = await read<Problem>(
      await analyst.send('POST', '/api/v1/fokus', { purpose: 'x', starts: '2026-02-31', state: 'maybe' }),
      422,
    );
    expect(refused.errors).toEqual([
      { field: 'title', code: 'required', message: 'Fyll i fältet.' },
      expect.objectContaining({ field: 'starts', code: 'notADate', value: '2026-02-31' }),
      expect.objectContaining({ field: 'state', code: 'notAChoice', value: 'maybe' }),
    ]);
    const misspelt = await read<Problem>(
      await analyst.send('POST', '/api/v1/fokus', { titel: 'x', id: 'y', title: 5, state: 'ongoing' }),
      422,
    );
    expect(misspelt.errors.map(({ field, code }) => [field, code])).toEqual([
      ['titel', 'unknownField'],
      ['id', 'readOnly'],
      ['title', 'wrongType'],
    ]);
    for (const odd of [[], null, 'text', 5]) {
      expect((await analyst.send('POST', '/api/v1/fokus', odd)).status).toBe(400);
    }
    const english = await analyst.send('POST', '/api/v1/fokus', {}, { 'accept-language': 'en' });
    expect((await read<Problem>(english, 422)).errors[0]?.message).toBe('Fill in the field.');
    expect((await read<List>(await analyst.get('/api/v1/fokus'))).total).toBe(before.total);
  });

  it('shows both versions when somebody else has saved, and writes nothing over', async () => {
    const { id } = await create({ title: 'Särskilt boende', purpose: 'Först' });
    const at = `/api/v1/fokus/${id}`;
    const first = await analyst.send('PATCH', at, { title: 'Kostnad' }, { 'if-match': '"1"' });
    expect(first.headers.get('etag')).toBe('"2"');
    const second = await read<Problem>(await analyst.send('PATCH', at, { version: 1, title: 'Bemanning' }), 409);
    expect(second.mine.title).toBe('Bemanning');
    expect(second.theirs).toMatchObject({ title: 'Kostnad', version: 2 });
    expect(second.base).toMatchObject({ title: 'Särskilt boende', version: 1 });
    expect((await read<Row>(await analyst.get(at))).title).toBe('Kostnad');
    expect((await analyst.send('PATCH', at, { title: 'Utan version' })).status).toBe(428);
    expect((await analyst.send('PATCH', at, { version: 1 }, { 'if-match': '"2"' })).status).toBe(400);
    for (const odd of ['*', 'x', '"99999999999"']) {
      expect((await analyst.send('PATCH', at, { title: 'Odd' }, { 'if-match': odd })).status).toBe(400);
    }
  });

  it('refuses in words what the table alone knows does not fit', async () => {
    const focusAreaId = (await create({ title: 'Två problem' })).id;
    const add = async (path: string, fields: Readonly<Record<string, unknown>>) =>
      analyst.send('POST', `/api/v1/orsaker${path}`, fields);
    const problemOf = async (title: string) => read<Row>(await add('', { title, focusArea: focusAreaId }), 201);
    const [one, two] = [await problemOf('Ett'), await problemOf('Två')];
    const above = await read<Row>(await add('/orsak', { title: 'Under ett', problem: one.id }), 201);
    const astray = await add('/orsak', { title: 'Under två', problem: two.id, parent: above.id });
    expect((await read<Problem>(astray, 422)).detail).toContain('går inte ihop');
  });

  it('archives and restores, and heeds the version that was seen', async () => {
    const { id } = await create({ title: 'Skolskjuts' });
    const at = `/api/v1/fokus/${id}`;
    await analyst.send('PATCH', at, { version: 1, purpose: 'ny' });
    expect((await analyst.send('DELETE', at, undefined, { 'if-match': '"1"' })).status).toBe(409);
    expect(await read(await analyst.send('DELETE', at))).toMatchObject({ active: false, version: 3 });
    const listed = async (query = '') =>
      (await read<List>(await analyst.get(`/api/v1/fokus?q=skolskjuts${query}`))).rows.map((row) => row.id);
    expect(await listed()).toEqual([]);
    expect(await listed('&visa=arkiverade')).toEqual([id]);
    expect(await read(await analyst.send('POST', `${at}/restore`))).toMatchObject({ active: true, version: 4 });
    expect(await listed()).toEqual([id]);
  });

  it('pages, searches, filters and sorts by the names of the list, and says when it cannot', async () => {
    for (const n of [1, 2, 3, 4, 5]) {
      await create({ title: `Räkna ${n}`, starts: `2030-0${n}-01`, state: n === 5 ? 'closed' : 'ongoing' });
    }
    const found: string[] = [];
    let at: string | null = '/api/v1/fokus?q=r%C3%A4kna&sortera=starts&ordning=fallande&pageSize=2';
    while (at !== null) {
      const response = await analyst.get(at);
      const { rows, next, total }: List = await read<List>(response);
      expect(total).toBe(5);
      expect(response.headers.get('link')).toBe(next && `<${next}>; rel="next"`);
      found.push(...rows.map(({ title }) => String(title)));
      at = next;
    }
    expect(found).toEqual(['Räkna 5', 'Räkna 4', 'Räkna 3', 'Räkna 2', 'Räkna 1']);
    const titles = async (query: string) =>
      (await read<List>(await analyst.get(`/api/v1/fokus?${query}`))).rows.map(({ title }) => title);
    expect(await titles('state=closed&starts-fran=2030-01-01')).toEqual(['Räkna 5']);
    expect(await titles('q=räkna&starts-till=2030-01-31')).toEqual(['Räkna 1']);
    const refused = await read<Problem>(
      await analyst.get(
        '/api/v1/fokus?stat=closed&state=shut&starts-fran=i%20g%C3%A5r&sortera=x&pageSize=501&page=0&visa=allt',
      ),
      400,
    );
    expect(refused.errors.map(({ parameter, code }) => `${parameter} ${code}`)).toEqual([
      'stat unknownParameter',
      'state unreadable',
      'starts-fran unreadable',
      'sortera unreadable',
      'pageSize unreadable',
      'page unreadable',
      'visa unreadable',
    ]);
    for (const bound of ['1,5', '0.0000001', '1e3', '999999999999999999999']) {
      const { status } = await analyst.get(`/api/v1/fokus/kandidater?kronor-fran=${bound}&deviation=2`);
      expect(status).toBe(bound === '1e3' ? 400 : 200);
    }
  });

  it('is closed to whoever has no token, and to those whose roles do not reach', async () => {
    const { id } = await create({ title: 'Bara läsa' });
    expect((await nobody.get('/api/v1/fokus')).status).toBe(401);
    expect((await elected.send('GET', `/api/v1/fokus/${id}`)).status).toBe(200);
    expect((await elected.send('PATCH', `/api/v1/fokus/${id}`, { version: 1, title: 'x' })).status).toBe(403);
    expect((await elected.send('DELETE', `/api/v1/fokus/${id}`)).status).toBe(403);
    expect((await analyst.get('/api/v1/fokus/00000000-0000-7000-8000-00000000ffff')).status).toBe(404);
    expect((await analyst.get('/api/v1/fokus/x')).status).toBe(404);
    expect((await analyst.get('/api/v1/finns-inte')).headers.get('content-type')).toBe('application/problem+json');
  });
});

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Member[];
  readonly responses: Readonly<Record<string, Member>>;
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
}
interface Media {
  readonly schema: Member;
  readonly example?: unknown;
}
type Member = Readonly<Record<string, unknown>>;
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, Member>>>>;
}

describe('the OpenAPI description', () => {
  const document = (language: 'sv' | 'en' = 'sv') => openApiDocument(kernel, '1.2.3', language) as unknown as Document;
  const operations = (of: Document) =>
    Object.entries(of.paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, operation]) =>
        ['get', 'post', 'patch', 'delete'].includes(method) ? [{ path, method, operation }] : [],
      ),
    );

  /** The schema as a checker: what OpenAPI keeps among its components is what JSON Schema keeps among its definitions. */
  function checker(schema: Member): z.ZodType {
    const defs = { ...schema, $defs: document().components.schemas };
    return z.fromJSONSchema(JSON.parse(JSON.stringify(defs).replaceAll('#/components/schemas/', '#/$defs/')));
  }
  const faultsOf = (schema: Member, value: unknown) => checker(schema).safeParse(value).error?.issues ?? [];

  it('describes exactly the addresses that there are', () => {
    const served = apiRoutes(kernel, { version: '', address: () => '' })
      .filter(({ path }) => path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(
      operations(document())
        .map(({ method, path }) => `${method} ${path}`)
        .toSorted(),
    ).toEqual(served.toSorted());
  });

  it('is whole: every reference leads somewhere, every operation has a name of its own, every path its parameter', () => {
    const whole = document();
    expect(whole.openapi).toMatch(/^3\.1\.\d+$/);
    for (const [, at = ''] of JSON.stringify(whole).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = at.split('/').reduce<unknown>((node, part) => (node as Member | undefined)?.[part], whole);
      expect(found, at).toBeDefined();
    }
    const names = operations(whole).map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const [path, item] of Object.entries(whole.paths)) {
      expect('parameters' in item, path).toBe(path.includes('{id}'));
      for (const { operation } of operations({ ...whole, paths: { [path]: item } })) {
        for (const response of Object.values(operation.responses)) {
          expect('description' in response || '$ref' in response, operation.operationId).toBe(true);
        }
      }
    }
    expect(document('en').components.schemas?.['focus.area']?.title).toBe('focus area');
  });

  it('has examples that its own schemas allow', () => {
    const media = operations(document()).flatMap(({ operation: { operationId, requestBody, responses } }) =>
      [requestBody, ...Object.values(responses)].flatMap((part) =>
        Object.values((part?.content ?? {}) as Record<string, Media>).flatMap(({ schema, example }) =>
          example === undefined ? [] : [{ operationId, schema, example }],
        ),
      ),
    );
    expect(media.length).toBeGreaterThan(10);
    for (const { operationId, schema, example } of media) expect(faultsOf(schema, example), operationId).toEqual([]);
  });

  it('has schemas that refuse what is not so', () => {
    const row = { ...document().components.schemas?.['focus.candidate.create'] };
    expect(faultsOf(row, { title: 'x' })).toEqual([]);
    for (const wrong of [
      {},
      { title: 5 },
      { title: 'x', unknown: 1 },
      { title: 'x', stake: 9 },
      { title: 'x', area: 'y' },
    ]) {
      expect(faultsOf(row, wrong), JSON.stringify(wrong)).not.toEqual([]);
    }
  });

  it('is what the interface answers: rows, lists, conflicts and problems', async () => {
    const schemaOf = (name: string): Member => ({ $ref: `#/components/schemas/${name}` });
    const row = await create({ title: 'Enligt beskrivningen', ends: '2026-12-31' });
    const at = `/api/v1/fokus/${row.id}`;
    expect(faultsOf(schemaOf('focus.area'), row)).toEqual([]);
    expect(
      faultsOf(schemaOf('focus.area.list'), await (await analyst.get('/api/v1/fokus?pageSize=500')).json()),
    ).toEqual([]);
    await analyst.send('PATCH', at, { version: 1, title: 'Ändrad' });
    const conflict: unknown = await (await analyst.send('PATCH', at, { version: 1, title: 'Två' })).json();
    expect(faultsOf(schemaOf('focus.area.conflict'), conflict)).toEqual([]);
    for (const response of [
      await analyst.send('POST', '/api/v1/fokus', {}),
      await analyst.send('POST', '/api/v1/fokus', { title: 5 }),
      await analyst.get('/api/v1/fokus?x=1'),
      await analyst.get('/api/v1/fokus/x'),
      await elected.send('DELETE', at),
      await nobody.get('/api/v1/fokus'),
    ]) {
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(faultsOf(schemaOf('problem'), await response.json())).toEqual([]);
    }
  });

  it('is served with a page for people, in both languages, to anyone', async () => {
    expect(await read(await nobody.get('/api/v1/openapi.json'))).toEqual(document());
    const english = await nobody.get('/api/v1/openapi.json', { 'accept-language': 'en' });
    expect(await read(english)).toEqual(document('en'));
    const page = await (await nobody.get('/api')).text();
    expect(page).toContain('/api/v1/fokus/kandidater');
    expect(page).toContain('Hela beskrivningen, OpenAPI 3.1');
    expect(await (await nobody.get('/api', { 'accept-language': 'en' })).text()).toContain('Good to know');
  });
});
