import { pipeline, Readable } from 'node:stream';
import { ReadableStream as WebStream } from 'node:stream/web';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  /** The part's text, or its bytes, in pieces. */
  readonly content: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
}

/**
 * A zip file (PKWARE APPNOTE 6.3) of these parts, written as it is read and packed off the main thread: neither a part nor the file is ever
 * held as a whole. Ends with the parts' own error when one comes; when the reader leaves, the parts are left too. Beyond 4 GB it ends with an error.
 */
export function streamZip(parts: readonly ZipPart[]): ReadableStream<Uint8Array> {
  return WebStream.from(zipOf(parts)) as ReadableStream<Uint8Array>;
}

async function* zipOf(parts: readonly ZipPart[]): AsyncGenerator<Uint8Array> {
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    const entry: Entry = { fileName: Buffer.from(name, 'utf8'), crc: 0, packed: 0, size: 0 };
    const start = localHeader(entry);
    yield start;
    yield* packed(content, entry);
    const end = sizesAfter(entry);
    yield end;
    directory.push(directoryHeader(entry, offset));
    offset += start.length + entry.packed + end.length;
  }
  const directorySize = directory.reduce((sum, { length }) => sum + length, 0);
  yield* directory;
  yield endOfDirectory(parts.length, directorySize, offset);
}

interface Entry {
  readonly fileName: Buffer;
  crc: number;
  packed: number;
  size: number;
}

// Level 3 takes half the time of the usual 6 and makes a sheet a tenth larger.
const packing = { level: 3, chunkSize: 64 * 1024 };

/** Counts into `entry` what passes. */
async function* packed(content: ZipPart['content'], entry: Entry): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw(packing);
  async function* counted() {
    for await (const piece of content) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
      entry.crc = crc32(bytes, entry.crc);
      entry.size += bytes.length;
      yield bytes;
    }
  }
  // An error reaches the reader of `deflate`; it needs no second listener.
  pipeline(Readable.from(counted(), { objectMode: true, highWaterMark: 1 }), deflate, () => {});
  for await (const piece of deflate as AsyncIterable<Uint8Array>) {
    entry.packed += piece.length;
    yield piece;
  }
}

// 1980-01-01: the same rows give the same file.
const noDate = 0x0021;
const needsVersion = 20;
/** Names in UTF-8; sizes come after the content. */
const flags = 0x0808;
const deflated = 8;

function localHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(30 + entry.fileName.length);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(needsVersion, 4);
  writeShared(header, entry, 6);
  entry.fileName.copy(header, 30);
  return header;
}

function sizesAfter({ crc, packed, size }: Entry): Buffer {
  const sizes = Buffer.alloc(16);
  sizes.writeUInt32LE(0x08074b50, 0);
  sizes.writeUInt32LE(crc, 4);
  sizes.writeUInt32LE(packed, 8);
  sizes.writeUInt32LE(size, 12);
  return sizes;
}

function directoryHeader(entry: Entry, offset: number): Buffer {
  const header = Buffer.alloc(46 + entry.fileName.length);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(needsVersion, 4);
  header.writeUInt16LE(needsVersion, 6);
  writeShared(header, entry, 8);
  header.writeUInt32LE(offset, 42);
  entry.fileName.copy(header, 46);
  return header;
}

/** What a part's own header and its line in the directory have alike, in the same order. */
function writeShared(header: Buffer, { crc, packed, size, fileName }: Entry, at: number): void {
  header.writeUInt16LE(flags, at);
  header.writeUInt16LE(deflated, at + 2);
  header.writeUInt16LE(noDate, at + 6);
  header.writeUInt32LE(crc, at + 8);
  header.writeUInt32LE(packed, at + 12);
  header.writeUInt32LE(size, at + 16);
  header.writeUInt16LE(fileName.length, at + 20);
}

function endOfDirectory(parts: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts, 8);
  end.writeUInt16LE(parts, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
