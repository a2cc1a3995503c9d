import type { KeyFigure, NoVolumeReason } from './key-figure.ts';
import { kpisOf, kronorPerUnit } from './key-figures/denominator.ts';

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

/**
 * Potential in kronor (potential i kronor): (own value − comparison median) × the kronor that one unit of the figure is worth
 * in this municipality and year, read through the key figure map's denominator.
 *
 * It is a size, not a saving: it says what the gap amounts to if nothing else differs. Missing stays missing with a reason.
 * Method: docs/methods/potential.md.
 *
 * @example
 * // 168 420 against 139 870 kr per inhabitant 80+, 444 inhabitants 80+: 12.7 million kronor
 * potentialInKronor(keyFigure, 168_420, 139_870, () => 444) // kronor 12_676_200
 */
export function potentialInKronor(
  keyFigure: Pick<KeyFigure, 'kpi' | 'denominator' | 'noVolumeReason'>,
  value: number,
  comparisonMedian: number,
  figureOf: (kpi: string) => number,
): PotentialResult {
  const denominator = keyFigure.denominator;
  if (denominator === null) return { ok: false, reason: keyFigure.noVolumeReason ?? 'noVolumeInKolada', kpis: [] };
  if (Number.isNaN(value)) return { ok: false, reason: 'ownValueMissing', kpis: [keyFigure.kpi] };
  if (Number.isNaN(comparisonMedian)) return { ok: false, reason: 'comparisonMissing', kpis: [keyFigure.kpi] };
  const kpis = kpisOf(denominator);
  const worth = kronorPerUnit(denominator, figureOf);
  if (Number.isNaN(worth)) {
    return { ok: false, reason: 'denominatorMissing', kpis: kpis.filter((kpi) => Number.isNaN(figureOf(kpi))) };
  }
  return { ok: true, kronor: (value - comparisonMedian) * worth, kronorPerUnit: worth, kpis };
}
