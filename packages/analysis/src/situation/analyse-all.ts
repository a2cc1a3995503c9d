import { positionsOf } from '../figure-table.ts';
import type { AllSituations, AllSituationsQuestion } from './all.ts';
import { RIKET } from './analyse-situation.ts';
import { findStrongest } from './find-strongest.ts';
import { judgeEveryone } from './judge-everyone.ts';
import type { Candidates } from './judge-everything.ts';
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
  const survey = surveyOf(figures, keyFigures, municipalities, year);
  const strengths = new Float64Array(municipalities.length * survey.keyFigures.length);
  const analyser = analyserOf(survey, question, strengths);
  analyser.judge(0, survey.keyFigures.length);
  return { year, municipalities: analyser.find(0, municipalities.length) };
}

/** Analyses a survey's municipalities in two steps, each a part at a time. */
export interface Analyser {
  /** Judges the key figures at the positions `from` up to `to` for every municipality. */
  judge(from: number, to: number): void;
  /** What stands out in the municipalities at the positions `from` up to `to`, when every key figure has been judged. */
  find(from: number, to: number): AllSituations['municipalities'];
}

/** `strengths` is where what is judged is kept between the steps: zeros, at least as many as the survey has municipalities × key figures. */
export function analyserOf(
  survey: Survey,
  question: Pick<AllSituationsQuestion, 'comparisonOf' | 'riket' | 'today' | 'publication' | 'maxFindings'>,
  strengths: Float64Array,
): Analyser {
  const keep = groupKeeper(survey);
  const targets = survey.municipalities.map((unit) => targetOf(survey, unit, question.comparisonOf(unit), keep));
  const { length } = survey.keyFigures;
  const candidates: readonly Candidates[] = targets.map((_, t) => strengths.subarray(t * length, (t + 1) * length));
  const isSame = sameOrder(survey);
  const riketColumn = positionsOf(survey.figures).unit.get(question.riket ?? RIKET) ?? -1;
  const most = question.maxFindings ?? MOST_FINDINGS_EACH;
  return {
    judge(from, to) {
      for (let position = from; position < to; position += 1) judgeEveryone(survey, targets, position, candidates);
    },
    find: (from, to) =>
      targets.slice(from, to).map((target, i) => ({
        unit: target.unit,
        findings: findStrongest(survey, target, candidates[from + i]!, most, question, isSame).map((phenomenon, rank) =>
          makeFinding(phenomenon, rank + 1, { survey, target, riketColumn }),
        ),
      })),
  };
}
