import { SMALL_GROUP } from '../compare.ts';
import { publicationState } from '../preliminary.ts';
import { theilSen } from '../theil-sen.ts';
import { isSmallNumber, volatility } from '../volatility.ts';
import type { ComparisonKind } from './comparison.ts';
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
  readonly series: FindingSeries;
  /** First year that may be joined with the value's; −Infinity without a break. */
  readonly since: number;
  /** How much the gap to the comparison's median jumps round its own line, in the unit of the figure; `NaN`: too short. */
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
  kind: ComparisonKind,
  judgement: Judgement,
  context: PublicationContext,
): Evaluation {
  const { keyFigure } = surveyed;
  const since = survey.since(surveyed, judgement.year);
  const series = seriesUpTo(survey, surveyed, target, kind, judgement.year);
  const noise = noiseOfGap(series, since);
  const volume =
    keyFigure.denominator?.kind === 'kpi' || keyFigure.denominator?.kind === 'sum'
      ? survey.kronorPerUnit(keyFigure.denominator, judgement.year, target.column)
      : Number.NaN;
  const publication = publicationState(context.publication?.(keyFigure.kpi), judgement.year, context.today);
  const missingYears = missingBetween(series, since);
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
    howMuchMoney: judgement.money,
  };
  return {
    surveyed,
    judgement,
    parts,
    strength: strength(parts, judgement.importance),
    series,
    since,
    noise,
    volume,
    publication,
    missingYears,
  };
}

/** The noise of the gap, not of the value: what moves everyone alike does not make a gap less sure. */
function noiseOfGap({ years, own, comparisonMedian }: FindingSeries, since: number): number {
  const gap = own.map((value, i) => (years[i]! < since ? Number.NaN : value - comparisonMedian[i]!));
  // The variance only widens the interval, which the noise does not need.
  return volatility(years, gap, theilSen(years, gap, 0));
}

function missingBetween({ years, own }: FindingSeries, since: number): number[] {
  const first = years.findIndex((year, i) => year >= since && !Number.isNaN(own[i]!));
  return years.filter((_, i) => i > first && Number.isNaN(own[i]!));
}

const summary: GroupSummary = { n: 0, median: Number.NaN, smallest: Number.NaN, greatest: Number.NaN };

/** Own values and the comparison's median over the table's ten years up to the value's year, breaks and all. */
function seriesUpTo(
  survey: Survey,
  surveyed: SurveyedKeyFigure,
  target: Target,
  kind: ComparisonKind,
  lastYear: number,
): FindingSeries {
  const years = survey.figures.years.filter((year) => year > lastYear - SERIES_YEARS && year <= lastYear);
  const own = Float64Array.from(years, (year) => survey.valueAt(surveyed.k, year, target.column));
  const group = target.groupFor(surveyed.keyFigure);
  const comparisonMedian = Float64Array.from(years, (year, i) => {
    const yearIndex = survey.yearIndex(year)!;
    if (kind === 'all') {
      return summariseWithout(survey.yardsticks.at(surveyed.k, yearIndex).sorted, own[i]!, summary).median;
    }
    const slot = surveyed.k * survey.figures.years.length + yearIndex;
    return summarise(survey.figures, slot, group, target.column, summary).median;
  });
  return { years, own, comparisonMedian };
}
