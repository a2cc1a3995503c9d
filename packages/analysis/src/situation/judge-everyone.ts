import type { Candidates } from './judge-everything.ts';
import { emptyJudgement, isReported, judgeAt, OLDEST_YEARS_BACK } from './judgement.ts';
import type { Survey, Target } from './survey.ts';

const scratch = emptyJudgement();

/**
 * Judges a key figure for every municipality, so that a block of values (kpi × year) is read by all of them while it is near the processor. What plainly
 * does not stand out is passed over without being judged. `candidates` holds a row per target, with 0 at the position.
 */
export function judgeEveryone(
  survey: Survey,
  targets: readonly Target[],
  position: number,
  candidates: readonly Candidates[],
): void {
  const surveyed = survey.keyFigures[position]!;
  if (surveyed.keyFigure.direction === null) return;
  const { yardsticks, figures } = survey;
  const { values, units } = figures;
  const recent = recentBlocks(survey, surveyed.k);
  for (let t = 0; t < targets.length; t += 1) {
    const target = targets[t]!;
    if (target.column < 0) continue;
    for (let b = 0; b < recent.length; b += 1) {
      const { slot, year } = recent[b]!;
      const block = slot * units.length;
      const value = values[block + target.column]!;
      if (Number.isNaN(value)) continue;
      const lower = yardsticks.lowerQuartile[slot]!;
      const upper = yardsticks.upperQuartile[slot]!;
      const { columns } = target.groupAt(surveyed.place);
      if (mayStandOut(values, block, columns, target.column, value, lower, upper)) {
        scratch.year = year;
        scratch.value = value;
        candidates[t]![position] = judgeAt(slot, survey, surveyed, target, scratch, 'rough').atMost;
      }
      break;
    }
  }
}

/** The blocks of the years that may be used, latest first, in which enough have reported. */
function recentBlocks(survey: Survey, k: number): { slot: number; year: number }[] {
  return Array.from({ length: OLDEST_YEARS_BACK + 1 }, (_, back) => survey.year - back)
    .map((year) => ({ slot: survey.slotAt(k, year), year }))
    .filter(({ slot }) => slot >= 0 && isReported(survey, slot));
}

/** Members that are all looked at, rather than until it is known: to count a few costs less than to guess wrong. */
const FEW = 16;

/** Whether a value lies outside the middle half on the same side as against the group, or outside the whole group. */
function mayStandOut(
  values: Float64Array,
  block: number,
  columns: Int32Array,
  own: number,
  value: number,
  lower: number,
  upper: number,
): boolean {
  if (columns.length > FEW) return value < lower || value > upper || !isAmong(values, block, columns, own, value);
  let n = 0;
  let below = 0;
  let above = 0;
  for (let c = 0; c < columns.length; c += 1) {
    const column = columns[c]!;
    const other = values[block + column]!;
    n += Number(column !== own) & Number(!Number.isNaN(other));
    below += Number(other < value);
    above += Number(other > value);
  }
  return below === n || above === n || (value > upper && 2 * below >= n) || (value < lower && 2 * above >= n);
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
