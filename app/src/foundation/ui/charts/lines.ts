import { isDrawable, round } from './drawing.tsx';

export interface LinePoint {
  readonly x: number;
  readonly y: number;
}

/** Points in runs without a gap: a missing value, or a method break before the index, ends a run. */
export function runs(
  values: readonly (number | undefined)[],
  place: (value: number, index: number) => LinePoint,
  breaksBefore: ReadonlySet<number> = new Set(),
): LinePoint[][] {
  const found: LinePoint[][] = [];
  let open: LinePoint[] | undefined;
  values.forEach((value, index) => {
    if (!isDrawable(value)) {
      open = undefined;
      return;
    }
    if (open === undefined || breaksBefore.has(index)) {
      open = [];
      found.push(open);
    }
    open.push(place(value, index));
  });
  return found;
}

/** One path for all runs; a run of one point is a dot (round line caps draw it). */
export function linePath(found: readonly (readonly LinePoint[])[]): string {
  return found
    .map((run) => {
      const [first, ...rest] = run;
      if (first === undefined) return '';
      const start = `M${round(first.x)} ${round(first.y)}`;
      return rest.length === 0 ? `${start}h.01` : start + rest.map(({ x, y }) => `L${round(x)} ${round(y)}`).join('');
    })
    .join('');
}
