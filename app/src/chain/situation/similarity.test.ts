import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keyFigureMap } from '@samband/analysis';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleMunicipality } from '../../example/index.ts';
import { placeExampleArchive } from '../../example/testing.ts';
import { createTestDatabase, type TestDatabase } from '../../foundation/database/testing.ts';
import { createFigureStore, type FigureStore, type Figures } from '../../foundation/figures/index.ts';
import { createLog } from '../../foundation/log/index.ts';
import { createTestTenant, serveRoutes, type TestBrowser } from '../../foundation/tenancy/testing.ts';
import { similarityRoutes } from './similarity.routes.tsx';
import { findSimilar, likenesses, readSimilarity, similarityHref } from './similarity.rules.ts';

const unit = exampleMunicipality.code;
let folder: string;
let store: FigureStore;
let figures: Figures;
let database: TestDatabase;
let analyst: TestBrowser;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'samband-similarity-'));
  const archive = path.join(folder, 'example.duckdb');
  await placeExampleArchive(archive);
  const mapped = keyFigureMap.map(({ kpi }) => kpi);
  store = createFigureStore({ kolada: archive, example: archive }, mapped, createLog('silent'));
  figures = await store.current('example');
  database = await createTestDatabase();
  const tenant = await createTestTenant(database, ['analyst']);
  analyst = serveRoutes(database, similarityRoutes({ figures: store })).browser(tenant.id, tenant.people.analyst);
});

afterAll(async () => {
  await store.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

describe('the choice', () => {
  test('offers only what the archive has, of volume and structure, with ages as shares too', () => {
    const available = likenesses(keyFigureMap, figures.table);
    expect(available.every(({ keyFigure }) => ['structure', 'volume'].includes(keyFigure.perspective))).toBe(true);
    expect(available.every(({ keyFigure }) => figures.table.kpis.includes(keyFigure.kpi))).toBe(true);
    expect(available.some(({ id }) => id === 'N01957/N01951')).toBe(true);
    expect(likenesses(keyFigureMap, { ...figures.table, kpis: ['N01951'] }).map(({ id }) => id)).toEqual(['N01951']);
  });

  test('begins with size, ages and growth; what is asked for replaces it, and nonsense is passed over', () => {
    const available = likenesses(keyFigureMap, figures.table);
    const starting = readSimilarity(new URLSearchParams(), available);
    expect(starting.weights.get('N01951')).toBe(3);
    expect(starting.weights.get('N01957/N01951')).toBe(2);
    expect(starting.count).toBe(10);
    const asked = readSimilarity(
      new URLSearchParams('N01951=2&N01957/N01951=-4&N01958=1e9&antal=400&hej=3'),
      available,
    );
    expect([...asked.weights]).toEqual([['N01951', 2]]);
    expect(asked.count).toBe(10);
    expect(readSimilarity(new URLSearchParams('N01951=0'), available).weights.size).toBe(0);
  });

  test('an address reads back as the same choice', () => {
    const available = likenesses(keyFigureMap, figures.table);
    const choice = { weights: new Map([['N01957/N01951', 4]]), count: 7 };
    const href = similarityHref('/nulage/likhet', { unit, year: 2023 }, choice);
    expect(readSimilarity(new URL(href, 'http://localhost').searchParams, available)).toEqual(choice);
  });
});

describe('the search', () => {
  test('by inhabitants alone finds those nearest in size', () => {
    const available = likenesses(keyFigureMap, figures.table);
    const choice = { weights: new Map([['N01951', 1]]), count: 7 };
    const { similar } = findSimilar(figures.table, available, figures.municipalities, { unit, year: 2023 }, choice);
    const k = figures.table.kpis.indexOf('N01951');
    const y = figures.table.years.indexOf(2023);
    const size = (code: string) =>
      figures.table.values[
        (k * figures.table.years.length + y) * figures.table.units.length + figures.table.units.indexOf(code)
      ]!;
    const nearest = figures.municipalities
      .filter((code) => code !== unit)
      .sort((a, b) => Math.abs(size(a) - size(unit)) - Math.abs(size(b) - size(unit)))
      .slice(0, 7);
    expect(similar.map((one) => one.unit)).toEqual(nearest);
    expect(similar[0]!.compared[0]).toMatchObject({ own: size(unit), other: size(nearest[0]!), part: 1 });
  });

  test('names what the municipality itself lacks and leaves it out', () => {
    const available = likenesses(keyFigureMap, figures.table);
    const { table } = figures;
    const k = table.kpis.indexOf('N01958');
    const values = table.values.slice();
    for (let y = 0; y < table.years.length; y++) {
      values[(k * table.years.length + y) * table.units.length + table.units.indexOf(unit)] = Number.NaN;
    }
    const choice = {
      weights: new Map([
        ['N01951', 1],
        ['N01958', 1],
      ]),
      count: 7,
    };
    const answer = findSimilar({ ...table, values }, available, figures.municipalities, { unit, year: 2023 }, choice);
    expect(answer.unused.map(({ id }) => id)).toEqual(['N01958']);
    expect(answer.used.map(({ id }) => id)).toEqual(['N01951']);
    expect(answer.similar).toHaveLength(7);
  });
});

describe('the page', () => {
  test('says that the group is own and not Kolada’s, and opens Nuläge with the municipalities', async () => {
    const html = await (await analyst.get(`/nulage/likhet?kommun=${unit}&ar=2023`)).text();
    expect(html).toContain('Egen likhetsgrupp – inte Koladas liknande kommuner');
    const href = /href="(\/nulage\?[^"]*jamfor=egna[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    const query = new URL(href ?? '', 'http://localhost').searchParams;
    expect(query.get('kommuner')?.split(',')).toHaveLength(10);
    expect(query.get('kommun')).toBe(unit);
  });

  test('with nothing weighed in says so and offers no group', async () => {
    const answer = await analyst.get(`/nulage/likhet?kommun=${unit}&ar=2023&N01951=0`);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain('Inget är valt att väga in.');
    expect(html).not.toContain('jamfor=egna');
  });

  test('gives the group as a workbook with values and weights, and none for an unknown municipality', async () => {
    const file = await analyst.get(`/nulage/likhet.xlsx?kommun=${unit}&ar=2023&N01951=2&antal=7`);
    const [sheet] = await readXlsx(Buffer.from(await file.arrayBuffer()));
    expect(sheet?.data[0]).toContain('Invånare (vikt 2)');
    expect(sheet?.data.slice(1, 9).map((row) => row[0])).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(JSON.stringify(sheet?.data)).toContain('inte Koladas liknande kommuner');
    expect((await analyst.get('/nulage/likhet.xlsx?kommun=Ingenstans')).status).toBe(404);
  });
});
