import { type FigureTable, figuresOf } from './figure-table.ts';
import { MAD_CONSISTENCY, medianDistanceOfSorted, medianOfSorted } from './median.ts';
import { sortedPresent } from './sorted.ts';

export interface SimilarityCriterion {
  readonly kpi: string;
  /** Relative importance; greater than 0. */
  readonly weight: number;
}

export interface SimilarMunicipality {
  readonly unit: string;
  /** 0 is alike in everything; 1 is one (robust) standard deviation apart on average. */
  readonly distance: number;
  /** Share of the weight that both have values for. */
  readonly coverage: number;
  /** Share of the squared distance per criterion, in the order given; `NaN` where it could not be compared. */
  readonly contributions: readonly number[];
}

export interface SimilaritySearch {
  readonly similar: readonly SimilarMunicipality[];
  /** Criteria that the municipality itself lacks, or that do not differ between municipalities. */
  readonly unused: readonly string[];
}

/** Under this share of the weight in common, two municipalities are not compared. */
export const LEAST_COVERAGE = 0.6;

/**
 * Own similarity search (egen likhetsgrupp): the municipalities nearest by weighted Euclidean distance over standardised key
 * figures. It is ours, not RKA's: their difference index (skillnadsindex) is not public. Label it so.
 *
 *     z = (x − median) / (1.4826 · MAD), over all municipalities that year; standard deviation where the MAD is 0
 *     distance = √( Σ w (z_own − z_other)² / Σ w ), over the criteria both have
 *
 * Missing: a criterion one of them lacks is left out of both sums; under 60 % of the weight in common the other is left out
 * altogether. Ties are ordered by unit code.
 *
 * @example similarMunicipalities(figures, [{ kpi: 'N01951', weight: 1 }], '1814', 2020, municipalities, 7)
 */
export function similarMunicipalities(
  figures: FigureTable,
  criteria: readonly SimilarityCriterion[],
  unit: string,
  year: number,
  municipalities: readonly string[],
  count: number,
): SimilaritySearch {
  for (const { kpi, weight } of criteria) {
    if (!(weight > 0))
      throw new RangeError(`similarMunicipalities: the weight of ${kpi} must be greater than 0, was ${weight}`);
  }
  const position = municipalities.indexOf(unit);
  const standardised = criteria.map(({ kpi }) => standardise(figuresOf(figures, kpi, year, municipalities)));
  const usable = standardised.map((z) => position >= 0 && !Number.isNaN(z[position]!));
  const fullWeight = criteria.reduce((sum, { weight }, c) => sum + (usable[c] ? weight : 0), 0);
  const found: SimilarMunicipality[] = [];
  municipalities.forEach((other, i) => {
    if (i === position || fullWeight === 0) return;
    const squared = criteria.map(({ weight }, c) =>
      usable[c] ? weight * (standardised[c]![i]! - standardised[c]![position]!) ** 2 : Number.NaN,
    );
    let sum = 0;
    let weightInCommon = 0;
    squared.forEach((square, c) => {
      if (Number.isNaN(square)) return;
      sum += square;
      weightInCommon += criteria[c]!.weight;
    });
    const coverage = weightInCommon / fullWeight;
    if (coverage < LEAST_COVERAGE) return;
    found.push({
      unit: other,
      distance: Math.sqrt(sum / weightInCommon),
      coverage,
      contributions: squared.map((square) => (sum === 0 ? (Number.isNaN(square) ? Number.NaN : 0) : square / sum)),
    });
  });
  found.sort((a, b) => a.distance - b.distance || (a.unit < b.unit ? -1 : 1));
  return { similar: found.slice(0, count), unused: criteria.filter((_, c) => !usable[c]).map(({ kpi }) => kpi) };
}

function standardise(values: Float64Array): Float64Array {
  const sorted = sortedPresent(values);
  const center = medianOfSorted(sorted);
  const robust = MAD_CONSISTENCY * medianDistanceOfSorted(sorted, center);
  const scale = robust > 0 ? robust : standardDeviation(sorted);
  return values.map((value) => (scale > 0 ? (value - center) / scale : Number.NaN));
}

function standardDeviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
