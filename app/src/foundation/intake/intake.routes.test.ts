import { createHash } from 'node:crypto';
import { readSheet, writeWorkbook } from '@samband/documents/spreadsheet';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { action } from '../../chain/actions/index.ts';
import { registers, wireIntake, wireKernel } from '../../wiring.ts';
import { registerRoutes } from '../register/index.ts';
import { actorOfJob } from '../tenancy/index.ts';
import type { TestBrowser } from '../tenancy/testing.ts';
import { importDraft } from './import.commands.ts';
import { bringTables, contentsOfDrafts } from './index.ts';
import { ended, idIn, openWayIn, upload as uploadAs } from './testing.ts';

let house: Awaited<ReturnType<typeof openWayIn>>;
let analyst: TestBrowser;
let auditor: TestBrowser;
let administrator: TestBrowser;

beforeAll(async () => {
  house = await openWayIn({ wireKernel, wireIntake }, ['analyst', 'auditor', 'administrator', 'staff'], (kernel) =>
    registerRoutes(kernel, action),
  );
  [analyst, auditor, administrator] = [house.as('analyst'), house.as('auditor'), house.as('administrator')];
});
afterAll(() => house?.close());

const standing = () =>
  house.standing([...registers.map(({ name }) => name), 'register.term'].filter((name) => name !== 'intake.import'));
const upload = (content: string | Uint8Array<ArrayBuffer>, name: string) => uploadAs(analyst, content, name);

const table = [
  'Handlingsplan 2021',
  '',
  'Aktivitet\tVem\tPåbörjas\tKlart senast\tKommentar\tPrioritet',
  'Se över städningen\tController\t210913\tv. 40\tBörja med skolorna\tHög',
  'Samordna möbler\t\t13/9 2021\thösten 2021\t\t',
  'Pröva schema\t\tlöpande\t\t\tLåg',
].join('\n');

describe('a pasted table', () => {
  it('goes into a register with its columns suggested, is undone as a whole and leaves everything as it stood', async () => {
    const before = await standing();
    const id = idIn(await analyst.post('/importera/klistra', { tabell: table, till: '' }));
    const found = await (await analyst.get(`/importera/utkast/${id}`)).text();
    expect(found).toContain('En tabell med 3 rader');
    expect(found).toContain('Handlingsplan 2021');
    expect(found).toMatch(/Åtgärder, passar till \d+ %/);
    const chosen = await analyst.post(`/importera/utkast/${id}`, { 'tabell-1': 'actions.action' });
    expect(chosen.headers.get('location')).toBe(`/importera/utkast/${id}/tabell/1`);
    const columns = await (await analyst.get(`/importera/utkast/${id}/tabell/1`)).text();
    expect(columns).toContain('liknande ord');
    expect(columns).toMatch(/<option value="ends" selected/);
    const preview = await (await analyst.get(`/importera/utkast/${id}/granska`)).text();
    expect(preview).toContain('3 nya rader');
    expect(preview).toContain('”v. 40” läses som 2021-10-10');
    expect(preview).toContain('”Controller” finns inte i Samband');
    expect(await standing()).toEqual(before);
    const done = await analyst.post(`/importera/utkast/${id}/las-in`, {});
    expect(done.headers.get('location')).toBe(`/importera/${id}`);
    const rows = (await standing())['actions.action'] as readonly Record<string, unknown>[];
    const cleaning = rows.find(({ title }) => title === 'Se över städningen')!;
    expect(cleaning).toMatchObject({ starts: '2021-09-13', ends: '2021-10-10', state: 'planned' });
    expect(cleaning.description).toContain('Börja med skolorna');
    expect(cleaning.description).toContain('Prioritet: Hög');
    expect(cleaning.description).toContain('Rubrik ovanför: Handlingsplan 2021');
    expect(rows.find(({ title }) => title === 'Samordna möbler')).toMatchObject({
      starts: '2021-09-13',
      ends: '2021-11-30',
    });
    const receipt = await (await analyst.get(`/importera/${id}`)).text();
    expect(receipt).toContain('Ångra hela importen');
    const undone = await analyst.post(`/importera/${id}/angra`, {});
    expect(undone.status).toBe(303);
    expect(await standing()).toEqual(before);
    expect(await (await analyst.get('/importera')).text()).toContain('ångrad');
  });

  it('adds nothing the second time, and says so, also after its rows have been changed here', async () => {
    const bringIn = async () => {
      const id = idIn(await analyst.post('/importera/klistra', { tabell: table, till: 'actions.action' }));
      const preview = await (await analyst.get(`/importera/utkast/${id}/granska`)).text();
      await analyst.post(`/importera/utkast/${id}/las-in`, {});
      return { id, preview };
    };
    const first = await bringIn();
    await house.database.inScope({ tenantId: house.tenant.id }, (tx) =>
      sql`update actions.action set title = 'Städa klokare', version = version + 1 where title = 'Se över städningen' and active`.execute(
        tx.tables<unknown>(),
      ),
    );
    const standingThen = await standing();
    const second = await bringIn();
    expect(second.preview).toContain('Allt finns redan');
    expect(await standing()).toEqual(standingThen);
    // The same rows with one more: only that is added.
    const longer = `${table}\nEn till\t\t\t\t\t`;
    const id = idIn(await analyst.post('/importera/klistra', { tabell: longer, till: 'actions.action' }));
    expect(await (await analyst.get(`/importera/utkast/${id}/granska`)).text()).toContain(
      '1 ny rad, 0 som ändras och 3 som redan finns',
    );
    await analyst.post(`/importera/utkast/${id}/kasta`, {});
    // Somebody has gone on with a row: nothing is undone, and it is told with which.
    const refused = await analyst.post(`/importera/${first.id}/angra`, {});
    expect(refused.status).toBe(303);
    expect(await standing()).toEqual(standingThen);
    expect((await standing())['actions.action']).toHaveLength(3);
  });
});

describe('a file', () => {
  it('is kept and can be fetched from its import; the same again is told of', async () => {
    const csv = 'Åtgärd;Ansvarig;Startar\nFil ett;;2026-01-07\nFil två;;2026-01-08\n';
    const bring = async () => {
      const id = idIn(await upload(csv, 'plan.csv'));
      const found = await (await analyst.get(`/importera/utkast/${id}`)).text();
      await analyst.post(`/importera/utkast/${id}`, { 'tabell-1': 'actions.action' });
      return { id, found, done: await analyst.post(`/importera/utkast/${id}/las-in`, {}) };
    };
    const first = await bring();
    const receipt = await (await analyst.get(`/importera/${first.id}`)).text();
    const href = /href="(\/bilagor\/[0-9a-f-]+)"/.exec(receipt)![1]!;
    expect(await (await analyst.get(href)).text()).toBe(csv);
    expect(await (await auditor.get(href)).text()).toBe(csv);
    const count = (await standing())['actions.action']!.length;
    const again = await bring();
    expect(again.found).toContain('Samma fil importerades');
    expect((await standing())['actions.action']).toHaveLength(count);
  });

  it('sent twice at the same time adds its rows once', async () => {
    const before = (await standing())['actions.action']!.length;
    const [one, other] = await Promise.all(
      ['a.csv', 'b.csv'].map((name) => upload('Åtgärd\nSamtidig ett\nSamtidig två\n', name)),
    );
    const ids = [idIn(one!), idIn(other!)];
    for (const id of ids) await analyst.post(`/importera/utkast/${id}`, { 'tabell-1': 'actions.action' });
    await Promise.all(ids.map((id) => analyst.post(`/importera/utkast/${id}/las-in`, {})));
    expect((await standing())['actions.action']).toHaveLength(before + 2);
  });

  it('that waits for a yes keeps its original, whatever is swept', async () => {
    const content = 'Kanal;Budskap\nMöte;Väntar\n';
    const id = idIn(await upload(content, 'väntar.csv'));
    const sha256 = createHash('sha256').update(content).digest('hex');
    const inUse = () =>
      house.database.inScope({ tenantId: house.tenant.id }, (tx) => contentsOfDrafts(tx, [sha256, 'x']));
    expect(await inUse()).toEqual(new Set([sha256]));
    await analyst.post(`/importera/utkast/${id}/kasta`, {});
    expect(await inUse()).toEqual(new Set());
  });

  it('with signs that no database takes is read without them', async () => {
    const id = idIn(
      await analyst.post('/importera/klistra', { tabell: 'Kanal\tBudskap\nM\ud800öte\tSta\u000btus', till: '' }),
    );
    expect(await (await analyst.get(`/importera/utkast/${id}`)).text()).toContain('Budskap');
  });

  it('without a table, with hundreds of them, damaged, empty or of another kind gets a sentence, and leaves nothing behind', async () => {
    const before = await standing();
    const said = async (content: string | Uint8Array<ArrayBuffer>, name: string) => {
      const response = await upload(content, name);
      expect(response.headers.get('location'), name).toBe('/importera');
      const flash = response.headers.getSetCookie().find((one) => one.startsWith('samband_flash'))!;
      const value = /=([^;]+)/.exec(flash)![1]!;
      return (JSON.parse(Buffer.from(value, 'base64url').toString()) as { text: string }).text;
    };
    expect(await said('Bara en mening.', 'a.txt')).toContain('ingen tabell');
    expect(await said('', 'tom.csv')).toMatch(/tom/i);
    expect(await said('PK\u0003\u0004 inget', 'trasig.xlsx')).toContain('Filen');
    expect(await said('%PDF-1.7\ninget', 'trasig.pdf')).toMatch(/Filen|ingen tabell/);
    expect(await said('MZ program', 'program.exe')).toContain('program');
    const many = Array.from({ length: 501 }, (_, n) => `Rubrik ${n}\n\nAktivitet\tVem\nStäda ${n}\tAlla\n\n`).join('');
    expect(await said(many, 'många.txt')).toContain('fler än 500 tabeller');
    // With scripts the page that answers is read, and its first sentence shown.
    const form = new FormData();
    form.set('file', new File(['Bara en mening.'], 'a.txt'));
    const answer = await analyst.postForm('/importera', form, { accept: 'application/json' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(/class="lead">Det finns ingen tabell/);
    expect(await standing()).toEqual(before);
  });

  it('with a fault adds nothing until the row is left out, and then tells how many were', async () => {
    const before = await standing();
    const csv =
      'Åtgärd;Startar;Slutar\nGod rad;2026-01-07;2026-02-01\nOmöjlig dag;2026-02-31;\nBaklänges;2026-05-01;2026-04-01\n';
    const id = idIn(await upload(csv, 'fel.csv'));
    await analyst.post(`/importera/utkast/${id}`, { 'tabell-1': 'actions.action' });
    const preview = await (await analyst.get(`/importera/utkast/${id}/granska`)).text();
    expect(preview).toContain('2 rader har fel');
    expect(preview).toContain('”2026-02-31” finns inte i kalendern');
    expect(preview).not.toContain('Importera 1 rad');
    expect((await analyst.post(`/importera/utkast/${id}/las-in`, {})).headers.get('location')).toContain('granska');
    expect(await standing()).toEqual(before);
    await analyst.post(`/importera/utkast/${id}/tabell/1/utelamna`, { utelamna: 'ja' });
    const done = await analyst.post(`/importera/utkast/${id}/las-in`, {});
    expect(done.headers.get('location')).toBe(`/importera/${id}`);
    expect((await standing())['actions.action']).toHaveLength(before['actions.action']!.length + 1);
    expect(await (await analyst.get(`/importera/${id}`)).text()).toMatch(/Utelämnade[\s\S]*>2</);
    await analyst.post(`/importera/${id}/angra`, {});
    expect(await standing()).toEqual(before);
  });

  it('changes the row that is called the same, and undoing gives it its values back', async () => {
    const first = idIn(await upload('Åtgärd;Startar\nLika namn;2026-01-07\n', 'ett.csv'));
    await analyst.post(`/importera/utkast/${first}`, { 'tabell-1': 'actions.action' });
    await analyst.post(`/importera/utkast/${first}/las-in`, {});
    const before = await standing();
    const id = idIn(await upload('Åtgärd;Startar;Beskrivning\nLika namn;2026-03-07;Mer\n', 'två.csv'));
    await analyst.post(`/importera/utkast/${id}`, { 'tabell-1': 'actions.action' });
    const preview = await (await analyst.get(`/importera/utkast/${id}/granska`)).text();
    expect(preview).toContain('1 som ändras');
    expect(preview).toContain('var 2026-01-07');
    await analyst.post(`/importera/utkast/${id}/las-in`, {});
    const changed = (await standing())['actions.action'] as readonly Record<string, unknown>[];
    expect(changed.find(({ title }) => title === 'Lika namn')).toMatchObject({
      starts: '2026-03-07',
      description: 'Mer',
    });
    await analyst.post(`/importera/${id}/angra`, {});
    expect(await standing()).toEqual(before);
  });

  it('that was fetched from the register changes what was changed in it and nothing else', async () => {
    const fetched = async () => {
      const response = await analyst.get('/atgarder.xlsx');
      const read = await readSheet(new Uint8Array(await response.arrayBuffer()), { bytes: 1e7, rows: 1e5 }, 'exact');
      if (!read.ok) throw new Error(read.reason);
      return read.rows.map(({ cells }) => cells);
    };
    const [header = [], ...rows] = await fetched();
    const bring = async (lines: readonly (readonly string[])[]) => {
      const sheet = { name: 'Åtgärder', columns: header.map((title) => ({ header: title })), rows: lines, notes: [] };
      const content = (await writeWorkbook([sheet])) as Uint8Array<ArrayBuffer>;
      const id = idIn(await upload(content, 'åtgärder.xlsx'));
      await analyst.post(`/importera/utkast/${id}`, { 'tabell-1': 'actions.action' });
      return { id, preview: await (await analyst.get(`/importera/utkast/${id}/granska`)).text() };
    };
    const before = await standing();
    expect((await bring(rows)).preview).toContain('Allt finns redan');
    const starts = header.indexOf('Börjar');
    const changed = rows.map((cells, index) =>
      cells.map((cell, at) => (index === 0 && at === starts ? '2027-01-04' : cell)),
    );
    const { id, preview } = await bring(changed);
    expect(preview).toContain(`0 nya rader, 1 som ändras och ${rows.length - 1} som redan finns`);
    await analyst.post(`/importera/utkast/${id}/las-in`, {});
    await analyst.post(`/importera/${id}/angra`, {});
    expect(await standing()).toEqual(before);
  });

  it('of many rows is brought in beside the request, whole', async () => {
    const before = await standing();
    const lines = Array.from({ length: 1200 }, (_, index) => `Rad nummer ${index + 1};2026-01-07`);
    const id = idIn(await upload(`Åtgärd;Startar\n${lines.join('\n')}\n`, 'stor.csv'));
    await analyst.post(`/importera/utkast/${id}`, { 'tabell-1': 'actions.action' });
    const going = await analyst.post(`/importera/utkast/${id}/las-in`, {});
    expect(going.headers.get('location')).toBe(`/importera/${id}/forlopp`);
    expect(await ended(analyst, id)).toContain('Importen är klar');
    expect((await standing())['actions.action']).toHaveLength(before['actions.action']!.length + 1200);
    const back = await analyst.post(`/importera/${id}/angra`, {});
    expect(back.headers.get('location')).toBe(`/importera/${id}/forlopp`);
    expect(await ended(analyst, id)).toContain('Importen är ångrad');
    expect(await standing()).toEqual(before);
  });

  it('whose import is cut off in the middle leaves nothing half, and can be imported again', async () => {
    const before = await standing();
    const lines = Array.from({ length: 900 }, (_, index) => `Avbruten rad ${index + 1}`);
    const id = idIn(await upload(`Åtgärd\n${lines.join('\n')}\n`, 'avbruten.csv'));
    await analyst.post(`/importera/utkast/${id}`, { 'tabell-1': 'actions.action' });
    const { database, intake, kernel, tenant } = house;
    const personId = tenant.people.analyst!;
    const cut = database.inScope({ tenantId: tenant.id, personId, origin: 'samband' }, async (tx) => {
      const actor = (await actorOfJob(tx, personId))!;
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.tables<unknown>());
      // The first 500 rows are in when the database loses the connection.
      return importDraft(intake, { kernel, tx, actor, language: 'sv' }, id, async (done) => {
        if (done === 0) return;
        await database.asOwner((other) =>
          sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(other.tables<unknown>()),
        );
      });
    });
    await expect(cut).rejects.toThrow();
    expect(await standing()).toEqual(before);
    expect((await analyst.get(`/importera/${id}`)).status).toBe(404);
    expect((await analyst.get(`/importera/utkast/${id}/granska`)).status).toBe(200);
    await analyst.post(`/importera/utkast/${id}/las-in`, {});
    expect(await ended(analyst, id)).toContain('Importen är klar');
    expect((await standing())['actions.action']).toHaveLength(before['actions.action']!.length + 900);
    await analyst.post(`/importera/${id}/angra`, {});
    expect(await ended(analyst, id)).toContain('Importen är ångrad');
    expect(await standing()).toEqual(before);
  });

  it('can keep a table as an attachment and give it as a workbook', async () => {
    const id = idIn(await upload('Kanal;Budskap\nMöte;Status\nBrev;Information\n', 'plan.csv'));
    expect((await analyst.get(`/importera/utkast/${id}/tabell/1/tabell.xlsx`)).status).toBe(200);
    const refused = await analyst.post(`/importera/utkast/${id}`, { 'tabell-1': 'skip' });
    expect(refused.status).toBe(422);
    await analyst.post(`/importera/utkast/${id}`, { 'tabell-1': 'keep' });
    expect(await (await analyst.get(`/importera/utkast/${id}/granska`)).text()).toContain(
      '1 tabell behålls som bilaga',
    );
    await analyst.post(`/importera/utkast/${id}/las-in`, {});
    const receipt = await (await analyst.get(`/importera/${id}`)).text();
    expect(receipt).toContain('Tabell 1.xlsx');
  });
});

describe('an import', () => {
  it('is seen by those who may, and a draft by nobody but whoever brought it', async () => {
    const id = idIn(await analyst.post('/importera/klistra', { tabell: table, till: '' }));
    expect((await administrator.get(`/importera/utkast/${id}`)).status).toBe(404);
    expect((await auditor.get(`/importera/utkast/${id}`)).status).toBe(403);
    expect((await auditor.get('/importera')).status).toBe(200);
    expect(await (await auditor.get('/importera')).text()).not.toContain('name="file"');
    expect((await analyst.post(`/importera/utkast/${id}/kasta`, {})).status).toBe(303);
    expect((await analyst.get(`/importera/utkast/${id}`)).status).toBe(404);
  });

  it('may be done by everyone who may write in some register', () => {
    const writers = new Set(registers.flatMap(({ write }) => write.roles));
    expect([...writers].filter((role) => !bringTables.roles.includes(role))).toEqual([]);
  });

  it('is listed with filter, order and export', async () => {
    const list = await (await analyst.get('/importera?state=undone&sortera=added&ordning=fallande')).text();
    expect(list).toContain('ångrad');
    expect((await analyst.get('/importera.xlsx')).status).toBe(200);
    expect((await analyst.get('/importera.csv')).status).toBe(200);
  });

  it('is reached from the list of every register that one may write in', async () => {
    const page = await (await analyst.get('/atgarder')).text();
    expect(page).toContain('href="/importera/klistra?till=actions.action"');
    expect(await (await analyst.get('/importera/klistra?till=actions.action')).text()).toContain(
      'Klistra in till Åtgärder',
    );
  });
});
