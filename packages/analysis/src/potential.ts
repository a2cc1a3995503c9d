import type { NoVolumeReason } from './key-figure.ts';

/**
 * Why a gap cannot be told in kronor: the map's own reasons (no volume in Kolada, not money, is itself an amount, not a
 * possible saving, an index), or that something is missing for this municipality and year.
 */
export type NoPotentialReason = NoVolumeReason | 'denominatorMissing' | 'ownValueMissing' | 'comparisonMissing';

/**
 * The gap to the comparison's median in kronor a year. Positive: the municipality is dearer than the median by so much;
 * negative: cheaper.
 */
export type PotentialResult =
  | {
      readonly ok: true;
      readonly kronor: number;
      /** Kronor that one unit of the figure is worth: inhabitants 80+ for kr/inv 80+, a hundredth of the reference cost for %. */
      readonly kronorPerUnit: number;
      /** What that was read from. */
      readonly kpis: readonly string[];
    }
  | { readonly ok: false; readonly reason: NoPotentialReason; readonly kpis: readonly string[] };
