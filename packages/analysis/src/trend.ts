import { mannKendall } from './mann-kendall.ts';
import { median } from './median.ts';
import { theilSen } from './theil-sen.ts';
import type { TrendWord } from './trend-word.ts';

/** Fewer values than this: too early to say. With four the exact test can never reach 5 per cent. */
export const SHORTEST_TREND = 5;
/** Level of the two-sided test. */
export const TREND_LEVEL = 0.05;
/** A whole change under this share of the typical level is not worth the word 'rising', however certain. */
export const NEGLIGIBLE_CHANGE = 0.01;
/** 'unchanged' is said only if the whole interval of the change lies within this share of the typical level. */
export const UNCHANGED_WITHIN = 0.05;

export interface Trend {
  readonly slope: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly intercept: number | null;
  readonly p: number | null;
  readonly tau: number | null;
  readonly exact: boolean;
  readonly word: TrendWord;
  /** Years with a value. */
  readonly n: number;
  readonly fromYear: number | null;
  readonly toYear: number | null;
  /** Years between the first and last value that have none. */
  readonly gaps: readonly number[];
}

/**
 * Trend of a series, with a word that follows from a rule and is never typed:
 *
 * 1. fewer than 5 values → `tooShort`
 * 2. Mann–Kendall p < 0.05 and the change over the period ≥ 1 % of the median absolute level → `rising` / `falling`
 * 3. the 95 % interval of the slope × period lies within ± 5 % of that level → `unchanged`
 * 4. otherwise → `noCertainTrend`
 *
 * Years must ascend. Missing values are gaps: they are listed, not filled. Cut the series at a break first (`sinceBreak`).
 *
 * @example trend([2015, 2016, 2017, 2018, 2019], [10, 11, 12, 13, 14]).word // 'rising', slope 1, p 0.0167
 */
export function trend(years: ArrayLike<number>, values: ArrayLike<number>): Trend {
  const test = mannKendall(values);
  const line = theilSen(years, values, test.varianceOfS);
  const sizes = new Float64Array(years.length);
  let first = -1;
  let last = -1;
  for (let i = 0; i < years.length; i += 1) {
    sizes[i] = Math.abs(values[i]!);
    if (Number.isNaN(sizes[i]!)) continue;
    if (first < 0) first = i;
    last = i;
  }
  const gaps: number[] = [];
  for (let i = first + 1; i < last; i += 1) if (Number.isNaN(sizes[i]!)) gaps.push(years[i]!);
  const fromYear = years[first] ?? null;
  const toYear = years[last] ?? null;
  const period = fromYear === null ? 0 : toYear! - fromYear;
  const level = median(sizes);
  return {
    slope: line.slope,
    low: line.low,
    high: line.high,
    intercept: line.intercept,
    p: test.n < 2 ? null : test.p,
    tau: test.n < 2 ? null : test.tau,
    exact: test.exact,
    word: wordFor(test.n, test.p, line.slope ?? 0, line.low ?? 0, line.high ?? 0, period, level),
    n: test.n,
    fromYear,
    toYear,
    gaps,
  };
}

function wordFor(
  n: number,
  p: number,
  slope: number,
  low: number,
  high: number,
  period: number,
  level: number,
): TrendWord {
  if (n < SHORTEST_TREND) return 'tooShort';
  const negligible = NEGLIGIBLE_CHANGE * level;
  if (p < TREND_LEVEL && Math.abs(slope * period) >= negligible && slope !== 0) return slope > 0 ? 'rising' : 'falling';
  if (p < TREND_LEVEL && Math.abs(slope * period) < negligible) return 'unchanged';
  const band = UNCHANGED_WITHIN * level;
  if (low * period >= -band && high * period <= band) return 'unchanged';
  return 'noCertainTrend';
}
