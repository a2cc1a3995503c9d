import { readNamedSheet, readSheet, type SheetRow, writeWorkbook } from '@samband/documents/spreadsheet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidate, focusArea, focusReferences } from '../../chain/focus/index.ts';
import { situationReferences } from '../../chain/situation/index.ts';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { createFigureStore, type FigureStore } from '../figures/index.ts';
import { createJobs, type Jobs } from '../jobs/index.ts';
import { createLog } from '../log/index.ts';
import { actorOfJob, organisationReferences, withWholes } from '../tenancy/index.ts';
import { createTestTenant, serveRoutes, type TestBrowser, type TestTenant } from '../tenancy/testing.ts';
import { createKernel, importTasks, registerRoutes } from './index.ts';

const limits = { bytes: 30_000_000, rows: 200_000 };
const log = createLog('silent');
let database: TestDatabase;
let figures: FigureStore;
let house: TestTenant;
let analyst: TestBrowser;
let jobs: Jobs;

beforeAll(async () => {
  database = await createTestDatabase();
  figures = createFigureStore({ kolada: '/no/archive', example: '/no/archive' }, [], log);
  house = await createTestTenant(database, ['analyst']);
  const kernel = createKernel({
    registers: [focusArea, candidate],
    references: [...organisationReferences, ...situationReferences(figures), ...focusReferences],
    vocabularies: [],
    withWholes,
  });
  const routes = [...registerRoutes(kernel, candidate), ...registerRoutes(kernel, focusArea)];
  analyst = serveRoutes(database, routes).browser(house.id, house.people.analyst);
  jobs = createJobs({ database, log, tasks: importTasks({ database, kernel, log, actorOf: actorOfJob }) });
  await jobs.start();
});
afterAll(async () => {
  await jobs?.stop();
  await figures?.close();
  await database?.drop();
});

async function sheet(path: string): Promise<readonly SheetRow[]> {
  const response = await analyst.get(path);
  expect(response.status).toBe(200);
  const read = await readSheet(new Uint8Array(await response.arrayBuffer()), limits, 'exact');
  if (!read.ok) throw new Error(read.reason);
  return read.rows;
}

/** The rows as the program writes a workbook, with the sheet that tells that it did. */
async function workbook(rows: readonly (readonly string[])[]): Promise<Uint8Array<ArrayBuffer>> {
  const [header = [], ...lines] = rows;
  const columns = header.map((title) => ({ header: title }));
  const own = { name: 'Samband', hidden: true, columns: [{ header: 'register' }], rows: [['x']], notes: [] };
  return (await writeWorkbook([{ name: 'Rader', columns, rows: lines, notes: [] }, own])) as Uint8Array<ArrayBuffer>;
}

async function upload(path: string, content: Uint8Array<ArrayBuffer> | string, name = 'fil.xlsx') {
  const form = new FormData();
  if (typeof content === 'string') form.set('pasted', content);
  else form.set('file', new File([content], name));
  const response = await analyst.postForm(`${path}/importera`, form);
  const at = response.headers.get('location') ?? '';
  const preview = at === '' ? response : await analyst.get(at);
  return { at, status: response.status, page: await preview.text() };
}

async function importAll(path: string, content: Uint8Array<ArrayBuffer> | string) {
  const { at, page } = await upload(path, content);
  const response = await analyst.post(`${at}/las-in`, {});
  return { page, location: response.headers.get('location') ?? '' };
}

const cellsOf = (rows: readonly SheetRow[]) => rows.map(({ cells }) => [...cells]);

describe("a register's sheet", () => {
  it('goes out, three cells are changed and one row added, and comes in as four changes and nothing else', async () => {
    for (const [title, purpose] of [
      ['Lokaler', '=cmd|calc'],
      ['Boende', 'Rad ett\nRad två'],
      ['Hemtjänst', '+46 och @nämnd, "citat"; -1'],
    ] as const) {
      await analyst.post('/fokus', { title, purpose, state: 'ongoing', starts: '2026-01-15' });
    }
    const rows = cellsOf(await sheet('/fokus.xlsx'));
    const [header = []] = rows;
    const column = (label: string) => header.indexOf(label);
    const row = (title: string) => rows.find((cells) => cells[column('Fokusområde')] === title)!;
    expect(row('Lokaler')[column('Vad vill vi förstå och förändra?')]).toBe('=cmd|calc');
    row('Lokaler')[column('Slutar')] = '2026-12-31';
    row('Boende')[column('Läge')] = 'Avslutat';
    row('Hemtjänst')[column('Fokusområde')] = 'Hemtjänsten';
    const added = header.map((label) => (label === 'Fokusområde' ? 'Skolskjuts' : label === 'Läge' ? 'Pågår' : ''));
    const { page, location } = await importAll('/fokus', await workbook([...rows, added]));
    expect(page).toContain('1 ny rad, 3 ändrade, 0 som redan står så.');
    expect(location).toBe('/fokus/handelser');
    const after = cellsOf(await sheet('/fokus.xlsx'));
    expect(after).toHaveLength(5);
    const said = (lines: readonly (readonly string[])[]) => new Set(lines.map((cells) => cells.slice(0, -1).join('|')));
    expect(said(after)).toEqual(said([...rows, added]));
  });

  it('adds and changes nothing when it is read in again as it went out, as Excel and as CSV', async () => {
    const excel = await upload('/fokus', new Uint8Array(await (await analyst.get('/fokus.xlsx')).arrayBuffer()));
    expect(excel.page).toContain('0 nya rader, 0 ändrade, 4 som redan står så.');
    const csv = await upload('/fokus', new Uint8Array(await (await analyst.get('/fokus.csv')).arrayBuffer()), 'f.csv');
    expect(csv.page).toContain('0 nya rader, 0 ändrade, 4 som redan står så.');
  });

  it('names what is wrong by row and column, and reads nothing in', async () => {
    const rows = cellsOf(await sheet('/fokus.xlsx'));
    const [header = []] = rows;
    rows[1]![header.indexOf('Slutar')] = '31/12 2026';
    rows[2]![header.indexOf('Läge')] = 'Kanske';
    rows[3]![header.indexOf('Fokusområde')] = '';
    rows[4]![header.indexOf('Vad vill vi förstå och förändra?')] = 'Detta är rätt';
    const { at, page } = await upload('/fokus', await workbook(rows));
    for (const words of ['”31/12 2026” är inget datum', '”Kanske” finns inte att välja på', 'Fyll i fältet.']) {
      expect(page).toContain(words);
    }
    expect(page).toContain('I – Slutar');
    expect(page).toContain('Inget är inläst');
    await analyst.post(`${at}/las-in`, {});
    expect(JSON.stringify(await sheet('/fokus.xlsx'))).not.toContain('Detta är rätt');
  });

  it('does not overwrite a cell that somebody else has changed since it went out', async () => {
    const rows = cellsOf(await sheet('/fokus.xlsx?q=skolskjuts'));
    const [header = [], row = []] = rows;
    const [id = '', version = ''] = row.at(-1)!.split('/');
    await analyst.post(`/fokus/${id}`, { version, title: 'Skolskjutsar', state: 'ongoing' });
    row[header.indexOf('Fokusområde')] = 'Skjutsar till skolan';
    const { page } = await upload('/fokus', await workbook(rows));
    expect(page).toContain('Någon annan har ändrat värdet sedan filen hämtades');
    const other = cellsOf(await sheet('/fokus.xlsx?q=skolskjuts'));
    other[1]![header.indexOf('Slutar')] = '2027-01-01';
    other[1]![other[1]!.length - 1] = `${id}/${version}`;
    expect((await upload('/fokus', await workbook(other))).page).toContain('0 nya rader, 1 ändrade');
  });

  it('is pasted as a table from another program, with its columns in any order and some unknown', async () => {
    const pasted = 'Läge\tNågot annat\tFokusområde\nPågår\tabc\tKost och måltider\nAvslutat\t\t"Lokalvård\noch städ"\n';
    const { page } = await upload('/fokus', pasted);
    expect(page).toContain('Kolumner som inte läses in: Något annat');
    expect(page).toContain('2 nya rader');
    await importAll('/fokus', pasted);
    expect((await upload('/fokus', pasted)).page).toContain('0 nya rader, 0 ändrade, 2 som redan står så.');
  });

  it('whose columns are not understood is matched by hand', async () => {
    const { at, page } = await upload('/fokus', 'Rubrik\tStatus\nMatchad rad\tPågår\n');
    expect(page).toContain('Ingen kolumn ger raderna deras namn.');
    await analyst.post(`${at}/kolumner`, { 'kolumn-0': 'title', 'kolumn-1': 'state' });
    expect(await (await analyst.get(at)).text()).toContain('1 ny rad');
  });

  it('that cannot be read is refused with what to do', async () => {
    for (const [bytes, words] of [
      [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'gamla format'],
      [new TextEncoder().encode('PK\u0003\u0004trasig'), 'går inte att läsa'],
      [new Uint8Array(), 'Filen är tom'],
    ] as const) {
      const { status, page } = await upload('/fokus', bytes as Uint8Array<ArrayBuffer>);
      expect(status).toBe(422);
      expect(page).toContain(words);
    }
    expect((await analyst.postForm('/fokus/importera', new FormData())).status).toBe(422);
  });

  it('of many rows is read in beside the request, tells how far it has come, and is undone as a whole', async () => {
    const lines = Array.from({ length: 1200 }, (_, index) => `Mängdrad ${index}\tPågår`);
    const { location } = await importAll('/fokus', `Fokusområde\tLäge\n${lines.join('\n')}`);
    expect(location).toMatch(/\/forlopp$/);
    let page = '';
    for (let tries = 0; tries < 100 && !page.includes('Filen är inläst'); tries++) {
      page = await (await analyst.get(location)).text();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(page).toContain('Filen är inläst');
    expect(await (await analyst.get('/fokus?q=mängdrad')).text()).toContain('av 1\u00a0200');
    const undo = /\/fokus\/handelser\/[0-9a-f-]+\/angra/.exec(
      await (await analyst.get('/fokus/handelser')).text(),
    )?.[0];
    await analyst.post(undo ?? '', {});
    expect(await (await analyst.get('/fokus?q=mängdrad')).text()).toContain('Inget passar med sökningen');
  });

  it('has a hidden sheet that tells which register it is', async () => {
    const bytes = new Uint8Array(await (await analyst.get('/fokus/kandidater.xlsx')).arrayBuffer());
    const own = await readNamedSheet(bytes, 'Samband', limits);
    expect(own.ok && own.rows[1]?.cells[0]).toBe('focus.candidate');
  });
});
