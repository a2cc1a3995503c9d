import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  /** The part's text in pieces, so that it never has to be one long string. */
  readonly chunks: readonly string[];
}

const deflate = promisify(deflateRaw);

/** A zip file (PKWARE APPNOTE 6.3) of these parts, packed off the main thread. */
export async function writeZip(parts: readonly ZipPart[]): Promise<Uint8Array> {
  const body: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, chunks } of parts) {
    const content = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk, 'utf8')));
    const packed = await deflate(content, { level: 6 });
    const fileName = Buffer.from(name, 'utf8');
    const entry = { fileName, crc: crc32(content), packed: packed.length, size: content.length };
    const header = localHeader(entry);
    directory.push(directoryHeader(entry, offset));
    body.push(header, packed);
    offset += header.length + packed.length;
  }
  const directorySize = directory.reduce((sum, { length }) => sum + length, 0);
  return Buffer.concat([...body, ...directory, endOfDirectory(parts.length, directorySize, offset)]);
}

interface Entry {
  readonly fileName: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

// 1980-01-01: the same rows give the same file.
const noDate = 0x0021;
const needsVersion = 20;
const utf8Names = 0x0800;
const deflated = 8;

function localHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(30 + entry.fileName.length);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(needsVersion, 4);
  writeShared(header, entry, 6);
  entry.fileName.copy(header, 30);
  return header;
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
  header.writeUInt16LE(utf8Names, at);
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
