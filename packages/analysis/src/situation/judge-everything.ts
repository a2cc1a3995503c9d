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
