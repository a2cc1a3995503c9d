import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../http/index.ts';
import { tokenFaults, tokenLimit } from './api-token.rules.ts';
import { type Browser, openHouse, password, type TestHouse } from './testing.ts';

const routes: readonly Route[] = [
  {
    method: 'get',
    path: '/api/prov',
    access: 'signedIn',
    handle: (request) => request.json({ name: request.person.name, language: request.language }),
  },
  {
    method: 'patch',
    path: '/api/prov',
    access: 'signedIn',
    handle: async (request) => {
      const { name } = (await request.jsonBody()) as { name: string };
      await request.transaction((tx) =>
        sql`update tenancy.person set name = ${name}, version = version + 1 where tenant_id = foundation.current_tenant()`.execute(
          tx.tables<unknown>(),
        ),
      );
      return request.json({ name });
    },
  },
];

const minute = 60_000;
const day = 24 * 60 * minute;
let house: TestHouse;
let ids: { tenantId: string; personId: string };
let person: Browser;

beforeAll(async () => {
  house = await openHouse({ routes });
  ids = await house.municipality({ code: '9001', name: 'Provkommun', email: 'anna@example.org' });
  person = house.browser();
  await person.signIn('anna@example.org');
});
afterAll(() => house?.close());

async function make(fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const given = { name: 'Beslutsstöd', reach: 'write', lastDay: '2026-06-30', proofPassword: password, ...fields };
  const answer = await person.post('/mitt-konto/atkomstnycklar', given);
  expect(answer.status, answer.text).toBe(200);
  return /samband_[A-Za-z0-9_-]{43}/.exec(answer.html)?.[0] ?? 'no token on the page';
}

function call(token: string, method = 'GET', headers: Readonly<Record<string, string>> = {}, body?: string) {
  return house.app.request('http://samband.test/api/prov', {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'x-forwarded-for': '192.0.2.7',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
}

describe('an access token', () => {
  it('is shown once, and lets a program act as the person', async () => {
    const token = await make();
    const answer = await call(token);
    expect(await answer.json()).toMatchObject({ name: 'anna@example.org' });
    const page = await person.get('/mitt-konto/atkomstnycklar');
    expect(page.text).toContain('Beslutsstöd');
    expect(page.html).not.toContain(token);
    const kept = await house.database.inScope({ tenantId: ids.tenantId }, (tx) =>
      sql<{ token_hash: string; last_used_at: Date }>`select * from identity.api_token`.execute(tx.tables<unknown>()),
    );
    expect(JSON.stringify(kept.rows)).not.toContain(token.slice('samband_'.length));
    expect(kept.rows[0]?.last_used_at).toEqual(house.now());
  });

  it('asks for the password, a name and a day that is neither past nor too far', async () => {
    const refused = await person.post('/mitt-konto/atkomstnycklar', {
      name: 'X',
      reach: 'read',
      lastDay: '2026-06-30',
      proofPassword: 'fel lösenord helt',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Lösenordet stämmer inte.');
    const empty = await person.post('/mitt-konto/atkomstnycklar', { name: '', reach: 'read', lastDay: '2026-02-31' });
    expect(empty.text).toContain('Skriv vad nyckeln är till för.');
    expect(empty.text).toContain('Skriv ett datum');
    const faults = (lastDay: string) => tokenFaults({ name: 'x', lastDay }, '2026-03-02', '2027-03-03');
    expect(faults('2026-03-01')).toEqual(['dayPassed']);
    expect(faults('2026-03-02')).toEqual([]);
    expect(faults('2027-03-04')).toEqual(['dayTooFar']);
  });

  it('that may only read changes nothing', async () => {
    const token = await make({ reach: 'read' });
    expect((await call(token)).status).toBe(200);
    const answer = await call(token, 'PATCH', { 'accept-language': 'sv' }, '{"name":"Någon annan"}');
    expect(answer.status).toBe(403);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 403, detail: expect.stringContaining('får bara läsa') });
  });

  it('changes from any origin, and the audit trail names it; the cookie changes only from our own pages', async () => {
    const token = await make({ name: 'Personalsystem' });
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.test' };
    expect((await call(token, 'PATCH', foreign, '{"name":"Anna Andersson"}')).status).toBe(200);
    const trail = await house.database.inScope({ tenantId: ids.tenantId }, (tx) =>
      sql<{
        origin: string;
      }>`select origin from audit.entry where table_name = 'tenancy.person' and operation = 'update'
        order by sequence desc limit 1`.execute(tx.tables<unknown>()),
    );
    expect(trail.rows[0]?.origin).toBe('192.0.2.7 (Personalsystem)');
    const byCookie = (headers: Record<string, string>) =>
      house.app.request('http://samband.test/api/prov', {
        method: 'PATCH',
        headers: { cookie: `samband_session=${person.session}`, 'content-type': 'application/json', ...headers },
        body: '{"name":"Anna"}',
      });
    expect((await byCookie({})).status).toBe(403);
    expect((await byCookie(foreign)).status).toBe(403);
    expect((await byCookie({ origin: 'https://elsewhere.test' })).status).toBe(403);
    expect((await byCookie({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await byCookie({ origin: 'http://samband.test' })).status).toBe(200);
  });

  it('opens no pages, only what is for programs', async () => {
    const token = await make();
    const page = await house.app.request('http://samband.test/mitt-konto', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(page.status).toBe(401);
  });

  it('is worthless once revoked, past its day, or when the account is closed or the person inactive', async () => {
    const [revoked, short, living] = [await make(), await make({ lastDay: '2026-03-03' }), await make()];
    const page = await person.get('/mitt-konto/atkomstnycklar');
    const newestButTwo = [...page.html.matchAll(/atkomstnycklar\/([0-9a-f-]{36})\/ta-bort/g)][2]?.[1];
    expect((await person.post(`/mitt-konto/atkomstnycklar/${newestButTwo}/ta-bort`, {})).status).toBe(303);
    expect((await call(revoked)).status).toBe(401);
    expect((await call(short)).status).toBe(200);
    house.forward(2 * day);
    expect((await call(short)).status).toBe(401);
    expect((await call(living)).status).toBe(200);
    const set = (statement: string) =>
      house.database.inScope({ tenantId: ids.tenantId }, (tx) => sql.raw(statement).execute(tx.tables<unknown>()));
    await set('update identity.account set disabled = true');
    expect((await call(living)).status).toBe(401);
    await set('update identity.account set disabled = false');
    await set('update tenancy.person set active = false');
    expect((await call(living)).status).toBe(401);
    await set('update tenancy.person set active = true');
    expect((await call(living)).status).toBe(200);
  });

  it('speaks the language that the program asks for first', async () => {
    await person.signIn('anna@example.org');
    const token = await make();
    const language = async (accept: string) =>
      ((await (await call(token, 'GET', { 'accept-language': accept })).json()) as { language: string }).language;
    expect(await language('en-GB, sv;q=0.5')).toBe('en');
    expect(await language('sv;q=0.9, en;q=0.2')).toBe('sv');
    expect(await language('de')).toBe('sv');
  });

  it('that never was counts as a guess, and too many guesses close the door for a while', async () => {
    const token = await make();
    const wrong = `samband_${'A'.repeat(43)}`;
    for (let guess = 0; guess < tokenLimit; guess++) {
      const { status, headers } = await call(wrong);
      if (status !== 401 || headers.get('www-authenticate') === null) expect.fail(`guess ${guess} gave ${status}`);
    }
    expect((await call(wrong)).status).toBe(429);
    expect((await call(token)).status).toBe(429);
    expect((await call(token, 'GET', { 'x-forwarded-for': '192.0.2.8' })).status).toBe(200);
    house.forward(16 * minute);
    expect((await call(token)).status).toBe(200);
  });

  it('is no text that is not a token, however odd', async () => {
    for (const odd of ['x', 'samband_', `samband_${'å'.repeat(3)}`.normalize('NFD').replace(/[^\x20-\x7e]/g, '?')]) {
      expect((await call(odd)).status).toBe(401);
    }
    expect((await call(await make(), 'PATCH', {}, '{oj')).status).toBe(400);
    const form = await call(await make(), 'PATCH', { 'content-type': 'text/plain' }, 'x');
    expect(form.status).toBe(415);
  });
});
