import type { Language } from '../texts/index.ts';

/** How far ahead people are reminded. */
export const daysAhead = 14;

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The ISO week with its own year, 2026-W09: the week belongs to the year of its Thursday. */
export function isoWeek(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const thursday = dayAfter(day, 3 - weekday);
  const week = Math.floor((Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / 604_800_000) + 1;
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}

/** When a municipality's digest goes out, in Swedish time. Monday is 1 and Sunday 7. */
export interface DigestTime {
  readonly weekday: number;
  readonly hour: number;
}

/** Is this its hour? `at` is Swedish time as people read it: 2026-03-02 07:00. */
export function isDigestHour(at: string, { weekday, hour }: DigestTime): boolean {
  const [day = '', time = ''] = at.split(' ');
  return (new Date(`${day}T00:00:00Z`).getUTCDay() || 7) === weekday && Number(time.slice(0, 2)) === hour;
}

/** Something that somebody should do by a day: the row of a register, or a part of one. */
export interface DueItem {
  readonly register: string;
  readonly rowId: string;
  readonly title: string;
  /** What it is called and where on the page of the row it stands, when it is a part. */
  readonly part?: { readonly one: (language: Language) => string; readonly anchor: string };
  readonly day: string;
  readonly personId: string;
}

export interface Digest {
  readonly late: readonly DueItem[];
  readonly ahead: readonly DueItem[];
  /** Late with those whom this person manages. */
  readonly lateWithOthers: readonly DueItem[];
}

/** One digest for each person who has something due, and for the managers of those who are late. */
export function digestsOf(
  items: readonly DueItem[],
  day: string,
  managers: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, Digest> {
  const inOrder = items.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.title < b.title ? -1 : 1));
  const people = new Set(inOrder.flatMap((item) => [item.personId, ...(isLate(item, day) ? bosses(item) : [])]));
  function bosses({ personId }: DueItem) {
    return managers.get(personId) ?? [];
  }
  return new Map(
    [...people].map((person) => [
      person,
      {
        late: inOrder.filter((item) => item.personId === person && isLate(item, day)),
        ahead: inOrder.filter((item) => item.personId === person && !isLate(item, day)),
        lateWithOthers: inOrder.filter((item) => isLate(item, day) && bosses(item).includes(person)),
      },
    ]),
  );
}

export function isLate(item: DueItem, day: string): boolean {
  return item.day < day;
}
