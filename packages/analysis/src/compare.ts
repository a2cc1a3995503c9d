import { medianOfSorted } from './median.ts';
import { countAtOrBelow, countBelow, sortedPresent } from './sorted.ts';

export type GroupKind = 'all' | 'class' | 'similar' | 'own' | 'riket';

/** Best quarter, middle half, worst quarter (25-50-25). It compares, it does not judge. */
export type QuartileClass = 'best' | 'middle' | 'worst';

/**
 * Fewest others with a value that a comparison may rest on. "All" needs many, since the latest year may hold few while
 * reporting goes on; a group of seven loses its meaning under four.
 */
export const MINIMUM_N: { readonly [kind in GroupKind]: number } = { all: 50, class: 5, similar: 4, own: 1, riket: 1 };

/** Under this many others a comparison is called small; its n is always printed. */
export const SMALL_GROUP = 5;

export type Compared =
  | {
      readonly ok: true;
      /** The others that have a value. */
      readonly n: number;
      /** Place among the others and oneself: 1 is most desirable (smallest where no direction). Ties share the better place. */
      readonly rank: number;
      /** Share, 0–100, of the others and oneself with a smaller value; ties, oneself included, count half. */
      readonly percentile: number;
      /** Null without direction. */
      readonly quartileClass: QuartileClass | null;
      readonly median: number;
      readonly difference: number;
      /** Difference over the *absolute* median: some figures are negative. Null when the median is 0. */
      readonly relativeDifference: number | null;
      readonly smallGroup: boolean;
    }
  | { readonly ok: false; readonly reason: 'valueMissing' }
  | { readonly ok: false; readonly reason: 'tooFew'; readonly n: number; readonly needed: number };

/**
 * Comparison (jämförelse) of one value with those of a group: all municipalities, SKR's class, similar ones, an own set, or
 * Riket (a group of one). `others` does not hold the own value. Missing values are left out.
 *
 * Quartile class: best when less than a quarter of all lie strictly better, worst when less than a quarter lie strictly
 * worse, middle otherwise (and when both, as when all are equal).
 *
 * @example
 * compare(30, [10, 20, 40, 50], { kind: 'own', direction: 'low' })
 * // n 4, rank 3, percentile 50, middle, median 30, difference 0, relativeDifference 0
 */
export function compare(
  value: number,
  others: ArrayLike<number>,
  {
    kind,
    direction,
    minimumN = MINIMUM_N[kind],
  }: { kind: GroupKind; direction: 'low' | 'high' | null; minimumN?: number },
): Compared {
  if (Number.isNaN(value)) return { ok: false, reason: 'valueMissing' };
  const sorted = sortedPresent(others);
  const n = sorted.length;
  if (n < minimumN) return { ok: false, reason: 'tooFew', n, needed: minimumN };
  const below = countBelow(sorted, value);
  const above = n - countAtOrBelow(sorted, value);
  const median = medianOfSorted(sorted);
  const difference = value - median;
  return {
    ok: true,
    n,
    rank: 1 + (direction === 'high' ? above : below),
    percentile: percentileOf(below, above, n),
    quartileClass: direction === null ? null : quartileClassOf(below, above, n, direction),
    median,
    difference,
    relativeDifference: median === 0 ? null : difference / Math.abs(median),
    smallGroup: n < SMALL_GROUP && kind !== 'riket',
  };
}

/** With `below` and `above` of n others: share smaller, 0–100; ties and oneself count half. */
export function percentileOf(below: number, above: number, n: number): number {
  return (100 * (below + (n + 1 - below - above) / 2)) / (n + 1);
}

export function quartileClassOf(below: number, above: number, n: number, direction: 'low' | 'high'): QuartileClass {
  const better = direction === 'low' ? below : above;
  const worse = direction === 'low' ? above : below;
  const isBest = 4 * better < n + 1;
  const isWorst = 4 * worse < n + 1;
  if (isBest === isWorst) return 'middle';
  return isBest ? 'best' : 'worst';
}
