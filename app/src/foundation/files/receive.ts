import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { readDirectory, unpack, type ZipSource } from '@samband/documents/zip';
import {
  type FileProblem,
  type FileType,
  isTextPiece,
  isWideTextPiece,
  kindOfStart,
  kindOfZip,
  startSize,
  typeByName,
  wideEncodingOf,
} from './kinds.rules.ts';

export type Received =
  | { readonly ok: true; readonly sha256: string; readonly size: number; readonly type: FileType }
  | { readonly ok: false; readonly reason: FileProblem };

/** Writes what comes to `handle` until it is all there, too much, or of a kind that is not kept. Throws what the stream throws. */
export async function receive(
  content: AsyncIterable<Uint8Array>,
  handle: FileHandle,
  { limitBytes, fileName }: { readonly limitBytes: number; readonly fileName: string },
): Promise<Received> {
  const hash = createHash('sha256');
  let size = 0;
  let start = new Uint8Array(0);
  let text = true;
  let wide: TextDecoder | undefined;
  for await (const piece of content) {
    size += piece.length;
    if (size > limitBytes) return { ok: false, reason: 'tooLarge' };
    if (start.length < startSize) start = Buffer.concat([start, piece.subarray(0, startSize - start.length)]);
    if (size === piece.length) wide = wideDecoder(piece);
    text &&= wide === undefined ? isTextPiece(piece) : isWideTextPiece(wide.decode(piece, { stream: true }));
    hash.update(piece);
    await handle.writeFile(piece);
  }
  if (size === 0) return { ok: false, reason: 'empty' };
  const kind = await kindOf(inOneByte(start), text, fileSource(handle, size));
  if (isProblem(kind)) return { ok: false, reason: kind };
  const type = typeByName(kind, fileName);
  return isProblem(type) ? { ok: false, reason: type } : { ok: true, sha256: hash.digest('hex'), size, type };
}

function wideDecoder(piece: Uint8Array): TextDecoder | undefined {
  const encoding = wideEncodingOf(piece);
  return encoding && new TextDecoder(encoding);
}

/** A web page is one in any encoding. */
function inOneByte(start: Uint8Array): Uint8Array {
  const decoder = wideDecoder(start);
  return decoder === undefined ? start : new TextEncoder().encode(decoder.decode(start));
}

async function kindOf(start: Uint8Array, text: boolean, source: ZipSource): Promise<FileType | FileProblem> {
  const seen = kindOfStart(start);
  if (seen.kind === 'known') return seen.type;
  if (seen.kind === 'problem') return seen.problem;
  if (seen.kind === 'perhapsText') return text ? 'text/plain' : 'unknownKind';
  return zipKind(source);
}

function isProblem(kind: FileType | FileProblem): kind is FileProblem {
  return !kind.includes('/');
}

function fileSource(handle: FileHandle, size: number): ZipSource {
  return {
    size,
    async read(offset, length) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    },
  };
}

const longestMimetype = 200;

async function zipKind(source: ZipSource): Promise<FileType | FileProblem> {
  const entries = await readDirectory(source);
  if (entries === undefined) return 'damaged';
  const first = entries.find(({ name }) => name === 'mimetype');
  let mimetype = '';
  if (first !== undefined) {
    try {
      for await (const piece of unpack(source, first, longestMimetype))
        mimetype += Buffer.from(piece).toString('latin1');
    } catch {
      return 'unknownKind';
    }
  }
  return kindOfZip(
    entries.map(({ name }) => name),
    first === undefined ? undefined : mimetype.trim(),
  );
}
