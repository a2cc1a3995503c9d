import { quantile } from './quantile.ts';
import { sortedForNow } from './sorted.ts';

/** Makes the median absolute deviation estimate the standard deviation of a normal distribution: 1 / Φ⁻¹(3/4), as in R. */
export const MAD_CONSISTENCY = 1.4826;

/**
 * Median (median): the middle value; the mean of the two middle ones when n is even. Missing values are left out; none
 * gives `NaN`.
 *
 * @example median([3, 1, 2, Number.NaN, 10]) // 2.5
 */
export function median(values: ArrayLike<number>): number {
  return medianOfSorted(sortedForNow(values));
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
  const sorted = sortedForNow(values);
  return MAD_CONSISTENCY * medianDistanceOfSorted(sorted, medianOfSorted(sorted));
}

/**
 * The median of |x − center| over rising values, without a second sort: the nearest values stand side by side, so the window of them is found by
 * halving.
 */
export function medianDistanceOfSorted(sorted: Float64Array, center: number): number {
  const n = sorted.length;
  if (n === 0) return Number.NaN;
  const middle = distanceOfRank(sorted, center, (n + 1) >> 1);
  return n % 2 === 1 ? middle : (middle + distanceOfRank(sorted, center, n / 2 + 1)) / 2;
}

/** The `rank`:th smallest (1 … n) of |x − center|: the least that a window of so many values can have at its farther end. */
function distanceOfRank(sorted: Float64Array, center: number, rank: number): number {
  let low = 0;
  let high = sorted.length - rank;
  while (low < high) {
    const first = (low + high) >>> 1;
    // The window reaches no farther to the right than to the left: the best begins later.
    if (sorted[first + rank - 1]! - center < center - sorted[first]!) low = first + 1;
    else high = first;
  }
  const reach = Math.max(center - sorted[low]!, sorted[low + rank - 1]! - center);
  return low === 0 ? reach : Math.min(reach, center - sorted[low - 1]!);
}
