import { rankAtFraction } from './quantile.ts';
import { sortedPresent } from './sorted.ts';

export interface Normalised {
  /** 0–100 per municipality in the order given; `NaN` where the value is missing or no scale could be made. */
  readonly scores: Float64Array;
  /** The values that give 0 and 100 (for a cost: 100 and 0). `NaN` without values. */
  readonly low: number;
  readonly high: number;
  readonly n: number;
  /** Fewer than 40 values: the anchors are then the smallest and greatest value; say so. */
  readonly observedRange: boolean;
}

/**
 * RKA's normalisation (normering): every municipality is placed on 0–100, where percentile 2.5 gives 0 and percentile 97.5
 * gives 100, linear between and cut outside. With `wanted: 'low'` (a cost) the scale is turned.
 *
 * Percentiles are of type 1, by rank in whole numbers: ⌈n/40⌉ and ⌈39n/40⌉ (docs/methods/rka-index.md shows why).
 * Only municipalities belong among the values: no regions, no Riket. Missing stays missing. When all values are equal there is
 * no scale and every score is `NaN`.
 *
 * Reference: RKA's KPI descriptions (Kolada U11901, U15900 …), "index".
 *
 * @example normalise([10, 20, 40], 'high').scores // 0, 33.33…, 100
 */
export function normalise(values: ArrayLike<number>, wanted: 'low' | 'high'): Normalised {
  const sorted = sortedPresent(values);
  const n = sorted.length;
  const low = n === 0 ? Number.NaN : sorted[rankAtFraction(n, 1, 40) - 1]!;
  const high = n === 0 ? Number.NaN : sorted[rankAtFraction(n, 39, 40) - 1]!;
  const scores = new Float64Array(values.length).fill(Number.NaN);
  if (high > low) {
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i]!;
      if (Number.isNaN(value)) continue;
      const share = wanted === 'high' ? (value - low) / (high - low) : (high - value) / (high - low);
      scores[i] = Math.min(Math.max(100 * share, 0), 100);
    }
  }
  return { scores, low, high, n, observedRange: n > 0 && n < 40 };
}
