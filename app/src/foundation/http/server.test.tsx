import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { definePermission } from '../access/index.ts';
import { type Browser, openHouse, type TestHouse } from '../identity/testing.ts';
import { Page } from '../ui/index.ts';
import { field, RefusedError, type Route } from './index.ts';

const auditorsOnly = definePermission('trial.read', ['auditor']);

const routes: readonly Route[] = [
  {
    method: 'get',
    path: '/prov',
    access: 'anyone',
    handle: (request) => request.html(<Page shell={request.shell()} title="Prov" />),
  },
  {
    method: 'post',
    path: '/prov',
    access: 'signedIn',
    maxBody: 1000,
    handle: async (request) =>
      request.redirect('/prov', { kind: 'success', text: `Sparat: ${field(await request.fields(), 'text')}` }),
  },
  { method: 'get', path: '/hemligt', access: auditorsOnly, handle: (request) => request.json({}) },
  { method: 'get', path: '/trasigt', access: 'anyone', handle: () => Promise.reject(new Error('lösenord=abc')) },
  {
    method: 'get',
    path: '/upptaget',
    access: 'anyone',
    handle: () =>
      Promise.reject(
        new RefusedError(503, (language) => (language === 'sv' ? 'Kom tillbaka snart.' : 'Come back soon.')),
      ),
  },
  {
    method: 'get',
    path: '/fraga',
    access: 'anyone',
    handle: (request) => request.json(request.query(z.object({ ar: z.coerce.number() }))),
  },
  {
    method: 'get',
    path: '/fil',
    access: 'anyone',
    handle: (request) => request.download(new TextEncoder().encode('x'), 'text/plain', 'Nuläge Åmål.txt'),
  },
  { method: 'get', path: '/api/trasigt', access: 'anyone', handle: () => Promise.reject(new Error('fel')) },
];

let house: TestHouse;
let person: Browser;

beforeAll(async () => {
  house = await openHouse({ routes });
  await house.municipality({ code: '9001', name: 'Provkommun', email: 'anna@example.org' });
  person = house.browser();
  await person.signIn('anna@example.org');
});

afterAll(() => house.close());

test('a form from another site is refused before anything happens', async () => {
  const answer = await house.app.request('http://samband.test/prov', {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'cross-site', Cookie: `samband_session=${person.session}` },
    body: new URLSearchParams({ text: 'x' }),
  });
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('annan webbplats');
});

test('an old browser that says only where the form came from is believed about it', async () => {
  const post = (origin: string) =>
    house.app.request('http://samband.test/prov', {
      method: 'POST',
      headers: { Origin: origin, Cookie: `samband_session=${person.session}` },
      body: new URLSearchParams({ text: 'x' }),
    });
  expect((await post('http://samband.test')).status).toBe(303);
  expect((await post('http://elsewhere.test')).status).toBe(403);
});

test('a message after a post is shown once, on the next page', async () => {
  await person.post('/prov', { text: 'åäö "citat" <b>' });
  expect((await person.get('/prov')).text).toContain('Sparat: åäö "citat" <b>');
  expect((await person.get('/prov')).text).not.toContain('Sparat');
});

test('a body over the limit is refused with a sentence and not read', async () => {
  const answer = await person.post('/prov', { text: 'x'.repeat(2000) });
  expect(answer.status).toBe(413);
});

test('a page that needs another role says so', async () => {
  expect((await person.get('/hemligt')).status).toBe(403);
});

test('a fault in the program shows a number to give and nothing of the fault', async () => {
  const answer = await person.get('/trasigt');
  expect(answer.status).toBe(500);
  expect(answer.html).not.toContain('abc');
  expect(answer.text).toContain(answer.headers.get('x-request-id') ?? 'no id');
});

test('a refusal speaks the language of the person', async () => {
  expect((await person.get('/upptaget')).text).toContain('Kom tillbaka snart.');
  person.cookies.set('samband_language', 'en');
  expect((await person.get('/upptaget')).text).toContain('Come back soon.');
  person.cookies.delete('samband_language');
});

test('a parameter that does not fit is a 400 and names it', async () => {
  const answer = await person.get('/fraga?ar=nittio');
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('ar');
});

test('a path that leads nowhere is a 404 page in the frame', async () => {
  const answer = await person.get('/finns-inte');
  expect(answer.status).toBe(404);
  expect(answer.html).toContain('<main');
});

test('the API answers faults in JSON', async () => {
  const answer = await person.get('/api/trasigt');
  expect(answer.status).toBe(500);
  expect(JSON.parse(answer.html)).toMatchObject({ status: 500 });
});

test('a file keeps å, ä and ö in its name', async () => {
  const disposition = (await person.get('/fil')).headers.get('content-disposition') ?? '';
  expect(disposition).toContain("filename*=UTF-8''Nul%C3%A4ge%20%C3%85m%C3%A5l.txt");
  expect(disposition).toMatch(/filename="[\x20-\x7e]+"/);
});

test('every answer carries the security headers', async () => {
  for (const path of ['/prov', '/finns-inte', '/trasigt']) {
    const { headers } = await person.get(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});
