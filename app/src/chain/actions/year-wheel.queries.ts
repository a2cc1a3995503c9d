import { pickRows } from '../../foundation/register/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { action } from './action.rules.ts';
import { type Asked, askedActions, columnOf, narrowed } from './action-views.queries.ts';
import { milestonesOfMany } from './milestone.store.ts';
import type { ActionWork } from './status.commands.ts';
import { endingFirst, eventsOf, isInYear, readYear, type YearAction, type YearEvent } from './year-wheel.rules.ts';

export interface Year extends Asked {
  readonly year: number;
  readonly today: string;
  readonly actions: readonly YearAction[];
  readonly ends: number;
  readonly events: readonly YearEvent[];
}

/** More than this in one year nobody reads; the filter narrows them. */
const mostActions = 2000;

export async function yearOfActions(work: ActionWork, query: URLSearchParams, language: Language): Promise<Year> {
  const { kernel, tx, today } = work;
  const asked = await askedActions(kernel, tx, query, language);
  const year = readYear(query.get('ar'), today);
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const keys = ['title', 'starts', 'ends'] as const;
  const pick = (key: 'starts' | 'ends') =>
    pickRows(
      tx,
      action,
      narrowed(
        asked.question,
        key === 'ends'
          ? [{ column: columnOf('ends'), is: 'atLeast', value: first }]
          : [
              { column: columnOf('starts'), is: 'atLeast', value: first },
              { column: columnOf('starts'), is: 'atMost', value: last },
            ],
        { by: key },
      ),
      keys,
      mostActions,
    );
  // By their last day, and those that begin during the year and have none.
  const found = new Map([...(await pick('ends')), ...(await pick('starts'))].map((row) => [row.id, row]));
  const actions = endingFirst(
    [...found.values()].filter((row) => isInYear(row, year)),
    year,
  );
  const milestones = await milestonesOfMany(
    tx,
    actions.map(({ id }) => id),
  );
  return {
    ...asked,
    year,
    today,
    actions,
    ends: actions.filter(({ ends }) => ends?.startsWith(`${year}-`) === true).length,
    events: eventsOf(actions, milestones, year),
  };
}
