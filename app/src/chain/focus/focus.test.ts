import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../foundation/database/testing.ts';
import { createFigureStore, type FigureStore } from '../../foundation/figures/index.ts';
import { newId } from '../../foundation/ids/index.ts';
import { createLog } from '../../foundation/log/index.ts';
import { createKernel } from '../../foundation/register/index.ts';
import { organisationReferences, withWholes } from '../../foundation/tenancy/index.ts';
import { createTestTenant, serveRoutes, type TestBrowser, type TestTenant } from '../../foundation/tenancy/testing.ts';
import { observationRoutes, situationReferences } from '../situation/index.ts';
import { candidate, focusArea, focusReferences, focusRoutes, observationSlot } from './index.ts';
import { evenWeights, scoreOf, suggestedScores } from './score.rules.ts';

describe('the score', () => {
  const step = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
  const scores = fc.record({
    deviation: step,
    duration: step,
    certainty: step,
    stake: step,
    influence: step,
    risk: step,
  });

  it('is the weighted mean of what is judged, and says how much that is', () => {
    const judged = { deviation: 5, duration: 5, certainty: 3, stake: 3, influence: null, risk: null };
    expect(scoreOf(judged, evenWeights)).toEqual({ points: 75, judged: 4, of: 6 });
    expect(scoreOf(judged, { ...evenWeights, deviation: 3 }).points).toBeCloseTo(83.33, 2);
    expect(scoreOf(judged, { ...evenWeights, influence: 0 })).toMatchObject({ points: 75, judged: 4, of: 5 });
  });

  it('lies between 0 and 100, and does not move when all weights are doubled', () => {
    fc.assert(
      fc.property(scores, (given) => {
        const { points, judged } = scoreOf(given, evenWeights);
        if (points === undefined) return judged === 0;
        const doubled = Object.fromEntries(Object.keys(evenWeights).map((ground) => [ground, 2]));
        return points >= 0 && points <= 100 && Math.abs(points - scoreOf(given, doubled as never).points!) < 1e-9;
      }),
    );
  });

  it('is suggested by the strongest of the figures, and not where the figures do not say', () => {
    const figure = (howFar: number, potentialKr: number | null) =>
      ({ potentialKr, parts: { howFar, howLong: 1, howSure: 0.5, howMuchMoney: null } }) as never;
    expect(suggestedScores([figure(0.2, -4_000_000), figure(0.9, 1_000_000)])).toEqual({
      deviation: 5,
      duration: 5,
      certainty: 3,
      kronor: 4_000_000,
    });
    expect(suggestedScores([])).toEqual({ kronor: null });
  });
});

describe('focus', () => {
  let database: TestDatabase;
  let figures: FigureStore;
  let house: TestTenant;
  let lead: TestBrowser;
  let analyst: TestBrowser;
  const observationId = newId();

  beforeAll(async () => {
    database = await createTestDatabase();
    figures = createFigureStore({ kolada: '/no/archive', example: '/no/archive' }, [], createLog('silent'));
    house = await createTestTenant(database, ['programmeLead', 'analyst']);
    const kernel = createKernel({
      registers: [candidate, focusArea],
      references: [...organisationReferences, ...situationReferences(figures), ...focusReferences],
      vocabularies: [],
      withWholes,
    });
    const { browser } = serveRoutes(database, [...observationRoutes(figures, observationSlot), ...focusRoutes(kernel)]);
    lead = browser(house.id, house.people.programmeLead);
    analyst = browser(house.id, house.people.analyst);
    await database.inScope({ tenantId: house.id }, async (tx) => {
      const frozen = {
        potentialKr: 6_400_000,
        parts: { howFar: 0.8, howLong: 1, howSure: 0.7, howMuchMoney: 0.5 },
        archive: { id: 'a', version: 1, fetchedAt: '2026-01-01T00:00:00Z', exampleData: true },
        title: 'Lokalkostnad',
        unit: 'kr',
        value: 1,
        comparisonMedian: 1,
        rank: 1,
        of: 2,
        trend: 'rising',
      };
      await sql`insert into situation.observation (tenant_id, id, title, area, note)
        values (${house.id}, ${observationId}, 'Dyra lokaler i förskolan', 'forskola', 'Har ökat varje år.')`.execute(
        tx.tables<unknown>(),
      );
      await sql`insert into situation.observation_figure (tenant_id, id, observation_id, kpi, municipality, year, comparison, frozen)
        values (${house.id}, ${newId()}, ${observationId}, 'N11033', '9999', 2024, 'similar', ${JSON.stringify(frozen)}::jsonb)`.execute(
        tx.tables<unknown>(),
      );
    });
  });
  afterAll(async () => {
    await figures?.close();
    await database?.drop();
  });

  const idIn = (path: string | null) => path?.split('/').at(-1) ?? '';

  it('begins in an observation, with what its figures say, and only once', async () => {
    expect(await (await analyst.get(`/observationer/${observationId}`)).text()).toContain('Föreslå som fokus');
    const made = await analyst.post('/fokus/kandidater/av-observation', { observation: observationId });
    const page = await (await analyst.get(made.headers.get('location') ?? '')).text();
    for (const words of ['Dyra lokaler i förskolan', 'Har ökat varje år.', 'N11033', '4 – stor', '6,4']) {
      expect(page).toContain(words);
    }
    const again = await analyst.post('/fokus/kandidater/av-observation', { observation: observationId });
    expect(again.headers.get('location')).toBe(made.headers.get('location'));
    expect(await (await analyst.get(`/observationer/${observationId}`)).text()).toContain('Kandidat till fokus');
  });

  it('is compared by weights that are the municipality’s own, changed by those who decide', async () => {
    await analyst.post('/fokus/kandidater', { title: 'Skolskjuts', deviation: '2', influence: '5' });
    const before = await (await analyst.get('/fokus/kandidater/jamfor')).text();
    expect(before).toContain('Högst poäng har Dyra lokaler i förskolan');
    const weights = { deviation: '0', duration: '0', certainty: '0', stake: '0', influence: '10', risk: '0' };
    expect((await analyst.post('/fokus/kandidater/jamfor/vikter', { ...weights, version: '0' })).status).toBe(403);
    await lead.post('/fokus/kandidater/jamfor/vikter', { ...weights, version: '0' });
    expect(await (await lead.get('/fokus/kandidater/jamfor')).text()).toContain('Högst poäng har Skolskjuts');
    // A second person who had the page open changes nothing unseen.
    await lead.post('/fokus/kandidater/jamfor/vikter', { ...weights, influence: '1', risk: '9', version: '0' });
    expect(await (await lead.get('/fokus/kandidater/jamfor')).text()).toContain('value="10"');
  });

  it('is chosen with a reason for what is chosen and what is not, and cannot be changed afterwards', async () => {
    const list = await (await lead.get('/fokus/val/nytt')).text();
    const ids = [...list.matchAll(/name="reason-([0-9a-f-]{36})"/g)].map((match) => match[1]!);
    const premises = ids.find((id) => new RegExp(`Val för Dyra lokaler[^§]*?choice-${id}`).test(list)) ?? '';
    const other = ids.find((id) => id !== premises) ?? '';
    const form = { decidedOn: '2026-03-01', body: 'Styrgruppen', present: 'Testperson programmeLead', note: '' };
    const halfway = await lead.post('/fokus/val', {
      ...form,
      [`choice-${premises}`]: 'chosen',
      [`reason-${premises}`]: '',
    });
    expect(halfway.status).toBe(422);
    expect(await halfway.text()).toContain('Skriv varför.');
    const chosen = await lead.post('/fokus/val', {
      ...form,
      [`choice-${premises}`]: 'chosen',
      [`reason-${premises}`]: 'Stora belopp, och vi bestämmer själva.',
      [`choice-${other}`]: 'notChosen',
      [`reason-${other}`]: 'Upphandlingen pågår redan.',
    });
    expect(chosen.status).toBe(303);
    const at = chosen.headers.get('location') ?? '';
    const page = await (await analyst.get(at)).text();
    for (const words of ['Stora belopp', 'Upphandlingen pågår redan.', 'Testperson programmeLead']) {
      expect(page).toContain(words);
    }
    const area = /\/fokus\/[0-9a-f-]{36}/.exec(page)?.[0] ?? '';
    const areaPage = await (await analyst.get(area)).text();
    for (const words of ['Valt av Styrgruppen 2026-03-01', 'N11033', 'Har ökat varje år.']) {
      expect(areaPage).toContain(words);
    }
    for (const statement of ['update focus.decision set body = body', 'delete from focus.decision_candidate']) {
      await expect(
        database.inScope({ tenantId: house.id }, (tx) => sql.raw(statement).execute(tx.tables<unknown>())),
      ).rejects.toThrow(/permission denied/);
    }
    expect(idIn(at)).toHaveLength(36);
  });
});
