import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../foundation/database/testing.ts';
import { createFigureStore, type FigureStore } from '../../foundation/figures/index.ts';
import { newId } from '../../foundation/ids/index.ts';
import { createLog } from '../../foundation/log/index.ts';
import { findRows, insertRow, type Register, readRow } from '../../foundation/register/index.ts';
import {
  createTestPerson,
  createTestTenant,
  serveRoutes,
  type TestBrowser,
  type TestTenant,
} from '../../foundation/tenancy/testing.ts';
import { wireKernel } from '../../wiring.ts';
import { cause, problem, suggestion } from '../causes/index.ts';
import { focusArea } from '../focus/index.ts';
import { action, actionRoutes, conclusion, proposal, proposalRoutes } from './index.ts';

let database: TestDatabase;
let figures: FigureStore;
let house: TestTenant;
let analyst: TestBrowser;
let leader: TestBrowser;
let secretary: TestBrowser;
let elected: TestBrowser;
const committee = newId();
const department = newId();
let area: string;
let causeId: string;
let suggestions: readonly string[];

beforeAll(async () => {
  database = await createTestDatabase();
  figures = createFigureStore({ kolada: '/no/archive', example: '/no/archive' }, [], createLog('silent'));
  house = await createTestTenant(database, ['analyst', 'programmeLead', 'secretary', 'elected']);
  const kernel = wireKernel(figures);
  const { browser } = serveRoutes(database, [...proposalRoutes(kernel), ...actionRoutes(kernel)]);
  analyst = browser(house.id, house.people.analyst);
  leader = browser(house.id, house.people.programmeLead);
  secretary = browser(house.id, house.people.secretary);
  elected = browser(house.id, house.people.elected);
  await database.inScope({ tenantId: house.id }, async (tx) => {
    const tables = tx.tables<unknown>();
    await sql`insert into tenancy.committee (tenant_id, id, name, kind) values (${house.id}, ${committee}, 'Omsorgsnämnden', 'committee')`.execute(
      tables,
    );
    await sql`insert into tenancy.department (tenant_id, id, name) values (${house.id}, ${department}, 'Omsorgen')`.execute(
      tables,
    );
    const insert = (register: unknown, values: object) => insertRow(tx, register as Register, values as never);
    area = await insert(focusArea, { title: 'Lokaler i äldreomsorgen', state: 'ongoing' });
    const row = await insert(problem, { title: 'Hög internhyra', focusArea: area, area: 'Ekbacken - lokaler' });
    causeId = await insert(cause, { title: 'Halvtomma hus', problem: row, state: 'supported' });
    suggestions = [
      await insert(suggestion, { title: 'Samla verksamheten i ett hus', problem: row, cause: causeId }),
      await insert(suggestion, { title: 'Hyr ut det andra huset', problem: row }),
    ];
  });
  browserOf = browser;
});
let browserOf: (tenantId?: string, personId?: string) => TestBrowser;
afterAll(async () => {
  await figures?.close();
  await database?.drop();
});

const read = async (browser: TestBrowser, path: string) => (await browser.get(path)).text();
const inHouse = <R>(work: Parameters<typeof database.inScope<R>>[1]) => database.inScope({ tenantId: house.id }, work);

async function makeProposal(title: string, fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const response = await analyst.post('/forslag', { title, focusArea: area, causes: causeId, ...fields });
  expect(response.status, await response.clone().text()).toBe(303);
  return (response.headers.get('location') ?? '').split('/').at(-1) ?? '';
}

const noToAll = { goals: 'nej', direction: 'nej', scope: 'nej', quality: 'nej' };

async function decideTrack(id: string, track = 'political'): Promise<void> {
  const row = await inHouse((tx) => readRow(tx, proposal, id));
  const answers = { ...noToAll, track, reason: '', version: String(row?.version) };
  expect((await analyst.post(`/forslag/${id}/beslutsvag`, answers)).status).toBe(303);
}

describe('from causes to proposals', () => {
  it('suggestions of the cause table fill in a proposal, and nothing is typed again', async () => {
    const page = await read(analyst, '/forslag/ur-orsaker');
    expect(page).toContain('Ekbacken - lokaler: Hög internhyra');
    expect(page).toContain('Orsak: Halvtomma hus');
    const query = suggestions.map((id) => `suggestions=${id}`).join('&');
    const filled = await analyst.get(`/forslag/ur-orsaker/nytt?${query}`);
    const form = await read(analyst, filled.headers.get('location') ?? '');
    expect(form).toContain('value="Samla verksamheten i ett hus"');
    expect(form).toContain('- Hyr ut det andra huset');
    expect(form).toMatch(new RegExp(`<input[^>]*value="${causeId}"[^>]*checked`));
    expect(form).toMatch(new RegExp(`<option value="${area}" selected`));
  });

  it('each suggestion can become a draft of its own, and is then said to be in it', async () => {
    const body = new FormData();
    for (const id of suggestions) body.append('suggestions', id);
    expect((await analyst.postForm('/forslag/ur-orsaker', body)).status).toBe(303);
    const made = await inHouse((tx) => findRows(tx, proposal));
    expect(made.map(({ title, state, focusArea: in_ }) => [title, state, in_])).toEqual(
      expect.arrayContaining([
        ['Samla verksamheten i ett hus', 'draft', area],
        ['Hyr ut det andra huset', 'draft', area],
      ]),
    );
    expect(await read(analyst, '/forslag/ur-orsaker')).toContain('finns redan i: Samla verksamheten i ett hus');
    expect((await analyst.post('/forslag/ur-orsaker', {})).headers.get('location')).toBe('/forslag/ur-orsaker');
  });

  it('a conclusion stands on causes, and gives them on to its proposals', async () => {
    expect(await read(analyst, '/slutsatser/ur-orsaker')).toContain('Halvtomma hus');
    const filled = await analyst.get(`/slutsatser/ur-orsaker/ny?causes=${causeId}`);
    const form = await read(analyst, filled.headers.get('location') ?? '');
    expect(form).toMatch(new RegExp(`<option value="${area}" selected`));
    const saved = await analyst.post('/slutsatser', {
      title: 'Vi har för många hus',
      causes: causeId,
      focusArea: area,
    });
    const id = saved.headers.get('location')?.split('/').at(-1) ?? '';
    const page = await read(analyst, `/slutsatser/${id}`);
    expect(page).toContain(`/forslag/ny?conclusions=${id}`);
    expect(page).toContain(`href="/vagledning/slutsatser?fokus=${area}"`);
    expect(await read(analyst, '/slutsatser')).toContain('href="/vagledning/slutsatser"');
    const reasoned = {
      title: 'Halva huset är tomt',
      version: '1',
      reasoning: 'Rummen är **fler** än barnen:\n\n- norra\n- <b>södra</b>',
    };
    expect((await analyst.post(`/slutsatser/${id}`, reasoned)).status).toBe(303);
    const formatted = await (await analyst.get(`/slutsatser/${id}`)).text();
    expect(formatted).toContain('<strong>fler</strong>');
    expect(formatted).toContain('<li>&lt;b&gt;södra&lt;/b&gt;</li>');
    expect(await (await analyst.get(`/slutsatser/${id}/andra`)).text()).toContain('<rich-text>');
    await makeProposal('Sälj ett hus', { conclusions: id });
    expect(await read(analyst, `/slutsatser/${id}`)).toContain('Sälj ett hus');
    expect(await inHouse((tx) => findRows(tx, conclusion))).toHaveLength(1);
  });
});

describe('consequences', () => {
  it('stand beside those of doing nothing, and what is missing is seen', async () => {
    const id = await makeProposal('Konsekvenser');
    const saved = await analyst.post(`/konsekvenser/forslag/${id}`, {
      'economy.choice': 'better',
      'economy.words': 'Hyran sjunker.',
      'children.choice': 'notRelevant',
      'children.words': 'Inga barn bor eller vistas där.',
      'group-1.version': '0',
      'group-1.affected': 'Boende på Ekbacken',
      'group-1.choice': 'worse',
      'group-1.words': 'De måste flytta.',
    });
    expect(saved.status, await saved.clone().text()).toBe(303);
    await analyst.post(`/konsekvenser/fokus/${area}`, { 'economy.words': 'Hyran fortsätter stiga.' });
    const page = await read(analyst, `/konsekvenser/forslag/${id}`);
    expect(page).toContain('7 av 10 delar är inte beskrivna: kvalitet, personal, organisation');
    expect(page).toContain('För att inte göra något saknas 9 av 10 delar.');
    for (const words of ['Hyran sjunker.', 'Hyran fortsätter stiga.', 'Boende på Ekbacken', 'Inte relevant']) {
      expect(page).toContain(words);
    }
    expect(await read(analyst, '/konsekvenser')).toContain('3 av 10');
  });

  it('that are not relevant demand a reason, and keep what was typed meanwhile', async () => {
    const id = await makeProposal('Utan skäl');
    const response = await analyst.post(`/konsekvenser/forslag/${id}`, {
      'environment.choice': 'notRelevant',
      'law.words': 'Avtalet löper till 2028.',
    });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('Miljö och klimat: Skriv varför delen inte är relevant.');
    expect(page).toContain('Avtalet löper till 2028.');
  });

  it('are written by two at once without loss: different parts both stand, the same part is chosen between', async () => {
    const id = await makeProposal('Två skriver');
    const here = `/konsekvenser/forslag/${id}`;
    await analyst.post(here, { 'staff.words': 'Först' });
    const form = await read(analyst, `${here}/andra`);
    const of = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? '';
    const opened = { 'staff.row': of('staff.row'), 'staff.version': of('staff.version') };
    expect((await leader.post(here, { ...opened, 'staff.words': 'Ledarens' })).status).toBe(303);
    const other = await analyst.post(here, { ...opened, 'staff.words': 'Först', 'law.words': 'Min' });
    expect(other.status).toBe(303);
    expect(await read(analyst, here)).toContain('Ledarens');
    const clash = await analyst.post(here, { ...opened, 'staff.words': 'Analytikerns', 'risks.words': 'Kvar' });
    expect(clash.status).toBe(409);
    const page = await clash.text();
    for (const words of ['Ledarens', 'Analytikerns', 'Först']) expect(page).toContain(words);
    expect(page).toContain('name="risks.words" value="Kvar"');
  });

  it('for children are led by five questions', async () => {
    const id = await makeProposal('Barn');
    const here = `/konsekvenser/forslag/${id}`;
    const answers = { version: '0', whichChildren: 'Barnbarn på besök', voices: '', bestInterests: 'Nära till mormor' };
    expect((await analyst.post(`${here}/barn`, answers)).status).toBe(303);
    const page = await read(analyst, here);
    expect(page).toContain('2 av 5 frågor är besvarade');
    expect(page).toContain('Nära till mormor');
    const late = await leader.post(`${here}/barn`, { version: '0', whichChildren: 'Inga' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Barnbarn på besök');
  });
});

describe('economy', () => {
  const form = {
    version: '0',
    do: 'save',
    startYear: '2027',
    years: '3',
    priceLevelYear: '2026',
    discountRate: '',
    note: 'Hyran enligt avtal.',
    'cost-0.title': 'Flytt',
    'cost-0.kind': 'oneOff',
    'cost-0.0': '900',
    'cost-0.1': '0',
    'cost-0.2': '0',
    'green-0.title': 'Lägre hyra',
    'green-0.kind': 'running',
    'green-0.0': '0',
    'green-0.1': '600',
    'green-0.2': '600',
    'yellow-0.title': 'Mindre restid',
    'yellow-0.0': '0',
    'yellow-0.1': '200',
    'yellow-0.2': '200',
    'red-0.title': 'Lugnare miljö',
    'financing-0.title': 'Investeringsbudget',
    'financing-0.0': '900',
    'financing-0.1': '0',
    'financing-0.2': '0',
  };

  it('is computed over its years, with hours and what is not valued kept apart', async () => {
    const id = await makeProposal('Kalkyl');
    expect((await analyst.post(`/forslag/${id}/ekonomi`, form)).status).toBe(303);
    const page = await read(analyst, `/forslag/${id}/ekonomi`);
    expect(page).toContain('Kostar 900\u00a0tkr och sparar 1,2\u00a0mnkr på 3 år.');
    expect(page).toContain('Betalt efter 3 år, 2029.');
    expect(page).toContain('400 timmar frigörs sammanlagt.');
    expect(page).toContain('Gröna, gula och röda nyttor läggs aldrig ihop.');
    expect(page).toContain('Finansieringen täcker kostnaden varje år.');
    expect(page).toContain('Alla belopp i 2026 års priser.');
  });

  it('gets more years and more rows by buttons that need no script, and saves nothing meanwhile', async () => {
    const id = await makeProposal('Fler rader');
    const wider = await (await analyst.post(`/forslag/${id}/ekonomi`, { ...form, years: '5', do: 'years' })).text();
    expect(wider).toContain('name="cost-0.4"');
    expect(wider).toContain('value="900"');
    const more = await (await analyst.post(`/forslag/${id}/ekonomi`, { ...form, do: 'add-cost' })).text();
    expect(more).toContain('name="cost-2.title"');
    expect(await read(analyst, `/forslag/${id}/ekonomi`)).toContain('Förslaget har ingen kalkyl än.');
  });

  it('says which line and year cannot be taken, and keeps the rest', async () => {
    const id = await makeProposal('Fel i kalkylen');
    const response = await analyst.post(`/forslag/${id}/ekonomi`, { ...form, 'cost-0.1': 'tjugo', 'green-0.2': '' });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('Flytt, 2028: det som står i rutan är inget tal.');
    expect(page).toContain('Lägre hyra, 2029: rutan är tom.');
    expect(page).toContain('value="tjugo"');
  });

  it('that two save at once shows the one the other, and keeps the typed one in the form', async () => {
    const id = await makeProposal('Två räknar');
    await leader.post(`/forslag/${id}/ekonomi`, { ...form, 'cost-0.title': 'Ledarens flytt' });
    const late = await analyst.post(`/forslag/${id}/ekonomi`, { ...form, 'cost-0.title': 'Min flytt' });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('Ledarens flytt');
    expect(page).toContain('value="Min flytt"');
    expect((await analyst.post(`/forslag/${id}/ekonomi`, { ...form, version: '1' })).status).toBe(303);
  });
});

describe('priorities', () => {
  it('are set for many proposals at once, and order the list with its reasons', async () => {
    const [high, low] = [await makeProposal('Hög nytta'), await makeProposal('Låg nytta')];
    const saved = await analyst.post('/forslag/prioritera', {
      [`version-${high}`]: '1',
      [`effort-${high}`]: '1',
      [`effect-${high}`]: '5',
      [`version-${low}`]: '1',
      [`effort-${low}`]: '5',
      [`effect-${low}`]: '1',
      [`priorityReason-${low}`]: 'Kan vänta',
    });
    expect(saved.status).toBe(303);
    const page = await read(analyst, '/forslag/prioritera');
    expect(page.indexOf(`rad-${high}`)).toBeLessThan(page.indexOf(`rad-${low}`));
    expect(page).toContain('Stor effekt för liten insats har Hög nytta.');
    expect(page).toContain('Kan vänta');
    const picture = await read(elected, '/forslag/prioritera/insats-effekt.svg');
    expect(picture).toContain('Hög nytta');
    expect(picture).not.toContain('href=');
    expect((await elected.get('/forslag/prioritera/insats-effekt.png')).headers.get('content-type')).toBe('image/png');
    expect(await read(elected, '/forslag/prioritera')).not.toContain('Spara prioriteringen');
    expect((await elected.post('/forslag/prioritera', {})).status).toBe(403);
  });

  it('of two people at once are lost by neither: only what both changed is asked about', async () => {
    const [mine, ours] = [await makeProposal('Bara min'), await makeProposal('Bådas')];
    const set = (id: string, effort: string) => ({ [`version-${id}`]: '1', [`effort-${id}`]: effort });
    expect((await leader.post('/forslag/prioritera', set(ours, '2'))).status).toBe(303);
    const late = await analyst.post('/forslag/prioritera', { ...set(mine, '3'), ...set(ours, '4') });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Bådas: sparat är effekt inget, insats 2, egen plats inget.');
    const rows = await inHouse(async (tx) => [await readRow(tx, proposal, mine), await readRow(tx, proposal, ours)]);
    expect(rows.map((row) => row?.effort)).toEqual([3, 2]);
  });

  it('of a manager stop at the own department', async () => {
    const person = await createTestPerson(database, house.id, 'manager', { kind: 'department', id: department });
    const manager = browserOf(house.id, person);
    const [own, foreign] = [await makeProposal('Omsorgens', { department }), await makeProposal('Någon annans')];
    const set = (id: string) => ({ [`version-${id}`]: '1', [`effort-${id}`]: '2' });
    expect((await manager.post('/forslag/prioritera', set(own))).status).toBe(303);
    expect((await manager.post('/forslag/prioritera', set(foreign))).status).toBe(403);
    expect((await manager.post(`/konsekvenser/forslag/${foreign}`, { 'law.words': 'x' })).status).toBe(403);
    expect((await manager.get(`/forslag/${foreign}/ekonomi/andra`)).status).toBe(403);
  });
});

describe('the portfolio', () => {
  it('adds up costs to the budget, and warns of what does not hold together', async () => {
    const [first, second] = [await makeProposal('Portfölj ett'), await makeProposal('Portfölj två')];
    const economy = (kronor: string) => ({
      version: '0',
      startYear: '2027',
      years: '1',
      priceLevelYear: '2026',
      'cost-0.title': 'Kostnad',
      'cost-0.kind': 'oneOff',
      'cost-0.0': kronor,
    });
    await analyst.post(`/forslag/${first}/ekonomi`, economy('1000'));
    await analyst.post(`/forslag/${second}/ekonomi`, economy('2000'));
    for (const [id, place] of [
      [first, '1'],
      [second, '2'],
    ] as const) {
      await analyst.post('/forslag/prioritera', { [`version-${id}`]: '1', [`place-${id}`]: place });
    }
    const related = await analyst.post(`/forslag/${first}/samband`, {
      word: 'requires',
      other: second,
      note: 'Samma hus',
    });
    expect(related.status).toBe(303);
    expect(await read(analyst, `/forslag/${second}`)).toContain('Är en förutsättning för Portfölj ett');
    expect(await read(analyst, '/forslag/portfolj')).toContain('Ingen budget är angiven');
    const frame = { version: '0', discountRate: '4', budget: '2500', from: '2027', to: '2029' };
    expect((await analyst.post('/forslag/ram', frame)).status).toBe(303);
    const page = await read(analyst, '/forslag/portfolj');
    expect(page).toMatch(/1 av \d+ förslag med kalkyl ryms i 2,5\u00a0mnkr för 2027–2029\./);
    expect(page).toContain('Portfölj ett förutsätter Portfölj två, som inte ryms eller inte är med.');
    const without = await read(analyst, `/forslag/portfolj?utan=${first}`);
    expect(without).toContain('Ta med Portfölj ett igen');
    expect(without).not.toContain('Portfölj ett förutsätter');
    expect((await leader.post('/forslag/ram', { ...frame, discountRate: '5' })).status).toBe(409);
    expect((await elected.get('/forslag/ram')).status).toBe(403);
  });
});

describe('who decides', () => {
  it('is warned about when the operation takes what the law keeps with the elected, and the reason is kept', async () => {
    const id = await makeProposal('Lägg ned ett hus');
    const answers = { ...noToAll, scope: 'ja', track: 'operational', version: '1' };
    const refused = await analyst.post(`/forslag/${id}/beslutsvag`, { ...answers, reason: '' });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('Svaren säger att förslaget ändrar omfattning. Då ska politiken besluta.');
    expect((await analyst.post(`/forslag/${id}/beslutsvag`, { ...answers, reason: 'Ryms i planen.' })).status).toBe(
      303,
    );
    const kept = await read(elected, `/forslag/${id}/beslutsvag`);
    expect(kept).toContain('Vägen går emot regeln.');
    expect(kept).toContain('Ryms i planen.');
    const late = await leader.post(`/forslag/${id}/beslutsvag`, { ...noToAll, track: 'political', version: '1' });
    expect(late.status).toBe(409);
  });
});

describe('a decision', () => {
  const decision = {
    outcome: 'granted',
    decidedOn: '2026-03-01',
    committee,
    registryNumber: 'ON 2026/0012',
    minutesParagraph: '§ 84',
    seen: '0',
    rattar: '',
  };

  it('makes the proposal an action in one step, with all that was known of it', async () => {
    const id = await makeProposal('Beslutas', { owner: 'Testperson analyst', starts: '2026-05-01', department });
    await analyst.post(`/forslag/${id}/lamna`, {});
    await decideTrack(id);
    const saved = await secretary.post(`/forslag/${id}/beslut`, { ...decision, makeAction: 'on' });
    expect(saved.status, await saved.clone().text()).toBe(303);
    const [made] = (await inHouse((tx) => findRows(tx, action))).filter((row) => row.proposal === id);
    expect(made).toMatchObject({
      title: 'Beslutas',
      focusArea: area,
      causes: [causeId],
      owner: house.people.analyst,
      department,
      starts: '2026-05-01',
      state: 'planned',
    });
    const page = await read(elected, `/forslag/${id}/beslut`);
    expect(page).toContain('Bifall 2026-03-01 av Omsorgsnämnden.');
    expect(page).toContain('ON 2026/0012, § 84');
    expect(page).not.toContain('Spara beslutet');
  });

  it('is never changed: a correction is a row of its own, and says where the proposal stands', async () => {
    const id = await makeProposal('Rättas');
    await decideTrack(id);
    await leader.post(`/forslag/${id}/beslut`, decision);
    const [first] = await inHouse(
      async (tx) =>
        (
          await sql<{ id: string }>`select id from actions.decision where proposal_id = ${id}`.execute(
            tx.tables<unknown>(),
          )
        ).rows,
    );
    const form = await read(leader, `/forslag/${id}/beslut?rattar=${first?.id}`);
    expect(form).toContain('Rättar: Bifall 2026-03-01');
    const corrected = {
      ...decision,
      outcome: 'rejected',
      reason: 'Fel i protokollet',
      seen: '1',
      rattar: first?.id ?? '',
    };
    expect((await leader.post(`/forslag/${id}/beslut`, corrected)).status).toBe(303);
    expect((await inHouse((tx) => readRow(tx, proposal, id)))?.state).toBe('declined');
    expect(await read(leader, `/forslag/${id}/beslut`)).toContain('<del>Bifall</del>');
    for (const statement of [
      sql`update actions.decision set body = 'x' where proposal_id = ${id}`,
      sql`delete from actions.decision where proposal_id = ${id}`,
    ]) {
      await expect(inHouse((tx) => statement.execute(tx.tables<unknown>()))).rejects.toThrow('permission denied');
    }
  });

  it('that two write down at once is shown to the second, who loses nothing', async () => {
    const id = await makeProposal('Två sekreterare');
    await decideTrack(id);
    expect((await secretary.post(`/forslag/${id}/beslut`, decision)).status).toBe(303);
    const late = await leader.post(`/forslag/${id}/beslut`, { ...decision, minutesParagraph: '§ 85' });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('Någon annan har skrivit in ett beslut under tiden.');
    expect(page).toContain('value="§ 85"');
  });

  it('becomes several actions when the proposal has been granted, and none before', async () => {
    const id = await makeProposal('Blir flera');
    await decideTrack(id, 'operational');
    const pieces = { do: 'save', seen: '0', pieces: '2', 'title-0': 'Etapp 1', 'title-1': 'Etapp 2' };
    expect((await leader.post(`/forslag/${id}/atgarder`, pieces)).status).toBe(409);
    const person = { ...decision, committee: '', person: 'Testperson programmeLead' };
    const saved = await leader.post(`/forslag/${id}/beslut`, person);
    expect(saved.status, await saved.clone().text()).toBe(303);
    const wider = await (await leader.post(`/forslag/${id}/atgarder`, { ...pieces, do: 'add' })).text();
    expect(wider).toContain('name="title-2"');
    expect((await leader.post(`/forslag/${id}/atgarder`, pieces)).status).toBe(303);
    const page = await read(leader, `/forslag/${id}`);
    expect(page).toContain('Etapp 1');
    expect(page).toContain('Etapp 2');
    expect((await leader.post(`/forslag/${id}/atgarder`, pieces)).status).toBe(409);
    expect((await elected.get(`/forslag/${id}/atgarder`)).status).toBe(403);
  });

  it('tells when the proposal has been changed after it', async () => {
    const id = await makeProposal('Ändras efteråt');
    await decideTrack(id);
    await leader.post(`/forslag/${id}/beslut`, decision);
    const version = (await inHouse((tx) => readRow(tx, proposal, id)))?.version;
    expect(await read(leader, `/forslag/${id}`)).not.toContain('har ändrats efter beslutet');
    await analyst.post(`/forslag/${id}`, { version: String(version), title: 'Ändras efteråt, ja' });
    expect(await read(leader, `/forslag/${id}`)).toContain('Förslaget har ändrats efter beslutet.');
  });
});
