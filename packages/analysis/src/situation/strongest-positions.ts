import type { Candidates } from './judge-everything.ts';

const BINS = 256;

export interface StrongestPositions {
  /** Strongest first, then by position. */
  readonly positions: readonly number[];
  /** True when no candidate is left. */
  readonly isAll: boolean;
}

/**
 * Positions of at least `count` strongest candidates (all, if there are fewer). Counting into bins first means that only those
 * near the top are sorted, not thousands.
 */
export function strongestPositions(candidates: Candidates, count: number): StrongestPositions {
  const bins = new Int32Array(BINS);
  // Those that do not stand out (0) are counted too, in the lowest bin, which is taken whole or not at all: no branch to guess wrong.
  for (let position = 0; position < candidates.length; position += 1) bins[binOf(candidates[position]!)]! += 1;
  let lowest = BINS;
  let taken = 0;
  while (lowest > 0 && taken < count) taken += bins[--lowest]!;
  const least = lowest / BINS;
  const positions: number[] = [];
  for (let position = 0; position < candidates.length; position += 1) {
    const atMost = candidates[position]!;
    if (atMost >= least && atMost > 0) positions.push(position);
  }
  positions.sort((a, b) => candidates[b]! - candidates[a]! || a - b);
  return { positions, isAll: lowest === 0 };
}

function binOf(strength: number): number {
  return Math.min(BINS - 1, Math.floor(strength * BINS));
}
