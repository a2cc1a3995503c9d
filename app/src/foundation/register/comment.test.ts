import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestBrowser } from '../tenancy/testing.ts';
import { commentPieces, mentionsIn, namesAfterMarks } from './comment.rules.ts';
import { createTrial, type Trial } from './test-register.ts';

let trial: Trial;
let analyst: TestBrowser;
let staff: TestBrowser;

beforeAll(async () => {
  trial = await createTrial();
  const { own, browser } = trial;
  analyst = browser(own.id, own.people.analyst);
  staff = browser(own.id, own.people.staff);
});
afterAll(() => trial?.drop());

async function newRow(title: string): Promise<string> {
  const response = await analyst.post('/saker', { title, done: 'nej' });
  expect(response.status).toBe(303);
  return response.headers.get('location')!;
}

/** The id of a comment is where its writer is sent. */
async function comment(as: TestBrowser, row: string, words: string): Promise<string> {
  const response = await as.post(`${row}/kommentarer`, { comment: words });
  expect(response.status, await response.clone().text()).toBe(303);
  return response.headers.get('location')!.split('#kommentar-')[1]!;
}

const page = async (as: TestBrowser, path: string) => (await as.get(path)).text();

async function mails(): Promise<readonly { recipient: string; subject: string; text: string }[]> {
  const { rows } = await trial.database.inScope({ tenantId: trial.own.id }, (tx) =>
    sql<{
      recipient: string;
      subject: string;
      text: string;
    }>`select recipient, subject, text from mail.message order by created_at, id`.execute(tx.tables<unknown>()),
  );
  return rows;
}

describe('names after @', () => {
  it('are as long as somebody is called, and no address for mail', () => {
    const called = new Map([
      ['Anna', ['1']],
      ['Anna Berg', ['2']],
      ['Anna Berg, rektor', ['3']],
      ['Bo Ek', ['4', '5']],
    ]);
    expect(mentionsIn('Hej @Anna Berg! och @Anna.', called)).toEqual({ ok: true, people: ['2', '1'] });
    expect(mentionsIn('(@Anna Berg, rektor) läs', called)).toEqual({ ok: true, people: ['3'] });
    expect(mentionsIn('@Ingen, och a@Anna.se, @ Anna', called)).toEqual({ ok: true, people: [] });
    expect(mentionsIn('@Bo Ek?', called)).toEqual({ ok: false, name: 'Bo Ek' });
    expect(namesAfterMarks('@Anna\nBerg')).toEqual([['Anna']]);
  });

  it('and addresses are told from the words around them', () => {
    expect(commentPieces('Se https://skr.se/a?b=1, @Anna Berg.\nRad\n\nStycke', ['Anna', 'Anna Berg'])).toEqual([
      [
        { kind: 'text', words: 'Se ' },
        { kind: 'link', words: 'https://skr.se/a?b=1' },
        { kind: 'text', words: ', ' },
        { kind: 'mention', words: '@Anna Berg' },
        { kind: 'text', words: '.' },
        { kind: 'break' },
        { kind: 'text', words: 'Rad' },
      ],
      [{ kind: 'text', words: 'Stycke' }],
    ]);
    expect(commentPieces('javascript:alert(1) @Annabel', ['Anna']).flat()).toEqual([
      { kind: 'text', words: 'javascript:alert(1) @Annabel' },
    ]);
  });
});

describe('a comment', () => {
  it('is written by whoever may read the row, and shows its words as they are', async () => {
    const row = await newRow('Lokaler');
    await comment(staff, row, 'Första stycket\n\nSe <b>https://skr.se</b>');
    const seen = await page(analyst, row);
    expect(seen).toContain('Testperson staff');
    expect(seen).toContain('<p>Första stycket</p>');
    expect(seen).toContain('&lt;b&gt;');
    expect(seen).toContain('<a href="https://skr.se" rel="noreferrer">');
  });

  it('that cannot be taken says why and keeps what was typed', async () => {
    const row = await newRow('Lokaler');
    const empty = await staff.post(`${row}/kommentarer`, { comment: ' \n ' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Skriv något först.');
    const long = await staff.post(`${row}/kommentarer`, { comment: 'å'.repeat(10_001) });
    expect(long.status).toBe(422);
    expect(await long.text()).toContain('å'.repeat(10_001));
  });

  it('is changed and removed by its writer alone; removing hides it from others and can be undone', async () => {
    const row = await newRow('Lokaler');
    const id = await comment(staff, row, 'Först');
    const here = `${row}/kommentarer/${id}`;
    expect((await analyst.post(here, { version: '1', comment: 'Annat' })).status).toBe(403);
    expect((await analyst.post(`${here}/ta-bort`, {})).status).toBe(403);
    expect((await staff.post(here, { version: '1', comment: 'Sedan' })).status).toBe(303);
    const detail = await page(analyst, here);
    expect(detail).toContain('Sedan');
    expect(detail).toContain('Tidigare lydelser');
    expect(detail).toContain('Först');
    expect(detail).not.toContain('<textarea');
    await staff.post(`${here}/ta-bort`, {});
    expect(await page(analyst, row)).not.toContain('Sedan');
    expect((await analyst.get(here)).status).toBe(404);
    expect(await page(staff, row)).toContain('Ta tillbaka');
    await staff.post(`${here}/ta-tillbaka`, {});
    expect(await page(analyst, row)).toContain('Sedan');
  });

  it('changed in two windows shows both', async () => {
    const row = await newRow('Lokaler');
    const here = `${row}/kommentarer/${await comment(staff, row, 'Först')}`;
    await staff.post(here, { version: '1', comment: 'Ena fönstret' });
    const late = await staff.post(here, { version: '1', comment: 'Andra fönstret' });
    expect(late.status).toBe(409);
    const both = await late.text();
    expect(both).toContain('Ena fönstret');
    expect(both).toContain('Andra fönstret');
  });

  it('is seen by nobody in another municipality', async () => {
    const row = await newRow('Lokaler');
    const id = await comment(staff, row, 'Hemligt');
    const stranger = trial.browser(trial.other.id, trial.other.people.analyst);
    expect((await stranger.get(`${row}/kommentarer/${id}`)).status).toBe(404);
    expect((await stranger.post(`${row}/kommentarer`, { comment: 'Hej' })).status).toBe(404);
  });

  it('many are shown the latest first to be read, and all when asked for', async () => {
    const row = await newRow('Mycket sagt');
    for (let n = 1; n <= 52; n++) await comment(staff, row, `Inlägg ${n}.`);
    const latest = await page(staff, row);
    expect(latest).toContain('Visa alla 52 kommentarer');
    expect(latest).not.toContain('Inlägg 2.');
    expect(await page(staff, `${row}?kommentarer=alla`)).toContain('Inlägg 2.');
  });
});

describe('a mention', () => {
  it('mails the person once, and waits on their start page until they open the row', async () => {
    const row = await newRow('Skolskjuts');
    const before = (await mails()).length;
    const id = await comment(staff, row, 'Vad tror du, @Testperson analyst?');
    const sent = (await mails()).slice(before);
    expect(sent).toMatchObject([
      { recipient: 'analyst@ekeberga.se', subject: 'Du är nämnd i en kommentar: Skolskjuts' },
    ]);
    expect(sent[0]?.text).toContain(`https://samband.ekeberga.se${row}#kommentar-${id}`);
    expect(sent[0]?.text).toContain('Vad tror du');
    expect(await page(analyst, '/')).toContain('Testperson staff nämnde dig: Skolskjuts');
    expect(await page(staff, '/')).not.toContain('nämnde dig');

    const here = `${row}/kommentarer/${id}`;
    await staff.post(here, { version: '1', comment: 'Utan namn' });
    expect(await page(analyst, '/')).not.toContain('nämnde dig: Skolskjuts');
    await staff.post(here, { version: '2', comment: '@Testperson analyst och @Testperson manager' });
    expect((await mails()).slice(before + 1)).toMatchObject([{ recipient: 'manager@ekeberga.se' }]);

    await analyst.get(row, { 'x-sec-purpose': 'prefetch' });
    expect(await page(analyst, '/')).toContain('nämnde dig: Skolskjuts');
    expect(await page(analyst, row)).toContain('<strong>@Testperson analyst</strong>');
    expect(await page(analyst, '/')).not.toContain('nämnde dig: Skolskjuts');
  });

  it('of oneself, of someone who may not read the row, or of a name that several have tells nobody', async () => {
    const row = await newRow('Hemtjänst');
    const before = (await mails()).length;
    await comment(staff, row, '@Testperson staff');
    const untold = await staff.post(`${row}/kommentarer`, { comment: 'Hej @Testperson mentor' });
    expect(untold.status).toBe(303);
    const flash = untold.headers.getSetCookie().find((cookie) => cookie.startsWith('samband_flash='))!;
    expect(Buffer.from(flash.split('=')[1]!.split(';')[0]!, 'base64url').toString()).toContain('Testperson mentor');
    await trial.database.inScope({ tenantId: trial.own.id }, (tx) =>
      sql`insert into tenancy.person (tenant_id, id, name, title) select tenant_id, gen_random_uuid(), 'Bo Ek', t
        from tenancy.tenant, unnest(array['rektor', 'controller']) t where tenant_id = ${trial.own.id}`.execute(
        tx.tables<unknown>(),
      ),
    );
    const several = await staff.post(`${row}/kommentarer`, { comment: 'Fråga @Bo Ek' });
    expect(several.status).toBe(422);
    expect(await several.text()).toContain('Flera personer heter Bo Ek');
    await comment(staff, row, 'Fråga @Bo Ek, rektor om det');
    expect((await mails()).length).toBe(before);
  });
});
