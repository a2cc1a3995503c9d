import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidate, focusArea, focusReferences, focusRoutes } from '../../chain/focus/index.ts';
import { situationReferences } from '../../chain/situation/index.ts';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { createFigureStore, type FigureStore } from '../figures/index.ts';
import { createLog } from '../log/index.ts';
import { organisationReferences, withWholes } from '../tenancy/index.ts';
import { createTestTenant, serveRoutes, type TestBrowser, type TestTenant } from '../tenancy/testing.ts';
import { createKernel } from './index.ts';

let database: TestDatabase;
let figures: FigureStore;
let house: TestTenant;
let analyst: TestBrowser;
let other: TestBrowser;
let elected: TestBrowser;

beforeAll(async () => {
  database = await createTestDatabase();
  // No key figures matter here: every question about them is answered as before the first fetch.
  figures = createFigureStore({ kolada: '/no/archive', example: '/no/archive' }, [], createLog('silent'));
  house = await createTestTenant(database, ['analyst', 'programmeLead', 'elected', 'staff']);
  const kernel = createKernel({
    registers: [candidate, focusArea],
    references: [...organisationReferences, ...situationReferences(figures), ...focusReferences],
    vocabularies: [],
    withWholes,
  });
  const { browser } = serveRoutes(database, focusRoutes(kernel));
  analyst = browser(house.id, house.people.analyst);
  other = browser(house.id, house.people.programmeLead);
  elected = browser(house.id, house.people.elected);
});
afterAll(async () => {
  await figures?.close();
  await database?.drop();
});

async function create(fields: Readonly<Record<string, string>>): Promise<string> {
  const response = await analyst.post('/fokus', { state: 'ongoing', ...fields });
  expect(response.status, await response.clone().text()).toBe(303);
  return response.headers.get('location') ?? '';
}

describe('a register', () => {
  it('is empty with a sentence about what to do, and gets its first row by its form', async () => {
    expect(await (await analyst.get('/fokus')).text()).toContain('Inget fokusområde är valt än');
    const row = await create({
      title: 'Lokaler i förskolan',
      starts: '2026-01-15',
      analysisGroup: 'Testperson analyst',
    });
    const page = await (await analyst.get(row)).text();
    expect(page).toContain('<h1>Lokaler i förskolan</h1>');
    expect(page).toContain('2026-01-15');
    expect(page).toContain('Testperson analyst');
    expect(await (await analyst.get('/fokus')).text()).toContain('Lokaler i förskolan');
  });

  it('says beside each field what cannot be taken, and keeps all that was typed', async () => {
    const response = await analyst.post('/fokus', {
      title: '',
      purpose: 'Förstå varför lokalerna är dyra',
      starts: '2026-05-01',
      ends: '2026-13-41',
      analysisGroup: 'Ingen Alls',
      state: 'maybe',
    });
    expect(response.status).toBe(422);
    const page = await response.text();
    for (const words of [
      'Fokusområde: Fyll i fältet.',
      'är inget datum',
      '”Ingen Alls” finns inte. Inget liknar det; närmast i stavning: Testperson',
      '”maybe” finns inte att välja på. Inget liknar det; närmast i stavning: ',
    ]) {
      expect(page).toContain(words);
    }
    expect(page).toContain('Förstå varför lokalerna är dyra');
    const misspelt = await analyst.post('/fokus', {
      title: 'x',
      state: 'Pågårr',
      analysisGroup: 'Testperson analyt',
    });
    const helped = await misspelt.text();
    expect(helped).toContain('”Testperson analyt” finns inte. Menade du Testperson analyst');
    expect(helped).toContain('”Pågårr” finns inte att välja på. Menade du Pågår?');
    const turned = await analyst.post('/fokus', {
      title: 'x',
      state: 'ongoing',
      starts: '2026-05-01',
      ends: '2026-04-01',
    });
    expect(await turned.text()).toContain('Slutet 2026-04-01 ligger före början 2026-05-01');
  });

  it('shows two people who change the same row what the other wrote, and loses neither', async () => {
    const row = await create({ title: 'Särskilt boende' });
    const first = await analyst.post(row, { version: '1', title: 'Särskilt boende, kostnad', state: 'ongoing' });
    expect(first.status).toBe(303);
    const second = await other.post(row, { version: '1', title: 'Särskilt boende, bemanning', state: 'ongoing' });
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain('Särskilt boende, kostnad');
    expect(page).toContain('Särskilt boende, bemanning');
    const chosen = await other.post(row, { version: '2', title: 'Särskilt boende, bemanning', state: 'ongoing' });
    expect(chosen.status).toBe(303);
  });

  it('keeps the history of a row, and puts it back as it stood', async () => {
    const row = await create({ title: 'Hemtjänst', purpose: 'Först' });
    await analyst.post(row, { version: '1', title: 'Hemtjänst', purpose: 'Sedan', state: 'closed' });
    const page = await (await analyst.get(row)).text();
    expect(page).toContain('<del>Först</del>');
    expect(page).toContain('<ins>Avslutat</ins>');
    expect((await analyst.post(`${row}/aterstall`, { version: '2', till: '1' })).status).toBe(303);
    const back = await (await analyst.get(row)).text();
    expect(back).toContain('<div class="plain-text">Först</div>');
  });

  it('archives a row and takes it back', async () => {
    const row = await create({ title: 'Skolskjuts' });
    await analyst.post(`${row}/arkivera`, {});
    expect(await (await analyst.get('/fokus')).text()).not.toContain('Skolskjuts');
    expect(await (await analyst.get('/fokus?visa=arkiverade')).text()).toContain('Skolskjuts');
    await analyst.post(`${row}/ta-tillbaka`, {});
    expect(await (await analyst.get('/fokus')).text()).toContain('Skolskjuts');
  });

  it('searches, filters by column and sorts', async () => {
    await create({ title: 'Ångbåtar', starts: '2025-01-01', state: 'closed' });
    await create({ title: 'Zebror', starts: '2027-01-01' });
    const titles = async (query: string) =>
      [
        ...(await (await analyst.get(`/fokus?${query}`)).text()).matchAll(
          /<a href="\/fokus\/[0-9a-f-]{36}">([^<]+)<\/a>/g,
        ),
      ].map((match) => match[1]);
    expect(await titles('q=ångb')).toEqual(['Ångbåtar']);
    expect(await titles('state=closed&q=båt')).toEqual(['Ångbåtar']);
    expect(await titles('starts-fran=2026-12-01')).toEqual(['Zebror']);
    expect(await titles('title=zebr')).toEqual(['Zebror']);
    const sorted = await titles('sortera=title&ordning=stigande');
    expect(sorted.indexOf('Zebror')).toBeLessThan(sorted.indexOf('Ångbåtar'));
  });

  it('is changed by nobody whose role may only read', async () => {
    const row = await create({ title: 'Bara läsa' });
    expect((await elected.get(row)).status).toBe(200);
    expect(await (await elected.get(row)).text()).not.toContain(`${row}/andra`);
    expect((await elected.get(`${row}/andra`)).status).toBe(403);
    expect((await elected.post(row, { version: '1', title: 'x' })).status).toBe(403);
  });
});

describe('many rows of a register', () => {
  it('are given the same value in one act, which is undone as a whole', async () => {
    const rows = [await create({ title: 'Mängd ett' }), await create({ title: 'Mängd två' })];
    const ids = rows.map((row) => row.split('/').at(-1)).join(',');
    const question = await (await analyst.get(`/fokus/massandra?ids=${ids}&gor=state`)).text();
    expect(question).toContain('Ändra Läge i 2 rader');
    const wrong = await analyst.post('/fokus/massandra', { ids, gor: 'state', state: 'nowhere' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('Mängd ett: ”nowhere” finns inte att välja på.');
    expect((await analyst.post('/fokus/massandra', { ids, gor: 'state', state: 'closed' })).status).toBe(303);
    for (const row of rows) expect(await (await analyst.get(row)).text()).toContain('Avslutat');
    const undo = /\/fokus\/handelser\/[0-9a-f-]+\/angra/.exec(
      await (await analyst.get('/fokus/handelser')).text(),
    )?.[0];
    expect((await analyst.post(undo ?? '', {})).status).toBe(303);
    for (const row of rows) expect(await (await analyst.get(row)).text()).toContain('<dd>Pågår</dd>');
  });

  it('stay as they are when somebody has gone on with one of them', async () => {
    const rows = [await create({ title: 'Vidare ett' }), await create({ title: 'Vidare två' })];
    const ids = rows.map((row) => row.split('/').at(-1)).join(',');
    await analyst.post('/fokus/massandra', { ids, gor: '-arkivera' });
    await analyst.post(`${rows[0]}/ta-tillbaka`, {});
    const undo = /\/fokus\/handelser\/[0-9a-f-]+\/angra/.exec(
      await (await analyst.get('/fokus/handelser')).text(),
    )?.[0];
    await analyst.post(undo ?? '', {});
    expect(await (await analyst.get('/fokus?visa=arkiverade')).text()).toContain('Vidare två');
  });

  it('can be looked at in a way that is saved, by oneself or for all', async () => {
    const saved = await analyst.post('/fokus/vyer', { name: 'Pågående i år', query: 'state=ongoing', forAll: 'on' });
    expect(saved.headers.get('location')).toBe('/fokus?state=ongoing');
    expect(await (await elected.get('/fokus')).text()).toContain('Pågående i år');
    const own = await analyst.post('/fokus/vyer', { name: 'Bara min', query: 'state=closed' });
    expect(own.status).toBe(303);
    expect(await (await elected.get('/fokus')).text()).not.toContain('Bara min');
    const remove = /\/fokus\/vyer\/[0-9a-f-]+\/ta-bort/.exec(await (await analyst.get('/fokus')).text())?.[0] ?? '';
    expect((await elected.post(remove, {})).status).toBe(404);
    expect((await analyst.post(remove, {})).status).toBe(303);
  });
});
