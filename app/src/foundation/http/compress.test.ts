import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { chosenEncoding, encoded } from './compress.ts';

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
