import { MAD_CONSISTENCY } from './median.ts';

/** Above this share of the spread between municipalities, year-to-year noise makes a single year unsafe. */
export const VOLATILE_SHARE = 0.5;

/** Fewest persons (users, pupils, inhabitants of the age) behind a figure before it is called small. */
export const SMALL_NUMBER = 100;

/** Var(x₁ − 2x₂ + x₃) = 6 Var(x) for independent years. */
const SECOND_DIFFERENCE = Math.sqrt(6);

/**
 * Volatility (ostadighet): how much a series jumps from year to year beside its steady movement, as a standard deviation in the
 * unit of the figure: 1.4826 · median |x₁ − 2x₂ + x₃| / √6 over neighbouring triples. Second differences take away any steady
 * trend, and show a see-saw that a median of first differences would miss; the median keeps one strange year from deciding.
 * After von Neumann et al. (1941), "The mean square successive difference", made robust.
 *
 * Missing values are passed over: neighbours are those that exist. `NaN` with fewer than four values.
 * Judge it against the spread *between* municipalities in the same year: a noise of half that spread (`VOLATILE_SHARE`) can
 * move a municipality across a quartile by itself.
 *
 * @example volatility([10, 12, 14, 16]) // 0: a steady rise is not noise
 * @example volatility([10, 14, 10, 14, 10]) // 1.4826 · 8 / √6 = 4.84
 */
export function volatility(values: ArrayLike<number>): number {
  const jumps: number[] = [];
  let first = Number.NaN;
  let second = Number.NaN;
  for (let i = 0; i < values.length; i += 1) {
    const third = values[i]!;
    if (Number.isNaN(third)) continue;
    if (!Number.isNaN(first)) insertInOrder(jumps, Math.abs(first - 2 * second + third));
    first = second;
    second = third;
  }
  return jumps.length < 2 ? Number.NaN : (MAD_CONSISTENCY * middleOf(jumps)) / SECOND_DIFFERENCE;
}

/** Series are short: an insertion costs less than a sort. */
function insertInOrder(sorted: number[], value: number): void {
  let at = sorted.length;
  sorted.push(value);
  while (at > 0 && sorted[at - 1]! > value) {
    sorted[at] = sorted[at - 1]!;
    at -= 1;
  }
  sorted[at] = value;
}

function middleOf(sorted: readonly number[]): number {
  const n = sorted.length;
  return (sorted[(n - 1) >> 1]! + sorted[n >> 1]!) / 2;
}

/** Whether a figure rests on so few persons that chance may decide it; unknown volume (`NaN`) is not small. */
export function isSmallNumber(volume: number): boolean {
  return volume < SMALL_NUMBER;
}
