import type { Picture } from '../model/index.ts';
import { standingDrawing } from './draw.ts';

/** What a page has room for many times over; a small file can unpack to far more than memory holds. */
const mostPixels = 16_000_000;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * A PNG, JPEG or SVG as a picture that every writer draws alike, in its own size: an SVG becomes paths alone. Undefined where nothing can be seen of it: the file
 * is none of them, is damaged or empty, or would be larger than 16 million pixels.
 */
export function pictureOfFile(file: Uint8Array): Picture | undefined {
  const format = rasterFormat(file);
  if (format === undefined) return drawingOf(file);
  const size = rasterSize(file);
  if (size === undefined || !isReasonable(size)) return undefined;
  const { width, height } = size;
  const data = `data:image/${format};base64,${Buffer.from(file).toString('base64')}`;
  const shown = standingDrawing(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${data}"/></svg>`,
  );
  return shown && { format, bytes: new Uint8Array(file), ...size };
}

function drawingOf(file: Uint8Array): Picture | undefined {
  const text = utf8(file);
  if (text === undefined) return undefined;
  const pixels = [...text.matchAll(/data:image\/(?:png|jpe?g);base64,([^"')]*)/g)].map(([, data]) =>
    rasterSize(Buffer.from(data ?? '', 'base64')),
  );
  if (pixels.some((size) => size === undefined || !isReasonable(size))) return undefined;
  const shown = standingDrawing(text);
  return shown && isReasonable(shown) ? { format: 'svg', ...shown } : undefined;
}

function utf8(file: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return undefined;
  }
}

function isReasonable({ width, height }: Size): boolean {
  return width > 0 && height > 0 && width * height <= mostPixels;
}

function rasterFormat(file: Uint8Array): 'png' | 'jpeg' | undefined {
  const begins = (bytes: readonly number[]) => bytes.every((byte, index) => file[index] === byte);
  if (begins([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  return begins([0xff, 0xd8, 0xff]) ? 'jpeg' : undefined;
}

function rasterSize(file: Uint8Array): Size | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  switch (rasterFormat(file)) {
    case 'png':
      // The first chunk is IHDR: its length and name, then width and height.
      return file.length < 24 ? undefined : { width: view.getUint32(16), height: view.getUint32(20) };
    case 'jpeg':
      return jpegSize(view);
    default:
      return undefined;
  }
}

/** It stands in the frame header, after segments that each say how long they are (ITU T.81, B.1.1 and B.2.2). */
function jpegSize(view: DataView): Size | undefined {
  for (let at = 2; at + 9 <= view.byteLength && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}
