import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestBrowser } from '../tenancy/testing.ts';
import { createTrial, type Trial } from './test-register.ts';

let trial: Trial;
let analyst: TestBrowser;
let manager: TestBrowser;
let staff: TestBrowser;

beforeAll(async () => {
  trial = await createTrial();
  const { own, browser } = trial;
  analyst = browser(own.id, own.people.analyst);
  manager = browser(own.id, own.people.manager);
  staff = browser(own.id, own.people.staff);
  await trial.database.inScope({ tenantId: own.id }, (tx) =>
    sql`insert into tenancy.department (tenant_id, id, name) values (${own.id}, gen_random_uuid(), 'Skolförvaltningen')`.execute(
      tx.tables<unknown>(),
    ),
  );
});
afterAll(() => trial?.drop());

async function newRow(path: string, title: string): Promise<string> {
  const response = await analyst.post(path, { title, done: 'nej' });
  expect(response.status).toBe(303);
  return response.headers.get('location')!;
}

const link = (as: TestBrowser, row: string, linkKind: string, linkName: string, linkNote = '') =>
  as.post(`${row}/hor-ihop`, { linkKind, linkName, linkNote });
const page = async (as: TestBrowser, path: string) => (await as.get(path)).text();
const linkId = async (row: string) => /hor-ihop\/([0-9a-f-]{36})/.exec(await page(analyst, row))?.[1] ?? '';

it('a link is seen from both ends with its note, and is made once whichever end it is made from', async () => {
  const [one, two] = [await newRow('/saker', 'Bussar'), await newRow('/saker', 'Taxi')];
  expect((await link(analyst, one, 'trial.thing', 'taxi', 'samma upphandling')).status).toBe(303);
  for (const [row, other] of [
    [one, 'Taxi'],
    [two, 'Bussar'],
  ] as const) {
    const seen = await page(staff, row);
    expect(seen).toContain(`>${other}</a>`);
    expect(seen).toContain('samma upphandling');
  }
  await link(analyst, two, 'trial.thing', 'Bussar');
  expect((await page(staff, one)).match(/>Taxi<\/a>/g)).toHaveLength(1);
});

it('rows can be linked to the organisation, too', async () => {
  const row = await newRow('/saker', 'Måltider');
  await link(analyst, row, 'department', 'skolförvaltningen');
  expect(await page(staff, row)).toContain('>Skolförvaltningen</a>');
});

it('what cannot be linked says why beside the field, and keeps what was typed', async () => {
  const row = await newRow('/saker', 'Vägar');
  for (const [kind, name, words] of [
    ['', 'x', 'Välj vad det hör ihop med.'],
    ['trial.thing', ' ', 'Skriv ett namn.'],
    ['trial.thing', 'Ingenting alls', '”Ingenting alls” finns inte.'],
    ['trial.thing', 'Vägar', 'Det är samma rad.'],
    ['attachment', 'x', 'Välj vad det hör ihop med.'],
  ] as const) {
    const response = await link(analyst, row, kind, name, 'min anteckning');
    expect(response.status).toBe(422);
    const shown = await response.text();
    expect(shown).toContain(words);
    expect(shown).toContain('min anteckning');
  }
});

it('only what one may read is shown or can be chosen', async () => {
  const row = await newRow('/saker', 'Öppet');
  const hidden = await newRow('/hemligt', 'Dolt ärende');
  await link(analyst, row, 'trial.secret', 'Dolt ärende');
  expect(await page(analyst, row)).toContain('Dolt ärende');
  expect(await page(manager, row)).not.toContain('Dolt ärende');
  expect(await page(manager, row)).not.toContain('Hemligheter');
  expect(await page(analyst, hidden)).toContain('Öppet');
  expect((await link(manager, row, 'trial.secret', 'Dolt ärende')).status).toBe(422);
  expect((await link(staff, row, 'trial.thing', 'Taxi')).status).toBe(403);
});

it('a link is removed from either end, and can be taken back', async () => {
  const [one, two] = [await newRow('/saker', 'Alfa'), await newRow('/saker', 'Beta')];
  await link(analyst, one, 'trial.thing', 'Beta');
  const id = await linkId(two);
  expect((await staff.post(`${two}/hor-ihop/${id}/ta-bort`, {})).status).toBe(403);
  expect((await analyst.post(`${two}/hor-ihop/${id}/ta-bort`, {})).status).toBe(303);
  expect(await page(staff, one)).not.toContain('>Beta</a>');
  await analyst.post(`${one}/hor-ihop/${id}/ta-tillbaka`, {});
  expect(await page(staff, two)).toContain('>Alfa</a>');
  const elsewhere = await newRow('/saker', 'Gamma');
  expect((await analyst.post(`${elsewhere}/hor-ihop/${id}/ta-bort`, {})).status).toBe(404);
  const stranger = trial.browser(trial.other.id, trial.other.people.analyst);
  expect((await stranger.post(`${one}/hor-ihop/${id}/ta-bort`, {})).status).toBe(404);
});
