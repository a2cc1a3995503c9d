import { SMALL_GROUP } from '../compare.ts';
import { publicationState } from '../preliminary.ts';
import { isSmallNumber, volatility } from '../volatility.ts';
import { type GroupSummary, summarise, summariseWithout } from './comparison-group.ts';
import type { FindingSeries, StrengthParts } from './finding.ts';
import type { Judgement } from './judgement.ts';
import type { SituationQuestion } from './situation-analysis.ts';
import { howSure, strength } from './strength.ts';
import type { Survey, SurveyedKeyFigure, Target } from './survey.ts';

/** Years of the trend and the sparkline. */
export const SERIES_YEARS = 10;
/** A break so many years back leaves too little to compare oneself with. */
const RECENT_BREAK = 2;

/** A judgement with its certainty, hence its full strength. */
export interface Evaluation {
  readonly surveyed: SurveyedKeyFigure;
  readonly judgement: Judgement;
  readonly parts: StrengthParts;
  readonly strength: number;
  /** First year that may be joined with the value's; −Infinity without a break. */
  readonly since: number;
  /** How much the distance to the median of all jumps from year to year, in the unit of the figure; `NaN`: too short. */
  readonly noise: number;
  /** Persons behind the figure; `NaN` when unknown. */
  readonly volume: number;
  readonly publication: ReturnType<typeof publicationState>;
  /** Years without a value between the first and last that have one, since the break. */
  readonly missingYears: readonly number[];
}

export type PublicationContext = Pick<SituationQuestion, 'today' | 'publication'>;

/** Certainty of one judgement; `judgement` is kept, so pass a copy. */
export function evaluate(
  survey: Survey,
  surveyed: SurveyedKeyFigure,
  target: Target,
  judgement: Judgement,
  context: PublicationContext,
): Evaluation {
  const { keyFigure } = surveyed;
  const since = survey.since(surveyed, judgement.year);
  const { noise, missingYears } = historyOf(survey, surveyed, target.column, judgement.year, since);
  const volume =
    keyFigure.denominator?.kind === 'kpi' || keyFigure.denominator?.kind === 'sum'
      ? survey.kronorPerUnit(keyFigure.denominator, judgement.year, target.column)
      : Number.NaN;
  const publication = publicationState(context.publication?.(keyFigure.kpi), judgement.year, context.today);
  const parts = {
    howFar: judgement.far,
    howLong: judgement.long,
    howSure: howSure({
      nAmongAll: judgement.nAmongAll,
      groupIsSmall: judgement.groupN < SMALL_GROUP,
      noiseOverGap: noise / Math.abs(judgement.gap),
      smallNumbers: isSmallNumber(volume),
      yearsOld: survey.year - judgement.year,
      brokenRecently: judgement.year - since < RECENT_BREAK,
      hasGaps: missingYears.length > 0,
      preliminary: publication === 'preliminary',
    }),
    howMuchMoney: Number.isNaN(judgement.money) ? null : judgement.money,
  };
  return {
    surveyed,
    judgement,
    parts,
    strength: strength(parts, judgement.importance),
    since,
    noise,
    volume,
    publication,
    missingYears,
  };
}

const distances = new Float64Array(SERIES_YEARS);

/**
 * Noise and gaps of the ten years up to the value's, since the break. The noise is that of the distance to the median of all
 * municipalities, not of the value: what moves everyone alike does not make a deviation less sure.
 */
function historyOf(
  survey: Survey,
  { k }: SurveyedKeyFigure,
  column: number,
  lastYear: number,
  since: number,
): { noise: number; missingYears: readonly number[] } {
  const missingYears: number[] = [];
  let begun = false;
  distances.fill(Number.NaN);
  for (let i = 0; i < SERIES_YEARS; i += 1) {
    const year = lastYear - SERIES_YEARS + 1 + i;
    if (year < since) continue;
    const value = survey.valueAt(k, year, column);
    if (Number.isNaN(value)) {
      if (begun) missingYears.push(year);
      continue;
    }
    begun = true;
    const slot = survey.slotAt(k, year);
    survey.yardsticks.make(slot);
    distances[i] = value - survey.yardsticks.median[slot]!;
  }
  return { noise: volatility(distances), missingYears };
}

const summary: GroupSummary = { n: 0, median: Number.NaN, smallest: Number.NaN, greatest: Number.NaN };

/** Own values and the comparison's median over the table's ten years up to the value's year, breaks and all. */
export function seriesUpTo(
  survey: Survey,
  surveyed: SurveyedKeyFigure,
  target: Target,
  lastYear: number,
): FindingSeries {
  const { figures, yardsticks } = survey;
  const years = figures.years.filter((year) => year > lastYear - SERIES_YEARS && year <= lastYear);
  const group = target.groupAt(surveyed.place);
  const own = new Float64Array(years.length);
  const comparisonMedian = new Float64Array(years.length);
  for (let i = 0; i < years.length; i += 1) {
    const slot = survey.slotAt(surveyed.k, years[i]!);
    own[i] = survey.valueAt(surveyed.k, years[i]!, target.column);
    if (target.kind === 'all') summariseWithout(yardsticks.sorted(slot), own[i]!, summary);
    else summarise(figures, slot, group, target.column, summary);
    comparisonMedian[i] = summary.median;
  }
  return { years, own, comparisonMedian };
}
