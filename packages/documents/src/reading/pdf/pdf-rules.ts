import type { PDFPageProxy } from 'unpdf/pdfjs';
import { OPS } from 'unpdf/pdfjs';

/** A straight line that is drawn on a page, across or down. */
export interface Rule {
  readonly across: boolean;
  /** y of one across, x of one down. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

type Matrix = readonly [number, number, number, number, number, number];

/** Thicker than this is an area, of which the edges are lines. */
const thickest = 3;
const shortest = 4;
const mostRules = 20_000;

/** The lines of a page: strokes, thin filled boxes, and the edges of other boxes. */
export async function rulesOf(page: PDFPageProxy): Promise<readonly Rule[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (let at = 0; at < fnArray.length && rules.length < mostRules; at++) {
    const operation = fnArray[at];
    const args = argsArray[at] as readonly unknown[] | null;
    if (operation === OPS.save) saved.push(matrix);
    else if (operation === OPS.restore) matrix = saved.pop() ?? matrix;
    else if (operation === OPS.transform) matrix = multiplied(matrix, args as unknown as Matrix);
    else if (operation === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      const form = args?.[0];
      if (isMatrix(form)) matrix = multiplied(matrix, form);
    } else if (operation === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    else if (operation === OPS.constructPath && args !== null && isPainted(args[0])) {
      for (const box of boxesOf(args[1])) rules.push(...edgesOf(placed(box, matrix)));
    }
  }
  return rules;
}

function isPainted(paint: unknown): boolean {
  return paint !== OPS.endPath && paint !== OPS.clip && paint !== OPS.eoClip;
}

function isMatrix(value: unknown): value is Matrix {
  return (Array.isArray(value) || ArrayBuffer.isView(value)) && (value as ArrayLike<number>).length === 6;
}

function multiplied(one: Matrix, other: Matrix): Matrix {
  return [
    one[0] * other[0] + one[2] * other[1],
    one[1] * other[0] + one[3] * other[1],
    one[0] * other[2] + one[2] * other[3],
    one[1] * other[2] + one[3] * other[3],
    one[0] * other[4] + one[2] * other[5] + one[4],
    one[1] * other[4] + one[3] * other[5] + one[5],
  ];
}

interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** pdf.js writes a path as numbers: 0 move, 1 line, 2 and 3 curves, 4 close, each with its points. Each part of straight lines gives the box around it. */
function boxesOf(data: unknown): readonly Box[] {
  const path = Array.isArray(data) ? data[0] : data;
  if (!Array.isArray(path) && !ArrayBuffer.isView(path)) return [];
  const numbers = path as unknown as ArrayLike<number>;
  const boxes: Box[] = [];
  let points: [number, number][] = [];
  let straight = true;
  const flush = () => {
    if (straight && points.length > 1) boxes.push(...(isBox(points) ? [boxAround(points)] : segmentsOf(points)));
    points = [];
    straight = true;
  };
  for (let at = 0; at < numbers.length; ) {
    const kind = numbers[at]!;
    if (kind === 0) flush();
    if (kind === 0 || kind === 1) points.push([numbers[at + 1]!, numbers[at + 2]!]);
    else if (kind !== 4) straight = false;
    at += kind === 2 ? 7 : kind === 3 ? 5 : kind === 4 ? 1 : 3;
  }
  flush();
  return boxes;
}

function isBox(points: readonly (readonly [number, number])[]): boolean {
  if (points.length < 4) return false;
  const xs = new Set(points.map(([x]) => Math.round(x * 10)));
  const ys = new Set(points.map(([, y]) => Math.round(y * 10)));
  return xs.size <= 2 && ys.size <= 2;
}

function segmentsOf(points: readonly (readonly [number, number])[]): readonly Box[] {
  return points.slice(1).map((point, index) => boxAround([points[index]!, point]));
}

function boxAround(points: readonly (readonly [number, number])[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}

function placed({ left, bottom, right, top }: Box, [a, b, c, d, e, f]: Matrix): Box {
  return boxAround([
    [a * left + c * bottom + e, b * left + d * bottom + f],
    [a * right + c * top + e, b * right + d * top + f],
  ]);
}

function edgesOf({ left, bottom, right, top }: Box): readonly Rule[] {
  const width = right - left;
  const height = top - bottom;
  if (height <= thickest && width >= shortest) return [{ across: true, at: (top + bottom) / 2, from: left, to: right }];
  if (width <= thickest && height >= shortest)
    return [{ across: false, at: (left + right) / 2, from: bottom, to: top }];
  if (width < shortest || height < shortest) return [];
  return [
    { across: true, at: bottom, from: left, to: right },
    { across: true, at: top, from: left, to: right },
    { across: false, at: left, from: bottom, to: top },
    { across: false, at: right, from: bottom, to: top },
  ];
}
