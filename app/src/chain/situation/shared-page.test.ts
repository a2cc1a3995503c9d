import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { analyseSituation, keyFigureMap } from '@samband/analysis';
import { importIntoArchive } from '@samband/kolada';
import { sql } from 'kysely';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleMunicipality } from '../../example/index.ts';
import { placeExampleArchive } from '../../example/testing.ts';
import { createTestDatabase, type TestDatabase } from '../../foundation/database/testing.ts';
import { createFigureStore, type FigureStore } from '../../foundation/figures/index.ts';
import { createLog } from '../../foundation/log/index.ts';
import { createTestTenant, serveRoutes, type TestTenant } from '../../foundation/tenancy/testing.ts';
import { hashOfLink } from './shared-page.commands.ts';
import { sharedPageRoutes } from './shared-page.routes.tsx';
import { expiresAfter, freezeSituation, linkState, orderDifferences, thawSituation } from './shared-page.rules.ts';
import { situationOf } from './situation.queries.ts';

let folder: string;
let archive: string;
let store: FigureStore;
let database: TestDatabase;
let tenant: TestTenant;
let other: TestTenant;
/** Two links, made once: freezing takes its time. */
let first: { made: Response; html: string; token: string };
let second: { token: string };
const now = new Date('2026-03-02T09:00:00Z');
const mapped = keyFigureMap.map(({ kpi }) => kpi);
const code = exampleMunicipality.code;
const address = `/nulage/dela?kommun=${code}&ar=2023&jamfor=liknande`;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'samband-shared-'));
  archive = path.join(folder, 'example.duckdb');
  await placeExampleArchive(archive);
  store = createFigureStore({ kolada: archive, example: archive }, mapped, createLog('silent'));
  database = await createTestDatabase();
  tenant = await createTestTenant(database, ['analyst', 'elected'], 'Provkommun');
  other = await createTestTenant(database, ['analyst'], 'Grannkommun');
  first = await shareOnce('Vår bild');
  second = await shareOnce('Den andra');
});

afterAll(async () => {
  await store.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

function served() {
  const routes = sharedPageRoutes({ figures: store, address: () => 'https://samband.example' });
  return serveRoutes(database, routes).browser;
}

async function shareOnce(title: string) {
  const made = await served()(tenant.id, tenant.people.analyst).post(address, { title, validity: '30' });
  const html = await made.text();
  const token = /https:\/\/samband\.example\/delad\/([\w-]{43})"/.exec(html)?.[1];
  if (token === undefined) throw new Error('the answer shows no link');
  return { made, html, token };
}

describe('freezing', () => {
  test('what is frozen survives JSON and thaws to the same analysis', async () => {
    const figures = await store.current('example');
    const choice = { unit: code, year: 2023, compareWith: { kind: 'similar' } } as const;
    const answer = situationOf(figures, choice, '2026-03-02');
    if (!answer.ok) throw new Error(answer.reason);
    const thawed = thawSituation(JSON.parse(JSON.stringify(freezeSituation(answer.situation))));
    expect(thawed.analysis).toEqual(answer.situation.analysis);
    const { comparison } = answer.situation.comparison;
    expect(thawed.comparison.comparison.unitsFor('elderCare', null)).toEqual(comparison.unitsFor('elderCare', null));
    expect(thawed.comparison.used).toEqual(answer.situation.comparison.used);
  });

  test('an analysis of a municipality without values is frozen too', async () => {
    const { table } = await store.current('example');
    const empty = { ...table, values: table.values.map(() => Number.NaN) };
    const analysis = analyseSituation({
      figures: empty,
      keyFigures: keyFigureMap,
      municipalities: table.units.slice(0, 20),
      unit: table.units[0]!,
      year: 2023,
      comparison: { kind: 'all', unitsFor: () => table.units.slice(0, 20) },
    });
    const situation = {
      choice: { unit: table.units[0]!, year: 2023, compareWith: { kind: 'all' } as const },
      analysis,
      comparison: { comparison: { kind: 'all' as const, unitsFor: () => [] }, used: [] },
      classMedians: analysis.indices.map(() => null),
    };
    expect(thawSituation(JSON.parse(JSON.stringify(freezeSituation(situation)))).analysis).toEqual(analysis);
  });

  test('a link is open until its day, and revoking closes it whatever the day', () => {
    const expiresAt = expiresAfter('30', now);
    expect(expiresAt?.toISOString()).toBe('2026-04-01T09:00:00.000Z');
    expect(linkState({ expiresAt, revokedAt: null }, now)).toBe('open');
    expect(linkState({ expiresAt, revokedAt: null }, new Date('2026-04-01T09:00:00Z'))).toBe('expired');
    expect(linkState({ expiresAt, revokedAt: now }, now)).toBe('revoked');
    expect(linkState({ expiresAt: expiresAfter('untilRevoked', now), revokedAt: null }, now)).toBe('open');
  });

  test('changed members come first, then own figures, those compared with, and the rest, latest year first', () => {
    const value = (unit: string, year: number) =>
      ({ kind: 'value', kpi: 'N1', year, unit, gender: 'T', old: 1, new: 2 }) as const;
    const members = { kind: 'members', group: 'G1', added: ['0102'], removed: [] } as const;
    const all = [value('0103', 2020), value('0102', 2020), value('0101', 2019), value('0101', 2020), members];
    expect(orderDifferences(all, '0101', ['0102'])).toEqual([
      members,
      value('0101', 2020),
      value('0101', 2019),
      value('0102', 2020),
      value('0103', 2020),
    ]);
  });
});

describe('a shared link', () => {
  test('is shown once, opens the frozen page for anyone, and is kept from search engines and other sites', async () => {
    const { made, token } = first;
    expect(made.status).toBe(200);
    expect(made.headers.get('cache-control')).toBe('no-store');
    const opened = await served()().get(`/delad/${token}`);
    expect(opened.status).toBe(200);
    const html = await opened.text();
    expect(html).toContain('Vår bild');
    expect(html).toContain('Delad bild av nuläget, fryst 2026-03-02.');
    expect(html).toContain('Det sticker ut');
    expect(html).not.toContain('frame-nav');
    expect(html).not.toContain('/observationer');
    expect(opened.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(opened.headers.get('cache-control')).toBe('private, no-store');
    const list = await served()(tenant.id, tenant.people.analyst).get('/nulage/dela');
    expect(await list.text()).not.toContain(token);
    for (const [, target] of html.matchAll(/href="#([NU]\d{5})"/g)) expect(html).toContain(`id="${target}"`);
  });

  test('gives the same figures as a workbook', async () => {
    const { token } = first;
    const file = await served()().get(`/delad/${token}/sida.xlsx`);
    expect(file.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    const sheets = await readXlsx(Buffer.from(await file.arrayBuffer()));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Det sticker ut', 'Index', 'Utveckling']);
    expect(JSON.stringify(sheets[0]!.data)).toContain('Delad bild av nuläget, fryst 2026-03-02.');
  });

  test('gives its drawings as pictures, all that was found among them', async () => {
    const page = await (await served()().get(`/delad/${first.token}`)).text();
    const links = [...page.matchAll(/href="(\/delad\/[^"]+\/bild\/[^"]+\.svg)"/g)].map(([, href]) => href!);
    expect(links).toHaveLength(3);
    for (const link of links) {
      const picture = await served()().get(link);
      expect(picture.status).toBe(200);
      expect(picture.headers.get('x-robots-tag')).toBe('noindex, nofollow');
      expect(await picture.text()).toContain('Exempeldata, framtagna av Samband');
    }
    expect((await served()().get(`/delad/${first.token}/bild/nagot.svg`)).status).toBe(404);
    expect((await served()().get(`/delad/${'x'.repeat(43)}/bild/index.svg`)).status).toBe(404);
  });

  test('that is taken back, has expired or never was opens nothing, with one and the same sentence', async () => {
    const { token } = second;
    const analyst = served()(tenant.id, tenant.people.analyst);
    const id = /\/nulage\/dela\/([0-9a-f-]{36})"/.exec(await (await analyst.get('/nulage/dela')).text())![1]!;
    expect((await analyst.post(`/nulage/dela/${id}/ta-tillbaka`, {})).status).toBe(303);
    const revoked = await served()().get(`/delad/${token}`);
    expect(revoked.status).toBe(410);
    const unknown = await served()().get(`/delad/${'A'.repeat(43)}`);
    expect(unknown.status).toBe(404);
    expect((await served()().get('/delad/%00')).status).toBe(404);
    await analyst.post(`/nulage/dela/${id}/oppna`, {});
    expect((await served()().get(`/delad/${token}`)).status).toBe(200);
    await database.inScope({ tenantId: tenant.id }, (tx) =>
      sql`update situation.shared_page set expires_at = '2026-03-02T08:59:59Z' where id = ${id}`.execute(
        tx.tables<unknown>(),
      ),
    );
    const expired = await served()().get(`/delad/${token}`);
    expect(expired.status).toBe(410);
    for (const answer of [revoked, unknown, expired]) {
      expect(await answer.text()).toContain('Den har gått ut, tagits tillbaka eller blivit felskriven.');
      expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    }
  });

  test('opens its own row and nothing else: no other shared page, no other table, and it writes nothing', async () => {
    const { token } = first;
    const scope = { tenantId: undefined, secretHash: hashOfLink(token) };
    await database.inScope(scope, async (tx) => {
      const rows = async (table: string) =>
        (await sql`select * from ${sql.table(table)}`.execute(tx.tables<unknown>())).rows.length;
      expect(await rows('situation.shared_page')).toBe(1);
      const tables = await sql<{ name: string }>`select n.nspname || '.' || c.relname as name from pg_class c
        join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and c.relrowsecurity
          and has_table_privilege(c.oid, 'select')`.execute(tx.tables<unknown>());
      expect(tables.rows.length).toBeGreaterThan(10);
      for (const { name } of tables.rows) {
        if (name !== 'situation.shared_page') expect(`${name}: ${await rows(name)}`).toBe(`${name}: 0`);
      }
      const changed = await sql`update situation.shared_page set title = 'x'`.execute(tx.tables<unknown>());
      expect(changed.numAffectedRows).toBe(0n);
      const deleted = await sql`delete from situation.shared_page`.execute(tx.tables<unknown>());
      expect(deleted.numAffectedRows).toBe(0n);
    });
    await database.inScope({ tenantId: undefined, secretHash: hashOfLink('guess') }, async (tx) => {
      expect((await sql`select * from situation.shared_page`.execute(tx.tables<unknown>())).rows).toEqual([]);
    });
  });

  test('is made, seen and taken back only by those who may write, and only in their own municipality', async () => {
    const elected = served()(tenant.id, tenant.people.elected);
    expect((await elected.get('/nulage/dela')).status).toBe(403);
    expect((await elected.post(address, { title: 'x', validity: '30' })).status).toBe(403);
    const analyst = await (await served()(tenant.id, tenant.people.analyst).get('/nulage/dela')).text();
    const id = /\/nulage\/dela\/([0-9a-f-]{36})"/.exec(analyst)![1]!;
    const neighbour = served()(other.id, other.people.analyst);
    expect(await (await neighbour.get('/nulage/dela')).text()).not.toContain(id);
    expect((await neighbour.get(`/nulage/dela/${id}`)).status).toBe(404);
    expect((await neighbour.post(`/nulage/dela/${id}/ta-tillbaka`, {})).status).toBe(404);
  });

  test('the form keeps what was typed, and an unknown municipality is not shared as another', async () => {
    const analyst = served()(tenant.id, tenant.people.analyst);
    const refused = await analyst.post(address, { title: '  ', validity: '365' });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('Skriv en rubrik.');
    expect(html).toMatch(/value="365" checked/);
    expect((await analyst.post('/nulage/dela?kommun=Ingenstans&ar=2023', { title: 'x', validity: '30' })).status).toBe(
      422,
    );
  });
});

test('after a revision the sharer sees what changed, and the shared page does not move', async () => {
  const revised = path.join(folder, 'revised.duckdb');
  await placeExampleArchive(revised);
  const moving = createFigureStore({ kolada: revised, example: revised }, mapped, createLog('silent'), () => clock);
  let clock = 0;
  const routes = sharedPageRoutes({ figures: moving, address: () => 'https://samband.example' });
  const { browser } = serveRoutes(database, routes);
  const analyst = browser(tenant.id, tenant.people.analyst);
  const made = await (await analyst.post(address, { title: 'Före', validity: '30' })).text();
  const token = /\/delad\/([\w-]{43})"/.exec(made)![1]!;
  const before = await (await browser().get(`/delad/${token}`)).text();
  const id = /\/nulage\/dela\/([0-9a-f-]{36})"/.exec(await (await analyst.get('/nulage/dela')).text())![1]!;
  expect(await (await analyst.get(`/nulage/dela/${id}`)).text()).toContain('Ingenting har ändrats');

  const kpi = /id="(N\d{5})"/.exec(before)![1]!;
  const file = path.join(folder, 'values.csv');
  await writeFile(file, `kpi,municipality,period,gender,value\n${kpi},${code},2023,T,123456.5\n`);
  await importIntoArchive(revised, { values: file });
  clock = 10_000;
  const detail = await (await analyst.get(`/nulage/dela/${id}`)).text();
  expect(detail).toContain('123 456,5'.replaceAll(' ', '\u00a0'));
  const changes = await readXlsx(
    Buffer.from(await (await analyst.get(`/nulage/dela/${id}/andringar.xlsx`)).arrayBuffer()),
  );
  expect(changes[0]!.data[1]).toEqual(expect.arrayContaining([kpi, 2023, 'Ekeberga', 'T', 123456.5]));
  const plain = (html: string) => html.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, '');
  expect(plain(await (await browser().get(`/delad/${token}`)).text())).toBe(plain(before));
  await moving.close();
});
