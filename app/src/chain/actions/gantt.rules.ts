import type { GanttRow } from '../../foundation/ui/index.ts';
import type { ActionState, ActionStatus } from './action-state.rules.ts';

export const timelinePageSize = 100;
/** More than this nobody reads in one picture; the filter narrows them. */
export const mostTimed = 10_000;

export const groupings = ['focusArea', 'department', 'unit', 'owner', 'state', 'status'] as const;
export type Grouping = (typeof groupings)[number];

export function groupingOf(text: string | null): Grouping | undefined {
  return groupings.find((one) => one === text);
}

/** What the timeline needs of an action. */
export interface TimedAction {
  readonly id: string;
  readonly title: string;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly state: ActionState | null;
  readonly status: ActionStatus | null;
  readonly group: string;
}

/** Groups in Swedish order, what belongs to none last; within a group by first day, then last day, then name. */
export function inGroups(rows: readonly TimedAction[], order: readonly string[] | undefined): readonly TimedAction[] {
  const names = [...new Set(rows.map(({ group }) => group))].toSorted((a, b) =>
    a === '' || b === '' ? Number(a === '') - Number(b === '') : swedish.compare(a, b),
  );
  const places = new Map((order ?? names).map((name, index) => [name, index]));
  const key = ({ starts, ends }: TimedAction) => `${starts ?? ends ?? '9999'} ${ends ?? '9999'}`;
  return rows
    .map((row) => ({ row, place: places.get(row.group) ?? places.size, key: key(row) }))
    .sort(
      (a, b) =>
        a.place - b.place || (a.key < b.key ? -1 : a.key > b.key ? 1 : swedish.compare(a.row.title, b.row.title)),
    )
    .map(({ row }) => row);
}

const swedish = new Intl.Collator('sv');

/** First and last day of all, so that every page of them has the same scale. */
export function rangeOf(rows: readonly TimedAction[]): { readonly from?: string; readonly to?: string } {
  let [from, to]: [string | undefined, string | undefined] = [undefined, undefined];
  for (const { starts, ends } of rows) {
    const [first, last] = [starts ?? ends, ends ?? starts];
    if (first !== null && (from === undefined || first < from)) from = first;
    if (last !== null && (to === undefined || last > to)) to = last;
  }
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

export function ganttRow({ id, title, group, starts, ends, status }: TimedAction): GanttRow {
  return {
    id,
    text: title,
    group: group === '' ? undefined : group,
    start: starts ?? undefined,
    end: ends ?? undefined,
    status: status ?? undefined,
  };
}
