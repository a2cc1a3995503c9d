import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';

/** What a zip file is read from: bytes in memory, or a file on disk. */
export interface ZipSource {
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  /** What it says that it unpacks to. It may be less than it is, but a bomb that says so need not be tried. */
  readonly unpacked: number;
  readonly offset: number;
}

export class DamagedZipError extends Error {
  override readonly name: string = 'DamagedZipError';
}

/** It unpacks to more than it may: a bomb, or an honest file that is too large. */
export class OversizedZipError extends DamagedZipError {
  override readonly name = 'OversizedZipError';
}

export function bytesSource(bytes: Uint8Array): ZipSource {
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}

const endSize = 22;
const entrySize = 46;
const localSize = 30;
const longestComment = 65_535;
const largestDirectory = 16 * 1024 * 1024;
const inZip64 = 0xffff_ffff;

/** What a zip file (PKWARE APPNOTE 6.3) says that it holds; undefined when it is no whole zip file. What it says of sizes is not to be believed. */
export async function readDirectory(source: ZipSource): Promise<readonly ZipEntry[] | undefined> {
  const tailSize = Math.min(source.size, endSize + longestComment);
  const tail = viewOf(await source.read(source.size - tailSize, tailSize));
  const end = endOfDirectory(tail);
  if (end === undefined) return undefined;
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const offset = tail.getUint32(end + 16, true);
  if (size > largestDirectory || offset + size > source.size) return undefined;
  return entriesOf(await source.read(offset, size), count);
}

/** It is last, before a comment. */
function endOfDirectory(tail: DataView): number | undefined {
  for (let at = tail.byteLength - endSize; at >= 0; at--) if (tail.getUint32(at, true) === 0x06054b50) return at;
  return undefined;
}

function entriesOf(directory: Uint8Array, count: number): readonly ZipEntry[] | undefined {
  const view = viewOf(directory);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count; ) {
    if (at + entrySize > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const nameSize = view.getUint16(at + 28, true);
    const extraSize = view.getUint16(at + 30, true);
    const extraAt = at + entrySize + nameSize;
    const next = extraAt + extraSize + view.getUint16(at + 32, true);
    if (next > view.byteLength) return undefined;
    const extra = viewOf(directory.subarray(extraAt, extraAt + extraSize));
    const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    const [unpacked = 0, packed = 0, offset = 0] = withLarge(sizes, extra);
    entries.push({
      name: new TextDecoder().decode(directory.subarray(at + entrySize, extraAt)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packed,
      unpacked,
      offset,
    });
    at = next;
  }
  return entries;
}

/** Programs that write as they go note the sizes in eight bytes beside, even of small files (zip64). */
function withLarge(sizes: readonly number[], extra: DataView): readonly number[] {
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return sizes.map((size) => {
      if (size !== inZip64 || next + 8 > extra.byteLength) return size;
      next += 8;
      return Number(extra.getBigUint64(next - 8, true));
    });
  }
  return sizes;
}

const pieceSize = 64 * 1024;

/** The content of one entry. Throws DamagedZipError when it does not unpack to what was packed, or to more than `largest` bytes. */
export async function* unpack(source: ZipSource, entry: ZipEntry, largest: number): AsyncGenerator<Uint8Array> {
  if (entry.unpacked > largest)
    throw new OversizedZipError(`${entry.name} says that it unpacks to more than ${largest} bytes`);
  const local = viewOf(await source.read(entry.offset, localSize));
  if (local.byteLength < localSize || local.getUint32(0, true) !== 0x04034b50 || entry.encrypted)
    throw new DamagedZipError(entry.name);
  const start = entry.offset + localSize + local.getUint16(26, true) + local.getUint16(28, true);
  let size = 0;
  let crc = 0;
  try {
    for await (const piece of content(source, start, entry)) {
      size += piece.length;
      crc = crc32(piece, crc);
      if (size > largest) throw new OversizedZipError(`${entry.name} unpacks to more than ${largest} bytes`);
      yield piece;
    }
    if (crc !== entry.crc) throw new DamagedZipError(`${entry.name} is not what was packed`);
  } catch (error) {
    throw error instanceof DamagedZipError ? error : new DamagedZipError(entry.name, { cause: error });
  }
}

function content(source: ZipSource, start: number, { name, method, packed }: ZipEntry): AsyncIterable<Uint8Array> {
  const raw = pieces(source, start, packed);
  if (method === 0) return raw;
  if (method !== 8) throw new DamagedZipError(`${name} is packed by method ${method}`);
  const inflate = createInflateRaw({ chunkSize: pieceSize });
  const input = Readable.from(raw);
  input.on('error', (error) => inflate.destroy(error));
  return input.pipe(inflate);
}

async function* pieces(source: ZipSource, start: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; at += pieceSize) {
    const piece = await source.read(start + at, Math.min(pieceSize, length - at));
    if (piece.length === 0) return;
    yield piece;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
