import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isId, newId } from '../ids/index.ts';
import { makeFolder, syncFolder } from './durable.ts';
import { type Received, receive } from './receive.ts';
import { type Referred, type Swept, sweepFolder } from './sweep.ts';

export interface FileContent {
  readonly size: number;
  /** Opens the file when somebody begins to read. */
  stream(): ReadableStream<Uint8Array>;
}

/**
 * Contents of files, kept by the hash of what they hold: the same content is kept once, and never changes. Which rows have which files, and what they are
 * called, is for those who own the rows to keep; so is who may see them.
 */
export interface Files {
  /**
   * Keeps a content. When it answers `ok` the content is on disk for good, whatever happens to the program or the power; when not, nothing is left behind.
   * Throws what the stream throws.
   */
  put(
    tenantId: string,
    content: AsyncIterable<Uint8Array>,
    given: { readonly limitBytes: number; readonly fileName: string },
  ): Promise<Received>;
  /** Undefined when the tenant has no such content. */
  read(tenantId: string, sha256: string): Promise<FileContent | undefined>;
  /**
   * Takes away what no row refers to, and what an ended program left half received. Nothing younger than a day is touched: its row may not be
   * committed yet. What is taken away lies aside for another day, and comes back when a row turns out to need it. May be repeated.
   */
  sweep(referred: Referred, now: Date): Promise<Swept>;
}

export function createFiles(folder: string): Files {
  const places = (tenantId: string, sha256: string) => [
    path.join(folder, tenantId, sha256.slice(0, 2), sha256.slice(2)),
    // Swept, but not yet gone.
    path.join(folder, tenantId, 'orphans', sha256),
  ];
  return {
    async put(tenantId, content, given) {
      if (!isId(tenantId)) throw new TypeError(`no tenant: ${tenantId}`);
      const incoming = path.join(folder, tenantId, 'incoming');
      await makeFolder(incoming);
      const temporary = path.join(incoming, newId());
      try {
        const received = await receiveInto(temporary, content, given);
        if (!received.ok) return received;
        const place = places(tenantId, received.sha256)[0]!;
        await makeFolder(path.dirname(place));
        // Also when the content is there already: what is put now is young, and is not swept before its row is committed.
        await rename(temporary, place);
        await syncFolder(path.dirname(place));
        return received;
      } finally {
        await rm(temporary, { force: true });
      }
    },
    async read(tenantId, sha256) {
      if (!isId(tenantId) || !/^[0-9a-f]{64}$/.test(sha256)) return undefined;
      const found = places(tenantId, sha256);
      const size = (await firstThatIs(found, (place) => stat(place)))?.size;
      if (size === undefined) return undefined;
      return { size, stream: () => streamOf(() => firstThatIs(found, (place) => open(place, 'r'))) };
    },
    sweep: (referred, now) => sweepFolder(folder, referred, now),
  };
}

async function receiveInto(
  temporary: string,
  content: AsyncIterable<Uint8Array>,
  given: { readonly limitBytes: number; readonly fileName: string },
): Promise<Received> {
  const handle = await open(temporary, 'wx+', 0o600);
  try {
    const received = await receive(content, handle, given);
    if (received.ok) await handle.sync();
    return received;
  } finally {
    await handle.close();
  }
}

async function firstThatIs<R>(places: readonly string[], use: (place: string) => Promise<R>): Promise<R | undefined> {
  for (const place of places) {
    try {
      return await use(place);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return undefined;
}

const pieceSize = 128 * 1024;

function streamOf(openFile: () => Promise<FileHandle | undefined>): ReadableStream<Uint8Array> {
  let handle: FileHandle | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        handle ??= await openFile();
        if (handle === undefined) throw new Error('the file went away while it was read');
        const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(pieceSize));
        if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
        await handle.close();
        controller.close();
      },
      cancel: () => handle?.close(),
    },
    { highWaterMark: 0 },
  );
}
