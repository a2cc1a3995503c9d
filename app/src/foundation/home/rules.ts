import type { FirstStep, MineItem, WheelContribution } from './parts.ts';

/** What is new first, then what is late, then by day; what has no day comes last. Two slices may tell of the same thing: once is enough. */
export function inOrder(items: readonly MineItem[]): readonly MineItem[] {
  const key = ({ due, news }: MineItem) => (news === true ? '0' : (due ?? '9999'));
  const same = (a: MineItem, b: MineItem) => a.href === b.href && a.due === b.due;
  const once = items.filter((one, index) => items.findIndex((item) => same(item, one)) === index);
  return once.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

export function daysLate(due: string | undefined, day: string): number {
  if (due === undefined || due >= day) return 0;
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${due}T00:00:00Z`)) / 86_400_000);
}

export type Lead =
  | { readonly kind: 'firstSteps'; readonly left: number }
  | { readonly kind: 'late'; readonly late: number; readonly waiting: number }
  | { readonly kind: 'waiting'; readonly waiting: number }
  | { readonly kind: 'calm' };

/** What matters most is said first: what must be done before anything can be seen, what is late, what waits. */
export function leadOf(steps: readonly FirstStep[], mine: readonly MineItem[], day: string): Lead {
  const left = steps.filter(({ done }) => !done).length;
  if (left > 0) return { kind: 'firstSteps', left };
  const late = mine.filter(({ due }) => daysLate(due, day) > 0).length;
  if (late > 0) return { kind: 'late', late, waiting: mine.length };
  return mine.length > 0 ? { kind: 'waiting', waiting: mine.length } : { kind: 'calm' };
}

/** One entry a segment: counts of several slices stand after each other, the first address is the one that is followed. */
export function wheelEntries(contributions: readonly WheelContribution[]) {
  const bySegment = Object.groupBy(contributions, ({ segment }) => segment);
  const entries = Object.fromEntries(
    Object.entries(bySegment).map(([segment, of]) => {
      const counts = of.flatMap(({ count }) => (count === undefined ? [] : [count]));
      return [
        segment,
        {
          href: of.find(({ href }) => href !== undefined)?.href,
          count: counts.length === 0 ? undefined : counts.join(', '),
        },
      ];
    }),
  );
  return { entries, current: contributions.findLast(({ current }) => current === true)?.segment };
}
