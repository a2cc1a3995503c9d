import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../identity/testing.ts';
import { type Listening, listen, RefusedError, type Route } from './index.ts';

const megabyte = 1024 * 1024;

interface Seen {
  readonly kind: string;
  readonly name: string;
  readonly text: string;
}

let seen: Seen[] = [];
let faults: unknown[] = [];

const routes: readonly Route[] = [
  {
    method: 'post',
    path: '/bilagor',
    access: 'anyone',
    streamed: true,
    async handle(request) {
      try {
        for await (const part of request.upload({ maxBytes: megabyte, maxFiles: 2 })) {
          if (part.kind === 'field') seen.push({ kind: 'field', name: part.name, text: part.value });
          else if (part.name !== 'skipped') {
            const pieces: Uint8Array[] = [];
            for await (const piece of part.stream) pieces.push(piece);
            seen.push({ kind: part.fileName, name: part.name, text: Buffer.concat(pieces).toString() });
          }
        }
      } catch (error) {
        faults.push(error);
        throw error;
      }
      return request.json({ parts: seen.length });
    },
  },
  {
    method: 'post',
    path: '/tva-av-tre',
    access: 'anyone',
    streamed: true,
    async handle(request) {
      for await (const _part of request.upload({ maxBytes: megabyte, maxFiles: 9 })) break;
      return request.json({ left: 'early' });
    },
  },
  { method: 'post', path: '/eget', access: 'signedIn', streamed: true, handle: (request) => request.json({}) },
];

let house: TestHouse;
let server: Listening;

beforeAll(async () => {
  house = await openHouse({ routes });
  server = await listen(house.app, '127.0.0.1', 0);
});

beforeEach(() => {
  seen = [];
  faults = [];
});

afterAll(async () => {
  await server.close(100);
  await house.close();
});

const url = (path: string) => `http://127.0.0.1:${server.port}${path}`;

async function send(path: string, form: FormData): Promise<{ status: number; text: string }> {
  const answer = await fetch(url(path), { method: 'POST', body: form });
  return { status: answer.status, text: await answer.text() };
}

function formOf(...entries: [name: string, value: string | File][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

test('fields and files come in the order of the form, with their letters, and what nobody reads is passed by', async () => {
  const answer = await send(
    '/bilagor',
    formOf(
      ['rubrik', 'Årsplan\r\nrad två'],
      ['skipped', new File(['x'.repeat(300_000)], 'a.txt')],
      ['fil', new File(['innehåll'], '../../Års"plan 1.txt')],
      ['tomt', ''],
    ),
  );
  expect(answer).toEqual({ status: 200, text: '{"parts":3}' });
  expect(seen).toEqual([
    { kind: 'field', name: 'rubrik', text: 'Årsplan\r\nrad två' },
    { kind: 'Års"plan 1.txt', name: 'fil', text: 'innehåll' },
    { kind: 'field', name: 'tomt', text: '' },
  ]);
});

test('a file field where none was chosen is no file', async () => {
  await send('/bilagor', formOf(['fil', new File([], '')], ['efter', 'ja']));
  expect(seen.map(({ name }) => name)).toEqual(['efter']);
});

test('a file of exactly the limit is received, and one byte more gets a page that says what, how much and what to do', async () => {
  expect((await send('/bilagor', formOf(['fil', new File([new Uint8Array(megabyte)], 'a.bin')]))).status).toBe(200);
  const answer = await send('/bilagor', formOf(['fil', new File([new Uint8Array(megabyte + 1)], 'stor.pdf')]));
  expect(answer.status).toBe(413);
  expect(answer.text).toContain('Filen stor.pdf är större än 1 MB');
  expect(answer.text).toContain('Ingenting har sparats');
});

test('a file far over the limit still gets its page, when all of it has been sent', async () => {
  const answer = await send('/bilagor', formOf(['fil', new File([new Uint8Array(80 * megabyte)], 'film.pdf')]));
  expect(answer.status).toBe(413);
  expect(answer.text).toContain('film.pdf');
});

test('more files than the limit, and a text longer than any, are refused', async () => {
  const file = (n: number): [string, File] => ['fil', new File(['x'], `${n}.txt`)];
  const files = await send('/bilagor', formOf(file(1), file(2), file(3)));
  expect(files.status).toBe(413);
  expect(files.text).toContain('Högst 2 filer');
  expect((await send('/bilagor', formOf(['text', 'x'.repeat(megabyte + 1)]))).status).toBe(413);
});

test('what is no form with files, has no boundary or another than it says, or ends too early is a 400 page', async () => {
  const body = '--gräns\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--gräns--\r\n';
  const post = async (type: string, content: string) =>
    fetch(url('/bilagor'), { method: 'POST', body: content, headers: { 'Content-Type': type } });
  for (const [type, content] of [
    ['multipart/form-data', body],
    ['multipart/form-data; boundary=annan', body],
    ['multipart/form-data; boundary=gräns', body.slice(0, 60)],
    ['multipart/form-data; boundary=annan', ''],
    ['application/x-www-form-urlencoded', 'a=x'],
    ['text/plain', 'x'],
  ] as const) {
    const answer = await post(Buffer.from(type, 'utf8').toString('latin1'), content);
    expect([type, answer.status]).toEqual([type, 400]);
    expect(await answer.text()).toContain('Ingenting har sparats');
  }
  expect(seen).toEqual([]);
});

test('an upload that is broken off ends the reading with a refusal, and the server goes on', async () => {
  const socket = connect(server.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    'POST /bilagor HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 900000\r\n\r\n' +
      '--b\r\nContent-Disposition: form-data; name="fil"; filename="a.txt"\r\n\r\nbörjan',
  );
  await sleep(100);
  socket.destroy();
  while (faults.length === 0) await sleep(10);
  expect(faults[0]).toBeInstanceOf(RefusedError);
  expect(seen).toEqual([]);
  expect((await send('/bilagor', formOf(['a', 'b']))).status).toBe(200);
});

test('a handler that has seen enough may leave the rest', async () => {
  const files = [1, 2, 3].map((n): [string, File] => ['fil', new File([new Uint8Array(megabyte)], `${n}.bin`)]);
  expect(await send('/tva-av-tre', formOf(...files))).toEqual({ status: 200, text: '{"left":"early"}' });
});

test('files from somebody who is not signed in lead to the sign-in page without being read', async () => {
  const answer = await send('/eget', formOf(['fil', new File([new Uint8Array(3 * megabyte)], 'a.bin')]));
  expect(answer.status).toBe(401);
  expect(answer.text).toContain('Logga in');
});
