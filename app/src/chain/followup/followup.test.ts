import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../foundation/database/testing.ts';
import { createFigureStore, type FigureStore } from '../../foundation/figures/index.ts';
import { newId } from '../../foundation/ids/index.ts';
import { createLog } from '../../foundation/log/index.ts';
import { createTestTenant, serveRoutes, type TestBrowser, type TestTenant } from '../../foundation/tenancy/testing.ts';
import { wireKernel } from '../../wiring.ts';
import { followupRoutes } from './index.ts';
import { judged } from './outcome.queries.ts';
import { aYearLater, progressOf } from './outcome.rules.ts';

describe('progress', () => {
  const history = { years: [2022, 2023, 2024, 2025], own: Float64Array.of(100, 98, 90, Number.NaN) };
  const effect = { baseline: 100, effectFrom: 2023, target: 80 };

  it('is the share of the way from the baseline to the target, by the latest value there is', () => {
    expect(progressOf(history, effect)).toEqual({ latest: { year: 2024, value: 90 }, share: 0.5, reached: false });
    expect(progressOf(history, { ...effect, target: 90 }).reached).toBe(true);
    expect(progressOf(history, { ...effect, target: 110 }).share).toBe(-1);
  });

  it('is not told before there is a value of a year that the action can have worked in', () => {
    expect(progressOf(history, { ...effect, effectFrom: 2025 })).toMatchObject({ latest: undefined, reached: false });
    expect(progressOf(history, { ...effect, target: null }).share).toBeUndefined();
  });

  it('is asked about again in a year, also when it was a leap day', () => {
    expect(aYearLater('2026-11-22')).toBe('2027-11-22');
    expect(aYearLater('2028-02-29')).toBe('2029-02-28');
  });
});

it('the word of an effect follows the rule, with the action’s own years', () => {
  const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024];
  // Nobody has any trend; each goes up and down in a way of its own.
  const about = (unit: number) => years.map((_, i) => 100 + ((i * 7 + unit * 11 + i * unit * 3) % 13));
  const history = {
    code: 'N1',
    title: 't',
    unit: 'kr',
    direction: 'low' as const,
    years,
    own: Float64Array.from(about(4), (value, i) => value - (years[i]! >= 2022 ? 40 : 0)),
    others: Array.from({ length: 25 }, (_, i) => ({ unit: String(i), values: Float64Array.from(about(i)) })),
    breaks: [],
    preliminaryYears: [2024],
    source: { kind: 'local' as const, source: '' },
  };
  const effect = { baseline: 100, baselineYear: 2021, effectFrom: 2022, target: 80 };
  const found = judged(history, effect, true);
  expect(found.word).toBe('improved');
  expect(found.cautions.map(({ code }) => code)).toEqual(['preliminary', 'otherActions']);
  expect(judged({ ...history, breaks: [2020] }, effect, false).word).toBe('cannotTell');
  expect(judged(history, { ...effect, baselineYear: 2024, effectFrom: 2025 }, false).word).toBe('tooEarly');
});

describe('an expected effect', () => {
  let database: TestDatabase;
  let figures: FigureStore;
  let house: TestTenant;
  let lead: TestBrowser;
  let analyst: TestBrowser;
  let manager: TestBrowser;
  const [actionId, figureId] = [newId(), newId()];

  beforeAll(async () => {
    database = await createTestDatabase();
    figures = createFigureStore({ kolada: '/no/archive', example: '/no/archive' }, [], createLog('silent'));
    house = await createTestTenant(database, ['programmeLead', 'analyst', 'manager']);
    const { browser } = serveRoutes(database, followupRoutes(wireKernel(figures), figures));
    lead = browser(house.id, house.people.programmeLead);
    analyst = browser(house.id, house.people.analyst);
    manager = browser(house.id, house.people.manager);
    await database.inScope({ tenantId: house.id }, async (tx) => {
      const run = (statement: string) => sql.raw(statement).execute(tx.tables<unknown>());
      await run(
        `insert into actions.action (tenant_id, id, title) values ('${house.id}', '${actionId}', 'Gemensamma lokaler')`,
      );
      await run(`insert into situation.local_key_figure (tenant_id, id, code, title, unit, perspective, direction)
        values ('${house.id}', '${figureId}', 'E00001', 'Lokalkostnad per barn', 'kr', 'resource', 'low')`);
      for (const [year, value] of [
        [2023, 21000],
        [2024, 22000],
        [2025, 20000],
      ]) {
        await run(`insert into situation.local_value (tenant_id, id, key_figure_id, year, value)
          values ('${house.id}', '${newId()}', '${figureId}', ${year}, ${value})`);
      }
    });
  });
  afterAll(async () => {
    await figures?.close();
    await database?.drop();
  });

  const form = {
    title: 'Lägre lokalkostnad',
    action: 'Gemensamma lokaler',
    keyFigure: 'E00001',
    comparison: 'similar',
    baselineYear: '2024',
    effectFrom: '2025',
    target: '18000',
    targetYear: '2027',
  };

  it('freezes its baseline from the key figure, and its outcome comes by itself', async () => {
    const made = await lead.post('/uppfoljning/effekter', form);
    expect(made.status, await made.clone().text()).toBe(303);
    const at = made.headers.get('location') ?? '';
    const page = await (await lead.get(at)).text();
    expect(page).toContain('50 procent av vägen till målet');
    await database.inScope({ tenantId: house.id }, (tx) =>
      sql.raw('update situation.local_value set value = 23000 where year = 2024').execute(tx.tables<unknown>()),
    );
    // A revised figure does not move what was promised against.
    expect(await (await lead.get(at)).text()).toContain('50 procent av vägen till målet');
    const overview = await (await lead.get('/uppfoljning')).text();
    expect(overview).toContain('Lägre lokalkostnad');
    expect(overview).toContain('Gemensamma lokaler');
  });

  it('refuses years that cannot be, with the sentence beside the field', async () => {
    const response = await lead.post('/uppfoljning/effekter', { ...form, effectFrom: '2024', targetYear: '' });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('Det första året med effekt måste komma efter utgångsåret.');
    expect(page).toContain('Ett mål och det år det ska nås hör ihop');
  });

  it('is judged with a reason, goes on to next year until it is taken home, and keeps every judgement', async () => {
    const at =
      (await lead.post('/uppfoljning/effekter', { ...form, title: 'Att bedöma' })).headers.get('location') ?? '';
    const without = await lead.post(`${at}/bedom`, { version: '1', state: 'partly', reason: '' });
    expect(without.status).toBe(422);
    expect(await without.text()).toContain('Skriv varför.');
    await lead.post(`${at}/bedom`, { version: '1', state: 'partly', reason: 'Två avdelningar är lämnade.' });
    const page = await (await lead.get(at)).text();
    expect(page).toContain('Två avdelningar är lämnade.');
    expect(page).toContain('2027-03-02');
    const late = await analyst.post(`${at}/bedom`, { version: '1', state: 'failed', reason: 'Min mening.' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Min mening.');
    await analyst.post(`${at}/bedom`, { version: '2', state: 'realised', reason: 'Alla är lämnade.' });
    const done = await (await lead.get(at)).text();
    expect(done).toContain('Två avdelningar är lämnade.');
    expect(done).not.toContain('<dt>Nästa uppföljning</dt>');
    await expect(
      database.inScope({ tenantId: house.id }, (tx) =>
        sql.raw("update followup.judgement set reason = 'x'").execute(tx.tables<unknown>()),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  it('has kronor that only an economist confirms, and hours that are never added to them', async () => {
    const benefit = { title: 'Lägre hyra', action: 'Gemensamma lokaler', year: '2025', state: 'partly' };
    const wrong = await lead.post('/uppfoljning/nyttor', { ...benefit, colour: 'yellow', planned: '100' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('Kronor hör bara till gröna nyttor.');
    const made = await lead.post('/uppfoljning/nyttor', { ...benefit, colour: 'green', planned: '100', actual: '80' });
    await lead.post('/uppfoljning/nyttor', { ...benefit, colour: 'yellow', hoursPlanned: '120' });
    const at = made.headers.get('location') ?? '';
    expect((await manager.post(`${at}/bekrafta`, { version: '1', confirmed: 'ja' })).status).toBe(403);
    const before = await (await lead.get('/uppfoljning')).text();
    expect(before).toMatch(/80\u00a0000\u00a0kr/);
    expect((await analyst.post(`${at}/bekrafta`, { version: '1', confirmed: 'ja' })).status).toBe(303);
    expect(await (await analyst.get(at)).text()).toContain('Ta tillbaka bekräftelsen');
    expect(await (await lead.get('/uppfoljning')).text()).toContain('120 timmar');
  });

  it('have been confirmed as they stood: another amount must be confirmed anew, other words need not', async () => {
    const benefit = { title: 'Lägre elräkning', action: 'Gemensamma lokaler', year: '2025', state: 'partly' };
    const made = await lead.post('/uppfoljning/nyttor', { ...benefit, colour: 'green', planned: '100', actual: '80' });
    const at = made.headers.get('location') ?? '';
    await analyst.post(`${at}/bekrafta`, { version: '1', confirmed: 'ja' });
    const told = { ...benefit, colour: 'green', planned: '100', note: 'Enligt fakturorna.' };
    expect((await lead.post(at, { ...told, actual: '80', version: '2' })).status).toBe(303);
    expect(await (await analyst.get(at)).text()).toContain('Ta tillbaka bekräftelsen');
    expect((await lead.post(at, { ...told, actual: '9000', version: '3' })).status).toBe(303);
    expect(await (await analyst.get(at)).text()).not.toContain('Ta tillbaka bekräftelsen');
  });
});
