import { pickRows } from '../../foundation/register/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { action } from './action.rules.ts';
import { type Asked, askedActions, columnOf, narrowed } from './action-views.queries.ts';
import type { Milestone } from './milestone.rules.ts';
import { milestonesOfMany } from './milestone.store.ts';
import { type MineGroup, mineGroupOf } from './mine.rules.ts';
import type { ActionRow, ActionWork } from './status.commands.ts';
import { latestTellings, type Telling } from './status.store.ts';

export interface MyAction
  extends Pick<ActionRow, 'id' | 'title' | 'starts' | 'ends' | 'state' | 'status' | 'statusComment'> {
  readonly latest: Telling | undefined;
  /** The first that has not been reached. */
  readonly next: Milestone | undefined;
}

export interface Mine extends Asked {
  readonly groups: ReadonlyMap<MineGroup, readonly MyAction[]>;
  readonly count: number;
  readonly late: number;
  readonly today: string;
}

const mostMine = 200;

/** The person's own actions that are open, nearest first. */
export async function myActions(work: ActionWork, query: URLSearchParams, language: Language): Promise<Mine> {
  const { kernel, tx, actor, today } = work;
  const asked = await askedActions(kernel, tx, query, language);
  const question = narrowed(
    asked.question,
    [
      { column: columnOf('owner'), is: 'one', of: [actor.personId] },
      { column: columnOf('state'), is: 'one', of: ['planned', 'ongoing'] },
    ],
    { by: 'ends' },
  );
  const rows = await pickRows(
    tx,
    action,
    question,
    ['title', 'starts', 'ends', 'state', 'status', 'statusComment'],
    mostMine,
  );
  const ids = rows.map(({ id }) => id);
  const latest = await latestTellings(tx, ids);
  const milestones = await milestonesOfMany(tx, ids);
  const mine = rows.map((row) => ({
    ...row,
    latest: latest.get(row.id),
    next: milestones.get(row.id)?.find(({ reachedOn }) => reachedOn === null),
  }));
  const groups = Map.groupBy(mine, ({ ends }) => mineGroupOf(ends, today));
  return { ...asked, groups, count: mine.length, late: groups.get('late')?.length ?? 0, today };
}
