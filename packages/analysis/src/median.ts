import { quantile } from './quantile.ts';
import { sortedPresent } from './sorted.ts';

/** Makes the median absolute deviation estimate the standard deviation of a normal distribution: 1 / Φ⁻¹(3/4), as in R. */
export const MAD_CONSISTENCY = 1.4826;

/**
 * Median (median): the middle value; the mean of the two middle ones when n is even. Missing values are left out; none
 * gives `NaN`.
 *
 * @example median([3, 1, 2, Number.NaN, 10]) // 2.5
 */
export function median(values: ArrayLike<number>): number {
  return medianOfSorted(sortedPresent(values));
}

/** As `median`, of values that already rise and hold no missing. */
export function medianOfSorted(sorted: ArrayLike<number>): number {
  return quantile(sorted, 0.5, 7);
}

/**
 * Median absolute deviation (medianabsolutavvikelse), scaled by 1.4826 as R's `mad`: a spread that a few extreme
 * municipalities cannot move. Hampel (1974). Missing values are left out; none gives `NaN`.
 *
 * @example medianAbsoluteDeviation([1, 2, 3, 4, 100]) // 1.4826
 */
export function medianAbsoluteDeviation(values: ArrayLike<number>): number {
  const sorted = sortedPresent(values);
  return MAD_CONSISTENCY * medianDistanceOfSorted(sorted, medianOfSorted(sorted));
}

/** The median of |x − center| over rising values, found by walking outwards from the center: no second sort. */
export function medianDistanceOfSorted(sorted: Float64Array, center: number): number {
  const n = sorted.length;
  if (n === 0) return Number.NaN;
  let right = 0;
  while (right < n && sorted[right]! < center) right += 1;
  let left = right - 1;
  const wanted = Math.floor((n - 1) / 2) + 1;
  let current = 0;
  const next = (): number => {
    const toLeft = left >= 0 ? center - sorted[left]! : Number.POSITIVE_INFINITY;
    const toRight = right < n ? sorted[right]! - center : Number.POSITIVE_INFINITY;
    if (toLeft <= toRight) {
      left -= 1;
      return toLeft;
    }
    right += 1;
    return toRight;
  };
  for (let taken = 0; taken < wanted; taken += 1) current = next();
  return n % 2 === 1 ? current : (current + next()) / 2;
}
