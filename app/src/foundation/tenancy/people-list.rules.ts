import type { ListShape, ListState } from '../http/index.ts';

/** How the list of people can be sorted and filtered, as its address spells it. */
export const peopleList = {
  sorts: ['namn', 'titel', 'forvaltning', 'enhet'],
  filters: ['forvaltning', 'enhet', 'roll', 'aktiva'],
  pageSize: 50,
} as const satisfies ListShape;
export type PeopleState = ListState<(typeof peopleList)['sorts'][number], (typeof peopleList)['filters'][number]>;
