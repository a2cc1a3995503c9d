import { endOfWeek } from './action-state.rules.ts';

export const mineGroups = ['late', 'week', 'later', 'noEnd'] as const;
export type MineGroup = (typeof mineGroups)[number];

/** Where an open action of one's own stands by its last day. */
export function mineGroupOf(ends: string | null, today: string): MineGroup {
  if (ends === null) return 'noEnd';
  if (ends < today) return 'late';
  return ends <= endOfWeek(today) ? 'week' : 'later';
}
