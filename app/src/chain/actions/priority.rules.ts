/** Where a proposal stands in the order, and what speaks for it. */
export interface Ranked {
  readonly id: string;
  readonly title: string;
  /** 1 to 5; null is not judged. */
  readonly effort: number | null;
  readonly effect: number | null;
  /** Somebody's own place, which goes before what effect and effort say. */
  readonly place: number | null;
}

/**
 * Those with a place of their own first, in its order; then by effect less effort, larger effect first among equals; those that nobody has judged
 * last. Equal in all this, they stand by title and then id, so that the order is the same for everybody.
 */
export function rankProposals<R extends Ranked>(rows: readonly R[]): readonly R[] {
  return rows.toSorted(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      gainOf(b) - gainOf(a) ||
      (b.effect ?? 0) - (a.effect ?? 0) ||
      a.title.localeCompare(b.title, 'sv') ||
      (a.id < b.id ? -1 : 1),
  );
}

function placeOf({ place }: Ranked): number {
  return place ?? Number.MAX_SAFE_INTEGER;
}

/** Between −4 and 4; what is not judged comes after everything that is. */
function gainOf({ effort, effect }: Ranked): number {
  return effort === null || effect === null ? -10 : effect - effort;
}

export function isJudged({ effort, effect }: Pick<Ranked, 'effort' | 'effect'>): boolean {
  return effort !== null && effect !== null;
}

export type Quadrant = 'doFirst' | 'plan' | 'easy' | 'leave';

/** Which corner of the matrix: the middle of a scale is neither large nor small, and stands with the more cautious corner. */
export function quadrantOf(effort: number, effect: number): Quadrant {
  const [large, small] = [effect > 3, effort < 3];
  if (large) return small ? 'doFirst' : 'plan';
  return small ? 'easy' : 'leave';
}

/** What the form says of one proposal, as it was typed. */
export interface PriorityInput {
  readonly id: string;
  /** Of the proposal that the form was opened with. */
  readonly version: number;
  readonly effort: string;
  readonly effect: string;
  readonly place: string;
  readonly priorityReason: string;
}

export interface Priority {
  readonly effort: number | null;
  readonly effect: number | null;
  readonly place: number | null;
  readonly priorityReason: string;
}

export interface PriorityFault {
  readonly id: string;
  readonly field: keyof Priority;
  readonly reason: 'notAStep' | 'notAPlace' | 'tooLong';
}

export const mostPlace = 10_000;
const mostReason = 5000;

export function readPriority(
  input: PriorityInput,
):
  | { readonly ok: true; readonly priority: Priority }
  | { readonly ok: false; readonly faults: readonly PriorityFault[] } {
  const faults: PriorityFault[] = [];
  const read = (field: 'effort' | 'effect' | 'place', most: number, reason: PriorityFault['reason']) => {
    const text = input[field].trim();
    if (text === '') return null;
    const value = Number(text);
    if (Number.isInteger(value) && value >= 1 && value <= most) return value;
    faults.push({ id: input.id, field, reason });
    return null;
  };
  const effort = read('effort', 5, 'notAStep');
  const effect = read('effect', 5, 'notAStep');
  const place = read('place', mostPlace, 'notAPlace');
  const priorityReason = input.priorityReason.trim();
  if (priorityReason.length > mostReason) faults.push({ id: input.id, field: 'priorityReason', reason: 'tooLong' });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, priority: { effort, effect, place, priorityReason } };
}

export function samePriority(a: Priority, b: Priority): boolean {
  return a.effort === b.effort && a.effect === b.effect && a.place === b.place && a.priorityReason === b.priorityReason;
}
