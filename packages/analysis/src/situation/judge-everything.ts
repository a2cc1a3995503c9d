import { emptyJudgement, isReported, judge, judgeAt, OLDEST_YEARS_BACK, type Verdict } from './judgement.ts';
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
  const { yardsticks, figures } = survey;
  const { values, units } = figures;
  const candidates = targets.map(() => new Float64Array(survey.keyFigures.length));
  survey.keyFigures.forEach((surveyed, position) => {
    if (surveyed.keyFigure.direction === null) return;
    const recent = recentBlocks(survey, surveyed.k);
    for (let t = 0; t < targets.length; t += 1) {
      const target = targets[t]!;
      if (target.column < 0) continue;
      for (let b = 0; b < recent.length; b += 1) {
        const { slot, year } = recent[b]!;
        const block = slot * units.length;
        const value = values[block + target.column]!;
        if (Number.isNaN(value)) continue;
        const isInside = value >= yardsticks.lowerQuartile[slot]! && value <= yardsticks.upperQuartile[slot]!;
        // Inside the middle half only being outside the whole comparison group can make it stand out.
        if (!(isInside && isAmong(values, block, target.groupAt(surveyed.place).columns, target.column, value))) {
          scratch.year = year;
          scratch.value = value;
          candidates[t]![position] = judgeAt(slot, survey, surveyed, target, scratch, 'rough').atMost;
        }
        break;
      }
    }
  });
  return candidates;
}

/** The blocks of the years that may be used, latest first, in which enough have reported. */
function recentBlocks(survey: Survey, k: number): { slot: number; year: number }[] {
  return Array.from({ length: OLDEST_YEARS_BACK + 1 }, (_, back) => survey.year - back)
    .map((year) => ({ slot: survey.slotAt(k, year), year }))
    .filter(({ slot }) => slot >= 0 && isReported(survey, slot));
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
