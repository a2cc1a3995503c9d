import { readDay } from './action-state.rules.ts';

export interface Milestone {
  readonly id: string;
  readonly action: string;
  readonly title: string;
  readonly due: string | null;
  readonly reachedOn: string | null;
  readonly place: number;
  readonly active: boolean;
  readonly version: number;
}

export interface MilestoneForm {
  readonly title: string;
  readonly due: string;
}

export interface MilestoneFault {
  readonly field: keyof MilestoneForm;
  readonly reason: 'titleNeeded' | 'tooLong' | 'notADay';
}

export type ReadMilestone =
  | { readonly ok: true; readonly values: { readonly title: string; readonly due: string | null } }
  | { readonly ok: false; readonly faults: readonly MilestoneFault[] };

export function readMilestone(form: MilestoneForm): ReadMilestone {
  const title = form.title.trim().replace(/\s+/g, ' ');
  const day = form.due.trim();
  const due = day === '' ? null : readDay(day);
  const faults: MilestoneFault[] = [];
  if (title === '') faults.push({ field: 'title', reason: 'titleNeeded' });
  if (title.length > 200) faults.push({ field: 'title', reason: 'tooLong' });
  if (due === undefined) faults.push({ field: 'due', reason: 'notADay' });
  return faults.length > 0 || due === undefined ? { ok: false, faults } : { ok: true, values: { title, due } };
}

/** The milestones in another order, one moved a step; undefined when it stands at that end already. */
export function movedOneStep(
  inOrder: readonly Milestone[],
  id: string,
  step: 'up' | 'down',
): readonly Milestone[] | undefined {
  const from = inOrder.findIndex((one) => one.id === id);
  const to = from + (step === 'up' ? -1 : 1);
  const [moved, other] = [inOrder[from], inOrder[to]];
  if (moved === undefined || other === undefined) return undefined;
  return inOrder.with(from, other).with(to, moved);
}

export function isMissed({ due, reachedOn }: Milestone, today: string): boolean {
  return due !== null && due < today && reachedOn === null;
}
