import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveRoutes, type TestBrowser } from '../tenancy/testing.ts';
import { apiRoutes, attachmentRoutes, registerRoutes } from './index.ts';
import { createTrial, secret, type Trial, thing } from './test-register.ts';

let trial: Trial;
let analyst: TestBrowser;
let staff: TestBrowser;
let stranger: TestBrowser;

beforeAll(async () => {
  trial = await createTrial();
  const { database, kernel, own, other } = trial;
  const { browser } = serveRoutes(database, [
    ...apiRoutes(kernel, { version: 'test', address: () => 'http://localhost' }),
    ...registerRoutes(kernel, thing),
    ...registerRoutes(kernel, secret),
    ...attachmentRoutes(kernel),
  ]);
  analyst = browser(own.id, own.people.analyst);
  staff = browser(own.id, own.people.staff);
  stranger = browser(other.id, other.people.analyst);
});
afterAll(() => trial?.drop());

interface Rows {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

async function made(path: string, title: string): Promise<string> {
  const body = path === '/saker' ? { title, done: false } : { title };
  const response = await analyst.send('POST', `/api/v1${path}`, body);
  expect(response.status, await response.clone().text()).toBe(201);
  return `/api/v1${path}/${((await response.json()) as { id: string }).id}`;
}

async function told(as: TestBrowser, address: string): Promise<Rows['rows']> {
  const response = await as.send('GET', address);
  expect(response.status, await response.clone().text()).toBe(200);
  return ((await response.json()) as Rows).rows;
}

const idOf = (address: string) => address.split('/').at(-1)!;

describe('what hangs on a row, for programs', () => {
  it('is its history: who changed which field from what to what, the latest first', async () => {
    const row = await made('/saker', 'Bussar');
    await analyst.send('PATCH', row, { version: 1, title: 'Skolbussar', due: '2026-05-01' });
    const history = await told(staff, `${row}/history`);
    expect(history.map(({ operation, version }) => [operation, version])).toEqual([
      ['update', 2],
      ['insert', 1],
    ]);
    expect(history[0]).toMatchObject({
      by: { id: trial.own.people.analyst, label: expect.stringContaining('Testperson analyst') as unknown },
      changes: expect.arrayContaining([
        { field: 'title', before: 'Bussar', after: 'Skolbussar' },
        { field: 'due', before: null, after: '2026-05-01' },
      ]) as unknown,
    });
  });

  it('is its comments, which whoever may read the row may add to', async () => {
    const row = await made('/saker', 'Kök');
    const added = await staff.send('POST', `${row}/comments`, { body: 'Vem tar det här?' });
    expect(added.status).toBe(201);
    const seen = await told(analyst, `${row}/comments`);
    expect(seen).toMatchObject([
      { body: 'Vem tar det här?', createdBy: { id: trial.own.people.staff }, mentioned: [] },
    ]);
    for (const [body, field, code] of [
      [{ body: ' ' }, 'body', 'empty'],
      [{ body: 7 }, 'body', 'wrongType'],
      [{ body: 'x', to: 'y' }, 'to', 'unknownField'],
    ] as const) {
      const refused = await staff.send('POST', `${row}/comments`, body);
      expect(refused.status).toBe(422);
      expect(await refused.json()).toMatchObject({ errors: [{ field, code, message: expect.any(String) as unknown }] });
    }
    expect(await told(analyst, `${row}/comments`)).toHaveLength(1);
  });

  it('is its links, made by id or name and removed again by whoever may change the row', async () => {
    const [row, other] = [await made('/saker', 'Taxi'), await made('/saker', 'Färdtjänst')];
    const link = { kind: 'trial.thing', name: idOf(other), note: 'samma avtal' };
    expect((await staff.send('POST', `${row}/links`, link)).status).toBe(403);
    expect((await analyst.send('POST', `${row}/links`, link)).status).toBe(201);
    expect((await analyst.send('POST', `${row}/links`, { ...link, name: 'färdtjänst' })).status).toBe(200);
    const [seen] = await told(staff, `${other}/links`);
    expect(seen).toMatchObject({ kind: 'trial.thing', to: { id: idOf(row), label: 'Taxi' }, note: 'samma avtal' });
    const refused = await analyst.send('POST', `${row}/links`, { kind: 'trial.thing', name: 'Färdtjänsten' });
    expect(await refused.json()).toMatchObject({
      status: 422,
      errors: [{ field: 'name', code: 'unknown', message: expect.stringContaining('Menade du Färdtjänst') as unknown }],
    });
    expect((await staff.send('DELETE', `${row}/links/${String(seen!.id)}`)).status).toBe(403);
    expect((await analyst.send('DELETE', `${row}/links/${String(seen!.id)}`)).status).toBe(204);
    expect(await told(staff, `${other}/links`)).toEqual([]);
  });

  it('is its files, listed and given out as they were attached', async () => {
    const row = await made('/saker', 'Avtal');
    const form = new FormData();
    form.append('file', new File(['%PDF-1.7\nett'], 'Avtal åäö.pdf'));
    expect((await analyst.postForm(`/saker/${idOf(row)}/bilagor`, form)).status).toBe(303);
    const [file] = await told(staff, `${row}/attachments`);
    expect(file).toMatchObject({ fileName: 'Avtal åäö.pdf', mediaType: 'application/pdf', bytes: 12 });
    const content = await staff.send('GET', `${row}/attachments/${String(file!.id)}`);
    expect(await content.text()).toBe('%PDF-1.7\nett');
    const other = await made('/saker', 'Annat');
    expect((await staff.send('GET', `${other}/attachments/${String(file!.id)}`)).status).toBe(404);
    expect((await stranger.send('GET', `${row}/attachments/${String(file!.id)}`)).status).toBe(404);
  });

  it('is for those who may read the row, and nobody in another municipality', async () => {
    const [row, hidden] = [await made('/saker', 'Öppen'), await made('/hemligt', 'Dold')];
    for (const part of ['history', 'comments', 'links', 'attachments']) {
      expect((await stranger.send('GET', `${row}/${part}`)).status, part).toBe(404);
      expect((await staff.send('GET', `${hidden}/${part}`)).status, part).toBe(403);
    }
    expect((await stranger.send('POST', `${row}/comments`, { body: 'hej' })).status).toBe(404);
    await analyst.send('POST', `${row}/links`, { kind: 'trial.secret', name: 'Dold' });
    expect(await told(analyst, `${row}/links`)).toHaveLength(1);
    expect(await told(staff, `${row}/links`)).toEqual([]);
  });
});
