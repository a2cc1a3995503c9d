import { sql } from 'kysely';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../foundation/database/testing.ts';
import { newId } from '../../foundation/ids/index.ts';
import { createTestTenant, serveRoutes, type TestBrowser, type TestTenant } from '../../foundation/tenancy/testing.ts';
import { localKeyFigureRoutes } from './local-key-figure.routes.tsx';

let database: TestDatabase;
let tenant: TestTenant;
let analyst: TestBrowser;
let elected: TestBrowser;
let neighbour: TestBrowser;
const school = newId();
const care = newId();
const path = '/egna-nyckeltal';

beforeAll(async () => {
  database = await createTestDatabase();
  tenant = await createTestTenant(database, ['analyst', 'elected']);
  const other = await createTestTenant(database, ['analyst'], 'Grannkommun');
  const { browser } = serveRoutes(database, localKeyFigureRoutes());
  analyst = browser(tenant.id, tenant.people.analyst);
  elected = browser(tenant.id, tenant.people.elected);
  neighbour = browser(other.id, other.people.analyst);
  await database.inScope({ tenantId: tenant.id }, async (tx) => {
    const department = newId();
    await sql`insert into tenancy.department (tenant_id, id, name) values (${tenant.id}, ${department}, 'Skola')`.execute(
      tx.tables<unknown>(),
    );
    for (const [id, name] of [
      [school, 'Ekskolan'],
      [care, 'Solhem'],
    ]) {
      await sql`insert into tenancy.unit (tenant_id, id, department_id, name) values (${tenant.id}, ${id}, ${department}, ${name})`.execute(
        tx.tables<unknown>(),
      );
    }
  });
});

afterAll(() => database.drop());

const definition = {
  title: 'Matsvinn per portion',
  definition: 'Vägt under vecka 40.',
  unit: 'gram',
  area: '',
  perspective: 'quality',
  direction: 'low',
  source: 'Kökens vågar',
  genders: '',
};

async function define(title: string, changes: Partial<typeof definition> = {}): Promise<string> {
  const made = await analyst.post(path, { ...definition, title, ...changes });
  expect(made.status).toBe(303);
  return /egna-nyckeltal\/([0-9a-f-]{36})\/varden/.exec(made.headers.get('location') ?? '')![1]!;
}

const cell = (unit: string, text: string, base = '', gender = 'T') => ({
  [`v-${unit}-${gender}`]: text,
  [`b-${unit}-${gender}`]: base,
});

describe('an own key figure', () => {
  test('gets its code by itself, and the form keeps what was typed when something lacks', async () => {
    const id = await define('Matsvinn per portion');
    const page = await (await analyst.get(`${path}/${id}`)).text();
    expect(page).toContain('E00001');
    expect(page).toContain('Kökens vågar');
    const refused = await analyst.post(path, { ...definition, title: 'matsvinn PER portion', source: '' });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('Skriv var siffran kommer ifrån.');
    expect(html).toContain('matsvinn PER portion');
    const taken = await analyst.post(path, { ...definition, title: 'matsvinn PER portion' });
    expect(await taken.text()).toContain('Det finns redan ett eget nyckeltal som heter så');
  });

  test('changed by two at once shows both versions and loses neither', async () => {
    const id = await define('Två ändrar');
    const first = await analyst.post(`${path}/${id}`, { ...definition, title: 'Två ändrar', unit: 'kg', version: '1' });
    expect(first.status).toBe(303);
    const second = await analyst.post(`${path}/${id}`, {
      ...definition,
      title: 'Två ändrar',
      unit: 'hg',
      version: '1',
    });
    expect(second.status).toBe(409);
    const html = await second.text();
    expect(html).toContain('kg');
    expect(html).toContain('hg');
    expect(html).toContain('name="version" value="2"');
    const page = await (await analyst.get(`${path}/${id}`)).text();
    expect(page).toContain('Enhet för talet: kg');
  });

  test('is archived and brought back, and keeps its values meanwhile', async () => {
    const id = await define('Arkiveras');
    await analyst.post(`${path}/${id}/varden`, { ar: '2024', ...cell('kommun', '5') });
    await analyst.post(`${path}/${id}/arkivera`, {});
    expect(await (await analyst.get(path)).text()).not.toContain('Arkiveras');
    expect(await (await analyst.get(`${path}?visa=arkiverade`)).text()).toContain('Arkiveras');
    expect((await analyst.get(`${path}/${id}/varden`)).status).toBe(409);
    await analyst.post(`${path}/${id}/ta-tillbaka`, {});
    expect(await (await analyst.get(`${path}/${id}`)).text()).toContain('5 gram i hela kommunen 2024.');
  });

  test('is for its own municipality, and is written by those who may', async () => {
    const id = await define('Vårt eget');
    expect((await neighbour.get(`${path}/${id}`)).status).toBe(404);
    expect(await (await neighbour.get(path)).text()).not.toContain('Vårt eget');
    expect((await elected.get(`${path}/${id}`)).status).toBe(200);
    expect((await elected.get(`${path}/${id}/varden`)).status).toBe(403);
    expect((await elected.post(path, definition)).status).toBe(403);
    expect((await analyst.get(`${path}/inget`)).status).toBe(404);
  });
});

describe('entering values', () => {
  test('saves numbers and reasons, keeps what was typed on a fault, and saves nothing then', async () => {
    const id = await define('Inmatning');
    const wrong = await analyst.post(`${path}/${id}/varden`, {
      ar: '2024',
      ...cell('kommun', '1 234,5'),
      ...cell(school, 'massor'),
    });
    expect(wrong.status).toBe(422);
    const html = await wrong.text();
    expect(html).toContain('”massor” är inget tal.');
    expect(html).toContain('value="1 234,5"');
    expect(await (await analyst.get(`${path}/${id}`)).text()).toContain('Inga värden är angivna ännu.');
    const right = await analyst.post(`${path}/${id}/varden`, {
      ar: '2024',
      ...cell('kommun', '1 234,5'),
      ...cell(school, '−3'),
      ...cell(care, 'sekretess'),
    });
    expect(right.status).toBe(303);
    const page = await (await analyst.get(`${path}/${id}`)).text();
    expect(page).toContain('1 235 gram'.replace(' ', '\u00a0'));
    expect(page).toContain('−3');
    expect(page).toMatch(/<em class="missing">sekretess<\/em>/);
    const again = await (await analyst.get(`${path}/${id}/varden?ar=2024`)).text();
    expect(again).toContain('value="1234,5"');
  });

  test('two people at once: each keeps their own cells, and the same cell is asked about', async () => {
    const id = await define('Samtidigt');
    const form = `${path}/${id}/varden`;
    await analyst.post(form, { ar: '2024', ...cell(school, '1'), ...cell(care, '1') });
    await analyst.post(form, { ar: '2024', ...cell(school, '2', '1'), ...cell(care, '1', '1') });
    const late = await analyst.post(form, { ar: '2024', ...cell(school, '3', '1'), ...cell(care, '1', '1') });
    expect(late.status).toBe(409);
    const html = await late.text();
    expect(html).toContain('Någon annan har under tiden sparat 2.');
    expect(html).toContain(`name="b-${school}-T" value="2"`);
    expect(html).toContain('value="3"');
    const beside = await analyst.post(form, { ar: '2024', ...cell(school, '1', '1'), ...cell(care, '9', '1') });
    expect(beside.status).toBe(303);
    const after = await (await analyst.get(`${form}?ar=2024`)).text();
    expect(after).toContain(`name="b-${school}-T" value="2"`);
    expect(after).toContain(`name="b-${care}-T" value="9"`);
  });

  test('an emptied box takes the value away, and the trail remembers it', async () => {
    const id = await define('Tömning');
    await analyst.post(`${path}/${id}/varden`, { ar: '2024', ...cell('kommun', '7') });
    await analyst.post(`${path}/${id}/varden`, { ar: '2024', ...cell('kommun', '', '7') });
    expect(await (await analyst.get(`${path}/${id}`)).text()).toContain('Inga värden är angivna ännu.');
    await database.inScope({ tenantId: tenant.id }, async (tx) => {
      const { rows } = await sql`select before ->> 'value' as value from audit.entry
        where table_name = 'situation.local_value' and operation = 'delete'`.execute(tx.tables<unknown>());
      expect(rows).toContainEqual({ value: '7' });
    });
  });

  test('women and men have boxes only where the key figure is divided so', async () => {
    const id = await define('Delat', { genders: 'TKM' });
    await analyst.post(`${path}/${id}/varden`, { ar: '2024', ...cell('kommun', '4', '', 'K') });
    expect(await (await analyst.get(`${path}/${id}?kon=K`)).text()).toContain('4 gram i hela kommunen 2024.');
    const undivided = await define('Odelat');
    expect(await (await analyst.get(`${path}/${undivided}/varden`)).text()).not.toContain('-kommun-K');
    expect((await analyst.get(`${path}/${id}/varden?ar=i+fjol`)).status).toBe(422);
  });
});

describe('the page', () => {
  test('says its finding first, draws municipality and units, and gives pictures with their source', async () => {
    const id = await define('Sidan');
    for (const [index, year] of [2019, 2020, 2021, 2022, 2023, 2024].entries()) {
      await analyst.post(`${path}/${id}/varden`, {
        ar: String(year),
        ...cell('kommun', String(20 + index)),
        ...cell(school, String(10 + index)),
        ...cell(care, String(30 + index)),
      });
    }
    const html = await (await analyst.get(`${path}/${id}`)).text();
    expect(html).toContain('25 gram i hela kommunen 2024.');
    expect(html).toContain('Trend: ökar.');
    expect(html).toContain('från 15 (Ekskolan) till 35 (Solhem)');
    expect(html).toContain('Källa: Kökens vågar. Eget nyckeltal, inte från Kolada.');
    expect(html).not.toContain('Källa: Kolada');
    const svg = await analyst.get(`${path}/${id}/bild/utveckling.svg`);
    expect(svg.headers.get('content-type')).toBe('image/svg+xml');
    expect(await svg.text()).toContain('Kökens vågar');
    const png = new Uint8Array(await (await analyst.get(`${path}/${id}/bild/fordelning.png?ar=2023`)).arrayBuffer());
    expect([...png.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
    expect((await analyst.get(`${path}/${id}/bild/annat.svg`)).status).toBe(404);
  });

  test('the list is searched, filtered and exported', async () => {
    await define('Sjukfrånvaro 100 %', { perspective: 'resource', area: 'personal' });
    const hits = await (await analyst.get(`${path}?q=100+%25`)).text();
    expect(hits).toContain('Sjukfrånvaro 100 %');
    expect(hits).not.toContain('Matsvinn per portion');
    expect(await (await analyst.get(`${path}?area=personal&perspektiv=resource`)).text()).toContain('Sjukfrånvaro');
    expect(await (await analyst.get(`${path}?q=finns-inte`)).text()).toContain('Inget nyckeltal stämmer');
    const file = await analyst.get(`${path}.xlsx?q=Sjukfrånvaro`);
    const [sheet] = await readXlsx(Buffer.from(await file.arrayBuffer()));
    expect(sheet?.data).toHaveLength(2);
  });
});

describe('values out of a file', () => {
  async function upload(content: string | Uint8Array): Promise<Response> {
    const form = new FormData();
    form.set('file', new File([content as BlobPart], 'värden.csv'));
    return analyst.postForm(`${path}/import`, form);
  }

  test('are previewed, read in whole, and read in once', async () => {
    const id = await define('Ur fil');
    const csv =
      '\ufeffNyckeltal;Enhet;År;Värde\r\nUr fil;;2023;1 234,5\r\nUr fil;Ekskolan;2023;−2\r\nUr fil;Solhem;2023;sekretess\r\n';
    const taken = await upload(csv);
    expect(taken.status).toBe(303);
    const preview = taken.headers.get('location')!;
    const shown = await (await analyst.get(preview)).text();
    expect(shown).toContain('3 nya värden, 0 ändrade och 0 som redan finns.');
    expect(await (await analyst.get(`${path}/${id}`)).text()).toContain('Inga värden är angivna ännu.');
    expect((await analyst.post(preview, {})).status).toBe(303);
    expect(await (await analyst.get(`${path}/${id}`)).text()).toContain('1 235 gram'.replace(' ', '\u00a0'));
    const again = (await upload(csv)).headers.get('location')!;
    expect(await (await analyst.get(again)).text()).toContain('Allt i filen finns redan.');
  });

  test('with one fault save nothing, and say the row, the column and what to do', async () => {
    const id = await define('Med fel');
    const bad = (await upload('Kod;Nyckeltal;År;Värde\n;Med fel;2023;1\n;Med fel;2024;tolv\n')).headers.get(
      'location',
    )!;
    const preview = await analyst.get(bad);
    expect(preview.status).toBe(422);
    expect(await preview.text()).toContain('”tolv” är inget tal. Skriv till exempel 1234,5.');
    expect((await analyst.post(bad, {})).status).toBe(422);
    expect(await (await analyst.get(`${path}/${id}`)).text()).toContain('Inga värden är angivna ännu.');
  });

  test('exported, and read in again, change nothing', async () => {
    const id = await define('Tur och retur');
    await analyst.post(`${path}/${id}/varden`, {
      ar: '2024',
      ...cell('kommun', '0,1'),
      ...cell(school, '1234567,25'),
      ...cell(care, 'ej aktuellt'),
    });
    const file = await analyst.get(`${path}/${id}/varden.xlsx`);
    const again = await upload(new Uint8Array(await file.arrayBuffer()));
    const shown = await (await analyst.get(again.headers.get('location')!)).text();
    expect(shown).toContain('Allt i filen finns redan.');
  });

  test('that are no table, or have no headers, are refused with a sentence', async () => {
    expect(await (await upload('')).text()).toContain('Filen är tom.');
    expect(await (await analyst.postForm(`${path}/import`, new FormData())).text()).toContain('Välj en fil');
    const noHeader = await upload('a;b\n1;2\n');
    expect(noHeader.status).toBe(422);
    expect(await noHeader.text()).toContain('Första raden måste ha rubrikerna År och Värde');
    expect((await upload(new Uint8Array([0xd0, 0xcf, 1, 2]))).status).toBe(422);
    expect((await analyst.get(`${path}/import/${newId()}`)).status).toBe(404);
  });
});
