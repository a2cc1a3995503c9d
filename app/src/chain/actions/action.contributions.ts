import { may } from '../../foundation/access/index.ts';
import type { FirstStepSource, MineSource, WheelSource } from '../../foundation/home/index.ts';
import { likePattern } from '../../foundation/http/index.ts';
import type { SearchSource } from '../../foundation/information/index.ts';
import type { DueSource } from '../../foundation/register/index.ts';
import { formatNumber } from '../../foundation/ui/index.ts';
import { readActions } from './access.ts';
import { action } from './action.rules.ts';
import { searchActions } from './action.store.ts';
import { actionTexts } from './action.texts.ts';
import { dayAfter } from './action-state.rules.ts';
import { actionCounts } from './action-views.queries.ts';
import { viewTexts } from './action-views.texts.ts';
import { milestonesDue, milestonesOfOwnersDue } from './milestone.store.ts';

/** "Handlingsplan" on the wheel: what is being done. */
export const underWayWheel: WheelSource = async (tx, { language, day }) => {
  const { ongoing, open } = await actionCounts(tx, day);
  if (open === 0) return [{ segment: 'plan', href: action.path }];
  return [{ segment: 'plan', href: action.path, count: viewTexts(language).wheel(formatNumber(ongoing, language)) }];
};

/** How long before its last day something begins to wait for its owner. */
const daysBefore = 14;

/** Own milestones that are late or soon due. The actions themselves wait there by the reminders that their register declares. */
export const ownMilestones: MineSource = async (tx, { actor, language, day }) => {
  if (!may(actor, readActions)) return [];
  const milestones = await milestonesDue(tx, actor.personId, dayAfter(day, daysBefore), 100);
  return milestones.map(({ action: id, title, due, actionTitle }) => ({
    href: `${action.path}/${id}#delmal`,
    title: viewTexts(language).minePage.milestone(title),
    due: due ?? undefined,
    note: actionTitle,
  }));
};

/** The milestones of everybody's open actions, for the week's digest. */
export const milestonesInDigest: DueSource = async (tx, until) =>
  (await milestonesOfOwnersDue(tx, until)).map(({ action: rowId, title, due, owner }) => ({
    ...{ register: action.name, rowId, title, day: due, personId: owner },
    part: { one: (language) => viewTexts(language).minePage.milestoneWord, anchor: 'delmal' },
  }));

export const actionsFirstStep: FirstStepSource = async (tx, { language, day }) => {
  const t = viewTexts(language);
  const { open, done } = await actionCounts(tx, day);
  return [{ title: t.firstStep, help: t.firstStepHelp, href: action.path, done: open + done > 0 }];
};

export const underWaySearch: SearchSource = {
  title: (language) => actionTexts(language).title,
  permission: readActions,
  all: (words) => `${action.path}?q=${encodeURIComponent(words)}`,
  async search(tx, { words, limit }) {
    const patterns = words.toLowerCase().split(/\s+/).filter(Boolean).map(likePattern);
    if (patterns.length === 0) return [];
    const rows = await searchActions(tx, patterns, limit);
    return rows.map(({ id, title }) => ({ href: `${action.path}/${id}`, title }));
  },
};
