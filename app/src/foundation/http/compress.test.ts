import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { chosenEncoding, compressed, encoded } from './compress.ts';

const page = Buffer.from(`<p>${'Å och ö '.repeat(1000)}</p>`);
const long = Buffer.from(`<p>${'Å och ö '.repeat(10_000)}</p>`);

const asPage = (bytes: Buffer<ArrayBuffer>) => [{ bytes, drawnOnce: false }];

it.each([page, long])('a page comes back as it was, in whichever encoding the browser takes', async (page) => {
  const zstd = await encoded(asPage(page), 'gzip, deflate, br, zstd');
  expect(zstd.headers['Content-Encoding']).toBe('zstd');
  expect(zstdDecompressSync(zstd.body).equals(page)).toBe(true);
  const gzip = await encoded(asPage(page), 'gzip, deflate');
  expect(gzip.headers['Content-Encoding']).toBe('gzip');
  expect(gunzipSync(gzip.body).equals(page)).toBe(true);
});

it('a small page, and one to a browser that takes no encoding, is sent as it is, and says that it could have been otherwise', async () => {
  const small = await encoded(asPage(page.subarray(0, 500)), 'gzip');
  expect(small.body).toHaveLength(500);
  expect(small.headers).toEqual({ Vary: 'Accept-Encoding' });
  expect((await encoded(asPage(page), null)).headers).toEqual({ Vary: 'Accept-Encoding' });
});

it('an encoding that the browser refuses is not chosen', () => {
  expect(chosenEncoding('zstd;q=0, gzip;q=0.5')).toBe('gzip');
  expect(chosenEncoding('gzip; q=0')).toBeUndefined();
  expect(chosenEncoding('br')).toBeUndefined();
});

it('parts that were drawn once are joined compressed from their second page on, in any order, between other words and beside each other', async () => {
  const parts = [page, long, Buffer.from('<i>kort</i>'), Buffer.from('')].map((bytes) => ({ bytes, drawnOnce: true }));
  const [a, b, c, d] = [parts[0]!, parts[1]!, parts[2]!, parts[3]!];
  const words = (text: string) => ({ bytes: Buffer.from(text), drawnOnce: false });
  const pages = [
    [words('<main>'), a, words('Åsa'), b, c, d, words('</main>')],
    [words(''), c, b, words('Örjan '.repeat(500)), a],
    [a],
    [b, a, b],
  ];
  expect((await encoded(pages[0]!, 'gzip, zstd')).headers['Content-Encoding']).toBe('zstd');
  for (const pieces of pages) {
    const sent = await encoded(pieces, 'gzip, deflate, br, zstd');
    expect(sent.headers['Content-Encoding']).toBe('gzip');
    expect(gunzipSync(sent.body).equals(Buffer.concat(pieces.map(({ bytes }) => bytes)))).toBe(true);
  }
  // Who takes no gzip gets the page some other way.
  const zstd = await encoded(pages[3]!, 'zstd');
  expect(zstdDecompressSync(zstd.body).equals(Buffer.concat([long, page, long]))).toBe(true);
});

it('a file and an answer to a program are compressed as they come, and nothing else is', async () => {
  const app = new Hono();
  app.use(compressed);
  const pieces = () =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const bytes of [page, long, page]) controller.enqueue(new Uint8Array(bytes));
        controller.close();
      },
    });
  const type = (value: string, others = {}) => ({ headers: { 'Content-Type': value, ...others } });
  app.get('/file', () => new Response(pieces(), type('text/csv; charset=UTF-8', { ETag: '"3"', Vary: 'Origin' })));
  app.get('/zip', () => new Response(pieces(), type('application/zip')));
  app.get('/short', () => new Response('kort', type('text/plain', { 'Content-Length': '4' })));
  app.get(
    '/done',
    () => new Response(pieces(), type('text/html', { 'Content-Encoding': 'br', Vary: 'Accept-Encoding' })),
  );
  const ask = async (path: string, accepted = 'gzip, deflate, br, zstd', method = 'GET') =>
    app.request(path, { method, headers: { 'Accept-Encoding': accepted } });
  const whole = Buffer.concat([page, long, page]);

  const zstd = await ask('/file');
  expect(Object.fromEntries(zstd.headers)).toMatchObject({
    'content-encoding': 'zstd',
    vary: 'Origin, Accept-Encoding',
    etag: 'W/"3"',
  });
  expect(zstdDecompressSync(await zstd.arrayBuffer()).equals(whole)).toBe(true);
  expect(gunzipSync(await (await ask('/file', 'gzip')).arrayBuffer()).equals(whole)).toBe(true);
  expect(Buffer.from(await (await ask('/file', 'identity')).arrayBuffer()).equals(whole)).toBe(true);
  const untouched = [ask('/zip'), ask('/short'), ask('/file', 'identity'), ask('/file', 'gzip', 'HEAD')];
  for (const { headers } of await Promise.all(untouched)) expect(headers.get('content-encoding')).toBeNull();
  expect((await ask('/done')).headers.get('content-encoding')).toBe('br');
});
