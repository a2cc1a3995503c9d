import { RefusedError } from '../../foundation/http/index.ts';
import {
  type Milestone,
  type MilestoneFault,
  type MilestoneForm,
  movedOneStep,
  readMilestone,
} from './milestone.rules.ts';
import {
  insertMilestone,
  type MilestoneChange,
  milestonesOf,
  placeMilestones,
  saveMilestone,
} from './milestone.store.ts';
import { type ActionWork, actionToTell } from './status.commands.ts';

export type MilestoneResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'invalid'; readonly faults: readonly MilestoneFault[] }
  | { readonly ok: false; readonly reason: 'conflict'; readonly theirs: Milestone };

export async function addMilestone(work: ActionWork, action: string, form: MilestoneForm): Promise<MilestoneResult> {
  await actionToTell(work, action);
  const read = readMilestone(form);
  if (!read.ok) return { ok: false, reason: 'invalid', faults: read.faults };
  await insertMilestone(work.tx, action, read.values);
  return { ok: true };
}

export async function changeMilestone(
  work: ActionWork,
  action: string,
  id: string,
  version: number,
  form: MilestoneForm,
): Promise<MilestoneResult> {
  await milestoneToChange(work, action, id);
  const read = readMilestone(form);
  if (!read.ok) return { ok: false, reason: 'invalid', faults: read.faults };
  return save(work, action, id, version, read.values);
}

/** Reached today, or not reached after all. */
export async function reachMilestone(
  work: ActionWork,
  action: string,
  id: string,
  version: number,
  reached: boolean,
): Promise<MilestoneResult> {
  const before = await milestoneToChange(work, action, id);
  if ((before.reachedOn !== null) === reached) return { ok: true };
  return save(work, action, id, version, { reached_on: reached ? work.today : null });
}

/** What is taken away is hidden, and can be put back. */
export async function keepMilestone(
  work: ActionWork,
  action: string,
  id: string,
  version: number,
  active: boolean,
): Promise<MilestoneResult> {
  const before = await milestoneToChange(work, action, id);
  return before.active === active ? { ok: true } : save(work, action, id, version, { active });
}

export async function moveMilestone(work: ActionWork, action: string, id: string, step: 'up' | 'down'): Promise<void> {
  await milestoneToChange(work, action, id);
  const inOrder = (await milestonesOf(work.tx, action)).filter(({ active }) => active);
  const moved = movedOneStep(inOrder, id, step);
  if (moved !== undefined) await placeMilestones(work.tx, moved);
}

async function milestoneToChange(work: ActionWork, action: string, id: string): Promise<Milestone> {
  await actionToTell(work, action);
  return readMilestoneOf(work, action, id);
}

export async function readMilestoneOf({ tx }: Pick<ActionWork, 'tx'>, action: string, id: string): Promise<Milestone> {
  const found = (await milestonesOf(tx, action)).find((one) => one.id === id);
  if (found === undefined) throw new RefusedError(404);
  return found;
}

async function save(
  work: ActionWork,
  action: string,
  id: string,
  version: number,
  change: MilestoneChange,
): Promise<MilestoneResult> {
  const saved = await saveMilestone(work.tx, id, version, change);
  return saved.ok ? { ok: true } : { ok: false, reason: 'conflict', theirs: await readMilestoneOf(work, action, id) };
}
