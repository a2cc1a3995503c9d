/** Hyndman and Fan's numbers: 1 and 2 pick values, 6 and 7 interpolate between two. */
export type QuantileType = 1 | 2 | 6 | 7;

/**
 * Quantile (kvantil): the value below which a share `p` of the values lie, by one of the definitions of Hyndman and Fan
 * (1996), "Sample quantiles in statistical packages", The American Statistician 50.
 *
 * - type 1: inverse of the empirical distribution; SQL's `percentile_disc`. The RKA index (docs/methods/rka-index.md).
 * - type 2: as 1, but the mean of two neighbours where the distribution is flat.
 * - type 6: linear on p(n + 1); the default of SPSS and Minitab.
 * - type 7: linear on p(n − 1); the default of R, Excel's PERCENTILE.INC and of all our comparisons.
 *
 * `sorted` rises and holds no missing values (`sortedPresent`). No values give `NaN`.
 *
 * @example quantile([1, 2, 3, 4], 0.25, 7) // 1.75
 * @example quantile([1, 2, 3, 4], 0.25, 1) // 1
 */
export function quantile(sorted: ArrayLike<number>, p: number, type: QuantileType): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile: p must lie in 0–1, was ${p}`);
  const n = sorted.length;
  if (n === 0) return Number.NaN;
  if (type === 1 || type === 2) {
    // n·p can miss a whole number by rounding (0.025 · 280); R forgives the same amount.
    const position = n * p;
    const rank = Math.floor(position + 4 * Number.EPSILON * Math.max(1, position));
    const isWhole = Math.abs(position - rank) <= 4 * Number.EPSILON * Math.max(1, position);
    const lower = sorted[clampRank(isWhole ? rank : rank + 1, n) - 1]!;
    if (type === 1 || !isWhole) return lower;
    return (lower + sorted[clampRank(rank + 1, n) - 1]!) / 2;
  }
  const position = type === 6 ? p * (n + 1) : 1 + p * (n - 1);
  const rank = Math.floor(position + 4 * Number.EPSILON);
  const share = Math.max(0, position - rank);
  const lower = sorted[clampRank(rank, n) - 1]!;
  const upper = sorted[clampRank(rank + 1, n) - 1]!;
  return share === 0 ? lower : (1 - share) * lower + share * upper;
}

/**
 * The rank (1 … n) of the type 1 quantile at the fraction numerator/denominator, in whole numbers only: ⌈n·a/b⌉.
 * A floating product such as 280 · 0.025 may land on either side of 7, and then one municipality gets 0 that should not.
 *
 * @example rankAtFraction(276, 1, 40) // 7
 * @example rankAtFraction(276, 39, 40) // 270
 */
export function rankAtFraction(n: number, numerator: number, denominator: number): number {
  const product = n * numerator;
  return clampRank((product - (product % denominator)) / denominator + (product % denominator === 0 ? 0 : 1), n);
}

function clampRank(rank: number, n: number): number {
  return Math.min(Math.max(rank, 1), n);
}
