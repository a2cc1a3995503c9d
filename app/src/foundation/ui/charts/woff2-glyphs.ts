import { ByteReader, ByteWriter } from './bytes.ts';

export interface Glyphs {
  readonly glyf: Uint8Array;
  readonly loca: Uint8Array;
  /** xMin of each glyph, 0 for an empty one. */
  readonly leftEdges: readonly number[];
}

interface Streams {
  readonly contours: ByteReader;
  readonly points: ByteReader;
  readonly flags: ByteReader;
  readonly glyphs: ByteReader;
  readonly composites: ByteReader;
  readonly boxes: ByteReader;
  readonly boxBitmap: Uint8Array;
  readonly instructions: ByteReader;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}

/** The transformed glyf table (§5.1): seven streams side by side become glyphs one after another. */
export function readGlyphs(table: Uint8Array): Glyphs {
  const reader = new ByteReader(table);
  reader.skip(4);
  const glyphCount = reader.u16();
  reader.skip(2);
  const sizes = Array.from({ length: 7 }, () => reader.u32());
  const [contours, points, flags, glyphs, composites, boxBytes, instructions] = sizes.map((size) =>
    reader.take(size),
  ) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const bitmapLength = ((glyphCount + 31) >> 5) << 2;
  const streams: Streams = {
    contours: new ByteReader(contours),
    points: new ByteReader(points),
    flags: new ByteReader(flags),
    glyphs: new ByteReader(glyphs),
    composites: new ByteReader(composites),
    boxBitmap: boxBytes.subarray(0, bitmapLength),
    boxes: new ByteReader(boxBytes.subarray(bitmapLength)),
    instructions: new ByteReader(instructions),
  };
  const glyf = new ByteWriter();
  const loca = new ByteWriter();
  const leftEdges: number[] = [];
  for (let index = 0; index < glyphCount; index++) {
    loca.u32(glyf.length);
    leftEdges.push(writeGlyph(index, streams, glyf));
    glyf.align();
  }
  loca.u32(glyf.length);
  return { glyf: glyf.bytes(), loca: loca.bytes(), leftEdges };
}

function writeGlyph(index: number, streams: Streams, out: ByteWriter): number {
  const contourCount = streams.contours.i16();
  const box = readBox(index, streams);
  if (contourCount === 0) return 0;
  return contourCount > 0 ? writeSimple(contourCount, box, streams, out) : writeComposite(box, streams, out);
}

function readBox(index: number, { boxBitmap, boxes }: Streams): readonly number[] | undefined {
  const listed = ((boxBitmap[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;
  return listed ? [boxes.i16(), boxes.i16(), boxes.i16(), boxes.i16()] : undefined;
}

function writeSimple(
  contourCount: number,
  listedBox: readonly number[] | undefined,
  streams: Streams,
  out: ByteWriter,
): number {
  let end = -1;
  const ends = Array.from({ length: contourCount }, () => (end += streams.points.packed16()));
  const points = readPoints(end + 1, streams);
  const instructions = streams.instructions.take(streams.glyphs.packed16());
  const box = listedBox ?? boxOf(points);
  out.i16(contourCount);
  for (const edge of box) out.i16(edge);
  for (const last of ends) out.u16(last);
  out.u16(instructions.length);
  out.raw(instructions);
  for (const { onCurve } of points) out.u8(onCurve ? 1 : 0);
  for (const [at, { x }] of points.entries()) out.i16(x - (points[at - 1]?.x ?? 0));
  for (const [at, { y }] of points.entries()) out.i16(y - (points[at - 1]?.y ?? 0));
  return box[0] ?? 0;
}

function readPoints(count: number, streams: Streams): Point[] {
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (let index = 0; index < count; index++) {
    const flag = streams.flags.u8();
    const [dx, dy] = readStep(flag & 0x7f, streams.glyphs);
    x += dx;
    y += dy;
    points.push({ x, y, onCurve: (flag & 0x80) === 0 });
  }
  return points;
}

/** The triplet encoding (§5.2): the flag tells how many bytes a step has, its signs, and what to add. */
function readStep(flag: number, reader: ByteReader): readonly [number, number] {
  const signed = (bit: number, value: number) => ((flag & bit) !== 0 ? value : -value);
  if (flag < 10) return [0, signed(1, ((flag & 14) << 7) + reader.u8())];
  if (flag < 20) return [signed(1, (((flag - 10) & 14) << 7) + reader.u8()), 0];
  if (flag < 84) {
    const base = flag - 20;
    const byte = reader.u8();
    return [signed(1, 1 + (base & 0x30) + (byte >> 4)), signed(2, 1 + ((base & 0x0c) << 2) + (byte & 0x0f))];
  }
  if (flag < 120) {
    const base = flag - 84;
    const [first, second] = [reader.u8(), reader.u8()];
    return [signed(1, 1 + (Math.trunc(base / 12) << 8) + first), signed(2, 1 + (((base % 12) >> 2) << 8) + second)];
  }
  if (flag < 124) {
    const [first, second, third] = [reader.u8(), reader.u8(), reader.u8()];
    return [signed(1, (first << 4) + (second >> 4)), signed(2, ((second & 0x0f) << 8) + third)];
  }
  const [first, second] = [reader.u16(), reader.u16()];
  return [signed(1, first), signed(2, second)];
}

function boxOf(points: readonly Point[]): readonly number[] {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Flags of a component in glyf: arguments are words, scale, more to come, two scales, a matrix, instructions. */
const component = { words: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80, instructions: 0x100 } as const;

function writeComposite(box: readonly number[] | undefined, streams: Streams, out: ByteWriter): number {
  if (box === undefined) throw new Error('A composite glyph in the font file has no bounding box.');
  out.i16(-1);
  for (const edge of box) out.i16(edge);
  let flags: number = component.more;
  let instructed = false;
  while ((flags & component.more) !== 0) {
    flags = streams.composites.u16();
    instructed ||= (flags & component.instructions) !== 0;
    const scales =
      (flags & component.scale) !== 0
        ? 2
        : (flags & component.twoScales) !== 0
          ? 4
          : (flags & component.matrix) !== 0
            ? 8
            : 0;
    out.u16(flags);
    out.raw(streams.composites.take(2 + ((flags & component.words) !== 0 ? 4 : 2) + scales));
  }
  if (instructed) {
    const instructions = streams.instructions.take(streams.glyphs.packed16());
    out.u16(instructions.length);
    out.raw(instructions);
  }
  return box[0] ?? 0;
}
