import { median, medianOfSorted } from './median.ts';
import { sortedForNow } from './sorted.ts';

/** z of a two-sided 95 % interval, Φ⁻¹(0.975). */
const Z_95 = 1.959963984540054;

/** Room for the pairs of a series of 45 years: a new array for each would cost more than the slopes. */
const room = new Float64Array(990);

export interface TheilSen {
  /** Per year; null with fewer than two values. */
  readonly slope: number | null;
  /** Value of the line in the first year that has a value. */
  readonly intercept: number | null;
  /** 95 % confidence interval of the slope; null with fewer than three values. */
  readonly low: number | null;
  readonly high: number | null;
  /** First year with a value: where the intercept is. */
  readonly fromYear: number | null;
  readonly n: number;
}

/**
 * Theil–Sen slope (lutning): the median of the slopes between all pairs of years. One strange year in four cannot turn it.
 * Theil (1950), Sen (1968), "Estimates of the regression coefficient based on Kendall's tau", JASA 63.
 *
 * Gaps need no filling: each pair's slope is over its own number of years. Interval: with N slopes and
 * C = 1.96 · √Var(S) (Mann–Kendall, ties corrected), the slopes of rank ⌊(N − C)/2⌋ and ⌈(N + C)/2⌉ + 1, kept within 1 … N:
 * outward rounding, so never too narrow.
 * Intercept: median of value − slope · (year − first year).
 *
 * @example theilSen([2016, 2017, 2019], [10, 12, 16]).slope // 2
 */
export function theilSen(years: ArrayLike<number>, values: ArrayLike<number>, varianceOfS: number): TheilSen {
  const at: number[] = [];
  for (let i = 0; i < years.length; i += 1) if (!Number.isNaN(values[i]!)) at.push(i);
  const n = at.length;
  const none = { slope: null, intercept: null, low: null, high: null, n };
  if (n < 2) return { ...none, fromYear: n === 0 ? null : years[at[0]!]! };
  const pairs = (n * (n - 1)) / 2;
  const slopes = pairs <= room.length ? room.subarray(0, pairs) : new Float64Array(pairs);
  let count = 0;
  for (let a = 0; a < n; a += 1) {
    for (let b = a + 1; b < n; b += 1) {
      const i = at[a]!;
      const j = at[b]!;
      slopes[count++] = (values[j]! - values[i]!) / (years[j]! - years[i]!);
    }
  }
  const sorted = sortedForNow(slopes);
  const slope = medianOfSorted(sorted);
  const width = Z_95 * Math.sqrt(varianceOfS);
  const low = sorted[Math.max(1, Math.floor((pairs - width) / 2)) - 1]!;
  const high = sorted[Math.min(pairs, Math.ceil((pairs + width) / 2) + 1) - 1]!;
  const first = years[at[0]!]!;
  const starts = n <= room.length ? room.subarray(0, n) : new Float64Array(n);
  for (let a = 0; a < n; a += 1) starts[a] = values[at[a]!]! - slope * (years[at[a]!]! - first);
  const intercept = median(starts);
  return n < 3 ? { ...none, slope, intercept, fromYear: first } : { slope, intercept, low, high, fromYear: first, n };
}
