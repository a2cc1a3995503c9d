/** An action that goes on during a year, with the days that are told of it. */
export interface YearAction {
  readonly id: string;
  readonly title: string;
  readonly starts: string | null;
  readonly ends: string | null;
}

export interface YearEvent {
  readonly day: string;
  readonly kind: 'begins' | 'ends' | 'milestone';
  readonly action: YearAction;
  /** The milestone's own name. */
  readonly title?: string;
}

export function readYear(text: string | null, today: string): number {
  const year = Number(text);
  return text !== null && /^\d{4}$/.test(text) && year >= 1990 && year <= 2200 ? year : Number(today.slice(0, 4));
}

/** Does any of it fall in the year? What has no first day is known by its last only, and the other way round. */
export function isInYear({ starts, ends }: YearAction, year: number): boolean {
  const [first, last] = [starts ?? ends, ends ?? starts];
  return first !== null && last !== null && first <= `${year}-12-31` && last >= `${year}-01-01`;
}

/** Those that are to be done during the year first, in the order of their last day; then those that only go on. */
export function endingFirst(actions: readonly YearAction[], year: number): readonly YearAction[] {
  const endsIn = ({ ends }: YearAction) => ends?.startsWith(`${year}-`) === true;
  const key = ({ ends, starts }: YearAction) => ends ?? starts ?? '';
  return actions.toSorted((a, b) => Number(endsIn(b)) - Number(endsIn(a)) || (key(a) < key(b) ? -1 : 1));
}

/** What begins, ends or is to be reached during the year, by day. */
export function eventsOf(
  actions: readonly YearAction[],
  milestones: ReadonlyMap<string, readonly { readonly title: string; readonly due: string | null }[]>,
  year: number,
): readonly YearEvent[] {
  const order = { milestone: 0, ends: 1, begins: 2 };
  return actions
    .flatMap((action): YearEvent[] => {
      const own = (milestones.get(action.id) ?? []).flatMap(({ title, due }) =>
        due === null ? [] : [{ day: due, kind: 'milestone' as const, action, title }],
      );
      const begins = action.starts === null ? [] : [{ day: action.starts, kind: 'begins' as const, action }];
      const ends = action.ends === null ? [] : [{ day: action.ends, kind: 'ends' as const, action }];
      return [...own, ...begins, ...ends];
    })
    .filter(({ day }) => day.startsWith(`${year}-`))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : order[a.kind] - order[b.kind]));
}
