import type { NearMiddle } from './finding.ts';
import { emptyJudgement, judge } from './judgement.ts';
import { makeNearMiddle } from './make-finding.ts';
import type { Survey, Target } from './survey.ts';

/** Key figures of less weight explain; they do not deserve "ligger nära mitten". */
const LEAST_WEIGHT = 2;

/**
 * Phenomena near the middle: one key figure each (the weightiest, then the most central), none that is also a finding.
 * Key figures of structure and volume are conditions, not results, and are left out.
 */
export function nearMiddleOf(
  survey: Survey,
  target: Target,
  positions: readonly number[],
  found: ReadonlySet<string>,
): NearMiddle[] {
  const best = new Map<string, { weight: number; row: NearMiddle }>();
  for (const position of positions) {
    const surveyed = survey.keyFigures[position]!;
    const { keyFigure } = surveyed;
    if (keyFigure.weight < LEAST_WEIGHT || found.has(keyFigure.phenomenon) || keyFigure.phenomenon === '') continue;
    if (keyFigure.perspective !== 'resource' && keyFigure.perspective !== 'quality') continue;
    const row = makeNearMiddle(surveyed, judge(survey, surveyed, target, emptyJudgement()));
    const known = best.get(keyFigure.phenomenon);
    const made = { weight: keyFigure.weight, row };
    if (!known || moreCentral(made, known) < 0) best.set(keyFigure.phenomenon, made);
  }
  return [...best.values()].sort(moreCentral).map(({ row }) => row);
}

function moreCentral(a: { weight: number; row: NearMiddle }, b: { weight: number; row: NearMiddle }): number {
  return (
    b.weight - a.weight ||
    Math.abs(a.row.percentile - 50) - Math.abs(b.row.percentile - 50) ||
    (a.row.kpi < b.row.kpi ? -1 : 1)
  );
}
