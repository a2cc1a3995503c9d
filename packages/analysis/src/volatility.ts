import { medianAbsoluteDeviation } from './median.ts';
import type { TheilSen } from './theil-sen.ts';

/** Above this share of the spread between municipalities, year-to-year noise makes a single year unsafe. */
export const VOLATILE_SHARE = 0.5;

/** Fewest persons (users, pupils, inhabitants of the age) behind a figure before it is called small. */
export const SMALL_NUMBER = 100;

/**
 * Volatility (ostadighet): how much a series jumps round its own Theil–Sen line, as the scaled median absolute deviation of
 * the residuals, in the unit of the figure. `NaN` with fewer than four values: then nothing can be said.
 *
 * Judge it against the spread *between* municipalities in the same year: a noise of half that spread (`VOLATILE_SHARE`) can
 * move a municipality across a quartile by itself.
 *
 * @example volatility([2016, 2017, 2018, 2019], [10, 10, 10, 30], theilSen(…)) // 0: three of four lie on the line
 */
export function volatility(years: ArrayLike<number>, values: ArrayLike<number>, line: TheilSen): number {
  if (line.n < 4 || line.slope === null || line.intercept === null) return Number.NaN;
  const residuals = Float64Array.from(
    { length: years.length },
    (_, i) => values[i]! - line.intercept! - line.slope! * (years[i]! - line.fromYear!),
  );
  return medianAbsoluteDeviation(residuals);
}

/** Whether a figure rests on so few persons that chance may decide it; unknown volume (`NaN`) is not small. */
export function isSmallNumber(volume: number): boolean {
  return volume < SMALL_NUMBER;
}
