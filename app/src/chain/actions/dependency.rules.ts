import { type ActionState, isClosed, isLate } from './action-state.rules.ts';

/** An action at one end of a dependency. */
export interface LinkedAction {
  readonly id: string;
  readonly title: string;
  readonly state: ActionState;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly active: boolean;
}

export type DependencyWarning = 'stopped' | 'late' | 'endsAfterStart';

/** What stands in the way of an action that waits for another; undefined when nothing does, or it no longer matters. */
export function dependencyWarning(
  waiting: Pick<LinkedAction, 'state' | 'starts'>,
  needed: LinkedAction,
  today: string,
): DependencyWarning | undefined {
  if (isClosed(waiting.state) || needed.state === 'done') return undefined;
  if (needed.state === 'stopped' || !needed.active) return 'stopped';
  if (isLate(needed, today)) return 'late';
  return needed.ends !== null && waiting.starts !== null && needed.ends > waiting.starts ? 'endsAfterStart' : undefined;
}
