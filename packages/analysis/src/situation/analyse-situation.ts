import { positionsOf } from '../figure-table.ts';
import { fourFields } from '../four-fields.ts';
import { findStrongest } from './find-strongest.ts';
import { areaIndicesOf, indexRows } from './index-rows.ts';
import { judgeEverything } from './judge-everything.ts';
import { composeLead } from './lead.ts';
import { makeFinding } from './make-finding.ts';
import { nearMiddleOf } from './near-middle.ts';
import { sameOrder } from './same-order.ts';
import type { SituationAnalysis, SituationQuestion } from './situation-analysis.ts';
import { groupKeeper, surveyOf, targetOf } from './survey.ts';

export const RIKET = '0000';
export const MOST_FINDINGS = 30;

/**
 * Situation analysis (nulägesanalys) of one municipality: its indices, what stands out, what lies near the middle, four fields per
 * area, and what the page says first. The method is docs/methods/ranking.md; nothing in it knows which municipality asks.
 *
 * An unknown unit or a year far from the data gives an analysis without findings, with `coverage` saying why; the caller decides
 * what sentence that deserves.
 *
 * @example analyseSituation({ figures, keyFigures, municipalities, unit: '1814', year: 2020, comparison }).findings[0]?.title
 */
export function analyseSituation(question: SituationQuestion): SituationAnalysis {
  const { figures, keyFigures, municipalities, unit, year, comparison } = question;
  const survey = surveyOf(figures, keyFigures, municipalities, year);
  const target = targetOf(survey, unit, comparison, groupKeeper(survey));
  const { counts, candidates, nearMiddle: near } = judgeEverything(survey, target);
  const most = question.maxFindings ?? MOST_FINDINGS;
  const phenomena = findStrongest(survey, target, candidates, most, question, sameOrder(survey));
  const riketColumn = positionsOf(figures).unit.get(question.riket ?? RIKET) ?? -1;
  const findings = phenomena.map((phenomenon, i) => makeFinding(phenomenon, i + 1, { survey, target, riketColumn }));
  // Every phenomenon that stands out, listed or not, is not near the middle.
  const standsOut = new Set(
    survey.keyFigures.filter((_, position) => candidates[position]! > 0).map(({ keyFigure }) => keyFigure.phenomenon),
  );
  const nearMiddle = nearMiddleOf(survey, target, near, standsOut);
  const indices = areaIndicesOf(figures, municipalities, year);
  return {
    unit,
    year,
    comparison: comparison.kind,
    indices: indexRows(indices, municipalities, unit, comparison),
    findings,
    nearMiddle,
    fourFields: indices.map((index) =>
      fourFields({
        area: index.area,
        year,
        municipalities,
        resource: index.published.resource,
        quality: index.published.quality,
        unit,
        similar: comparison.kind === 'all' ? [] : comparison.unitsFor(index.area, null),
      }),
    ),
    lead: composeLead(findings, nearMiddle),
    coverage: {
      judged: counts.standsOut + counts.nearMiddle + counts.between,
      noOwnValue: counts.noOwnValue,
      tooFewReporting: counts.tooFewReporting,
      tooSmallGroup: counts.tooSmallGroup,
      noDirection: counts.noDirection,
      notInTable: survey.notInTable,
    },
  };
}
