import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { chosenEncoding, encoded } from './compress.ts';

const page = Buffer.from(`<p>${'Å och ö '.repeat(1000)}</p>`);
const long = Buffer.from(`<p>${'Å och ö '.repeat(10_000)}</p>`);

it.each([page, long])('a page comes back as it was, in whichever encoding the browser takes', async (page) => {
  const zstd = await encoded(page, 'gzip, deflate, br, zstd');
  expect(zstd.headers['Content-Encoding']).toBe('zstd');
  expect(zstdDecompressSync(zstd.body).equals(page)).toBe(true);
  const gzip = await encoded(page, 'gzip, deflate');
  expect(gzip.headers['Content-Encoding']).toBe('gzip');
  expect(gunzipSync(gzip.body).equals(page)).toBe(true);
});

it('a small page, and one to a browser that takes no encoding, is sent as it is, and says that it could have been otherwise', async () => {
  const small = await encoded(page.subarray(0, 500), 'gzip');
  expect(small.body).toHaveLength(500);
  expect(small.headers).toEqual({ Vary: 'Accept-Encoding' });
  expect((await encoded(page, null)).headers).toEqual({ Vary: 'Accept-Encoding' });
});

it('an encoding that the browser refuses is not chosen', () => {
  expect(chosenEncoding('zstd;q=0, gzip;q=0.5')).toBe('gzip');
  expect(chosenEncoding('gzip; q=0')).toBeUndefined();
  expect(chosenEncoding('br')).toBeUndefined();
});
