import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ReadableStream as WebStream } from 'node:stream/web';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Listening, listen, RefusedError, type Route } from '../http/index.ts';
import { openHouse, type TestHouse } from '../identity/testing.ts';
import { newId } from '../ids/index.ts';
import { createFiles, type Files, fileAnswer, fileProblemText } from './index.ts';

const megabyte = 1024 * 1024;
const tenant = newId();

let folder: string;
let files: Files;
let house: TestHouse;
let server: Listening;
let broken = 0;

const routes: readonly Route[] = [
  {
    method: 'post',
    path: '/filer',
    access: 'anyone',
    streamed: true,
    async handle(request) {
      const limitBytes = 210 * megabyte;
      try {
        for await (const part of request.upload({ maxBytes: limitBytes, maxFiles: 1 })) {
          if (part.kind !== 'file') continue;
          const result = await files.put(tenant, part.stream, { limitBytes, fileName: part.fileName });
          if (result.ok) return request.json(result);
          throw new RefusedError(422, (language) => fileProblemText(result.reason, limitBytes, language));
        }
      } catch (error) {
        broken++;
        throw error;
      }
      return request.json({});
    },
  },
  {
    method: 'get',
    path: '/filer/:sha256',
    access: 'anyone',
    async handle(request) {
      const content = await files.read(tenant, request.params.sha256 ?? '');
      if (content === undefined) throw new RefusedError(404);
      return fileAnswer(content, { name: 'Bild å.png', type: 'image/png', inline: true });
    },
  },
];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'samband-upload-'));
  files = createFiles(folder);
  house = await openHouse({ routes });
  server = await listen(house.app, '127.0.0.1', 0);
});

afterAll(async () => {
  await server.close(100);
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

const url = (place: string) => `http://127.0.0.1:${server.port}${place}`;

/** A form with one file, made as it is sent. */
function send(fileName: string, pieces: Iterable<Uint8Array>): Promise<Response> {
  function* body() {
    yield Buffer.from(`--b\r\nContent-Disposition: form-data; name="fil"; filename="${fileName}"\r\n\r\n`);
    yield* pieces;
    yield Buffer.from('\r\n--b--\r\n');
  }
  const headers = { 'Content-Type': 'multipart/form-data; boundary=b' };
  return fetch(url('/filer'), { method: 'POST', body: WebStream.from(body()), duplex: 'half', headers } as RequestInit);
}

test('two hundred megabytes over HTTP are kept and given back, without being gathered', {
  timeout: 60_000,
}, async () => {
  const piece = Buffer.alloc(64 * 1024, 'innehåll ');
  const hash = createHash('sha256');
  const start = process.memoryUsage().arrayBuffers;
  let most = 0;
  const measure = () => {
    most = Math.max(most, process.memoryUsage().arrayBuffers - start);
  };
  function* pieces() {
    for (let n = 0; n < 3200; n++) {
      hash.update(piece);
      measure();
      yield piece;
    }
  }
  const kept = (await (await send('stor.txt', pieces())).json()) as { sha256: string; size: number };
  expect(kept).toMatchObject({ ok: true, size: 200 * megabyte, sha256: hash.digest('hex') });
  const answer = await fetch(url(`/filer/${kept.sha256}`));
  const back = createHash('sha256');
  for await (const part of answer.body!) {
    back.update(part);
    measure();
  }
  expect(back.digest('hex')).toBe(kept.sha256);

  // Sender and receiver are this one process, and what has been used lies until it is collected.
  expect(most).toBeLessThan(150 * megabyte);
});

test('a kept file carries its own policy through the server, and its size', async () => {
  const kept = (await (await send('a.txt', [Buffer.from('hej')])).json()) as { sha256: string };
  const { headers } = await fetch(url(`/filer/${kept.sha256}`));
  expect(headers.get('content-security-policy')).toMatch(/^sandbox;/);
  expect(headers.get('content-length')).toBe('3');
  expect(headers.get('content-disposition')).toContain(
    'inline; filename="Bild _.png"; filename*=UTF-8\'\'Bild%20%C3%A5.png',
  );
});

test('a file of a kind that is not kept gets a sentence, also when more was under way', async () => {
  const page = [Buffer.from('<html>'), ...Array.from({ length: 50 }, () => Buffer.alloc(64 * 1024, 'x'))];
  const answer = await send('sida.txt', page);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('Filen är en webbsida');
});

test('an upload that breaks off leaves nothing behind', async () => {
  const before = broken;
  const socket = connect(server.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    'POST /filer HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 900000\r\n\r\n' +
      `--b\r\nContent-Disposition: form-data; name="fil"; filename="a.txt"\r\n\r\n${'x'.repeat(200_000)}`,
  );
  const incoming = path.join(folder, tenant, 'incoming');
  await expect.poll(() => readdir(incoming)).toHaveLength(1);
  socket.destroy();
  await expect.poll(() => broken).toBe(before + 1);
  expect(await readdir(incoming)).toEqual([]);
});
