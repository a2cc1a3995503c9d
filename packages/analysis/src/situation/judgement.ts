import { MINIMUM_N, percentileOf } from '../compare.ts';
import { countBelow } from '../sorted.ts';
import { type GroupSummary, summarise, summariseWithout } from './comparison-group.ts';
import { FULLY_LONG, howFar, howLong, howMuchMoney, importance, strengthAtMost } from './strength.ts';
import type { Survey, SurveyedKeyFigure, Target } from './survey.ts';

/** A key figure without a value in the asked year uses the latest earlier one at most so many years back. */
export const OLDEST_YEARS_BACK = 2;

export type Verdict =
  | 'standsOut'
  | 'nearMiddle'
  /** Neither far out nor near the middle. */
  | 'between'
  | 'noOwnValue'
  | 'tooFewReporting'
  | 'tooSmallGroup'
  | 'noDirection';

/**
 * One key figure of one municipality, judged. One object is filled again and again, since all of Kolada for all municipalities
 * is almost two million judgements; copy what must be kept.
 */
export interface Judgement {
  verdict: Verdict;
  year: number;
  value: number;
  below: number;
  above: number;
  nAmongAll: number;
  percentile: number;
  groupN: number;
  groupMedian: number;
  gap: number;
  /** |gap| in robust standard deviations of all municipalities. */
  distance: number;
  scale: number;
  far: number;
  long: number;
  /** `NaN` where it cannot be told. */
  kronor: number;
  /** `NaN` where it cannot be told. */
  money: number;
  importance: number;
  /** Strength before certainty. */
  atMost: number;
}

export function emptyJudgement(): Judgement {
  return {
    verdict: 'noOwnValue',
    year: 0,
    value: Number.NaN,
    below: 0,
    above: 0,
    nAmongAll: 0,
    percentile: Number.NaN,
    groupN: 0,
    groupMedian: Number.NaN,
    gap: Number.NaN,
    distance: Number.NaN,
    scale: Number.NaN,
    far: 0,
    long: 0,
    kronor: Number.NaN,
    money: Number.NaN,
    importance: 0,
    atMost: 0,
  };
}

const summary: GroupSummary = { n: 0, median: Number.NaN, smallest: Number.NaN, greatest: Number.NaN };

/**
 * Judges a key figure: which year to use, where it lies among all and against the comparison, and how strong a deviation is at
 * most. It stands out when it lies outside the middle half of all municipalities on the same side as against the comparison, or
 * outside the whole comparison group (five or more) by at least one robust standard deviation. It is near the middle when it
 * lies within the middle half of all and within one robust standard deviation of the comparison's median.
 *
 * Roughly judged, it is taken to have lasted as long as can be: reading the years before is most of the work, and only the
 * strongest need it.
 */
export function judge(
  survey: Survey,
  surveyed: SurveyedKeyFigure,
  target: Target,
  into: Judgement,
  precision: 'exact' | 'rough' = 'exact',
): Judgement {
  into.atMost = 0;
  const slot = findSlot(survey, surveyed, target.column, into);
  return slot < 0 ? into : judgeAt(slot, survey, surveyed, target, into, precision);
}

/** Judges the value that stands in `into` with its year, and in the table in block `slot`. */
export function judgeAt(
  slot: number,
  survey: Survey,
  surveyed: SurveyedKeyFigure,
  target: Target,
  into: Judgement,
  precision: 'exact' | 'rough',
): Judgement {
  into.atMost = 0;
  const { yardsticks } = survey;
  if (target.kind === 'all') summariseWithout(yardsticks.sorted(slot), into.value, summary);
  else summarise(survey.figures, slot, target.groupAt(surveyed.place), target.column, summary);
  into.groupN = summary.n;
  into.groupMedian = summary.median;
  if (summary.n < MINIMUM_N[target.kind]) {
    into.verdict = 'tooSmallGroup';
    return into;
  }
  into.nAmongAll = yardsticks.n[slot]!;
  into.gap = into.value - summary.median;
  into.scale = yardsticks.scale[slot]!;
  into.distance = Math.abs(into.gap) / into.scale;
  into.verdict = verdictOf(
    surveyed.keyFigure.direction,
    yardsticks.lowerQuartile[slot]!,
    yardsticks.upperQuartile[slot]!,
    into,
  );
  if (into.verdict === 'between' || (into.verdict === 'nearMiddle' && precision === 'rough')) return into;
  const sorted = yardsticks.sorted(slot);
  into.below = countBelow(sorted, into.value);
  let equal = 0;
  while (sorted[into.below + equal] === into.value) equal += 1;
  into.above = into.nAmongAll - into.below - equal;
  into.percentile = percentileOf(into.below, into.above, into.nAmongAll - 1);
  if (into.verdict === 'standsOut') measureStrength(survey, surveyed, target.column, into, precision);
  return into;
}

function verdictOf(
  direction: 'low' | 'high' | null,
  lowerQuartile: number,
  upperQuartile: number,
  { value, gap, distance }: Judgement,
): Verdict {
  if (direction === null) return 'noDirection';
  // A figure without spread has no distance, and nothing can stand out in it.
  if (Number.isNaN(distance)) return 'between';
  const outsideHalf = gap > 0 ? value > upperQuartile : gap < 0 && value < lowerQuartile;
  const outsideGroup = summary.n >= 5 && distance >= 1 && (value > summary.greatest || value < summary.smallest);
  if (outsideHalf || outsideGroup) return 'standsOut';
  const insideHalf = value >= lowerQuartile && value <= upperQuartile;
  return insideHalf && distance <= 1 ? 'nearMiddle' : 'between';
}

function measureStrength(
  survey: Survey,
  surveyed: SurveyedKeyFigure,
  column: number,
  into: Judgement,
  precision: 'exact' | 'rough',
): void {
  const { denominator, direction, perspective, weight } = surveyed.keyFigure;
  const side = into.gap > 0 ? 'above' : 'below';
  into.far = howFar(into.distance, into.percentile, side);
  into.long = precision === 'rough' ? 1 : longOutside(survey, surveyed, column, into.year, side);
  into.kronor = denominator === null ? Number.NaN : into.gap * survey.kronorPerUnit(denominator, into.year, column);
  into.money = denominator === null ? Number.NaN : howMuchMoney(into.kronor, survey.inhabitants(into.year, column));
  into.importance = importance(weight, side === 'below' && direction === 'low' && perspective === 'resource');
  into.atMost = strengthAtMost(into.far, into.long, into.money, into.importance);
}

/**
 * The block of the asked year, or of the latest at most two years back, where the municipality has a value and enough others have reported; −1 when
 * there is none.
 */
function findSlot(survey: Survey, { k }: SurveyedKeyFigure, column: number, into: Judgement): number {
  into.verdict = 'noOwnValue';
  for (let back = 0; back <= OLDEST_YEARS_BACK; back += 1) {
    const year = survey.year - back;
    const value = survey.valueAt(k, year, column);
    if (Number.isNaN(value)) continue;
    into.year = year;
    into.value = value;
    const slot = survey.slotAt(k, year);
    if (isReported(survey, slot)) return slot;
    into.verdict = 'tooFewReporting';
  }
  return -1;
}

/** Whether enough municipalities have a value in the block for one of them to be compared with the others. */
export function isReported({ yardsticks }: Survey, slot: number): boolean {
  return yardsticks.sorted(slot).length - 1 >= MINIMUM_N.all;
}

/** Years in a row, backwards, outside the middle half on the same side. A year without a value is passed over, not counted. */
function longOutside(
  survey: Survey,
  surveyed: SurveyedKeyFigure,
  column: number,
  year: number,
  side: 'above' | 'below',
): number {
  const since = Math.max(survey.since(surveyed, year), year - FULLY_LONG - OLDEST_YEARS_BACK);
  let outside = 0;
  let available = 0;
  let unbroken = true;
  for (let at = year; at >= since && available < FULLY_LONG; at -= 1) {
    const value = survey.valueAt(surveyed.k, at, column);
    if (Number.isNaN(value)) continue;
    available += 1;
    if (!unbroken) continue;
    const slot = survey.slotAt(surveyed.k, at);
    survey.yardsticks.make(slot);
    unbroken =
      side === 'above'
        ? value > survey.yardsticks.upperQuartile[slot]!
        : value < survey.yardsticks.lowerQuartile[slot]!;
    if (unbroken) outside += 1;
  }
  return howLong(outside, available);
}
