import { MAD_CONSISTENCY } from './median.ts';

/** Above this share of the spread between municipalities, year-to-year noise makes a single year unsafe. */
export const VOLATILE_SHARE = 0.5;

/** Fewest persons (users, pupils, inhabitants of the age) behind a figure before it is called small. */
export const SMALL_NUMBER = 100;

/**
 * Volatility (ostadighet): how much a series jumps from year to year beside its steady movement, as a standard deviation in the
 * unit of the figure. It is the scaled median absolute deviation of the successive differences, over √2, since a difference
 * holds the noise of two years. Successive differences take away any steady trend (von Neumann et al. 1941); the median
 * makes it robust.
 *
 * Missing values are passed over: the difference is then between the neighbours that exist. `NaN` with fewer than four values.
 * Judge it against the spread *between* municipalities in the same year: a noise of half that spread (`VOLATILE_SHARE`) can
 * move a municipality across a quartile by itself.
 *
 * @example volatility([10, 12, 14, 16]) // 0: a steady rise is not noise
 * @example volatility([10, 14, 10, 14, 10]) // 1.4826 · 4 / √2 = 4.19
 */
export function volatility(values: ArrayLike<number>): number {
  const differences: number[] = [];
  let previous = Number.NaN;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    if (!Number.isNaN(previous)) insertInOrder(differences, value - previous);
    previous = value;
  }
  if (differences.length < 3) return Number.NaN;
  const middle = middleOf(differences);
  const distances: number[] = [];
  for (const difference of differences) insertInOrder(distances, Math.abs(difference - middle));
  return (MAD_CONSISTENCY * middleOf(distances)) / Math.SQRT2;
}

/** Series are short: an insertion costs less than a sort. */
function insertInOrder(sorted: number[], value: number): void {
  let at = sorted.length;
  sorted.push(value);
  while (at > 0 && sorted[at - 1]! > value) {
    sorted[at] = sorted[at - 1]!;
    at -= 1;
  }
  sorted[at] = value;
}

function middleOf(sorted: readonly number[]): number {
  const n = sorted.length;
  return (sorted[(n - 1) >> 1]! + sorted[n >> 1]!) / 2;
}

/** Whether a figure rests on so few persons that chance may decide it; unknown volume (`NaN`) is not small. */
export function isSmallNumber(volume: number): boolean {
  return volume < SMALL_NUMBER;
}
