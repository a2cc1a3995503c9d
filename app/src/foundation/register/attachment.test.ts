import { readdir, utimes } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../log/index.ts';
import type { TestBrowser } from '../tenancy/testing.ts';
import { sweepJob } from './index.ts';
import { createTrial, type Trial } from './test-register.ts';

let trial: Trial;
let analyst: TestBrowser;
let staff: TestBrowser;
let stranger: TestBrowser;

beforeAll(async () => {
  trial = await createTrial();
  const { own, other, browser } = trial;
  analyst = browser(own.id, own.people.analyst);
  staff = browser(own.id, own.people.staff);
  stranger = browser(other.id, other.people.analyst);
});
afterAll(() => trial?.drop());

async function newRow(title: string, where = '/saker'): Promise<string> {
  const response = await analyst.post(where, { title, done: 'nej' });
  expect(response.status).toBe(303);
  return response.headers.get('location')!;
}

type Content = readonly [name: string, content: string];
const pdf = (words: string) => `%PDF-1.7\n${words}`;

async function attach(as: TestBrowser, row: string, ...files: readonly Content[]): Promise<Response> {
  const form = new FormData();
  for (const [name, content] of files) form.append('file', new File([content], name));
  return await as.postForm(`${row}/bilagor`, form);
}

/** What the next page would say. */
function said(response: Response): string {
  const flash = response.headers.getSetCookie().find((cookie) => cookie.startsWith('samband_flash='));
  return Buffer.from(flash?.split('=')[1]?.split(';')[0] ?? '', 'base64url').toString();
}

const page = async (as: TestBrowser, path: string) => (await as.get(path)).text();
const hrefs = async (row: string) =>
  [...(await page(analyst, row)).matchAll(/href="(\/bilagor\/[0-9a-f-]{36})"/g)].map(([, href]) => href!);
const idIn = (href: string) => href.slice('/bilagor/'.length);

describe('an attachment', () => {
  it('is listed with its size, kind and who attached it, and comes back as it was under its own name', async () => {
    const row = await newRow('Avtal');
    const response = await attach(analyst, row, ['Avtal åäö.pdf', pdf('ett')], ['Anteckning.txt', 'hej']);
    expect(response.status).toBe(303);
    expect(said(response)).toContain('2 bilagor är sparade.');
    const seen = await page(staff, row);
    for (const words of ['Avtal åäö.pdf', 'PDF, 12 byte', 'Testperson analyst, ', 'Anteckning.txt'])
      expect(seen).toContain(words);
    expect(seen).not.toContain('type="file"');
    const [href = ''] = await hrefs(row);
    const fetched = await staff.get(href);
    expect(await fetched.text()).toBe(pdf('ett'));
    expect(fetched.headers.get('content-disposition')).toMatch(/^attachment; .*''Avtal%20%C3%A5%C3%A4%C3%B6.pdf$/);
    expect(fetched.headers.get('x-content-type-options')).toBe('nosniff');
    const shown = await staff.get(`${href}?visa`);
    expect(shown.headers.get('content-disposition')).toContain('inline');
    const text = await staff.get(`${(await hrefs(row)).at(-1)}?visa`);
    expect(text.headers.get('content-disposition')).toContain('attachment');
  });

  it('is told of in JSON to the page that sends it itself', async () => {
    const row = await newRow('Med skript');
    const form = new FormData();
    form.append('file', new File(['hej'], 'a.txt'));
    const { server } = trial;
    const response = await server.request(`${row}/bilagor`, {
      method: 'POST',
      body: form,
      headers: { accept: 'application/json', cookie: trial.cookie(trial.own.people.analyst) },
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ location: `${row}#bilagor` });
  });

  it('that is refused is told of by name, and the others are kept', async () => {
    const row = await newRow('Blandat');
    const response = await attach(
      analyst,
      row,
      ['bra.txt', 'bra'],
      ['program.exe', 'MZ\u0000'],
      ['sida.pdf', '<html>'],
      ['tom.txt', ''],
    );
    for (const words of [
      'Bilagan är sparad.',
      'program.exe: Filen är ett program',
      'sida.pdf: ',
      'tom.txt: Filen är tom',
    ])
      expect(said(response)).toContain(words);
    expect(await hrefs(row)).toHaveLength(1);
    expect(said(await attach(analyst, row))).toContain('Välj en fil först.');
    expect((await attach(analyst, row, ['stor.txt', 'x'.repeat(1024 * 1024 + 1)])).status).toBe(413);
    expect((await analyst.post(`${row}/bilagor`, { file: 'x' })).status).toBe(400);
  });

  it('with the same content twice on a row is said, and is there once; also when two come at the same time', async () => {
    const row = await newRow('Dubbelt');
    await attach(analyst, row, ['plan.txt', 'samma']);
    const again = await attach(analyst, row, ['plan igen.txt', 'samma']);
    expect(said(again)).toContain('plan igen.txt finns redan här, med samma innehåll, som plan.txt.');
    const other = await newRow('Annan rad');
    await Promise.all([attach(analyst, other, ['a.txt', 'samma']), attach(analyst, other, ['b.txt', 'samma'])]);
    expect(await hrefs(row)).toHaveLength(1);
    expect(await hrefs(other)).toHaveLength(1);
  });

  it('is removed, stays in the store, and can be taken back unless the same content has come anew', async () => {
    const row = await newRow('Ångra');
    await attach(analyst, row, ['a.txt', 'innehåll']);
    const [href = ''] = await hrefs(row);
    const here = `${row}/bilagor/${idIn(href)}`;
    expect((await staff.post(`${here}/ta-bort`, {})).status).toBe(403);
    expect(said(await analyst.post(`${here}/ta-bort`, {}))).toContain('a.txt är borttagen');
    expect(await page(staff, row)).not.toContain('a.txt');
    expect(await page(analyst, row)).toContain('En borttagen bilaga');
    expect(said(await analyst.post(`${here}/ta-tillbaka`, {}))).toContain('tillbaka');
    expect(await page(staff, row)).toContain('a.txt');
    await analyst.post(`${here}/ta-bort`, {});
    await attach(analyst, row, ['b.txt', 'innehåll']);
    expect(said(await analyst.post(`${here}/ta-tillbaka`, {}))).toContain('har redan en bilaga med samma innehåll');
    expect((await analyst.post(`${await newRow('Fel rad')}/bilagor/${idIn(href)}/ta-bort`, {})).status).toBe(404);
  });

  it('is not there for another municipality, nor for those who may not read its row', async () => {
    const row = await newRow('Dolt', '/hemligt');
    await attach(analyst, row, ['hemligt.txt', 'hemligt']);
    const [href = ''] = await hrefs(row);
    expect((await analyst.get(href)).status).toBe(200);
    for (const as of [staff, stranger]) expect((await as.get(href)).status).toBe(404);
    expect((await attach(stranger, row, ['x.txt', 'x'])).status).toBe(404);
    expect((await attach(staff, await newRow('Läsa bara'), ['x.txt', 'x'])).status).toBe(403);
    expect((await trial.browser().get(href)).status).toBe(401);
  });

  it('keeps its content when the store is swept, the removed one too; what no row has goes', async () => {
    const row = await newRow('Sopas');
    await attach(analyst, row, ['kvar.txt', 'kvar'], ['borttagen.txt', 'borttagen']);
    const [, removed = ''] = await hrefs(row);
    await analyst.post(`${row}/bilagor/${idIn(removed)}/ta-bort`, {});
    const { files } = trial.house;
    const orphan = await files.put(
      trial.own.id,
      (async function* () {
        yield Buffer.from('ingens');
      })(),
      { limitBytes: 100, fileName: 'ingens.txt' },
    );
    if (!orphan.ok) throw new Error(orphan.reason);
    await age(path.join(trial.folder, trial.own.id));
    const sweep = sweepJob({ database: trial.database, files, log: createLog('silent') });
    const run = {
      payload: {},
      tenantId: undefined,
      attempt: 1,
      dueAt: new Date(),
      signal: new AbortController().signal,
    };
    await sweep(run);
    await age(path.join(trial.folder, trial.own.id));
    await sweep(run);
    expect(await files.read(trial.own.id, orphan.sha256)).toBeUndefined();
    await analyst.post(`${row}/bilagor/${idIn(removed)}/ta-tillbaka`, {});
    for (const href of await hrefs(row)) expect((await staff.get(href)).status).toBe(200);
  });
});

/** As if everything had lain there for two days. */
async function age(folder: string): Promise<void> {
  const then = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) await utimes(path.join(entry.parentPath, entry.name), then, then);
}

describe('a field for a file', () => {
  it('is chosen among the files of its own row, shown with a link, and kept when the file is removed', async () => {
    const [row, other] = [await newRow('Upphandling'), await newRow('En annan')];
    await attach(analyst, row, ['Avtal.pdf', pdf('avtal')]);
    await attach(analyst, other, ['Annat.pdf', pdf('annat')]);
    const [contract = ''] = await hrefs(row);
    const [foreign = ''] = await hrefs(other);
    const form = await page(analyst, `${row}/andra`);
    expect(form).toContain('>Avtal.pdf</option>');
    expect(form).not.toContain('Annat.pdf');
    const save = (contractId: string, version: number) =>
      analyst.post(row, { version: String(version), title: 'Upphandling', contract: contractId, done: 'nej' });
    expect((await save(idIn(foreign), 1)).status).toBe(422);
    expect((await save('Annat.pdf', 1)).status).toBe(422);
    expect((await save('avtal.pdf', 1)).status).toBe(303);
    expect(await page(staff, row)).toMatch(new RegExp(`<dd><a href="${contract}">Avtal.pdf</a></dd>`));
    expect(await page(analyst, `${row}/andra`)).toContain(`value="${idIn(contract)}" selected`);
    await analyst.post(`${row}/bilagor/${idIn(contract)}/ta-bort`, {});
    expect(await page(analyst, `${row}/andra`)).toContain(`value="${idIn(contract)}" selected`);
    expect((await save(idIn(contract), 2)).status).toBe(303);
    expect(await page(analyst, '/saker/ny')).toContain('Lägg först till filen på radens sida.');
    expect(await (await analyst.get('/uppslag/attachment?q=Av')).json()).toEqual({ found: [] });
  });
});
