import { MINIMUM_N } from '../compare.ts';
import { emptyJudgement, judge, type Verdict } from './judgement.ts';
import type { Survey, Target } from './survey.ts';

/** Per key figure of the survey the strength it can have at most; 0 where it does not stand out. */
export type Candidates = Float64Array;

/** What one round of judging a municipality gave. */
export interface Judged {
  readonly counts: { readonly [verdict in Verdict]: number };
  readonly candidates: Candidates;
  /** Positions of the key figures near the middle. */
  readonly nearMiddle: readonly number[];
}

const scratch = emptyJudgement();

/** Judges every key figure of one municipality. */
export function judgeEverything(survey: Survey, target: Target): Judged {
  const counts = {
    standsOut: 0,
    nearMiddle: 0,
    between: 0,
    noOwnValue: 0,
    tooFewReporting: 0,
    tooSmallGroup: 0,
    noDirection: 0,
  };
  const nearMiddle: number[] = [];
  const candidates = Float64Array.from(survey.keyFigures, (surveyed, position) => {
    const { verdict, atMost } = judge(survey, surveyed, target, scratch, 'rough');
    counts[verdict] += 1;
    if (verdict === 'nearMiddle') nearMiddle.push(position);
    return atMost;
  });
  return { counts, candidates, nearMiddle };
}

/**
 * Judges every key figure of every municipality, key figure by key figure, so that a block of values (kpi × year) is read by all
 * municipalities while it is near the processor. What plainly does not stand out is passed over without being judged.
 */
export function judgeEveryone(survey: Survey, targets: readonly Target[]): Candidates[] {
  const { values, units, years } = survey.figures;
  const candidates = targets.map(() => new Float64Array(survey.keyFigures.length));
  const yearIndex = survey.yearIndex(survey.year);
  survey.keyFigures.forEach((surveyed, position) => {
    if (surveyed.keyFigure.direction === null) return;
    const block = (surveyed.k * years.length + yearIndex) * units.length;
    const yardstick = yearIndex < 0 ? undefined : survey.yardsticks.at(surveyed.k, yearIndex);
    const isReported = yardstick !== undefined && yardstick.n - 1 >= MINIMUM_N.all;
    for (let t = 0; t < targets.length; t += 1) {
      const target = targets[t]!;
      const value = isReported && target.column >= 0 ? values[block + target.column]! : Number.NaN;
      const isInside = isReported && value >= yardstick.lowerQuartile && value <= yardstick.upperQuartile;
      // Inside the middle half only being outside the whole comparison group can make it stand out.
      if (isInside && isAmong(values, block, target.groupAt(surveyed.place).columns, target.column, value)) continue;
      candidates[t]![position] = judge(survey, surveyed, target, scratch, 'rough').atMost;
    }
  });
  return candidates;
}

/** Whether some member has at least, and some at most, the value. */
function isAmong(values: Float64Array, block: number, columns: Int32Array, own: number, value: number): boolean {
  let hasGreater = false;
  let hasSmaller = false;
  for (let c = 0; c < columns.length; c += 1) {
    const column = columns[c]!;
    if (column === own) continue;
    const other = values[block + column]!;
    if (other >= value) hasGreater = true;
    if (other <= value) hasSmaller = true;
    if (hasGreater && hasSmaller) return true;
  }
  return false;
}
