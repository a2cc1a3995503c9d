import type { StrengthParts } from './finding.ts';

/** Robust standard deviations from the comparison's median that count as fully far. */
const FULLY_FAR = 3;
/** Years in a row outside the middle half that count as fully long. */
export const FULLY_LONG = 5;
/** With a break two years ago no one can have been outside for five years; three is then the least yardstick. */
const SHORTEST_YARDSTICK = 3;
/** Kronor per inhabitant and year that count as much money: about 3 per cent of a municipality's net cost. */
const FULL_MONEY = 2000;

const FAR_SHARE = 0.5;
const LONG_SHARE = 0.2;
const MONEY_SHARE = 0.3;
/** What cannot be told in kronor can reach this much: it competes with costs, but needs to lie further out. */
const WITHOUT_MONEY = 0.85;

/**
 * How far: half from the distance to the comparison's median in robust standard deviations of all municipalities, half from how
 * far out in the tail among all one lies – nothing if that is the other tail.
 *
 * @example howFar(1.5, 90, 'above') // 0.5 · 0.5 + 0.5 · 0.8 = 0.65
 */
export function howFar(distance: number, percentile: number, side: 'above' | 'below'): number {
  const tail = side === 'above' ? percentile / 50 - 1 : 1 - percentile / 50;
  return 0.5 * Math.min(1, distance / FULLY_FAR) + 0.5 * Math.max(0, tail);
}

/** How long: years in a row outside the middle half on the same side, of five or of those there are (at least three). */
export function howLong(yearsOutside: number, yearsAvailable: number): number {
  const yardstick = Math.max(SHORTEST_YARDSTICK, Math.min(FULLY_LONG, yearsAvailable));
  return Math.min(1, yearsOutside / yardstick);
}

/** How much money, by kronor per inhabitant; the root lets 500 kr weigh half of 2 000. `NaN` where it cannot be told. */
export function howMuchMoney(kronor: number, inhabitants: number): number {
  return inhabitants > 0 ? Math.min(1, Math.sqrt(Math.abs(kronor) / inhabitants / FULL_MONEY)) : Number.NaN;
}

/** Half of Sweden's 290 municipalities. */
const HALF_OF_ALL = 145;

export interface Certainty {
  readonly nAmongAll: number;
  readonly groupIsSmall: boolean;
  /** Noise of the series over the gap; `NaN` when the series is too short to tell. */
  readonly noiseOverGap: number;
  readonly smallNumbers: boolean;
  readonly yearsOld: number;
  readonly brokenRecently: boolean;
  readonly hasGaps: boolean;
  readonly preliminary: boolean;
}

/** How sure: 1 less a factor for each thing that makes the figure less safe. Never under 0.4: doubt is shown, not hidden. */
export function howSure(certainty: Certainty): number {
  let sure = 1;
  if (certainty.nAmongAll < HALF_OF_ALL) sure *= 0.9;
  if (certainty.groupIsSmall) sure *= 0.9;
  sure *= Number.isNaN(certainty.noiseOverGap) ? 0.9 : 1 - 0.4 * Math.min(1, certainty.noiseOverGap);
  if (certainty.smallNumbers) sure *= 0.8;
  sure *= 0.9 ** certainty.yearsOld;
  if (certainty.brokenRecently) sure *= 0.95;
  if (certainty.hasGaps) sure *= 0.95;
  if (certainty.preliminary) sure *= 0.95;
  return Math.max(0.4, sure);
}

/** Low cost is not good in itself, so a low cost stands out less than a high one that lies equally far out. */
const LOW_COST = 0.8;

/**
 * Importance: 3 in the map decides an area's judgement, 2 belongs in it, 1 explains: 1, 0.8 and 0.6. A low cost times 0.8.
 *
 * @example importance(3, false) // 1
 */
export function importance(weight: number, isLowCost: boolean): number {
  return (0.4 + 0.2 * Math.min(Math.max(weight, 0), 3)) * (isLowCost ? LOW_COST : 1);
}

/** Strength before certainty is known: the most it can be. */
export function strengthAtMost(far: number, long: number, money: number, importanceFactor: number): number {
  const size = Number.isNaN(money)
    ? (WITHOUT_MONEY * (FAR_SHARE * far + LONG_SHARE * long)) / (FAR_SHARE + LONG_SHARE)
    : FAR_SHARE * far + LONG_SHARE * long + MONEY_SHARE * money;
  return size * importanceFactor;
}

/** Strength (styrka), 0–1: size × certainty × importance. The whole rule: docs/methods/ranking.md. */
export function strength(parts: StrengthParts, importanceFactor: number): number {
  return (
    parts.howSure * strengthAtMost(parts.howFar, parts.howLong, parts.howMuchMoney ?? Number.NaN, importanceFactor)
  );
}
