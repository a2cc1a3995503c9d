export const actionStates = ['planned', 'ongoing', 'done', 'stopped'] as const;
export type ActionState = (typeof actionStates)[number];

/** Green is on plan, yellow at risk, red off plan. */
export const actionStatuses = ['green', 'yellow', 'red'] as const;
export type ActionStatus = (typeof actionStatuses)[number];

/**
 * planned → ongoing → done or stopped. What has begun by mistake goes back to planned; what is done or stopped is begun again only with a reason,
 * and nothing is stopped without one.
 */
const steps: Readonly<Record<ActionState, Readonly<Partial<Record<ActionState, 'free' | 'reason'>>>>> = {
  planned: { ongoing: 'free', stopped: 'reason' },
  ongoing: { done: 'free', stopped: 'reason', planned: 'free' },
  done: { ongoing: 'reason' },
  stopped: { planned: 'reason', ongoing: 'reason' },
};

export function stepsFrom(state: ActionState): readonly ActionState[] {
  return actionStates.filter((to) => steps[state][to] !== undefined);
}

export type StepFault = 'notPossible' | 'reasonNeeded' | 'tooLong';

export function stepFault(from: ActionState, to: ActionState, reason: string): StepFault | undefined {
  const step = steps[from][to];
  if (step === undefined) return 'notPossible';
  if (reason.length > longestComment) return 'tooLong';
  return step === 'reason' && reason === '' ? 'reasonNeeded' : undefined;
}

export function needsReason(from: ActionState, to: ActionState): boolean {
  return steps[from][to] === 'reason';
}

export const longestComment = 5000;
export type TellingFault = 'statusNeeded' | 'commentNeeded' | 'tooLong';

/** What is not green is told with a comment. */
export function tellingFault(status: string, comment: string): TellingFault | undefined {
  if (!isStatus(status)) return 'statusNeeded';
  if (comment.length > longestComment) return 'tooLong';
  return status !== 'green' && comment === '' ? 'commentNeeded' : undefined;
}

export function isStatus(text: string): text is ActionStatus {
  return (actionStatuses as readonly string[]).includes(text);
}

export function isState(text: string): text is ActionState {
  return (actionStates as readonly string[]).includes(text);
}

export const closedStates: readonly ActionState[] = ['done', 'stopped'];

export function isClosed(state: ActionState | null): boolean {
  return state !== null && closedStates.includes(state);
}

/** Its last day has passed and it is neither done nor stopped. Days are YYYY-MM-DD. */
export function isLate({ state, ends }: { state: ActionState | null; ends: string | null }, today: string): boolean {
  return ends !== null && ends < today && !isClosed(state);
}

/** Whole days from one day to another; negative backwards. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The Sunday that ends the day's week. */
export function endOfWeek(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return dayAfter(day, (7 - weekday) % 7);
}

/** A day as a form sends it; undefined when it is none. */
export function readDay(text: string): string | undefined {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(text) &&
    text > '1900'
    ? text
    : undefined;
}
