import { Readable } from 'node:stream';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { RefusedError } from './route.ts';
import { uploadTexts } from './upload.texts.ts';

export interface UploadLimits {
  /** Of one file. */
  readonly maxBytes: number;
  readonly maxFiles: number;
}

/** A part of a form, in the order that the form has them. A file must be read before the next part is asked for; what is not read is passed by. */
export type UploadPart =
  | { readonly kind: 'field'; readonly name: string; readonly value: string }
  | {
      readonly kind: 'file';
      readonly name: string;
      /** As the person's machine calls it, without folders. Never to be used as a path. */
      readonly fileName: string;
      readonly stream: AsyncIterable<Uint8Array>;
    };

const mostFields = 500;
const largestField = 1024 * 1024;

/**
 * A form with files, part by part as it comes over the network; nothing is kept. Throws a RefusedError: 400 for what is no such form, or ends
 * before its end, 413 for what is larger or more than the limits. What is then left is thrown away first, since a browser reads no answer before it has sent all.
 */
export async function* readUpload(
  body: ReadableStream<Uint8Array> | null,
  contentType: string,
  limits: UploadLimits,
): AsyncGenerator<UploadPart, void, undefined> {
  const parser = parserFor(contentType, limits);
  if (parser === undefined || body === null) throw notAForm();
  const reader = body.getReader();
  const parts = new Readable({ objectMode: true, read() {} });
  const feeding = startFeeding(reader, parser, (error) => parts.destroy(error));
  collectParts(parser, parts, limits);
  try {
    for await (const part of parts as AsyncIterable<FilePart | FieldPart>) {
      if (part.kind === 'field') yield part;
      else {
        yield { kind: 'file', name: part.name, fileName: part.fileName, stream: part.file };
        part.file.resume();
      }
    }
  } finally {
    feeding.stop();
    await throwAway(reader);
  }
}

type FieldPart = Extract<UploadPart, { kind: 'field' }>;
type FilePart = {
  readonly kind: 'file';
  readonly name: string;
  readonly fileName: string;
  readonly file: BusboyFileStream;
};

function parserFor(contentType: string, limits: UploadLimits): BusboyInstance | undefined {
  if (!/^multipart\/form-data\b/i.test(contentType)) return undefined;
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      limits: {
        fileSize: limits.maxBytes,
        files: limits.maxFiles,
        fields: mostFields,
        fieldSize: largestField,
        headerPairs: 20,
      },
    });
  } catch {
    // It says so when the boundary is missing.
    return undefined;
  }
}

function collectParts(parser: BusboyInstance, parts: Readable, limits: UploadLimits): void {
  let open: BusboyFileStream | undefined;
  // A fault ends the part that is being read as well as the form.
  const fail = (error: Error) => {
    open?.destroy(error);
    parts.destroy(error);
  };
  parser.on('field', (name, value, nameCut, valueCut) => {
    if (nameCut || valueCut) return fail(new RefusedError(413, (language) => uploadTexts(language).fieldTooLarge));
    // PostgreSQL has no place for the character NUL, and no person types it.
    parts.push({ kind: 'field', name: name ?? '', value: value.replaceAll('\0', '') } satisfies FieldPart);
  });
  parser.on('file', (name, file, fileName: string | undefined) => {
    open = file;
    // Who reads it hears of the fault; one that nobody reads must not end the process.
    file.on('error', () => {});
    file.on('limit', () => {
      const tooLarge = (language: 'sv' | 'en') =>
        uploadTexts(language).fileTooLarge(nameOf(fileName ?? ''), limits.maxBytes);
      fail(new RefusedError(413, tooLarge));
    });
    // A file field where none was chosen comes as a file without a name.
    if (!fileName) file.resume();
    else parts.push({ kind: 'file', name: name ?? '', fileName: nameOf(fileName), file } satisfies FilePart);
  });
  const tooMany = (language: 'sv' | 'en') => uploadTexts(language).tooManyFiles(limits.maxFiles);
  parser.on('filesLimit', () => fail(new RefusedError(413, tooMany)));
  parser.on('fieldsLimit', () => fail(new RefusedError(413)));
  parser.on('error', () => fail(notAForm()));
  parser.on('finish', () => parts.push(null));
  parts.on('error', (error) => open?.destroy(error));
}

/** Browsers write a quote and line breaks in a name as %22, %0D and %0A (HTML, multipart form data). Composed letters: a Mac writes å as two. */
function nameOf(fileName: string): string {
  return fileName
    .normalize('NFC')
    .replaceAll('%22', '"')
    .replace(/%0[AD]|\p{Cc}/gu, '');
}

/** Passes the body on to the parser no faster than its parts are read. */
function startFeeding(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  parser: BusboyInstance,
  fail: (error: Error) => void,
): { stop(): void } {
  let stopped = false;
  let goOn = () => {};
  const feed = async () => {
    for (;;) {
      const piece = await reader.read();
      if (stopped) return;
      if (piece.done) break;
      // A race with one promise for the end of all would keep every piece until then.
      await new Promise<void>((resolve) => {
        goOn = resolve;
        parser.write(piece.value, () => resolve());
      });
      if (stopped) return;
    }
    parser.end();
  };
  feed().catch(() => fail(new RefusedError(400, (language) => uploadTexts(language).broken)));
  return {
    stop() {
      stopped = true;
      goOn();
    },
  };
}

const mostThrownAway = 512 * 1024 * 1024;

async function throwAway(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    for (let bytes = 0; bytes < mostThrownAway; ) {
      const { done, value } = await reader.read();
      if (done) return;
      bytes += value.length;
    }
  } catch {
    // Who sent it has gone; there is nothing left to throw away.
  }
}

function notAForm(): RefusedError {
  return new RefusedError(400, (language) => uploadTexts(language).notAForm);
}
