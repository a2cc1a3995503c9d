import { brotliDecompressSync } from 'node:zlib';
import { ByteReader, ByteWriter } from './bytes.ts';
import { type Glyphs, readGlyphs } from './woff2-glyphs.ts';

/**
 * WOFF2 to TrueType, by the W3C recommendation "WOFF File Format 2.0" (2024-08-08, §4–5). The fonts come as woff2 only,
 * and resvg reads TrueType only; this is smaller than a second copy of the fonts. Variation tables are left out, so the
 * result is the default instance (regular).
 */
export function woff2ToTrueType(file: Uint8Array): Uint8Array {
  const header = new ByteReader(file);
  if (header.u32() !== 0x774f4632) throw new Error('The file is not WOFF2: it does not begin with wOF2.');
  const flavor = header.u32();
  header.skip(4);
  const tableCount = header.u16();
  header.skip(6);
  const compressedSize = header.u32();
  header.skip(24);
  const entries = Array.from({ length: tableCount }, () => readEntry(header));
  const data = brotliDecompressSync(file.subarray(header.position, header.position + compressedSize));
  return assemble(flavor, restore(entries, data));
}

interface Entry {
  readonly tag: string;
  readonly transform: number;
  readonly storedLength: number;
}

function readEntry(reader: ByteReader): Entry {
  const flags = reader.u8();
  const known = flags & 0x3f;
  const tag = known === 63 ? reader.tag() : (knownTags[known] ?? '');
  const version = flags >> 6;
  // Glyf and loca count the other way: 3 means untouched, 0 transformed.
  const transform = tag === 'glyf' || tag === 'loca' ? (version === 3 ? 0 : 1) : version;
  const length = reader.base128();
  return { tag, transform, storedLength: transform === 0 ? length : reader.base128() };
}

function restore(entries: readonly Entry[], data: Uint8Array): Map<string, Uint8Array> {
  const stored = new Map<string, { entry: Entry; bytes: Uint8Array }>();
  let position = 0;
  for (const entry of entries) {
    stored.set(entry.tag, { entry, bytes: data.subarray(position, position + entry.storedLength) });
    position += entry.storedLength;
  }
  const tables = new Map<string, Uint8Array>();
  for (const [tag, { entry, bytes }] of stored)
    if (entry.transform === 0 && !variationTables.has(tag)) tables.set(tag, bytes);
  const glyf = stored.get('glyf');
  if (glyf !== undefined && glyf.entry.transform !== 0) {
    const glyphs = readGlyphs(glyf.bytes);
    tables
      .set('glyf', glyphs.glyf)
      .set('loca', glyphs.loca)
      .set('head', withLongOffsets(tables.get('head')));
    const hmtx = stored.get('hmtx');
    if (hmtx !== undefined && hmtx.entry.transform !== 0)
      tables.set('hmtx', readMetrics(hmtx.bytes, tables.get('hhea'), glyphs));
  }
  return tables;
}

/** `indexToLocFormat` 1, since the offsets are written in full. */
function withLongOffsets(head: Uint8Array | undefined): Uint8Array {
  if (head === undefined) throw new Error('The font has no head table.');
  const copy = Uint8Array.from(head);
  new DataView(copy.buffer).setInt16(50, 1);
  return copy;
}

/** Left side bearings left out in the file are the glyphs' own left edges (§5.4). */
function readMetrics(bytes: Uint8Array, hhea: Uint8Array | undefined, glyphs: Glyphs): Uint8Array {
  if (hhea === undefined) throw new Error('The font has no hhea table.');
  const reader = new ByteReader(bytes);
  const flags = reader.u8();
  const metricCount = new DataView(hhea.buffer, hhea.byteOffset).getUint16(34);
  const advances = Array.from({ length: metricCount }, () => reader.u16());
  const bearings = glyphs.leftEdges.map((edge, index) => {
    const omitted = (flags & (index < metricCount ? 1 : 2)) !== 0;
    return omitted ? edge : reader.i16();
  });
  const writer = new ByteWriter();
  bearings.forEach((bearing, index) => {
    if (index < metricCount) writer.u16(advances[index] ?? 0);
    writer.i16(bearing);
  });
  return writer.bytes();
}

/** Checksums are left at zero: they matter to installers, not to readers. */
function assemble(flavor: number, tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const power = Math.floor(Math.log2(sorted.length));
  const writer = new ByteWriter();
  writer.u32(flavor);
  for (const value of [sorted.length, 16 << power, power, sorted.length * 16 - (16 << power)]) writer.u16(value);
  let offset = 12 + sorted.length * 16;
  for (const [tag, bytes] of sorted) {
    writer.tag(tag);
    for (const value of [0, offset, bytes.length]) writer.u32(value);
    offset += (bytes.length + 3) & ~3;
  }
  for (const [, bytes] of sorted) {
    writer.raw(bytes);
    writer.align();
  }
  return writer.bytes();
}

const variationTables = new Set(['avar', 'cvar', 'fvar', 'gvar', 'HVAR', 'MVAR', 'VVAR', 'STAT']);

/** §4.1, in the order that gives each its number. */
const knownTags = (
  'cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE ' +
  'GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar ' +
  'mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
)
  .split(' ')
  .map((tag) => tag.replace('_', ' '));
