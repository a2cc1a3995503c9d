import { normalise } from './normalise.ts';

export interface ComponentValues {
  readonly kpi: string;
  /** One value per municipality, `NaN` is missing; every component in the same order. */
  readonly values: ArrayLike<number>;
  readonly wanted: 'low' | 'high';
  readonly weight: number;
}

export interface CompositeIndex {
  /** The index per municipality, `NaN` where any component is missing. */
  readonly index: Float64Array;
  /** Municipalities that have every component. */
  readonly n: number;
  /** Per municipality the kpis whose value is missing; empty where the index exists. */
  readonly missing: readonly (readonly string[])[];
}

/**
 * Composite index by RKA's rule (sammanvägt index): each component is normalised over all municipalities that have it, the
 * weighted mean is taken where *every* component has a value, and the mean is normalised once more.
 * A missing component gives no index, never a mean of the rest: that would reward not reporting.
 *
 * Reference: docs/methods/rka-index.md.
 *
 * @example
 * // One component is normalised twice: 10, 20, 40 with 'low' becomes 100, 66.67, 0.
 * compositeIndex([{ kpi: 'N20900', values: [10, 20, 40], wanted: 'low', weight: 1 }]).index
 */
export function compositeIndex(components: readonly ComponentValues[]): CompositeIndex {
  if (components.length === 0) throw new RangeError('compositeIndex: no components');
  const size = components[0]!.values.length;
  const weightSum = components.reduce((sum, component) => sum + component.weight, 0);
  const normalised = components.map((component) => {
    if (component.values.length !== size) {
      throw new RangeError(`compositeIndex: ${component.kpi} has ${component.values.length} values, expected ${size}`);
    }
    return normalise(component.values, component.wanted).scores;
  });
  const missing: string[][] = Array.from({ length: size }, () => []);
  const means = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    let mean = 0;
    components.forEach((component, c) => {
      const score = normalised[c]![i]!;
      if (Number.isNaN(score)) missing[i]!.push(component.kpi);
      mean += (score * component.weight) / weightSum;
    });
    means[i] = mean;
  }
  const { scores, n } = normalise(means, 'high');
  return { index: scores, n, missing };
}
