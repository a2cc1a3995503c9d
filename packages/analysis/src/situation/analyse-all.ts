import { positionsOf } from '../figure-table.ts';
import type { AllSituations, AllSituationsQuestion } from './all.ts';
import { RIKET } from './analyse-situation.ts';
import { findStrongest } from './find-strongest.ts';
import { judgeEveryone } from './judge-everything.ts';
import { makeFinding } from './make-finding.ts';
import { sameOrder } from './same-order.ts';
import { groupKeeper, type Survey, surveyOf, targetOf } from './survey.ts';

/** Findings of each municipality unless asked for otherwise: fewer than for one, since 290 lists are read by their tops. */
export const MOST_FINDINGS_EACH = 15;

/**
 * What stands out in every municipality at once, by the same rule as `analyseSituation` and, for the same `maxFindings`, with the same result; yardsticks,
 * groups and the worth of a unit in kronor are shared, so that all 290 cost far less than 290 times one. On all cores: `@samband/analysis/parallel`.
 */
export function analyseAll(question: AllSituationsQuestion): AllSituations {
  const { figures, keyFigures, municipalities, year } = question;
  const analyse = analyserOf(surveyOf(figures, keyFigures, municipalities, year), question);
  return { year, municipalities: analyse(municipalities) };
}

/** Analyses some of a survey's municipalities at a time, with what they share made once. */
export function analyserOf(
  survey: Survey,
  question: Pick<AllSituationsQuestion, 'comparisonOf' | 'riket' | 'today' | 'publication' | 'maxFindings'>,
): (units: readonly string[]) => AllSituations['municipalities'] {
  const keep = groupKeeper(survey);
  const isSame = sameOrder(survey);
  const riketColumn = positionsOf(survey.figures).unit.get(question.riket ?? RIKET) ?? -1;
  const most = question.maxFindings ?? MOST_FINDINGS_EACH;
  return (units) => {
    const targets = units.map((unit) => targetOf(survey, unit, question.comparisonOf(unit), keep));
    const candidates = judgeEveryone(survey, targets);
    return targets.map((target, i) => ({
      unit: target.unit,
      findings: findStrongest(survey, target, candidates[i]!, most, question, isSame).map((phenomenon, rank) =>
        makeFinding(phenomenon, rank + 1, { survey, target, riketColumn }),
      ),
    }));
  };
}
