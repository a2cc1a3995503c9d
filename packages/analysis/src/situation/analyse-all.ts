import { positionsOf } from '../figure-table.ts';
import type { AllSituations, AllSituationsQuestion } from './all.ts';
import { MOST_FINDINGS, RIKET } from './analyse-situation.ts';
import { findStrongest, judgeEverything } from './find-strongest.ts';
import { makeFinding } from './make-finding.ts';
import { sameOrder } from './same-order.ts';
import { groupKeeper, surveyOf, targetOf } from './survey.ts';

/**
 * What stands out in every municipality at once, by the same rule as `analyseSituation` and with the same result; yardsticks,
 * groups and the worth of a unit in kronor are shared, so that all 290 cost far less than 290 times one.
 */
export function analyseAll(question: AllSituationsQuestion): AllSituations {
  const { figures, keyFigures, municipalities, year } = question;
  const survey = surveyOf(figures, keyFigures, municipalities, year);
  const keep = groupKeeper(survey);
  const isSame = sameOrder(survey);
  const riketColumn = positionsOf(figures).unit.get(question.riket ?? RIKET) ?? -1;
  const most = question.maxFindings ?? MOST_FINDINGS;
  return {
    year,
    municipalities: municipalities.map((unit) => {
      const comparison = question.comparisonOf(unit);
      const target = targetOf(survey, unit, comparison, keep);
      const { candidates } = judgeEverything(survey, target, comparison.kind);
      const phenomena = findStrongest(survey, target, comparison.kind, candidates, most, question, isSame);
      return {
        unit,
        findings: phenomena.map((phenomenon, i) =>
          makeFinding(phenomenon, i + 1, { survey, target, riketColumn }),
        ),
      };
    }),
  };
}
