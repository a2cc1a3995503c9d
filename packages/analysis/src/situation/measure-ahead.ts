import { SERIES_YEARS } from './evaluation.ts';
import { OLDEST_YEARS_BACK } from './judgement.ts';
import type { Survey } from './survey.ts';

/**
 * Makes every yardstick that an analysis may read of the key figures at the positions `from` up to `to`: sorted for the years that may be judged,
 * measured for the years that a series may reach back to.
 */
export function measureAhead(survey: Survey, from: number, to: number): void {
  for (let position = from; position < to; position += 1) {
    const { k } = survey.keyFigures[position]!;
    for (let back = 0; back < SERIES_YEARS + OLDEST_YEARS_BACK; back += 1) {
      const slot = survey.slotAt(k, survey.year - back);
      if (slot < 0) continue;
      if (back <= OLDEST_YEARS_BACK) survey.yardsticks.sorted(slot);
      else survey.yardsticks.make(slot);
    }
  }
}
