import {
  balancedPanel,
  type DifferenceInDifferencesInput,
  type LeftOut,
  type PanelUnit,
} from './difference-in-differences-panel.ts';
import { tCritical, tTwoSidedP } from './t-distribution.ts';

export type { DifferenceInDifferencesInput, LeftOut, UnitSeries } from './difference-in-differences-panel.ts';

/** Fewest others: with one there is no spread between municipalities to judge by. */
export const LEAST_COMPARISON_UNITS = 2;
/** Fewest years before: with one nothing is known of how they moved before. */
export const LEAST_YEARS_BEFORE = 2;
/** Level of every two-sided test and interval here. */
export const EFFECT_LEVEL = 0.05;
/** Under this share of the largest value, a spread is what rounding leaves. */
const ROUNDING = 1e-12;

/** An estimate's uncertainty by Student's t: 95 % interval and two-sided p. */
export interface Uncertainty {
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
}

export interface Placebo {
  /** Each unit's difference when it is taken for the treated one and all the rest for the comparison, the treated first. */
  readonly estimates: readonly { readonly unit: string; readonly estimate: number }[];
  /** Place of the treated by size without sign; 1 is the largest, ties share the worse place. */
  readonly rank: number;
  /** Randomisation p, two-sided and exact: rank / units. */
  readonly p: number;
  /** Smallest p that so few units can give: 1 / units. */
  readonly smallestP: number;
}

export interface PreTrend {
  /** Slope per year before, the treated less the mean of the others. */
  readonly difference: number;
  readonly standardError: number;
  /** Null when the others all have the same slope. */
  readonly t: number | null;
  readonly p: number;
}

/** One year of the figure: own value, mean of the others, and where the own would lie had it followed them. */
export interface EffectYear {
  readonly year: number;
  readonly own: number;
  readonly comparison: number;
  readonly expected: number;
}

export type NoDifferenceReason = 'fewYearsBefore' | 'noYearsAfter' | 'fewComparisonUnits' | 'noVariation';

export type DifferenceInDifferences =
  | ({
      readonly ok: true;
      /** (own after − own before) − (comparison after − comparison before), in the unit of the key figure. */
      readonly estimate: number;
      readonly means: {
        readonly ownBefore: number;
        readonly ownAfter: number;
        readonly comparisonBefore: number;
        readonly comparisonAfter: number;
      };
      /** `lm(y ~ treated * post)` with its classical error: for those who ask; not shown as the answer. */
      readonly panel: Uncertainty;
      /** The same with `sandwich::vcovCL(cluster = unit, type = "HC1")`: for those who ask; far too narrow with one treated unit. */
      readonly clustered: Uncertainty;
      readonly placebo: Placebo;
      readonly preTrend: PreTrend;
      readonly years: readonly EffectYear[];
      readonly yearsBefore: readonly number[];
      readonly yearsAfter: readonly number[];
      readonly comparisonUnits: readonly string[];
      readonly leftOut: LeftOut;
    } & Uncertainty)
  | {
      readonly ok: false;
      readonly reason: NoDifferenceReason;
      /** Years or units found and needed; of `noVariation` the units. */
      readonly n: number;
      readonly needed: number;
      readonly leftOut: LeftOut;
    };

/**
 * Difference-in-differences (skillnad i skillnader): how much more, or less, a key figure changed where an action was taken than
 * in the comparison group. The panel regression `y ~ treated * post`, which on complete data is the same as unit and year effects.
 *
 * The interval shown is that of `lm(change ~ treated)` with one row per unit (change = mean after − mean before): s·√(1 + 1/n)
 * on n − 1 degrees of freedom, s being the spread of the others' changes. It asks whether one municipality's change is unusual
 * among municipalities, whatever years have to do with each other. Bertrand, Duflo and Mullainathan (2004), QJE 119;
 * Donald and Lang (2007), Review of Economics and Statistics 89.
 *
 * Missing: years where the treated, or over half of the reporting others, lack a value are left out, then others that are not complete;
 * all are named. Method and cautions: docs/methods/difference-in-differences.md.
 *
 * @example
 * differenceInDifferences({
 *   years: [2019, 2020, 2021, 2022],
 *   treated: { unit: '1814', values: [10, 10, 7, 7] },
 *   comparison: [{ unit: '0001', values: [10, 10, 11, 11] }, { unit: '0002', values: [12, 12, 12, 12] }, { unit: '0003', values: [9, 9, 11, 11] }],
 *   firstYearAfter: 2021,
 * }) // estimate −3 − 1 = −4, standard error 1.1547, 95 % from −8.97 to 0.97, rank 1 of 4, p 0.25
 */
export function differenceInDifferences(input: DifferenceInDifferencesInput): DifferenceInDifferences {
  const { before, after, treated, comparison, leftOut } = balancedPanel(input);
  const n = comparison.length;
  if (before.length < LEAST_YEARS_BEFORE) {
    return { ok: false, reason: 'fewYearsBefore', n: before.length, needed: LEAST_YEARS_BEFORE, leftOut };
  }
  if (after.length === 0) return { ok: false, reason: 'noYearsAfter', n: 0, needed: 1, leftOut };
  if (n < LEAST_COMPARISON_UNITS) {
    return { ok: false, reason: 'fewComparisonUnits', n, needed: LEAST_COMPARISON_UNITS, leftOut };
  }
  const largest = Math.max(
    ...[treated, ...comparison].flatMap((unit) => [...unit.before, ...unit.after].map(Math.abs)),
  );
  const changes = comparison.map(change);
  const found = againstOthers(change(treated), changes);
  if (found.spread <= ROUNDING * largest) return { ok: false, reason: 'noVariation', n, needed: n, leftOut };

  const ownBefore = mean(treated.before);
  const comparisonBefore = mean(comparison.map((unit) => mean(unit.before)));
  return {
    ok: true,
    estimate: found.difference,
    ...uncertainty(found.difference, found.standardError, n - 1),
    means: {
      ownBefore,
      ownAfter: mean(treated.after),
      comparisonBefore,
      comparisonAfter: mean(comparison.map((unit) => mean(unit.after))),
    },
    panel: panelUncertainty(found.difference, treated, comparison),
    clustered: clusteredUncertainty(found.difference, found.spread, n, before.length + after.length),
    placebo: placebo(treated, comparison),
    preTrend: preTrend(before, treated, comparison, ROUNDING * largest),
    years: [...before, ...after].map((year, i) => {
      const at = (unit: PanelUnit): number => (i < before.length ? unit.before[i]! : unit.after[i - before.length]!);
      const others = mean(comparison.map(at));
      return { year, own: at(treated), comparison: others, expected: others + ownBefore - comparisonBefore };
    }),
    yearsBefore: before,
    yearsAfter: after,
    comparisonUnits: comparison.map(({ unit }) => unit),
    leftOut,
  };
}

function change(unit: PanelUnit): number {
  return mean(unit.after) - mean(unit.before);
}

/** `lm(x ~ treated)` with one treated: its residual is 0, so all that is known of chance comes from the others. */
function againstOthers(own: number, others: readonly number[]) {
  const center = mean(others);
  const spread = Math.sqrt(sumOfSquares(others) / (others.length - 1));
  return { difference: own - center, spread, standardError: spread * Math.sqrt(1 + 1 / others.length) };
}

/** `lm(y ~ treated * post)`: four means, one residual variance over all values. */
function panelUncertainty(estimate: number, treated: PanelUnit, comparison: readonly PanelUnit[]): Uncertainty {
  const cells = [
    treated.before,
    treated.after,
    comparison.flatMap((unit) => unit.before),
    comparison.flatMap((unit) => unit.after),
  ];
  const degreesOfFreedom = cells.reduce((sum, cell) => sum + cell.length, 0) - cells.length;
  const variance = cells.reduce((sum, cell) => sum + sumOfSquares(cell), 0) / degreesOfFreedom;
  const share = cells.reduce((sum, cell) => sum + 1 / cell.length, 0);
  return uncertainty(estimate, Math.sqrt(variance * share), degreesOfFreedom);
}

/**
 * `vcovCL(type = "HC1")` of the same fit. The treated unit is fitted exactly and adds nothing, so what is left is
 * Σ(change − mean)² / n² over the others, times the small-sample factors: about √(n + 1) times smaller than it should be.
 */
function clusteredUncertainty(estimate: number, spread: number, n: number, years: number): Uncertainty {
  const values = (n + 1) * years;
  const smallSample = ((n + 1) / n) * ((values - 1) / (values - 4));
  return uncertainty(estimate, spread * Math.sqrt((smallSample * (n - 1)) / (n * n)), n);
}

function uncertainty(estimate: number, standardError: number, degreesOfFreedom: number): Uncertainty {
  const width = tCritical(EFFECT_LEVEL, degreesOfFreedom) * standardError;
  return {
    standardError,
    degreesOfFreedom,
    low: estimate - width,
    high: estimate + width,
    p: tTwoSidedP(estimate / standardError, degreesOfFreedom),
  };
}

/**
 * Each unit in turn taken for the treated, the truly treated moved to the comparison (Abadie, Diamond and Hainmueller 2010): if the
 * action did nothing and no unit is special beforehand, every rank is as likely. Differences equal but for rounding count as ties.
 */
function placebo(treated: PanelUnit, comparison: readonly PanelUnit[]): Placebo {
  const units = [treated, ...comparison];
  const changes = units.map(change);
  const center = mean(changes);
  const stretch = units.length / (units.length - 1);
  const estimates = units.map(({ unit }, i) => ({ unit, estimate: (changes[i]! - center) * stretch }));
  const own = Math.abs(estimates[0]!.estimate);
  const rank = estimates.filter(({ estimate }) => Math.abs(estimate) >= own * (1 - 1e-9)).length;
  return { estimates, rank, p: rank / units.length, smallestP: 1 / units.length };
}

/** Least-squares slope of each unit over the years before, then the treated against the others as for the change. */
function preTrend(
  years: readonly number[],
  treated: PanelUnit,
  comparison: readonly PanelUnit[],
  negligible: number,
): PreTrend {
  const center = mean(years);
  const slope = ({ before }: PanelUnit): number =>
    before.reduce((sum, value, i) => sum + (years[i]! - center) * (value - before[0]!), 0) / sumOfSquares(years);
  const { difference, spread, standardError } = againstOthers(slope(treated), comparison.map(slope));
  if (spread <= negligible)
    return { difference, standardError, t: null, p: Math.abs(difference) <= negligible ? 1 : 0 };
  const t = difference / standardError;
  return { difference, standardError, t, p: tTwoSidedP(t, comparison.length - 1) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sumOfSquares(values: readonly number[]): number {
  const center = mean(values);
  return values.reduce((sum, value) => sum + (value - center) ** 2, 0);
}
