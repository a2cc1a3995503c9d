import { type Normalised, normalise } from './normalise.ts';

/**
 * Effektivitetsindex from its halves: the mean of kvalitetsindex and resursindex, normalised like every index.
 * Both halves are needed; a municipality without one gets none.
 *
 * @example
 * // Three municipalities: means 20, 50, 80 become 0, 50, 100.
 * efficiencyFromHalves([10, 40, 90], [30, 60, 70]).scores
 */
export function efficiencyFromHalves(resource: ArrayLike<number>, quality: ArrayLike<number>): Normalised {
  if (resource.length !== quality.length) {
    throw new RangeError(
      `efficiencyFromHalves: ${resource.length} resource values but ${quality.length} quality values`,
    );
  }
  const means = Float64Array.from({ length: resource.length }, (_, i) => (resource[i]! + quality[i]!) / 2);
  return normalise(means, 'high');
}
