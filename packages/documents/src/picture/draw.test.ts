import { expect, test } from 'vitest';
import { drawPicture, drawPictures, pictureToPng } from './index.ts';

const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60" width="200" height="60"><style>.name.is-own { font-family: Inter; font-weight: 600; fill: #1d5c4d; }</style>${inside}</svg>`;
const named = svg(
  '<rect width="200" height="60" fill="#fff"/><text class="name is-own" x="10" y="35">Åkersö 95,0 %</text>',
);

/** Width and height stand in the first chunk of a PNG (ISO/IEC 15948, 11.2.2). */
function sizeOf(png: Uint8Array): readonly number[] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

test('a PNG has two dots to a CSS pixel, or as many as are asked for', () => {
  expect(sizeOf(pictureToPng(named))).toEqual([400, 120]);
  expect(sizeOf(pictureToPng(named, { scale: 1 }))).toEqual([200, 60]);
});

test('the same picture gives the same bytes', () => {
  expect(pictureToPng(named)).toEqual(pictureToPng(named));
});

test('words are drawn with the fonts of the package, each weight with its own', () => {
  const text = (weight: number, family: string) =>
    pictureToPng(svg(`<text x="5" y="30" font-family="${family}" font-weight="${weight}">Åkersö</text>`));
  const drawn = [text(400, 'Inter'), text(500, 'Inter'), text(600, 'Inter'), text(400, 'Source Serif 4')];
  expect(pictureToPng(svg('')).length).toBeLessThan(drawn[0]!.length);
  expect(new Set(drawn.map((png) => Buffer.from(png).toString('base64'))).size).toBe(drawn.length);
});

test('an outlined picture asks for no font and no style, and is drawn like the one it comes from', () => {
  const { png, outlined } = drawPicture(named);
  expect(outlined).not.toMatch(/<text|<style|font-family|class=/);
  expect(outlined).toContain('#1d5c4d');
  expect(sizeOf(pictureToPng(outlined))).toEqual(sizeOf(png));
});

test('a picture on a background has it in both its forms', () => {
  const clear = drawPicture(svg('<rect width="20" height="9"/>'));
  const white = drawPicture(svg('<rect width="20" height="9"/>'), { background: '#ffffff' });
  expect(clear.outlined).not.toContain('#ffffff');
  expect(white.outlined).toContain('<path fill="#ffffff" d="M0 0h200v60h-200z"/>');
  expect(white.png).not.toEqual(clear.png);
  // Drawn once more, with nothing behind it, the outlined one is still on white.
  expect(pictureToPng(white.outlined)).toEqual(white.png);
});

test('many pictures are drawn each once, the same as one by one, and others are served meanwhile', async () => {
  let served = 0;
  const serving = setInterval(() => served++);
  const many = Array.from({ length: 12 }, (_, index) => svg(`<rect width="${index}" height="9"/>`));
  const drawn = await drawPictures([...many, ...many]);
  clearInterval(serving);
  expect(drawn.size).toBe(12);
  expect(drawn.get(many[3]!)).toEqual(drawPicture(many[3]!));
  expect(served).toBeGreaterThan(3);
});

test('what is no SVG is an error, and the next picture is drawn', async () => {
  expect(() => pictureToPng('<p>hej</p>')).toThrow();
  await expect(drawPictures([named, '<p>hej</p>'])).rejects.toThrow();
  expect((await drawPictures([named])).get(named)).toEqual(drawPicture(named));
});
