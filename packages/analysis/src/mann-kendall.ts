import { normalDistribution } from './normal-distribution.ts';

/** Up to this many values the p value is exact; above it the normal approximation with correction is used. */
export const EXACT_UP_TO = 10;

export interface MannKendall {
  /** Pairs that rise minus pairs that fall. */
  readonly s: number;
  readonly varianceOfS: number;
  /** Kendall's tau-b. 0 for a constant series. */
  readonly tau: number;
  /** Two-sided. 1 for a constant series or fewer than two values. */
  readonly p: number;
  readonly exact: boolean;
  readonly n: number;
}

/**
 * Mann–Kendall test for a monotone trend (monoton trend), of values in order of time. Mann (1945), Kendall (1975).
 *
 * Exact two-sided p for n ≤ 10, *also with ties*: the number of falling pairs over all orders of a multiset has the
 * q-multinomial coefficient as generating function. Without ties it equals R's `cor.test(method = "kendall", exact = TRUE)`;
 * with ties R falls back on the approximation, which is poor for short series. For n > 10: normal approximation with tie
 * correction of the variance and continuity correction, as R's `cor.test(…, exact = FALSE, continuity = TRUE)`.
 * Missing values are left out; the order of the rest counts, not the distance.
 *
 * @example mannKendall([1, 2, 3, 4, 5]) // s 10, tau 1, p 2/120 = 0.01667
 */
export function mannKendall(values: ArrayLike<number>): MannKendall {
  const present: number[] = [];
  for (let i = 0; i < values.length; i += 1) if (!Number.isNaN(values[i]!)) present.push(values[i]!);
  const n = present.length;
  let s = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) s += Math.sign(present[j]! - present[i]!);
  }
  const ties = tieSizes(present);
  const pairs = (n * (n - 1)) / 2;
  const tiedPairs = ties.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0);
  const varianceOfS = (n * (n - 1) * (2 * n + 5) - ties.reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0)) / 18;
  const untied = pairs - tiedPairs;
  if (untied === 0) return { s: 0, varianceOfS, tau: 0, p: 1, exact: true, n };
  const exact = n <= EXACT_UP_TO;
  return {
    s,
    varianceOfS,
    tau: s / Math.sqrt(pairs * untied),
    p: exact ? exactP(s, untied, ties) : approximateP(s, varianceOfS),
    exact,
    n,
  };
}

/** How many values there are of each size; a series is short, so each is looked for among those after it. */
function tieSizes(values: readonly number[]): number[] {
  const sizes: number[] = [];
  for (let i = 0; i < values.length; i += 1) {
    if (values.indexOf(values[i]!) < i) continue;
    let size = 1;
    for (let j = i + 1; j < values.length; j += 1) if (values[j] === values[i]) size += 1;
    sizes.push(size);
  }
  return sizes;
}

/**
 * Falling pairs D run over 0 … untied and S = untied − 2D. The distribution of D is symmetric, so the two-sided p is twice
 * the tail from the observed |S| outwards.
 */
function exactP(s: number, untied: number, ties: readonly number[]): number {
  const tails = tailShares(ties);
  return Math.min(1, 2 * tails[(untied - Math.abs(s)) / 2]!);
}

/** Few shapes of ties exist among ten values, and many series have the same. */
const knownTails = new Map<string, readonly number[]>();

/** Share of all orders with at most d falling pairs. */
function tailShares(ties: readonly number[]): readonly number[] {
  const shape = [...ties].sort((a, b) => a - b);
  const key = shape.join();
  const known = knownTails.get(key);
  if (known) return known;
  const counts = fallingPairCounts(shape);
  const total = counts.reduce((sum, count) => sum + count, 0);
  let sum = 0;
  const tails = counts.map((count) => {
    sum += count;
    return sum / total;
  });
  knownTails.set(key, tails);
  return tails;
}

/** Coefficients of the q-multinomial: in how many orders of the multiset there are d falling pairs. */
function fallingPairCounts(ties: readonly number[]): number[] {
  let counts = [1];
  let placed = 0;
  for (const t of ties) {
    counts = multiply(counts, gaussianBinomial(placed + t, t));
    placed += t;
  }
  return counts;
}

/** Gaussian binomial coefficient as a polynomial in q, by Pascal's rule C(n,k) = C(n−1,k−1) + q^k C(n−1,k). */
function gaussianBinomial(n: number, k: number): number[] {
  if (k === 0 || k === n) return [1];
  const without = gaussianBinomial(n - 1, k);
  const result = [...gaussianBinomial(n - 1, k - 1)];
  without.forEach((count, d) => {
    result[d + k] = (result[d + k] ?? 0) + count;
  });
  return Array.from(result, (count) => count ?? 0);
}

function multiply(a: readonly number[], b: readonly number[]): number[] {
  const product = new Array<number>(a.length + b.length - 1).fill(0);
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      product[i + j]! += x * y;
    });
  });
  return product;
}

function approximateP(s: number, varianceOfS: number): number {
  const z = Math.max(0, Math.abs(s) - 1) / Math.sqrt(varianceOfS);
  return Math.min(1, 2 * normalDistribution(-z));
}
