import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { action } from '../../chain/actions/index.ts';
import { wireIntake, wireKernel } from '../../wiring.ts';
import { readRow, registerRoutes } from '../register/index.ts';
import type { TestBrowser } from '../tenancy/testing.ts';
import { ended, idIn, openWayIn, upload } from './testing.ts';

let house: Awaited<ReturnType<typeof openWayIn>>;
let analyst: TestBrowser;
let administrator: TestBrowser;

beforeAll(async () => {
  house = await openWayIn({ wireKernel, wireIntake }, ['analyst', 'administrator'], (kernel) =>
    registerRoutes(kernel, action),
  );
  [analyst, administrator] = [house.as('analyst'), house.as('administrator')];
});
afterAll(() => house?.close());

const tables = ['actions.action', 'intake.import', 'intake.part', 'intake.row_print', 'register.batch'];
const standing = () => house.standing(tables);
const actions = async () => (await standing())['actions.action']!;

/** So many rows, the fifth of them with a day that the calendar has not. */
function plan(rows: number, name: string, ends = '2026-05-01'): string {
  const lines = Array.from(
    { length: rows },
    (_, index) => `${name} ${index + 1};${index === 4 ? '2026-02-31' : '2026-01-07'};${ends}`,
  );
  return `Åtgärd;Startar;Slutar\n${lines.join('\n')}\n`;
}

async function brought(content: string, name = 'plan.csv'): Promise<string> {
  const id = idIn(await upload(analyst, content, name));
  await analyst.post(`/importera/utkast/${id}`, { 'tabell-1': 'actions.action' });
  return id;
}

/** With ordinary spaces in its numbers. */
const look = async (id: string, query = '') =>
  (await (await analyst.get(`/importera/utkast/${id}/granska${query}`)).text()).replaceAll('\u00a0', ' ');
const mend = (id: string, fields: Readonly<Record<string, string>>) =>
  analyst.post(`/importera/utkast/${id}/tabell/1/ratta`, fields);

describe('a table of many rows', () => {
  let id: string;

  it('is gone through beside the page, once, and can be left meanwhile', async () => {
    id = await brought(plan(1300, 'Stor'));
    const first = await analyst.get(`/importera/utkast/${id}/granska`);
    expect(first.headers.get('location')).toBe(`/importera/${id}/forlopp`);
    expect(await ended(analyst, id)).toContain(`href="/importera/utkast/${id}/granska"`);
    expect(await look(id)).toContain('1 299 nya rader, 0 som ändras och 0 som redan finns');
    expect((await administrator.get(`/importera/${id}/forlopp`)).status).toBe(404);
    expect(await (await analyst.get('/importera')).text()).toContain(`href="/importera/utkast/${id}"`);
  });

  it('is shown a page at a time, those at fault first, and by what becomes of them', async () => {
    const faulty = await look(id);
    expect(faulty).toContain('2026-02-31');
    expect(faulty.match(/<tr role="row"/g)).toHaveLength(2);
    const last = await look(id, '?visa=all&tabell=1&sida=26');
    expect(last).toContain('1 251–1 300 av 1 300');
    expect(last).toContain('Stor 1300');
    expect(last).not.toContain('Stor 1250<');
    expect((await look(id, '?visa=new')).match(/<tr role="row"/g)).toHaveLength(51);
    expect(await look(id, '?visa=new&tabell=1&sida=999')).toContain('Stor 1300');
  });

  it('is gone through again when a value has been mended, and then goes in whole; undone, all stands as before', async () => {
    const before = await actions();
    expect((await mend(id, { 'rad-4-starts': '2026-02-28' })).status).toBe(303);
    expect((await analyst.get(`/importera/utkast/${id}/granska`)).headers.get('location')).toContain('/forlopp');
    await ended(analyst, id);
    const ready = await look(id);
    expect(ready).toContain('Importera 1 300 rader');
    await analyst.post(`/importera/utkast/${id}/las-in`, {});
    expect(await ended(analyst, id)).toContain('Importen är klar');
    const rows = await actions();
    expect(rows).toHaveLength(before.length + 1300);
    expect(rows.find(({ title }) => title === 'Stor 5')).toMatchObject({ starts: '2026-02-28' });
    await analyst.post(`/importera/${id}/angra`, {});
    expect(await ended(analyst, id)).toContain('Importen är ångrad');
    expect(await actions()).toEqual(before);
    expect(await (await analyst.get(`/importera/${id}`)).text()).toContain('Importen ångrades');
  });

  it('that changes rows gives each back what it held, also beside the page', async () => {
    const first = await brought(plan(700, 'Ändras').replace('2026-02-31', '2026-02-01'));
    await analyst.post(`/importera/utkast/${first}/las-in`, {});
    await ended(analyst, first);
    const before = await actions();
    const second = await brought(plan(700, 'Ändras', '2026-06-01').replace('2026-02-31', '2026-02-01'));
    expect(await look(second)).toContain('0 nya rader, 700 som ändras');
    await analyst.post(`/importera/utkast/${second}/las-in`, {});
    await ended(analyst, second);
    expect((await actions()).every(({ ends }) => ends === '2026-06-01')).toBe(true);
    await analyst.post(`/importera/${second}/angra`, {});
    expect(await ended(analyst, second)).toContain('Importen är ångrad');
    expect(await actions()).toEqual(before);

    // Somebody goes on with one of seven hundred: then none is undone, and it is told with which.
    const [row, version] = await house.database.inScope({ tenantId: house.tenant.id }, async (tx) => {
      const one = (await readRow(tx, action, String(before[0]!.id)))!;
      return [one.id, one.version] as const;
    });
    await analyst.post(`/atgarder/${row}`, { version: String(version), title: 'Någon annans ord', state: 'planned' });
    const gone = await actions();
    expect(gone).not.toEqual(before);
    await analyst.post(`/importera/${first}/angra`, {});
    expect(await ended(analyst, first)).toContain('Någon annans ord');
    expect(await (await analyst.get(`/importera/${first}`)).text()).toContain('Någon annans ord');
    expect(await actions()).toEqual(gone);
  });
});

describe('what goes on beside the page', () => {
  it('can be stopped, whatever it is, and then nothing of it is saved', async () => {
    const id = await brought(plan(1300, 'Stoppas').replace('2026-02-31', '2026-02-01'));
    // Stopped before the queue has come to it, or after: either way it ends so.
    await analyst.get(`/importera/utkast/${id}/granska`);
    await analyst.post(`/importera/${id}/avbryt`, {});
    await ended(analyst, id);
    await look(id);
    await ended(analyst, id);
    const before = await standing();
    await analyst.post(`/importera/utkast/${id}/las-in`, {});
    expect((await analyst.post(`/importera/${id}/avbryt`, {})).status).toBe(303);
    expect(await ended(analyst, id)).toContain('Importen avbröts. Ingen rad har sparats.');
    expect(await standing()).toEqual(before);
    expect(await look(id)).toContain('Importen avbröts');
    await analyst.post(`/importera/utkast/${id}/las-in`, {});
    expect(await ended(analyst, id)).toContain('Importen är klar');
    const imported = await actions();
    await analyst.post(`/importera/${id}/angra`, {});
    await analyst.post(`/importera/${id}/avbryt`, {});
    expect(await ended(analyst, id)).toContain('Ångrandet avbröts. Importen står kvar som den var.');
    expect(await actions()).toEqual(imported);
    await analyst.post(`/importera/${id}/angra`, {});
    expect(await ended(analyst, id)).toContain('Importen är ångrad');
  });

  it('is nobody else’s to stop before it has been imported', async () => {
    const id = await brought(plan(1300, 'Min'));
    await analyst.get(`/importera/utkast/${id}/granska`);
    expect((await administrator.post(`/importera/${id}/avbryt`, {})).status).toBe(404);
    expect(await ended(analyst, id)).toContain('Raderna är genomgångna');
  });
});
