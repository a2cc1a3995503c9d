import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keyFigureMap } from '@samband/analysis';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleMunicipality } from '../../example/index.ts';
import { placeExampleArchive } from '../../example/testing.ts';
import { createTestDatabase, type TestDatabase } from '../../foundation/database/testing.ts';
import { createFigureStore, type FigureStore } from '../../foundation/figures/index.ts';
import { createLog } from '../../foundation/log/index.ts';
import { createTestTenant, serveRoutes, type TestBrowser, type TestTenant } from '../../foundation/tenancy/testing.ts';
import { wireKernel } from '../../wiring.ts';
import { actionRoutes, proposalRoutes } from '../actions/index.ts';
import { causesRoutes } from '../causes/index.ts';
import { focusRoutes, observationSlot } from '../focus/index.ts';
import { keyFigureRoutes, observationRoutes } from '../situation/index.ts';
import { actionSlot, followupRoutes, threadOfKind, threadRoutes, threadSlot } from './index.ts';

let folder: string;
let store: FigureStore;
let database: TestDatabase;
let house: TestTenant;
let neighbours: TestTenant;
let lead: TestBrowser;
let elected: TestBrowser;
let guest: TestBrowser;
let neighbour: TestBrowser;
/** Where the pages of the chain stand, as they were made one after the other. */
const made: Record<string, string> = {};

const code = 'N11033';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'samband-thread-'));
  const archive = path.join(folder, 'example.duckdb');
  await placeExampleArchive(archive);
  const mapped = keyFigureMap.map(({ kpi }) => kpi);
  store = createFigureStore({ kolada: archive, example: archive }, mapped, createLog('silent'));
  database = await createTestDatabase();
  house = await createTestTenant(database, ['programmeLead', 'elected', 'mentor'], 'Provkommun');
  neighbours = await createTestTenant(database, ['programmeLead'], 'Grannkommun');
  await database.inScope({ tenantId: house.id, origin: 'samband' }, (tx) =>
    sql`update tenancy.tenant set code = ${exampleMunicipality.code} where tenant_id = ${house.id}`.execute(
      tx.tables<unknown>(),
    ),
  );
  const kernel = wireKernel(store);
  const thread = threadSlot(kernel);
  const { browser } = serveRoutes(database, [
    ...keyFigureRoutes({ figures: store, thread: threadOfKind(kernel, 'keyFigure') }),
    ...observationRoutes(store, threadOfKind(kernel, 'observation'), observationSlot),
    ...causesRoutes(kernel, { thread }),
    ...proposalRoutes(kernel, thread),
    ...actionRoutes(kernel, [threadOfKind(kernel, 'action'), actionSlot]),
    ...followupRoutes(kernel, store),
    ...threadRoutes(kernel, store),
    ...focusRoutes(kernel, [], {
      area: threadOfKind(kernel, 'focusArea'),
      candidate: threadOfKind(kernel, 'candidate'),
    }),
  ]);
  lead = browser(house.id, house.people.programmeLead);
  elected = browser(house.id, house.people.elected);
  guest = browser(house.id, house.people.mentor);
  neighbour = browser(neighbours.id, neighbours.people.programmeLead);
  await makeChain();
});
afterAll(async () => {
  await store?.close();
  await database?.drop();
  await rm(folder, { recursive: true });
});

async function make(name: string, address: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const response = await lead.post(address, fields);
  expect(response.status, `${name}: ${await response.clone().text()}`).toBe(303);
  made[name] = (response.headers.get('location') ?? '').split('#')[0]!;
  return idOf(name);
}

/** Of the one row that another step has made. */
async function addressOf(table: string, at: string): Promise<string> {
  const { rows } = await database.inScope({ tenantId: house.id }, (tx) =>
    sql<{ id: string }>`select id from ${sql.table(table)} where tenant_id = ${house.id}`.execute(tx.tables<unknown>()),
  );
  expect(rows.length).toBe(1);
  return `${at}/${rows[0]!.id}`;
}

const idOf = (name: string) => made[name]!.split('/').at(-1)!;

/** From a figure to an effect on it, each step by the form that a person fills in. */
async function makeChain() {
  await make('observation', '/observationer/behall', { kpi: code, ar: '2023', jamfor: 'liknande' });
  await make('candidate', '/fokus/kandidater/av-observation', { observation: idOf('observation') });
  await make('choice', '/fokus/val', {
    decidedOn: '2026-01-15',
    body: 'Styrgruppen',
    [`choice-${idOf('candidate')}`]: 'chosen',
    [`reason-${idOf('candidate')}`]: 'Störst möjlighet att påverka.',
  });
  made.focus = await addressOf('focus.area', '/fokus');
  const focus = idOf('focus');
  await make('problem', '/orsaker', { title: 'För många lokaler', focusArea: focus });
  const problem = idOf('problem');
  await make('cause', '/orsaker/orsak', { title: 'Prognosen används inte', problem });
  await make('deeper', '/orsaker/orsak', { title: 'Ingen äger prognosen', problem, parent: idOf('cause') });
  await make('untried', '/orsaker/orsak', { title: 'Avtalen är långa', problem });
  await make('evidence', '/orsaker/underlag', {
    title: 'Sex av åtta rektorer har aldrig sett den',
    cause: idOf('deeper'),
    kind: 'survey',
    stance: 'supports',
    strength: '3',
  });
  await make('judged', `/orsaker/orsak/${idOf('deeper')}/bedom`, {
    version: '1',
    state: 'supported',
    judgement: 'Enkäten är tydlig.',
  });
  await make('conclusion', '/slutsatser', {
    title: 'Prognosen behöver en ägare',
    focusArea: focus,
    causes: idOf('deeper'),
  });
  await make('proposal', '/forslag', {
    title: 'Samla lokalplaneringen',
    focusArea: focus,
    conclusions: idOf('conclusion'),
    causes: idOf('deeper'),
  });
  await make('beside', '/forslag', { title: 'Säg upp avtalen', focusArea: focus, causes: idOf('untried') });
  const noToAll = { goals: 'nej', direction: 'nej', scope: 'nej', quality: 'nej' };
  await make('track', `${made.proposal}/beslutsvag`, { ...noToAll, track: 'operational', version: '1' });
  const decided = `${made.proposal}/beslut`;
  await make('decision', decided, {
    outcome: 'granted',
    decidedOn: '2026-02-10',
    body: 'Kommunstyrelsen',
    registryNumber: 'KS 2026/0493',
    minutesParagraph: '§ 84',
    seen: '0',
    makeAction: 'on',
  });
  made.action = await addressOf('actions.action', '/atgarder');
  await make('effect', '/uppfoljning/effekter', {
    title: 'Lägre lokalkostnad',
    action: idOf('action'),
    keyFigure: code,
    comparison: 'similar',
    baselineYear: '2022',
    effectFrom: '2023',
    target: '1',
    targetYear: '2027',
  });
}

const kindsInOrder = [
  ['observation', 'situation.observation'],
  ['candidate', 'focus.candidate'],
  ['focus', 'focus.area'],
  ['problem', 'causes.problem'],
  ['cause', 'causes.cause'],
  ['deeper', 'causes.cause'],
  ['conclusion', 'actions.conclusion'],
  ['proposal', 'actions.proposal'],
  ['action', 'actions.action'],
  ['effect', 'followup.expected_effect'],
] as const;
const links = (html: string) => new Set(html.match(/href="[^"]+"/g));
const listOf = (html: string) => html.slice(html.indexOf('class="thread-steps"'));

describe('the thread', () => {
  it('is the same way from the figure to the effect, seen from either end and from every step', async () => {
    for (const address of [code, ...kindsInOrder.map(([name, register]) => `${register}:${idOf(name)}`)]) {
      const response = await lead.get(`/trad?av=${address}`);
      expect(response.status, address).toBe(200);
      const shown = links(listOf(await response.text()));
      for (const [name] of kindsInOrder) expect(shown, `${address} ${name}`).toContain(`href="${made[name]}"`);
      expect(shown).toContain(`href="${made.proposal}/beslut"`);
      expect(shown).toContain(`href="/nyckeltal/${code}"`);
    }
  });

  it('leaves out what stands beside, and says where it ends too early', async () => {
    const ofEffect = await (await lead.get(`/trad?av=followup.expected_effect:${idOf('effect')}`)).text();
    expect(ofEffect).not.toContain('Avtalen är långa');
    expect(ofEffect).toContain('Ingenstans slutar tråden för tidigt.');
    const ofFocus = await (await lead.get(`/trad?av=focus.area:${idOf('focus')}`)).text();
    expect(ofFocus).toContain('Säg upp avtalen');
    expect(ofFocus).toContain('inte än: beslut');
  });

  it('is drawn with the object marked, on the page and as a file', async () => {
    const address = `av=causes.cause:${idOf('deeper')}`;
    const page = await (await lead.get(`/trad?${address}`)).text();
    expect(page).toContain('is-current');
    const svg = await lead.get(`/trad/bild.svg?${address}`);
    expect(svg.headers.get('content-type')).toContain('image/svg+xml');
    expect(await svg.text()).toContain('Samma nyckeltal');
    const png = new Uint8Array(await (await lead.get(`/trad/bild.png?${address}`)).arrayBuffer());
    expect(new TextDecoder().decode(png.slice(1, 4))).toBe('PNG');
  });

  it('stands in a line on the page of every step', async () => {
    for (const [name, register] of kindsInOrder) {
      const page = await (await lead.get(made[name]!)).text();
      expect(page, name).toContain('class="thread-line"');
      expect(page, name).toContain(`/trad?av=${register}:${idOf(name)}`);
    }
    const figure = await (await lead.get(`/nyckeltal/${code}`)).text();
    expect(figure).toContain(`/trad?av=${code}`);
    expect(await (await lead.get('/nyckeltal/N15033')).text()).not.toContain('class="thread-line"');
  });

  it('shows what was archived as archived while something in use came of it, and otherwise only in its own thread', async () => {
    await make('archived', `${made.conclusion}/arkivera`, {});
    await make('archivedToo', `${made.beside}/arkivera`, {});
    const thread = await (await lead.get(`/trad?av=actions.action:${idOf('action')}`)).text();
    expect(listOf(thread)).toMatch(/Prognosen behöver en ägare<\/a><span class="muted"> ?arkiverad/);
    expect(await (await lead.get(`/trad?av=focus.area:${idOf('focus')}`)).text()).not.toContain('Säg upp avtalen');
    expect(await (await lead.get(`/trad?av=actions.proposal:${idOf('beside')}`)).text()).toContain('Avtalen är långa');
    await make('back', `${made.conclusion}/ta-tillbaka`, {});
    await make('backToo', `${made.beside}/ta-tillbaka`, {});
  });

  it('begins anywhere: without an object it names the focus areas, and what is not there is not found', async () => {
    expect(await (await lead.get('/trad')).text()).toContain(`/trad?av=focus.area:${idOf('focus')}`);
    for (const odd of ['x:y', 'focus.area:', 'focus.area:1', '', 'Q99999', `causes.cause:${idOf('focus')}`, '%00']) {
      expect((await lead.get(`/trad?av=${odd}`)).status, odd).toBe(404);
    }
  });

  it('is for the municipality’s own people, the elected too; not for guests or neighbours', async () => {
    const address = `/trad?av=focus.area:${idOf('focus')}`;
    expect((await elected.get(address)).status).toBe(200);
    expect((await guest.get(address)).status).toBe(403);
    expect((await neighbour.get(address)).status).toBe(404);
    expect((await neighbour.get(`${made.focus}/rod-trad`)).status).toBe(404);
    expect(await (await neighbour.get(`/trad?av=${code}`)).text()).not.toContain('Styrgruppen');
  });
});

describe('röda tråden', () => {
  it('tells a committee why, what was seen, why it is so, what was decided and what it gave', async () => {
    const page = await (await elected.get(`${made.focus}/rod-trad`)).text();
    const inOrder = [
      'En orsak har stöd.',
      'Valt av Styrgruppen 2026-01-15.',
      'Motivering: Störst möjlighet att påverka.',
      'Nyckeltalen då och nu',
      'Vad såg vi?',
      'Orsaker med stöd',
      'Ingen äger prognosen',
      'Enkäten är tydlig.',
      'Sex av åtta rektorer har aldrig sett den',
      'Ännu obekräftade',
      'Prognosen behöver en ägare',
      'Bifall 2026-02-10 av Kommunstyrelsen, KS 2026/0493 § 84.',
      '<a href="/atgarder/',
      'Lägre lokalkostnad',
      'Att tänka på:',
      'Det som inte finns än',
      'Inte beslutat än:',
      'Källor',
    ];
    const places = inOrder.map((words) => page.indexOf(words));
    expect(places.indexOf(-1), inOrder[places.indexOf(-1)]).toBe(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(page).not.toContain('<form class="ds-');
  });

  it('says plainly what is missing where nothing has been done', async () => {
    await make('empty', '/fokus', { title: 'Tomt område', state: 'ongoing' });
    const page = await (await lead.get(`${made.empty}/rod-trad`)).text();
    for (const words of [
      'Det finns inget antecknat val bakom fokusområdet.',
      'Inga nyckeltal följs än.',
      'Ingen observation ligger till grund för fokusområdet.',
      'Inga orsaker är beskrivna än.',
      'Ingen slutsats är dragen än.',
      'Inget förslag är lagt än.',
      'Ingen åtgärd finns än.',
      'Ingen väntad effekt är angiven',
      'Orsaker saknas för:',
      'Inga siffror finns på sidan.',
    ]) {
      expect(page).toContain(words);
    }
  });
});
