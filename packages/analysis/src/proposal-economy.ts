import { type Benefit, type GreenBenefit, type Hours, hoursOf } from './proposal-economy-benefits.ts';

/** Longest period: beyond ten years a proposal's savings are guesses. */
export const MOST_ECONOMY_YEARS = 10;
/** Differences under this many kronor are rounding. */
const HALF_A_KRONA = 0.5;

/** Kronor per year from the start year on, as positive amounts: what is a cost is said by where the line stands. */
export interface MoneyLine {
  readonly kind: 'oneOff' | 'running';
  readonly kronor: readonly number[];
}

/** Where the money comes from: a source and its kronor per year. */
export interface FinancingLine {
  readonly kronor: readonly number[];
}

export interface ProposalEconomyInput {
  readonly startYear: number;
  /** 1 to 10. */
  readonly years: number;
  /** Every amount is in this year's kronor, all years alike, so the rate is a real one. */
  readonly priceLevelYear: number;
  /** Real rate of discount, per cent a year. */
  readonly discountRate: number;
  readonly costs: readonly MoneyLine[];
  /** Savings are the green ones. */
  readonly benefits: readonly Benefit[];
  /** Of all costs, one-off and running. A saving that pays for a cost is entered as a source. No line: not told. */
  readonly financing: readonly FinancingLine[];
}

/** One year in kronor of the price level's year. */
export interface EconomyYear {
  readonly year: number;
  readonly oneOffCost: number;
  readonly runningCost: number;
  readonly oneOffSaving: number;
  readonly runningSaving: number;
  /** Savings less costs. */
  readonly net: number;
  readonly cumulated: number;
  /** Net as seen from the start year. */
  readonly presentValue: number;
  readonly cumulatedPresentValue: number;
}

export type Payback =
  | {
      readonly ok: true;
      /** Whole years, the start year being the first: how many it takes until savings have covered costs. */
      readonly years: number;
      /** The year at whose end that is so. */
      readonly year: number;
      /** False when later costs take it below 0 again within the period. */
      readonly lasting: boolean;
    }
  | {
      readonly ok: false;
      /** `nothingToPayBack`: costs never exceed savings so far. */
      readonly reason: 'nothingToPayBack' | 'noSavings' | 'notWithinPeriod';
      /** What remains to be covered at the end of the period. */
      readonly remaining: number;
    };

export interface FinancingCheck {
  readonly given: boolean;
  /** Every year's financing equals that year's cost. */
  readonly balanced: boolean;
  /** Financing less cost over the period: negative is short, positive is over. */
  readonly difference: number;
  readonly years: readonly {
    readonly year: number;
    readonly cost: number;
    readonly financed: number;
    readonly difference: number;
  }[];
}

/** A line that could not be used: which list, its place there and, for an amount, the year. */
export interface EconomyLine {
  readonly list: 'costs' | 'benefits' | 'financing';
  readonly index: number;
  readonly year: number | null;
}

export type ProposalEconomy =
  | {
      readonly ok: true;
      readonly priceLevelYear: number;
      readonly discountRate: number;
      /** Present values are as seen from here: its amounts are not discounted. */
      readonly discountedTo: number;
      readonly years: readonly EconomyYear[];
      readonly cost: number;
      readonly saving: number;
      readonly net: number;
      readonly netPresentValue: number;
      readonly payback: Payback;
      readonly discountedPayback: Payback;
      readonly financing: FinancingCheck;
      readonly yellow: { readonly byYear: readonly Hours[]; readonly total: Hours };
      readonly redBenefits: number;
    }
  | { readonly ok: false; readonly reason: 'yearsOutOfRange' | 'rateOutOfRange' }
  | {
      readonly ok: false;
      readonly reason: 'wrongNumberOfYears' | 'amountMissing' | 'negativeAmount';
      readonly line: EconomyLine;
    };

/**
 * The economy of a proposal over up to ten years: net and cumulated per year, payback, net present value, whether the
 * financing covers the costs; and, kept apart, hours set free and benefits that are not valued.
 *
 *     present value of year t = net / (1 + rate/100)^(t − start year)
 *
 * An empty cell is not 0: it is refused with its line and year. Method: docs/methods/proposal-economy.md.
 *
 * @example
 * proposalEconomy({
 *   startYear: 2025, years: 4, priceLevelYear: 2025, discountRate: 4,
 *   costs: [{ kind: 'oneOff', kronor: [300_000, 0, 0, 0] }, { kind: 'running', kronor: [0, 20_000, 20_000, 20_000] }],
 *   benefits: [{ colour: 'green', kind: 'running', kronor: [0, 150_000, 150_000, 150_000] }],
 *   financing: [{ kronor: [300_000, 20_000, 20_000, 20_000] }],
 * }) // net 90 000, net present value 60 761.83, paid back in 4 years (2028)
 */
export function proposalEconomy(input: ProposalEconomyInput): ProposalEconomy {
  const { startYear, years: length, discountRate, costs, benefits, financing } = input;
  const whole = [startYear, length, input.priceLevelYear].every(Number.isInteger);
  if (!whole || length < 1 || length > MOST_ECONOMY_YEARS) {
    return { ok: false, reason: 'yearsOutOfRange' };
  }
  if (!(discountRate > -100 && discountRate < Number.POSITIVE_INFINITY)) return { ok: false, reason: 'rateOutOfRange' };
  const fault = firstFault(input);
  if (fault !== null) return fault;

  const green = benefits.filter((benefit) => benefit.colour === 'green');
  const years = economyYears(startYear, length, discountRate, costs, green);
  const last = years.at(-1)!;
  const saving = total(years, ({ oneOffSaving, runningSaving }) => oneOffSaving + runningSaving);
  return {
    ok: true,
    priceLevelYear: input.priceLevelYear,
    discountRate,
    discountedTo: startYear,
    years,
    cost: total(years, costOf),
    saving,
    net: last.cumulated,
    netPresentValue: last.cumulatedPresentValue,
    payback: payback(years, ({ cumulated }) => cumulated, saving),
    discountedPayback: payback(years, ({ cumulatedPresentValue }) => cumulatedPresentValue, saving),
    financing: financingCheck(years, financing),
    yellow: hoursOf(
      benefits.filter((benefit) => benefit.colour === 'yellow'),
      length,
    ),
    redBenefits: benefits.filter(({ colour }) => colour === 'red').length,
  };
}

function economyYears(
  startYear: number,
  length: number,
  discountRate: number,
  costs: readonly MoneyLine[],
  savings: readonly GreenBenefit[],
): EconomyYear[] {
  let cumulated = 0;
  let cumulatedPresentValue = 0;
  return Array.from({ length }, (_, i) => {
    const oneOffCost = sumOf(costs, 'oneOff', i);
    const runningCost = sumOf(costs, 'running', i);
    const oneOffSaving = sumOf(savings, 'oneOff', i);
    const runningSaving = sumOf(savings, 'running', i);
    const net = oneOffSaving + runningSaving - oneOffCost - runningCost;
    const presentValue = net / (1 + discountRate / 100) ** i;
    cumulated += net;
    cumulatedPresentValue += presentValue;
    return {
      year: startYear + i,
      oneOffCost,
      runningCost,
      oneOffSaving,
      runningSaving,
      net,
      cumulated,
      presentValue,
      cumulatedPresentValue,
    };
  });
}

/** The first year that is back at 0 after having been below; half a krona short counts as there. */
function payback(years: readonly EconomyYear[], balanceOf: (year: EconomyYear) => number, saving: number): Payback {
  const isBelow = (year: EconomyYear): boolean => balanceOf(year) <= -HALF_A_KRONA;
  const remaining = Math.max(0, -balanceOf(years.at(-1)!));
  const firstBelow = years.findIndex(isBelow);
  if (firstBelow < 0) return { ok: false, reason: 'nothingToPayBack', remaining };
  if (saving === 0) return { ok: false, reason: 'noSavings', remaining };
  const back = years.findIndex((year, i) => i > firstBelow && !isBelow(year));
  if (back < 0) return { ok: false, reason: 'notWithinPeriod', remaining };
  return { ok: true, years: back + 1, year: years[back]!.year, lasting: !years.slice(back).some(isBelow) };
}

function financingCheck(years: readonly EconomyYear[], financing: readonly FinancingLine[]): FinancingCheck {
  const checked = years.map((economyYear, i) => {
    const cost = costOf(economyYear);
    const financed = financing.reduce((sum, { kronor }) => sum + kronor[i]!, 0);
    return { year: economyYear.year, cost, financed, difference: financed - cost };
  });
  return {
    given: financing.length > 0,
    balanced: checked.every(({ difference }) => Math.abs(difference) < HALF_A_KRONA),
    difference: checked.reduce((sum, { difference }) => sum + difference, 0),
    years: checked,
  };
}

function firstFault({ startYear, years, costs, benefits, financing }: ProposalEconomyInput): ProposalEconomy | null {
  const lists = [
    ['costs', costs.map(({ kronor }) => kronor)],
    ['benefits', benefits.map(amountsOf)],
    ['financing', financing.map(({ kronor }) => kronor)],
  ] as const;
  for (const [list, lines] of lists) {
    for (const [index, amounts] of lines.entries()) {
      if (amounts === null) continue;
      if (amounts.length !== years)
        return { ok: false, reason: 'wrongNumberOfYears', line: { list, index, year: null } };
      const missing = amounts.findIndex((amount) => !Number.isFinite(amount));
      if (missing >= 0) {
        return { ok: false, reason: 'amountMissing', line: { list, index, year: startYear + missing } };
      }
      const negative = amounts.findIndex((amount) => amount < 0);
      if (negative >= 0)
        return { ok: false, reason: 'negativeAmount', line: { list, index, year: startYear + negative } };
    }
  }
  return null;
}

/** For checking only, one line at a time: red has none. */
function amountsOf(benefit: Benefit): readonly number[] | null {
  if (benefit.colour === 'green') return benefit.kronor;
  return benefit.colour === 'yellow' ? benefit.hours : null;
}

function sumOf(lines: readonly MoneyLine[], kind: MoneyLine['kind'], i: number): number {
  return lines.reduce((sum, line) => sum + (line.kind === kind ? line.kronor[i]! : 0), 0);
}

function costOf({ oneOffCost, runningCost }: EconomyYear): number {
  return oneOffCost + runningCost;
}

function total(years: readonly EconomyYear[], amountOf: (year: EconomyYear) => number): number {
  return years.reduce((sum, year) => sum + amountOf(year), 0);
}
