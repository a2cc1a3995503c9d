import type { Survey } from './survey.ts';
import type { Yardsticks } from './yardsticks.ts';

/** Two unmapped key figures whose correlation over the municipalities reaches this tell of one phenomenon. */
export const SAME_PHENOMENON = 0.9;

/** Robust standard deviations beyond which a municipality counts no more, so that one extreme cannot make a likeness. */
const CLIP = 3;

/** Room for rounding where a likeness is ruled out before all of it is added. */
const ROUNDING = 1e-9;

/** A block of values, centred and of length 1, so that a correlation is one sum of products. */
interface Standardised {
  readonly z: Float64Array;
  /** Length of what comes after the first quarter. */
  readonly restLength: number;
}

/** Standardised blocks are kept with the yardsticks they are made from. */
const remembered = new WeakMap<Yardsticks, (Standardised | undefined)[]>();

export type SameOrder = (k: number, year: number, otherK: number, otherYear: number) => boolean;

/**
 * Whether two key figures order the municipalities almost alike (or almost opposite): correlation of their standardised values,
 * cut at ± 3. A municipality that lacks either counts as average in it, which lowers the correlation: when in doubt, two.
 */
export function sameOrder(survey: Survey): SameOrder {
  const blocks = remembered.get(survey.yardsticks) ?? new Array<Standardised | undefined>(survey.yardsticks.n.length);
  remembered.set(survey.yardsticks, blocks);
  const block = (slot: number): Standardised => (blocks[slot] ??= standardised(survey, slot));
  return (k, year, otherK, otherYear) =>
    areAlike(block(survey.slotAt(k, year)), block(survey.slotAt(otherK, otherYear)));
}

/** Most pairs are plainly unlike after a quarter: the rest can add no more than the product of its lengths (Cauchy–Schwarz). */
function areAlike(a: Standardised, b: Standardised): boolean {
  const quarter = firstQuarter(a.z);
  let product = 0;
  for (let i = 0; i < quarter; i += 1) product += a.z[i]! * b.z[i]!;
  if (Math.abs(product) + a.restLength * b.restLength < SAME_PHENOMENON - ROUNDING) return false;
  for (let i = quarter; i < a.z.length; i += 1) product += a.z[i]! * b.z[i]!;
  return Math.abs(product) >= SAME_PHENOMENON;
}

function firstQuarter(z: Float64Array): number {
  return Math.floor(z.length / 4);
}

function standardised({ yardsticks, figures }: Survey, slot: number): Standardised {
  yardsticks.make(slot);
  const { columns } = yardsticks;
  const block = slot * figures.units.length;
  const middle = (yardsticks.lowerQuartile[slot]! + yardsticks.upperQuartile[slot]!) / 2;
  const scale = yardsticks.scale[slot]!;
  const z = new Float64Array(columns.length);
  let sum = 0;
  let n = 0;
  for (let i = 0; i < z.length; i += 1) {
    const value = columns[i]! < 0 ? Number.NaN : figures.values[block + columns[i]!]!;
    z[i] = Math.min(Math.max((value - middle) / scale, -CLIP), CLIP);
    if (Number.isNaN(z[i]!)) continue;
    sum += z[i]!;
    n += 1;
  }
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < z.length; i += 1) {
    z[i] = Number.isNaN(z[i]!) ? 0 : z[i]! - mean;
    squares += z[i]! ** 2;
  }
  const length = Math.sqrt(squares);
  let rest = 0;
  for (let i = 0; i < z.length; i += 1) {
    z[i] = length > 0 ? z[i]! / length : 0;
    if (i >= firstQuarter(z)) rest += z[i]! ** 2;
  }
  return { z, restLength: Math.sqrt(rest) };
}
