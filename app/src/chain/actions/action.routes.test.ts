import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../foundation/database/testing.ts';
import { createFigureStore, type FigureStore } from '../../foundation/figures/index.ts';
import { newId } from '../../foundation/ids/index.ts';
import { createLog } from '../../foundation/log/index.ts';
import { insertRow, readRow } from '../../foundation/register/index.ts';
import {
  createTestPerson,
  createTestTenant,
  serveRoutes,
  type TestBrowser,
  type TestTenant,
} from '../../foundation/tenancy/testing.ts';
import { wireKernel } from '../../wiring.ts';
import { focusArea } from '../focus/index.ts';
import { milestonesInDigest, ownMilestones } from './action.contributions.ts';
import { action, actionRoutes } from './index.ts';
import { milestonesOf } from './milestone.store.ts';
import { tellingsOf } from './status.store.ts';

let database: TestDatabase;
let figures: FigureStore;
let house: TestTenant;
let leader: TestBrowser;
let analyst: TestBrowser;
let owner: TestBrowser;
let other: TestBrowser;
const department = newId();
// The server's clock stands on 2 March 2026.
const today = '2026-03-02';

beforeAll(async () => {
  database = await createTestDatabase();
  figures = createFigureStore({ kolada: '/no/archive', example: '/no/archive' }, [], createLog('silent'));
  house = await createTestTenant(database, ['programmeLead', 'analyst', 'staff']);
  const otherStaff = await createTestPerson(database, house.id, 'staff');
  const kernel = wireKernel(figures);
  const slot = () => Promise.resolve('Det här säger en annan del');
  const { browser } = serveRoutes(database, actionRoutes(kernel, [slot]));
  leader = browser(house.id, house.people.programmeLead);
  analyst = browser(house.id, house.people.analyst);
  owner = browser(house.id, house.people.staff);
  other = browser(house.id, otherStaff);
  await inHouse(async (tx) => {
    await sql`insert into tenancy.department (tenant_id, id, name) values (${house.id}, ${department}, 'Omsorgen')`.execute(
      tx.tables<unknown>(),
    );
  });
});
afterAll(async () => {
  await figures?.close();
  await database?.drop();
});

const inHouse = <R>(work: Parameters<typeof database.inScope<R>>[1]) => database.inScope({ tenantId: house.id }, work);
const make = (values: object = {}) =>
  inHouse((tx) =>
    insertRow(tx, action, { title: 'Säg upp lokalen', state: 'planned', owner: house.people.staff!, ...values }),
  );
const rowOf = async (id: string) => (await inHouse((tx) => readRow(tx, action, id)))!;
const latestOf = async (id: string) => (await inHouse((tx) => tellingsOf(tx, id)))[0];
const read = async (browser: TestBrowser, path: string) => (await browser.get(path)).text();

describe('telling how it goes', () => {
  it('is for the owner too, who may not change the action itself', async () => {
    const id = await make({ state: 'ongoing' });
    expect((await other.post(`/atgarder/${id}/status`, { status: 'green', seen: '' })).status).toBe(403);
    expect((await owner.get(`/atgarder/${id}/andra`)).status).toBe(403);
    const told = await owner.post(`/atgarder/${id}/status`, { status: 'green', comment: '', seen: '' });
    expect(told.status).toBe(303);
    expect(await rowOf(id)).toMatchObject({ status: 'green', statusComment: '' });
    expect(await read(owner, `/atgarder/${id}`)).toContain('Hur går det?');
    expect(await read(other, `/atgarder/${id}`)).not.toContain('Hur går det?');
  });

  it('demands a comment when it is not green, and keeps what was written', async () => {
    const id = await make({ state: 'ongoing' });
    const without = await owner.post(`/atgarder/${id}/status`, { status: 'yellow', comment: '  ', seen: '' });
    expect(without.status).toBe(422);
    expect(await without.text()).toContain('vad avviker');
    const long = 'x'.repeat(5001);
    const tooLong = await owner.post(`/atgarder/${id}/status`, { status: 'red', comment: long, seen: '' });
    expect(await tooLong.text()).toContain(long);
    expect(await latestOf(id)).toBeUndefined();
    await owner.post(`/atgarder/${id}/status`, { status: 'red', comment: 'Två är sjuka', seen: '' });
    expect(await rowOf(id)).toMatchObject({ status: 'red', statusComment: 'Två är sjuka' });
    const page = await read(leader, `/atgarder/${id}`);
    expect(page).toContain('Två är sjuka');
    expect(page).toContain('Det här säger en annan del');
  });

  it('by two at once shows the second what the first said, and loses neither', async () => {
    const id = await make({ state: 'ongoing' });
    const results = await Promise.all([
      owner.post(`/atgarder/${id}/status`, { status: 'green', comment: 'Lugnt', seen: '' }),
      leader.post(`/atgarder/${id}/status`, { status: 'red', comment: 'Inte alls', seen: '' }),
    ]);
    expect(results.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409]);
    const page = await results.find(({ status }) => status === 409)!.text();
    expect(page).toContain('Lugnt');
    expect(page).toContain('Inte alls');
    const seen = (await latestOf(id))!.id;
    await leader.post(`/atgarder/${id}/status`, { status: 'red', comment: 'Inte alls', seen });
    expect(await inHouse((tx) => tellingsOf(tx, id))).toHaveLength(2);
  });

  it('of what is done is refused in words', async () => {
    const id = await make({ state: 'done' });
    expect((await owner.post(`/atgarder/${id}/status`, { status: 'green', seen: '' })).status).toBe(303);
    expect(await latestOf(id)).toBeUndefined();
  });
});

describe('moving an action', () => {
  const move = (browser: TestBrowser, id: string, fields: Record<string, string>) =>
    browser.post(`/atgarder/${id}/lage`, fields);

  it('sets the day it was done, and takes it away when it is opened again with a reason', async () => {
    const id = await make();
    expect((await move(owner, id, { fran: 'planned', till: 'ongoing' })).status).toBe(303);
    await move(owner, id, { fran: 'ongoing', till: 'done' });
    expect(await rowOf(id)).toMatchObject({ state: 'done', closedOn: today });
    const asked = await move(owner, id, { fran: 'done', till: 'ongoing' });
    expect(asked.status).toBe(422);
    expect(await asked.text()).toContain('Varför?');
    await move(owner, id, { fran: 'done', till: 'ongoing', reason: 'Hyran sänktes inte' });
    expect(await rowOf(id)).toMatchObject({ state: 'ongoing', closedOn: null });
    const history = await inHouse((tx) => tellingsOf(tx, id));
    expect(history.map(({ state, comment }) => [state, comment])).toEqual([
      ['ongoing', 'Hyran sänktes inte'],
      ['done', ''],
      ['ongoing', ''],
    ]);
  });

  it('over a step is refused, and changes nothing', async () => {
    const id = await make();
    expect((await move(leader, id, { fran: 'planned', till: 'done' })).status).toBe(303);
    expect((await rowOf(id)).state).toBe('planned');
    expect((await move(leader, id, { fran: 'planned', till: 'away' })).status).toBe(400);
    expect((await move(other, id, { fran: 'planned', till: 'ongoing' })).status).toBe(403);
  });

  it('by two to different places shows the second where the first put it, and by whom', async () => {
    const id = await make({ state: 'ongoing' });
    await move(leader, id, { fran: 'ongoing', till: 'done' });
    const late = await move(analyst, id, { fran: 'ongoing', till: 'stopped', reason: 'Pengarna tog slut' });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('Testperson programmeLead ändrade läget till klar');
    expect(page).toContain('Du såg den som pågår och ville ändra till avbruten');
    expect((await rowOf(id)).state).toBe('done');
    expect((await move(analyst, id, { fran: 'ongoing', till: 'done' })).status).toBe(303);
  });

  it('at the very same moment happens once', async () => {
    const id = await make({ state: 'ongoing' });
    const results = await Promise.all([
      move(leader, id, { fran: 'ongoing', till: 'done' }),
      move(analyst, id, { fran: 'ongoing', till: 'planned' }),
    ]);
    expect(results.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409]);
    expect(await inHouse((tx) => tellingsOf(tx, id))).toHaveLength(1);
  });
});

describe('milestones', () => {
  const list = (id: string) => inHouse((tx) => milestonesOf(tx, id));

  it('are added, reached, put in order, taken away and put back', async () => {
    const id = await make({ state: 'ongoing' });
    for (const title of ['Planen beslutas', 'Lokalen töms']) {
      await owner.post(`/atgarder/${id}/delmal`, { title, due: '2026-02-15' });
    }
    const [first, second] = await list(id);
    const at = (milestone: { id: string } | undefined, rest: string) =>
      `/atgarder/${id}/delmal/${milestone!.id}/${rest}`;
    await owner.post(at(second, 'flytta'), { version: '1', gor: 'upp' });
    expect((await list(id)).map(({ title }) => title)).toEqual(['Lokalen töms', 'Planen beslutas']);
    await owner.post(at(first, 'nadd'), { version: '2', gor: 'ja' });
    expect((await list(id))[1]).toMatchObject({ reachedOn: today });
    const page = await read(owner, `/atgarder/${id}`);
    expect(page).toContain('1 av 2 nådda');
    expect(page).toContain('2026-02-15, passerat');
    await owner.post(at(second, 'ta-bort'), { version: '2' });
    expect(await read(owner, `/atgarder/${id}`)).toContain('1 borttaget delmål');
    await owner.post(at(second, 'ta-tillbaka'), { version: '3' });
    expect((await list(id)).every(({ active }) => active)).toBe(true);
    expect((await other.post(at(first, 'nadd'), { version: '3', gor: 'nej' })).status).toBe(403);
  });

  it('that cannot be keep what was written, and tell why', async () => {
    const id = await make();
    const answer = await owner.post(`/atgarder/${id}/delmal`, { title: '', due: 'snart' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Skriv vad som ska nås');
    expect(page).toContain('value="snart"');
  });

  it('changed by two keep the first and show the second', async () => {
    const id = await make();
    await owner.post(`/atgarder/${id}/delmal`, { title: 'Planen', due: '' });
    const [milestone] = await list(id);
    const change = (browser: TestBrowser, title: string) =>
      browser.post(`/atgarder/${id}/delmal/${milestone!.id}`, { version: '1', title, due: '' });
    expect((await change(owner, 'Planen beslutas')).status).toBe(303);
    const second = await change(leader, 'Planen skrivs');
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain('Planen beslutas');
    expect(page).toContain('Planen skrivs');
    expect((await list(id))[0]!.title).toBe('Planen beslutas');
  });
});

describe('dependencies', () => {
  it('never make a circle, whoever adds them and however long the way is', async () => {
    const [a, b, c] = [await make({ title: 'A1' }), await make({ title: 'B1' }), await make({ title: 'C1' })];
    const needs = (id: string, other: string) => leader.post(`/atgarder/${id}/beroenden`, { needs: other });
    expect((await needs(a, b)).status).toBe(303);
    expect((await needs(b, c)).status).toBe(303);
    const circle = await needs(c, a);
    expect(circle.status).toBe(422);
    expect(await circle.text()).toContain('i en cirkel');
    expect((await needs(a, a)).status).toBe(422);
    expect((await needs(a, 'Finns inte')).status).toBe(422);
    const [d, e] = [await make({ title: 'D1' }), await make({ title: 'E1' })];
    const both = await Promise.all([needs(d, e), needs(e, d)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 422]);
  });

  it('warn of what is late, and can be taken away', async () => {
    const needed = await make({ title: 'Städa upp', ends: '2026-02-01', state: 'ongoing' });
    const waiting = await make({ title: 'Flytta in', starts: '2026-04-01' });
    await leader.post(`/atgarder/${waiting}/beroenden`, { needs: needed });
    expect(await read(leader, `/atgarder/${waiting}`)).toContain('är sen');
    expect(await read(leader, `/atgarder/${needed}`)).toContain('Väntar på den här');
    await leader.post(`/atgarder/${waiting}/beroenden/${needed}/ta-bort`, {});
    expect(await read(leader, `/atgarder/${waiting}`)).toContain('Väntar inte på någon annan åtgärd');
  });
});

describe('the views', () => {
  it('show the same actions, narrowed by the same words', async () => {
    const area = await inHouse((tx) => insertRow(tx, focusArea, { title: 'Lokaler', state: 'ongoing' }));
    const inArea = { focusArea: area, starts: '2026-01-01', ends: '2026-09-30', state: 'ongoing', department };
    const id = await make({ ...inArea, title: 'Hyr ut överblivna lokaler', status: 'yellow' });
    await make({ title: 'Något helt annat' });
    for (const path of ['', '/tavla', '/tidslinje', '/arshjul', '/mina']) {
      const page = await read(owner, `/atgarder${path}?focusArea=${area}&department=${department}`);
      expect(page, path).toContain('Hyr ut överblivna lokaler');
      expect(page, path).not.toContain('Något helt annat');
      expect(page, path).toContain(`href="/atgarder/${id}"`);
    }
  });

  it('are pictures to take along', async () => {
    for (const file of ['tidslinje/sida', 'tidslinje/oversikt', 'arshjul/hjul']) {
      const svg = await leader.get(`/atgarder/${file}.svg?grupp=owner`);
      expect(svg.headers.get('content-type')).toBe('image/svg+xml');
      expect(await svg.text()).toContain('Åtgärder i Provkommun, 2026-03-02');
      expect((await leader.get(`/atgarder/${file}.png`)).headers.get('content-type')).toBe('image/png');
    }
  });

  it('are empty in words', async () => {
    for (const path of ['tavla', 'tidslinje', 'arshjul']) {
      const page = await read(leader, `/atgarder/${path}?q=finnsintealls`);
      expect(page).toMatch(/Ingen åtgärd passar|Inget händer det här året/);
    }
    expect(await read(analyst, '/atgarder/mina')).toContain('Ingenting väntar på dig');
  });

  it('hold a year at a time', async () => {
    await make({ title: 'Bara 2031', starts: '2031-02-01', ends: '2031-03-01' });
    expect(await read(leader, '/atgarder/arshjul?ar=2031')).toContain('Bara 2031');
    expect(await read(leader, '/atgarder/arshjul?ar=2026')).not.toContain('Bara 2031');
  });

  it('offer moves only to whoever may make them', async () => {
    const id = await make({ title: 'Flyttas på tavlan' });
    const moves = `action="/atgarder/${id}/lage"`;
    expect(await read(owner, '/atgarder/tavla?q=flyttas')).toContain(moves);
    expect(await read(leader, '/atgarder/tavla?q=flyttas')).toContain(moves);
    expect(await read(other, '/atgarder/tavla?q=flyttas')).not.toContain(moves);
  });
});

it('milestones that are late or soon due wait for the owner on the start page, and for nobody else', async () => {
  const id = await make({ title: 'Flytta in', state: 'ongoing' });
  for (const [title, due] of [
    ['Första huset tomt', '2026-03-10'],
    ['Andra huset tomt', '2026-12-31'],
  ] as const) {
    await owner.post(`/atgarder/${id}/delmal`, { title, due });
  }
  const roles = [{ role: 'staff', scope: { kind: 'municipality' } }] as const;
  const mine = (personId: string) =>
    inHouse((tx) =>
      ownMilestones(tx, {
        actor: { tenantId: house.id, personId, sessionId: '', name: '', roles },
        language: 'sv',
        day: today,
      }),
    );
  const titles = (await mine(house.people.staff!)).map(({ title }) => title);
  expect(titles).toContain('Delmål: Första huset tomt');
  expect(titles).not.toContain('Delmål: Andra huset tomt');
  const digest = await inHouse((tx) => milestonesInDigest(tx, '2026-03-15'));
  expect(digest).toContainEqual({
    ...{ register: 'actions.action', rowId: id, title: 'Första huset tomt', day: '2026-03-10' },
    ...{ personId: house.people.staff, part: { one: expect.any(Function) as unknown, anchor: 'delmal' } },
  });
  expect(digest.map(({ title }) => title)).not.toContain('Andra huset tomt');
  expect(await mine(house.people.analyst!)).toEqual([]);
});
