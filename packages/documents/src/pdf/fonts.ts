import { readFileSync } from 'node:fs';

/** The two fonts of the house in the weights a document uses; no font of the machine is ever looked at. */
const files = [
  import.meta.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/inter/400Regular_Italic/Inter_400Regular_Italic.ttf'),
  import.meta.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
  import.meta.resolve('@expo-google-fonts/inter/600SemiBold_Italic/Inter_600SemiBold_Italic.ttf'),
  import.meta.resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
];

/** Places in `files`: Inter's semibold, and the first of the serif. */
const widest = 2;
const serifFrom = 4;

export interface HouseFonts {
  /** Whether it can be set in Inter, which also stands in where the serif has no glyph. */
  readonly covers: (codePoint: number) => boolean;
  /** Width of the words in Inter's semibold, the widest that stands in a table, in ems. */
  readonly widthOf: (words: string) => number;
}

let known: HouseFonts | undefined;

/** Measured once per process. */
export function houseFonts(): HouseFonts {
  known ??= measuredFonts();
  return known;
}

/** As Typst takes them. */
export function fontFiles(): Buffer[] {
  return files.map((file) => readFileSync(new URL(file)));
}

function measuredFonts(): HouseFonts {
  const buffers = fontFiles();
  const maps = buffers.map(glyphMap);
  const advances = advanceWidths(buffers[widest]!);
  return {
    covers: (codePoint) => maps.every((map, index) => index >= serifFrom || map.has(codePoint)),
    widthOf: (words) => {
      let width = 0;
      for (const character of words) {
        const glyph = maps[widest]!.get(character.codePointAt(0)!) ?? 0;
        width += advances[glyph] ?? advances[advances.length - 1] ?? 0.6;
      }
      return width;
    },
  };
}

function tableStart(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index++) {
    const entry = 12 + index * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`The font has no table ${tag}.`);
}

/** Code point → glyph, from the font's `cmap` in format 12 or 4 (OpenType 1.9). */
function glyphMap(font: Buffer): ReadonlyMap<number, number> {
  const cmap = tableStart(font, 'cmap');
  const starts = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => {
    return cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
  });
  const all = starts.find((start) => font.readUInt16BE(start) === 12);
  if (all !== undefined) return groupsOf(font, all);
  const basic = starts.find((start) => font.readUInt16BE(start) === 4);
  if (basic === undefined) throw new Error('The font has no map of its characters that is understood.');
  return segmentsOf(font, basic);
}

function groupsOf(font: Buffer, start: number): ReadonlyMap<number, number> {
  const map = new Map<number, number>();
  const count = font.readUInt32BE(start + 12);
  for (let index = 0; index < count; index++) {
    const group = start + 16 + index * 12;
    const [first, last, glyph] = [font.readUInt32BE(group), font.readUInt32BE(group + 4), font.readUInt32BE(group + 8)];
    for (let code = first; code <= last; code++) map.set(code, glyph + code - first);
  }
  return map;
}

function segmentsOf(font: Buffer, start: number): ReadonlyMap<number, number> {
  const map = new Map<number, number>();
  const twice = font.readUInt16BE(start + 6);
  const ends = start + 14;
  const firsts = ends + twice + 2;
  const deltas = firsts + twice;
  const offsets = deltas + twice;
  for (let at = 0; at < twice; at += 2) {
    const [first, last] = [font.readUInt16BE(firsts + at), font.readUInt16BE(ends + at)];
    const [delta, offset] = [font.readUInt16BE(deltas + at), font.readUInt16BE(offsets + at)];
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const found = offset === 0 ? code : font.readUInt16BE(offsets + at + offset + (code - first) * 2);
      if (found !== 0) map.set(code, (found + delta) & 0xffff);
    }
  }
  return map;
}

/** Advance width of each glyph in ems; the last one holds for all that follow. */
function advanceWidths(font: Buffer): readonly number[] {
  const em = font.readUInt16BE(tableStart(font, 'head') + 18);
  const count = font.readUInt16BE(tableStart(font, 'hhea') + 34);
  const start = tableStart(font, 'hmtx');
  return Array.from({ length: count }, (_, index) => font.readUInt16BE(start + index * 4) / em);
}
