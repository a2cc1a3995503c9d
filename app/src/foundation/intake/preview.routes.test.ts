import { afterAll, beforeAll, expect, it } from 'vitest';
import { action } from '../../chain/actions/index.ts';
import { cause, problem } from '../../chain/causes/index.ts';
import { focusArea } from '../../chain/focus/index.ts';
import { wireIntake, wireKernel } from '../../wiring.ts';
import { insertRow } from '../register/index.ts';
import type { TestBrowser } from '../tenancy/testing.ts';
import { idIn, openWayIn } from './testing.ts';

let house: Awaited<ReturnType<typeof openWayIn>>;
let analyst: TestBrowser;

beforeAll(async () => {
  house = await openWayIn({ wireKernel, wireIntake }, ['analyst']);
  analyst = house.as('analyst');
  await house.database.inScope({ tenantId: house.tenant.id }, async (tx) => {
    for (const title of ['Färre kök', 'Samordna inköp']) await insertRow(tx, action, { title });
  });
});
afterAll(() => house?.close());

const standing = () => house.standing(['followup.benefit', 'actions.action', 'causes.cause']);

async function pasted(table: string, target: string): Promise<string> {
  const id = idIn(await analyst.post('/importera/klistra', { tabell: table, till: target }));
  await analyst.post(`/importera/utkast/${id}`, { 'tabell-1': target });
  return id;
}

const look = async (id: string) => (await analyst.get(`/importera/utkast/${id}/granska`)).text();
const mend = (id: string, fields: Readonly<Record<string, string>>) =>
  analyst.post(`/importera/utkast/${id}/tabell/1/ratta`, fields);

const header = 'Nytta\tÅtgärd\tSlag\tÅr\tPlanerat\tPlanerade timmar\tLäge';
const benefits = [
  header,
  'Rätt från början\tFärre kök\tGrön – kronor\t2026\t120\t\tVäntad',
  'Fel åtgärd\tFärre köks\tGrön – kronor\t2026\t1\t\tVäntad',
  'Fel slag\tFärre kök\tLila\t2026\t\t\tVäntad',
  'Fel år\tFärre kök\tRöd – värderas inte\ti fjol\t\t\tVäntad',
  'Fel belopp\tFärre kök\tGrön – kronor\t2026\tdyrt\t\tVäntad',
  'Fel timmar\tFärre kök\tGul – tid\t2026\t\tmånga\tVäntad',
  'Stämmer inte ihop\tFärre kök\tRöd – värderas inte\t2026\t\t40\tVäntad',
  'Ska inte med\tFinns inte\tLila\tförr\t\t\tVäntad',
].join('\n');

it('lets every kind of value be mended where it stands, and a row be left out; what was right goes in beside', async () => {
  const before = await standing();
  const id = await pasted(benefits, 'followup.benefit');
  const faulty = await look(id);
  expect(faulty).toContain('7 rader har fel');
  expect(faulty).toMatch(/<select[^>]*name="rad-1-action"/);
  expect(faulty).toMatch(/<select[^>]*name="rad-2-colour"/);
  for (const name of ['rad-3-year', 'rad-4-planned', 'rad-5-hoursPlanned', 'rad-6-hoursPlanned'])
    expect(faulty).toMatch(new RegExp(`<input[^>]*name="${name}"`));
  // What the table says stands in the field, to be changed and not written anew.
  expect(faulty).toMatch(/name="rad-3-year"[^>]*value="i fjol"/);
  const answer = await mend(id, {
    'rad-1-action': 'Samordna inköp',
    'rad-2-colour': 'Röd – värderas inte',
    'rad-3-year': '2025',
    'rad-4-planned': '1 250',
    'rad-5-hoursPlanned': 'en del',
    'rad-6-hoursPlanned': '',
    utelamna: '7',
  });
  expect(answer.status).toBe(303);
  // One is still wrong, and what was written stands there.
  const again = await look(id);
  expect(again).toContain('1 rad har fel');
  expect(again).toMatch(/name="rad-5-hoursPlanned"[^>]*value="en del"/);
  expect(await standing()).toEqual(before);
  await mend(id, { 'rad-5-hoursPlanned': '37,5' });
  const ready = await look(id);
  expect(ready).toContain('Importera 7 rader');
  expect(ready).toContain('Utelämnade (1)');
  await analyst.post(`/importera/utkast/${id}/las-in`, {});
  const rows = (await standing())['followup.benefit']!;
  expect(rows).toHaveLength(7);
  const one = (title: string) => rows.find((row) => row.title === title);
  const [fewer, together] = ['Färre kök', 'Samordna inköp'].map(
    (title) => before['actions.action']!.find((row) => row.title === title)!.id,
  );
  expect(one('Rätt från början')).toMatchObject({ action: fewer, colour: 'green', planned: 120_000 });
  expect(one('Fel åtgärd')).toMatchObject({ action: together });
  expect(one('Fel slag')).toMatchObject({ colour: 'red' });
  expect(one('Fel år')).toMatchObject({ year: 2025 });
  expect(one('Fel belopp')).toMatchObject({ planned: 1_250_000 });
  expect(one('Fel timmar')).toMatchObject({ hours_planned: 37.5 });
  expect(one('Stämmer inte ihop')).toMatchObject({ hours_planned: null });
  expect(await (await analyst.get(`/importera/${id}`)).text()).toMatch(/Utelämnade[\s\S]*>1</);
  await analyst.post(`/importera/${id}/angra`, {});
  expect(await standing()).toEqual(before);
});

it('asks for a value that no column gives, and for a day', async () => {
  const id = await pasted(
    'Åtgärd\tBörjar\tKlar senast\nSkollunch\t2026-02-30\t\nKvällsmat\t2026-05-01\t1 april 2026\n',
    'actions.action',
  );
  const faulty = await look(id);
  expect(faulty).toContain('2 rader har fel');
  await mend(id, { 'rad-0-starts': '28 februari 2026', 'rad-1-ends': '2026-06-01' });
  expect(await look(id)).toContain('Importera 2 rader');
  await analyst.post(`/importera/utkast/${id}/las-in`, {});
  const rows = (await standing())['actions.action']!;
  expect(rows.find(({ title }) => title === 'Skollunch')).toMatchObject({ starts: '2026-02-28' });
  expect(rows.find(({ title }) => title === 'Kvällsmat')).toMatchObject({ ends: '2026-06-01' });
});

it('tells several of the same name apart among several values', async () => {
  // Two causes are called the same; which one is meant must be said.
  const { database, tenant } = house;
  const [own, other, third] = await database.inScope({ tenantId: tenant.id }, async (tx) => {
    const focus = await insertRow(tx, focusArea, { title: 'Måltider' });
    const under = await insertRow(tx, problem, { title: 'Dyrt', focusArea: focus });
    const made: string[] = [];
    for (const title of ['Många kök', 'Många kök', 'Lång väg'])
      made.push(await insertRow(tx, cause, { title, problem: under }));
    return made;
  });
  const id = await pasted('Åtgärd\tOrsaker\nSlå ihop kök\tMånga kök; Lång väg\n', 'actions.action');
  const faulty = await look(id);
  expect(faulty).toContain('kan vara flera');
  expect(faulty).toMatch(/name="rad-0-causes"/);
  await mend(id, { 'rad-0-causes': `${own}\nLång väg` });
  expect(await look(id)).toContain('Importera 1 rad');
  await analyst.post(`/importera/utkast/${id}/las-in`, {});
  const row = (await standing())['actions.action']!.find(({ title }) => title === 'Slå ihop kök')!;
  expect(new Set(row.causes as string[])).toEqual(new Set([own, third]));
  expect(row.causes).not.toContain(other);
});

it('brings a row back that was left out, and bears what no page sends', async () => {
  const before = await standing();
  const id = await pasted(`${header}\nEn\tFärre kök\tLila\t2026\t\t\tVäntad\n`, 'followup.benefit');
  await mend(id, { utelamna: '0' });
  expect(await look(id)).toContain('Ta med raden igen');
  await mend(id, { 'ta-med': '0' });
  expect(await look(id)).toContain('1 rad har fel');
  expect(
    (await mend(id, { 'rad-999999-colour': 'x', 'rad-0-finnsinte': 'x', 'rad-x': 'y', utelamna: '777' })).status,
  ).toBe(303);
  expect(await look(id)).toContain('1 rad har fel');
  expect((await analyst.post(`/importera/utkast/${id}/tabell/9/ratta`, {})).status).toBe(404);
  expect(await standing()).toEqual(before);
});
