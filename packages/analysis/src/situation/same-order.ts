import type { Survey } from './survey.ts';
import type { Yardsticks } from './yardsticks.ts';

/** Two unmapped key figures whose correlation over the municipalities reaches this tell of one phenomenon. */
export const SAME_PHENOMENON = 0.9;

/** Robust standard deviations beyond which a municipality counts no more, so that one extreme cannot make a likeness. */
const CLIP = 3;

/** Standardised blocks are kept with the yardsticks they are made from. */
const remembered = new WeakMap<Yardsticks, Map<number, Float64Array>>();

export type SameOrder = (k: number, year: number, otherK: number, otherYear: number) => boolean;

/**
 * Whether two key figures order the municipalities almost alike (or almost opposite): correlation of their standardised values,
 * cut at ± 3. A municipality that lacks either counts as average in it, which lowers the correlation: when in doubt, two.
 */
export function sameOrder(survey: Survey): SameOrder {
  const blocks = remembered.get(survey.yardsticks) ?? new Map<number, Float64Array>();
  remembered.set(survey.yardsticks, blocks);
  const block = (k: number, year: number): Float64Array => {
    const key = k * survey.figures.years.length + survey.yearIndex(year);
    let made = blocks.get(key);
    if (!made) {
      made = standardised(survey, k, year);
      blocks.set(key, made);
    }
    return made;
  };
  return (k, year, otherK, otherYear) => {
    const a = block(k, year);
    const b = block(otherK, otherYear);
    let product = 0;
    for (let i = 0; i < a.length; i += 1) product += a[i]! * b[i]!;
    return Math.abs(product) >= SAME_PHENOMENON;
  };
}

/** Standardised, clipped, centred and of length 1, so that a correlation is one sum of products. */
function standardised(survey: Survey, k: number, year: number): Float64Array {
  const yardstick = survey.yardsticks.at(k, survey.yearIndex(year));
  const middle = (yardstick.lowerQuartile + yardstick.upperQuartile) / 2;
  const z = Float64Array.from(survey.yardsticks.columns, (column) => {
    const value = survey.valueAt(k, year, column);
    return Math.min(Math.max((value - middle) / yardstick.scale, -CLIP), CLIP);
  });
  let sum = 0;
  let n = 0;
  for (const value of z) {
    if (Number.isNaN(value)) continue;
    sum += value;
    n += 1;
  }
  let squares = 0;
  for (let i = 0; i < z.length; i += 1) {
    z[i] = Number.isNaN(z[i]!) ? 0 : z[i]! - sum / n;
    squares += z[i]! ** 2;
  }
  const length = Math.sqrt(squares);
  return length > 0 ? z.map((value) => value / length) : z.fill(0);
}
