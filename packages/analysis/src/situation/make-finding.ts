import { potentialInKronor } from '../potential.ts';
import { relativeDevelopment } from '../relative-development.ts';
import { type Trend, trend } from '../trend.ts';
import { type Evaluation, seriesUpTo } from './evaluation.ts';
import { isDeviation, type RankedPhenomenon } from './find-strongest.ts';
import type { Finding, NearMiddle, SeenIn, TrendSummary } from './finding.ts';
import { flagsOf } from './flags.ts';
import type { Judgement } from './judgement.ts';
import type { Survey, SurveyedKeyFigure, Target } from './survey.ts';

export interface FindingContext {
  readonly survey: Survey;
  readonly target: Target;
  /** Column of Riket in the table, −1 when absent. */
  readonly riketColumn: number;
}

/** A chosen phenomenon with everything a page shows of it. */
export function makeFinding(
  { strongest, also, priority }: RankedPhenomenon,
  rank: number,
  context: FindingContext,
): Finding {
  const { survey, target, riketColumn } = context;
  const { surveyed, judgement, since } = strongest;
  const series = seriesUpTo(survey, surveyed, target, judgement.year);
  const { keyFigure, k } = surveyed;
  const direction = keyFigure.direction!;
  const values = series.own.map((value, i) => (series.years[i]! < since ? Number.NaN : value));
  const riket = survey.valueAt(k, judgement.year, riketColumn);
  const potential = potentialInKronor(keyFigure, judgement.value, judgement.groupMedian, (kpi) => {
    const at = survey.kpiIndex(kpi);
    return at === undefined ? Number.NaN : survey.valueAt(at, judgement.year, target.column);
  });
  return {
    rank,
    kind: isDeviation(strongest) ? 'deviation' : 'strength',
    weight: keyFigure.weight,
    area: keyFigure.area,
    subArea: keyFigure.subArea ?? null,
    phenomenon: keyFigure.phenomenon,
    perspective: keyFigure.perspective,
    kpi: keyFigure.kpi,
    title: keyFigure.title,
    value: judgement.value,
    unit: keyFigure.unit,
    year: judgement.year,
    direction,
    side: judgement.gap > 0 ? 'above' : 'below',
    strength: strongest.strength,
    priority,
    parts: strongest.parts,
    percentile: judgement.percentile,
    rankAmongAll: 1 + (direction === 'low' ? judgement.below : judgement.above),
    nAmongAll: judgement.nAmongAll,
    comparison: {
      median: judgement.groupMedian,
      n: judgement.groupN,
      rank: rankInGroup(context, surveyed, judgement),
      difference: judgement.gap,
      relativeDifference: judgement.groupMedian === 0 ? null : judgement.gap / Math.abs(judgement.groupMedian),
    },
    riket: Number.isNaN(riket) ? null : riket,
    trend: summaryOf(trend(series.years, values)),
    relativeTrend: summaryOf(relativeDevelopment(series.years, values, series.comparisonMedian).trend),
    series,
    potential,
    potentialKr: potential.ok ? potential.kronor : null,
    flags: flagsOf(strongest, survey.year, survey.municipalities.length),
    alsoSeenIn: also.map(({ evaluation, because }) => seenIn(evaluation, because)),
  };
}

function summaryOf({ slope, word, n }: Trend): TrendSummary {
  return { slope, word, n };
}

function seenIn({ surveyed, judgement, strength }: Evaluation, because: SeenIn['because']): SeenIn {
  return {
    kpi: surveyed.keyFigure.kpi,
    title: surveyed.keyFigure.title,
    value: judgement.value,
    year: judgement.year,
    unit: surveyed.keyFigure.unit,
    strength,
    percentile: judgement.percentile,
    because,
  };
}

/** 1 = most desirable, oneself counted, ties share the better place. */
function rankInGroup(
  { survey, target }: FindingContext,
  { k, keyFigure, place }: SurveyedKeyFigure,
  judgement: Judgement,
): number {
  let better = 0;
  for (const column of target.groupAt(place).columns) {
    if (column === target.column) continue;
    const value = survey.valueAt(k, judgement.year, column);
    if (keyFigure.direction === 'low' ? value < judgement.value : value > judgement.value) better += 1;
  }
  return 1 + better;
}

/** A key figure near the comparison, for the sentence that says so. */
export function makeNearMiddle({ keyFigure }: SurveyedKeyFigure, judgement: Judgement): NearMiddle {
  return {
    area: keyFigure.area,
    subArea: keyFigure.subArea ?? null,
    phenomenon: keyFigure.phenomenon,
    kpi: keyFigure.kpi,
    title: keyFigure.title,
    perspective: keyFigure.perspective,
    value: judgement.value,
    unit: keyFigure.unit,
    year: judgement.year,
    percentile: judgement.percentile,
    comparisonMedian: judgement.groupMedian,
    relativeDifference: judgement.groupMedian === 0 ? null : judgement.gap / Math.abs(judgement.groupMedian),
  };
}
