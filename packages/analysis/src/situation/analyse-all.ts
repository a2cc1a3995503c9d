import { positionsOf } from '../figure-table.ts';
import type { AllSituations, AllSituationsQuestion } from './all.ts';
import { RIKET } from './analyse-situation.ts';
import { findStrongest } from './find-strongest.ts';
import { judgeEveryone } from './judge-everything.ts';
import { makeFinding } from './make-finding.ts';
import { sameOrder } from './same-order.ts';
import { groupKeeper, surveyOf, targetOf } from './survey.ts';

/** Findings of each municipality unless asked for otherwise: fewer than for one, since 290 lists are read by their tops. */
export const MOST_FINDINGS_EACH = 15;

/**
 * What stands out in every municipality at once, by the same rule as `analyseSituation` and, for the same `maxFindings`, with the same result; yardsticks,
 * groups and the worth of a unit in kronor are shared, so that all 290 cost far less than 290 times one.
 */
export function analyseAll(question: AllSituationsQuestion): AllSituations {
  const { figures, keyFigures, municipalities, year } = question;
  const survey = surveyOf(figures, keyFigures, municipalities, year);
  const keep = groupKeeper(survey);
  const isSame = sameOrder(survey);
  const riketColumn = positionsOf(figures).unit.get(question.riket ?? RIKET) ?? -1;
  const most = question.maxFindings ?? MOST_FINDINGS_EACH;
  const targets = municipalities.map((unit) => targetOf(survey, unit, question.comparisonOf(unit), keep));
  const candidates = judgeEveryone(survey, targets);
  return {
    year,
    municipalities: targets.map((target, i) => ({
      unit: target.unit,
      findings: findStrongest(survey, target, candidates[i]!, most, question, isSame).map((phenomenon, rank) =>
        makeFinding(phenomenon, rank + 1, { survey, target, riketColumn }),
      ),
    })),
  };
}
