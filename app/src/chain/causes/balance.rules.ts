import type { Stance } from './evidence.rules.ts';

export interface Weighed {
  readonly stance: Stance | null;
  readonly strength: number | null;
}

export type Balance = 'none' | 'unjudged' | 'supports' | 'contradicts' | 'mixed';

export interface Weighing {
  readonly balance: Balance;
  readonly supports: number;
  readonly contradicts: number;
  /** How many that nobody has said the strength of. */
  readonly unjudged: number;
}

/**
 * What the evidence says together. Strengths are counted 1, 2 and 3, and 1 where nobody has said; one side prevails when it weighs at
 * least twice as much as the other. It describes, and does not decide: a person judges.
 */
export function weigh(evidence: readonly Weighed[]): Weighing {
  const side = (stance: Stance) => evidence.filter((one) => one.stance === stance);
  const weight = (rows: readonly Weighed[]) => rows.reduce((sum, { strength }) => sum + (strength ?? 1), 0);
  const [supports, contradicts] = [side('supports'), side('contradicts')];
  const [for_, against] = [weight(supports), weight(contradicts)];
  const unjudged = evidence.filter(({ strength }) => strength === null).length;
  const counts = { supports: supports.length, contradicts: contradicts.length, unjudged };
  if (evidence.length === 0) return { balance: 'none', ...counts };
  if (unjudged === evidence.length) return { balance: 'unjudged', ...counts };
  if (for_ >= 2 * against) return { balance: 'supports', ...counts };
  return { balance: against >= 2 * for_ ? 'contradicts' : 'mixed', ...counts };
}
