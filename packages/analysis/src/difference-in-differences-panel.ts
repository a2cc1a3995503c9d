/** Values of one unit in the order of the years given beside it; NaN is missing. */
export interface UnitSeries {
  readonly unit: string;
  readonly values: ArrayLike<number>;
}

export interface DifferenceInDifferencesInput {
  /** Ascending. */
  readonly years: readonly number[];
  /** The municipality where the action was taken. */
  readonly treated: UnitSeries;
  /** Units without the action: any pool of them. The treated one is passed over if it is among them. */
  readonly comparison: readonly UnitSeries[];
  readonly firstYearAfter: number;
  /** When years in between were half with and half without the action; the year before `firstYearAfter` if not given. */
  readonly lastYearBefore?: number | undefined;
  /** At most so many calendar years before and after; all if not given. */
  readonly yearsBefore?: number | undefined;
  readonly yearsAfter?: number | undefined;
}

/** What was not used, and why. */
export interface LeftOut {
  /** Years without a value for the treated, or with one for under half of the others that report at all. */
  readonly years: readonly { readonly year: number; readonly why: 'treatedMissing' | 'fewReporting' }[];
  /** Others that lack a value in a year that is used. */
  readonly units: readonly { readonly unit: string; readonly missingYears: readonly number[] }[];
}

/** Every unit kept has a value in every year kept. */
export interface BalancedPanel {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly treated: PanelUnit;
  readonly comparison: readonly PanelUnit[];
  readonly leftOut: LeftOut;
}

export interface PanelUnit {
  readonly unit: string;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** A year in which fewer than this share of the reporting others have a value is left out, rather than all who lack it. */
const LEAST_SHARE_OF_YEAR = 0.5;

/**
 * The complete block that difference-in-differences is computed on: first the years are chosen (the treated has a value, and at
 * least half of the others that report anything in the period), then the others that have a value in all of them. So the four
 * means that the estimate is made of are of the same units in the same years, and can be checked by hand.
 */
export function balancedPanel(input: DifferenceInDifferencesInput): BalancedPanel {
  const { years, treated, firstYearAfter } = input;
  const lastYearBefore = input.lastYearBefore ?? firstYearAfter - 1;
  checkInput(input, lastYearBefore);
  const first = lastYearBefore - (input.yearsBefore ?? Number.POSITIVE_INFINITY);
  const end = firstYearAfter + (input.yearsAfter ?? Number.POSITIVE_INFINITY);
  const period = years.flatMap((year, i) =>
    (year <= lastYearBefore && year > first) || (year >= firstYearAfter && year < end) ? [i] : [],
  );
  const others = input.comparison.filter(({ unit }) => unit !== treated.unit);
  const reporting = others.filter((other) => period.some((i) => has(other, i)));

  const leftOutYears: LeftOut['years'][number][] = [];
  const used = period.filter((i) => {
    const enough = reporting.filter((other) => has(other, i)).length >= LEAST_SHARE_OF_YEAR * reporting.length;
    if (!has(treated, i)) leftOutYears.push({ year: years[i]!, why: 'treatedMissing' });
    else if (!enough) leftOutYears.push({ year: years[i]!, why: 'fewReporting' });
    return has(treated, i) && enough;
  });
  const leftOutUnits: LeftOut['units'][number][] = [];
  const kept = others.filter((other) => {
    const missing = used.filter((i) => !has(other, i));
    if (missing.length > 0) leftOutUnits.push({ unit: other.unit, missingYears: missing.map((i) => years[i]!) });
    return missing.length === 0;
  });

  const before = used.filter((i) => years[i]! <= lastYearBefore);
  const after = used.filter((i) => years[i]! >= firstYearAfter);
  const within = ({ unit, values }: UnitSeries): PanelUnit => ({
    unit,
    before: before.map((i) => values[i]!),
    after: after.map((i) => values[i]!),
  });
  return {
    before: before.map((i) => years[i]!),
    after: after.map((i) => years[i]!),
    treated: within(treated),
    comparison: kept.map(within),
    leftOut: { years: leftOutYears, units: leftOutUnits },
  };
}

function has({ values }: UnitSeries, i: number): boolean {
  return Number.isFinite(values[i]!);
}

function checkInput(input: DifferenceInDifferencesInput, lastYearBefore: number): void {
  const { years, treated, comparison, firstYearAfter } = input;
  if (lastYearBefore >= firstYearAfter) {
    throw new RangeError(
      `differenceInDifferences: the last year before, ${lastYearBefore}, must precede ${firstYearAfter}`,
    );
  }
  years.forEach((year, i) => {
    if (i > 0 && !(year > years[i - 1]!))
      throw new RangeError(`differenceInDifferences: years must ascend, ${years.join(' ')}`);
  });
  const seen = new Set<string>();
  for (const { unit, values } of [treated, ...comparison]) {
    if (values.length !== years.length) {
      throw new RangeError(`differenceInDifferences: ${unit} has ${values.length} values for ${years.length} years`);
    }
  }
  for (const { unit } of comparison) {
    if (seen.has(unit)) throw new RangeError(`differenceInDifferences: ${unit} is twice in the comparison`);
    seen.add(unit);
  }
}
