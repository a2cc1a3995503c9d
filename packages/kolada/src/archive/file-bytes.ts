import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Faults } from './faults.ts';

/** A file's bytes, unpacked when it is gzip (told by its first bytes, not by its name). */
export async function* readBytes(path: string, faults: Faults): AsyncGenerator<Buffer> {
  const packed = await startsAsGzip(path, faults);
  const raw = createReadStream(path, { highWaterMark: 1 << 18 });
  const stream: Readable = packed ? pipeline(raw, createGunzip({ chunkSize: 1 << 18 }), () => undefined) : raw;
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    if (packed) faults.refuse({ fault: 'notGzip', value: error instanceof Error ? error.message : String(error) });
    throw error;
  } finally {
    raw.destroy();
  }
}

export async function readText(path: string, faults: Faults): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of readBytes(path, faults)) chunks.push(chunk);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    return faults.refuse({ fault: 'wrongEncoding' });
  }
}

async function startsAsGzip(path: string, faults: Faults): Promise<boolean> {
  const handle = await open(path, 'r').catch((error: unknown) =>
    faults.refuse({ fault: 'fileMissing', value: error instanceof Error ? error.message : String(error) }),
  );
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } catch (error) {
    return faults.refuse({ fault: 'fileMissing', value: error instanceof Error ? error.message : String(error) });
  } finally {
    await handle.close();
  }
}
