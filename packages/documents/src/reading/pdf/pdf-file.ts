import { inflateSync } from 'node:zlib';
import {
  latin,
  type PdfDictionary,
  PdfName,
  PdfReader,
  PdfReference,
  PdfStream,
  PdfStructureError,
  type PdfValue,
} from './pdf-objects.ts';

/** The objects of a PDF file, read when they are asked for. Only what its own tables of contents tell of: a damaged file is left to pdf.js. */
export interface PdfFile {
  readonly catalog: PdfDictionary;
  /** What a value refers to; null for what is not there. */
  resolve(value: PdfValue | undefined): PdfValue;
  dictionary(value: PdfValue | undefined): PdfDictionary | undefined;
}

/** Where an object stands: at a byte, or as one of several in a stream. */
type Place = { readonly at: number } | { readonly within: number; readonly index: number };

const mostObjects = 2_000_000;
const largestStream = 32 * 1024 * 1024;
/** Streams of objects that are kept unpacked. */
const streamsKept = 8;

/** Undefined when the file is encrypted or does not hold together. */
export function openPdfFile(bytes: Uint8Array): PdfFile | undefined {
  try {
    const { places, trailer } = readPlaces(bytes);
    if (trailer.has('Encrypt')) return undefined;
    const resolve = resolverOf(bytes, places);
    const dictionary = (value: PdfValue | undefined) => dictionaryOf(resolve(value));
    const catalog = dictionary(trailer.get('Root'));
    return catalog === undefined ? undefined : { catalog, resolve, dictionary };
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
}

/** Whether an error says that the file, not the program, is at fault. */
export function isUnreadable(error: unknown): boolean {
  return (
    error instanceof PdfStructureError ||
    (error as NodeJS.ErrnoException).code?.startsWith('Z_') === true ||
    isBufferError(error)
  );
}

function isBufferError(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
}

function dictionaryOf(value: PdfValue): PdfDictionary | undefined {
  if (value instanceof PdfStream) return value.dictionary;
  return value instanceof Map ? value : undefined;
}

function readPlaces(bytes: Uint8Array): {
  readonly places: ReadonlyMap<number, Place>;
  readonly trailer: PdfDictionary;
} {
  const tail = latin(bytes, Math.max(0, bytes.length - 2048), bytes.length);
  const start = /startxref\s+(\d+)(?![\s\S]*startxref)/.exec(tail);
  if (start === null) throw new PdfStructureError('no table of contents');
  const places = new Map<number, Place>();
  const seen = new Set<number>();
  const waiting = [Number(start[1])];
  let trailer: PdfDictionary | undefined;
  while (waiting.length > 0) {
    const at = waiting.shift()!;
    if (seen.has(at)) continue;
    seen.add(at);
    const read = sectionAt(bytes, at, places);
    trailer ??= read;
    for (const key of ['XRefStm', 'Prev']) {
      const next = read.get(key);
      if (typeof next === 'number') waiting.push(next);
    }
  }
  if (trailer === undefined) throw new PdfStructureError('no trailer');
  return { places, trailer };
}

function sectionAt(bytes: Uint8Array, at: number, places: Map<number, Place>): PdfDictionary {
  const reader = new PdfReader(bytes, at);
  if (
    latin(bytes, at, at + 20)
      .trimStart()
      .startsWith('xref')
  )
    return readTable(reader, places);
  const stream = objectAt(bytes, at);
  if (!(stream instanceof PdfStream)) throw new PdfStructureError('no table where one should be');
  readTableStream(bytes, stream, places);
  return stream.dictionary;
}

function put(places: Map<number, Place>, number: number, place: Place): void {
  // The newest table comes first.
  if (!places.has(number)) places.set(number, place);
  if (places.size > mostObjects) throw new PdfStructureError('more objects than a document has');
}

function readTable(reader: PdfReader, places: Map<number, Place>): PdfDictionary {
  reader.word();
  for (;;) {
    const first = reader.word();
    if (first === 'trailer') break;
    const count = Number(reader.word());
    if (!/^\d+$/.test(first) || !Number.isInteger(count)) throw new PdfStructureError('a table that is none');
    for (let index = 0; index < count; index++) {
      const at = Number(reader.word());
      reader.word();
      const kind = reader.word();
      if (kind === 'n' && Number.isInteger(at)) put(places, Number(first) + index, { at });
      else if (kind !== 'f') throw new PdfStructureError('a table that is none');
    }
  }
  const trailer = reader.value();
  if (!(trailer instanceof Map)) throw new PdfStructureError('no trailer');
  return trailer;
}

/** A table that is a stream of numbers, each of as many bytes as W says (ISO 32000-2, 7.5.8). */
function readTableStream(bytes: Uint8Array, stream: PdfStream, places: Map<number, Place>): void {
  const widths = numbersOf(stream.dictionary.get('W'));
  const size = stream.dictionary.get('Size');
  const index = numbersOf(stream.dictionary.get('Index') ?? [0, typeof size === 'number' ? size : 0]);
  const [kindWidth = 0, firstWidth = 0, secondWidth = 0] = widths;
  const step = kindWidth + firstWidth + secondWidth;
  if (step === 0 || step > 24) throw new PdfStructureError('a table that is none');
  const content = unpacked(bytes, stream, undefined);
  const field = (at: number, width: number) => {
    let value = 0;
    for (let i = 0; i < width; i++) value = value * 256 + content[at + i]!;
    return value;
  };
  let at = 0;
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    for (let n = 0; n < index[pair + 1]! && at + step <= content.length; n++, at += step) {
      const kind = kindWidth === 0 ? 1 : field(at, kindWidth);
      const first = field(at + kindWidth, firstWidth);
      if (kind === 1) put(places, index[pair]! + n, { at: first });
      else if (kind === 2)
        put(places, index[pair]! + n, { within: first, index: field(at + kindWidth + firstWidth, secondWidth) });
    }
  }
}

function numbersOf(value: PdfValue | undefined): readonly number[] {
  return Array.isArray(value) ? value.filter((each): each is number => typeof each === 'number') : [];
}

function objectAt(bytes: Uint8Array, at: number): PdfValue {
  const reader = new PdfReader(bytes, at);
  if (!/^\d+$/.test(reader.word()) || !/^\d+$/.test(reader.word()) || reader.word() !== 'obj')
    throw new PdfStructureError('no object where one should be');
  const value = reader.value() ?? null;
  if (!(value instanceof Map)) return value;
  if (reader.word() !== 'stream') return value;
  if (bytes[reader.at] === 13) reader.at++;
  if (bytes[reader.at] === 10) reader.at++;
  return new PdfStream(value, reader.at);
}

function resolverOf(bytes: Uint8Array, places: ReadonlyMap<number, Place>): (value: PdfValue | undefined) => PdfValue {
  const streams = new Map<number, { readonly content: Uint8Array; readonly offsets: readonly number[] }>();

  const objectsIn = (number: number) => {
    const found = streams.get(number);
    if (found !== undefined) return found;
    const place = places.get(number);
    const stream = place !== undefined && 'at' in place ? objectAt(bytes, place.at) : null;
    if (!(stream instanceof PdfStream)) throw new PdfStructureError('no stream of objects');
    const content = unpacked(bytes, stream, resolve);
    const first = resolve(stream.dictionary.get('First'));
    const count = resolve(stream.dictionary.get('N'));
    const head = new PdfReader(content, 0);
    const offsets: number[] = [];
    for (let n = 0; n < Number(count) && head.at < content.length; n++) {
      head.word();
      offsets.push(Number(first) + Number(head.word()));
    }
    if (streams.size >= streamsKept) streams.delete(streams.keys().next().value!);
    const made = { content, offsets };
    streams.set(number, made);
    return made;
  };

  const resolve = (given: PdfValue | undefined): PdfValue => {
    let value = given ?? null;
    for (let hops = 0; value instanceof PdfReference; hops++) {
      if (hops > 20) throw new PdfStructureError('a reference to itself');
      const place = places.get(value.number);
      if (place === undefined) return null;
      if ('at' in place) value = objectAt(bytes, place.at);
      else {
        const { content, offsets } = objectsIn(place.within);
        const at = offsets[place.index];
        value = at === undefined ? null : (new PdfReader(content, at).value() ?? null);
      }
    }
    return value;
  };
  return resolve;
}

function unpacked(
  bytes: Uint8Array,
  { dictionary, start }: PdfStream,
  resolve: ((value: PdfValue) => PdfValue) | undefined,
): Uint8Array {
  const asked = dictionary.get('Length') ?? null;
  const length = resolve === undefined ? asked : resolve(asked);
  if (typeof length !== 'number' || length < 0 || start + length > bytes.length)
    throw new PdfStructureError('a stream that does not end');
  const raw = bytes.subarray(start, start + length);
  const filter = single(dictionary.get('Filter'));
  if (filter === undefined) return raw;
  if (!(filter instanceof PdfName) || filter.name !== 'FlateDecode')
    throw new PdfStructureError('a stream in another way than Flate');
  const content = inflateSync(raw, { maxOutputLength: largestStream });
  const parameters = single(dictionary.get('DecodeParms'));
  const predictor = parameters instanceof Map ? parameters.get('Predictor') : undefined;
  if (typeof predictor !== 'number' || predictor < 10) return content;
  const columns = (parameters as PdfDictionary).get('Columns');
  return unpredicted(content, typeof columns === 'number' && columns > 0 ? columns : 1);
}

function single(value: PdfValue | undefined): PdfValue | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** Undoes the predictors of PNG, of which tables use those that look up and left. */
function unpredicted(content: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(content.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = content[row * (columns + 1)]!;
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const raw = content[row * (columns + 1) + 1 + column]!;
      const left = column > 0 ? out[at - 1]! : 0;
      const up = row > 0 ? out[at - columns]! : 0;
      const corner = column > 0 && row > 0 ? out[at - columns - 1]! : 0;
      out[at] = raw + predicted(kind, left, up, corner);
    }
  }
  return out;
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  if (kind !== 4) return 0;
  const estimate = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}
