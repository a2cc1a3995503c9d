import type { FrozenFigure } from '../situation/index.ts';
import { type Ground, grounds } from './candidate.rules.ts';

export type Weights = Readonly<Record<Ground, number>>;
export type Scores = Readonly<Record<Ground, number | null>>;

/** Until the municipality has said otherwise all grounds count the same. */
export const evenWeights: Weights = {
  deviation: 1,
  duration: 1,
  certainty: 1,
  stake: 1,
  influence: 1,
  risk: 1,
};

export interface Score {
  /** 0–100 of what the judged grounds could give; undefined when none that counts is judged. */
  readonly points: number | undefined;
  /** How many of the grounds that count are judged. */
  readonly judged: number;
  readonly of: number;
}

/**
 * The weighted mean of the judged grounds, where 1 gives 0 and 5 gives 100. What is not judged neither helps nor harms, and is told beside the score.
 *
 * @example with even weights 5, 5, 3, 3 and two not judged give 75 points, 4 of 6 judged
 */
export function scoreOf(scores: Scores, weights: Weights): Score {
  const counting = grounds.filter((ground) => weights[ground] > 0);
  const judged = counting.filter((ground) => scores[ground] !== null);
  const weight = judged.reduce((sum, ground) => sum + weights[ground], 0);
  const sum = judged.reduce((total, ground) => total + weights[ground] * ((scores[ground]! - 1) / 4), 0);
  return { points: weight === 0 ? undefined : (100 * sum) / weight, judged: judged.length, of: counting.length };
}

/** Highest score first, then most kronor; without a score last. */
export function ranked<C extends { readonly score: Score; readonly kronor: number | null; readonly title: string }>(
  candidates: readonly C[],
): readonly C[] {
  return candidates.toSorted(
    (a, b) =>
      (b.score.points ?? -1) - (a.score.points ?? -1) ||
      (b.kronor ?? 0) - (a.kronor ?? 0) ||
      a.title.localeCompare(b.title, 'sv'),
  );
}

/**
 * What the figures themselves say of the first four grounds: the parts of the strength that the situation analysis ranks by (docs/methods/ranking.md), 0–1, laid on
 * 1–5. The strongest of the figures decides. What can be influenced, and what is risked, only people know.
 */
export function suggestedScores(figures: readonly FrozenFigure[]): Partial<Record<Ground, number>> & {
  readonly kronor: number | null;
} {
  const parts = figures.flatMap((figure) => (figure.parts ? [figure.parts] : []));
  const step = (values: readonly (number | null)[]) => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? undefined : 1 + Math.round(4 * Math.max(...known));
  };
  const suggested = {
    deviation: step(parts.map(({ howFar }) => howFar)),
    duration: step(parts.map(({ howLong }) => howLong)),
    certainty: step(parts.map(({ howSure }) => howSure)),
    stake: step(parts.map(({ howMuchMoney }) => howMuchMoney)),
  };
  // Two figures of one phenomenon would count the same kronor twice.
  const kronor = figures.map(({ potentialKr }) => Math.abs(potentialKr ?? 0));
  const most = Math.max(0, ...kronor);
  return {
    ...(Object.fromEntries(Object.entries(suggested).filter(([, value]) => value !== undefined)) as Partial<
      Record<Ground, number>
    >),
    kronor: most === 0 ? null : Math.round(most),
  };
}
