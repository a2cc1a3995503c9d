import { type Trend, trend } from './trend.ts';

export interface RelativeDevelopment {
  /** Own value minus the group's median, year by year; `NaN` where either is missing. */
  readonly gap: Float64Array;
  /** Trend of the gap: 'rising' = rises faster (or falls slower) than the group. */
  readonly trend: Trend;
}

/**
 * Development against the comparison group (utveckling i förhållande till gruppen): the trend of the gap between the own
 * value and the group's median. It answers "have we drawn away from the others?" when everyone's costs rise.
 *
 * @example
 * relativeDevelopment([2016, 2017, 2018, 2019, 2020], [10, 12, 14, 16, 18], [10, 11, 12, 13, 14]).trend // slope 1, rising
 */
export function relativeDevelopment(
  years: ArrayLike<number>,
  own: ArrayLike<number>,
  groupMedian: ArrayLike<number>,
): RelativeDevelopment {
  const gap = new Float64Array(years.length);
  for (let i = 0; i < gap.length; i += 1) gap[i] = own[i]! - groupMedian[i]!;
  return { gap, trend: trend(years, gap) };
}
