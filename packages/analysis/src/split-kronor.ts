/**
 * Whole kronor split by shares so that the parts always sum to the whole: each gets its share rounded down, and the kronor left over
 * go to those with the largest fractions, the first first (largest remainder, as Hamilton's method).
 *
 * @example splitKronor(100, [1, 1, 1]) // [34, 33, 33]
 */
export function splitKronor(kronor: number, shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  if (!Number.isSafeInteger(kronor) || kronor < 0)
    throw new RangeError(`splitKronor: whole kronor from 0, was ${kronor}`);
  if (!(whole > 0 && whole < Number.POSITIVE_INFINITY) || shares.some((share) => share < 0)) {
    throw new RangeError(`splitKronor: shares must be 0 or more and not all 0, were ${shares.join(' ')}`);
  }
  const exact = shares.map((share) => kronor * (share / whole));
  const parts = exact.map(Math.floor);
  const left = kronor - parts.reduce((sum, part) => sum + part, 0);
  const byFraction = shares
    .map((_, i) => i)
    .filter((i) => shares[i]! > 0)
    .sort((a, b) => exact[b]! - parts[b]! - (exact[a]! - parts[a]!) || a - b);
  for (let k = 0; k < left; k += 1) parts[byFraction[k % byFraction.length]!]! += 1;
  return parts;
}
