import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pictureOfFile } from './picture-of-file.ts';

const text = (words: string) => new TextEncoder().encode(words);
const svg = (inner: string, attributes = 'viewBox="0 0 300 80"') =>
  text(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`);
const square = '<rect width="40" height="40"/>';

describe('a file as a picture', () => {
  it('has the size of its pixels', () => {
    const file = png(3, 2, 0x80);
    expect(pictureOfFile(file)).toEqual({ format: 'png', bytes: file, width: 3, height: 2 });
    // Made with ImageMagick: `convert -size 3x2 xc:navy -quality 20 -strip jpeg:-`.
    const jpeg = Buffer.from(
      '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAACAAMDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAgT/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCQAsF//9k=',
      'base64',
    );
    expect(pictureOfFile(jpeg)).toMatchObject({ format: 'jpeg', width: 3, height: 2 });
  });

  it('is paths alone when it is drawn, with a size although the drawing only says its proportions', () => {
    const picture = pictureOfFile(svg(`<style>.a{fill:#c0143c}</style><g class="a">${square}</g>`));
    expect(picture).toMatchObject({ format: 'svg', width: 300, height: 80 });
    const drawn = picture?.format === 'svg' ? picture.svg : '';
    expect(drawn).toContain('fill="#c0143c"');
    expect(drawn).not.toMatch(/class|style|xml version/);
  });

  it('is none when nothing can be seen of it', () => {
    const whole = png(40, 40, 0xff);
    for (const file of [
      text('text'),
      new Uint8Array(),
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]),
      whole.slice(0, 60),
      png(3, 2, 0),
      new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]),
      svg(''),
      svg(square, 'width="0" height="0"'),
      text('<svg xmlns="http://www.w3.org/2000/svg"><rect'),
    ]) {
      expect(pictureOfFile(file)).toBeUndefined();
    }
  });

  it('is none when it would unpack to more than memory should hold', () => {
    const bomb = png(20_000, 20_000, 0xff, 1);
    expect(pictureOfFile(bomb)).toBeUndefined();
    const data = `data:image/png;base64,${Buffer.from(bomb).toString('base64')}`;
    expect(pictureOfFile(svg(`${square}<image width="9" height="9" href="${data}"/>`))).toBeUndefined();
    expect(pictureOfFile(svg(square, 'width="100000" height="100000"'))).toBeUndefined();
    expect(pictureOfFile(svg(square, 'width="1" height="100000"'))).toBeUndefined();
    const uses = Array.from({ length: 30 }, (_, n) => `<g id="g${n + 1}"><use href="#g${n}"/><use href="#g${n}"/></g>`);
    expect(pictureOfFile(svg(`<g id="g0">${square}</g>${uses.join('')}`))).toBeUndefined();
  });
});

/** Grey with alpha; `rows` fewer than the height is a file that says more than it holds. */
function png(width: number, height: number, alpha: number, rows = height): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 4], 8);
  const row = Buffer.from([0, ...Array.from({ length: width }, () => [0x20, alpha]).flat()]);
  const data = deflateSync(Buffer.concat(Array.from({ length: rows }, () => row)));
  const parts = [chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts]));
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
