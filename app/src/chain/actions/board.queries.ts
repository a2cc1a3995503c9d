import { countedRows, pickRows } from '../../foundation/register/index.ts';
import { peopleNames } from '../../foundation/tenancy/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { action } from './action.rules.ts';
import { type ActionState, actionStates, isClosed } from './action-state.rules.ts';
import { type Asked, askedActions, columnOf, narrowed, tellable } from './action-views.queries.ts';
import type { ActionRow, ActionWork } from './status.commands.ts';

export type Card = Pick<
  ActionRow,
  'id' | 'title' | 'owner' | 'department' | 'unit' | 'ends' | 'state' | 'status' | 'closedOn'
>;

export interface BoardColumn {
  readonly state: ActionState;
  readonly total: number;
  readonly cards: readonly Card[];
}

export interface Board extends Asked {
  readonly columns: readonly BoardColumn[];
  readonly owners: ReadonlyMap<string, string>;
  readonly tellable: ReadonlySet<string>;
  readonly today: string;
}

/** More than this in a column is no board; the list has the rest. */
const mostCards = { open: 50, closed: 15 };

export async function board(work: ActionWork, query: URLSearchParams, language: Language): Promise<Board> {
  const { kernel, tx, today } = work;
  const asked = await askedActions(kernel, tx, query, language);
  const columns: BoardColumn[] = [];
  for (const state of actionStates) {
    const closed = isClosed(state);
    const question = narrowed(
      asked.question,
      [{ column: columnOf('state'), is: 'one', of: [state] }],
      closed ? { by: 'closedOn', descending: true } : { by: 'ends' },
    );
    const cards = await pickRows(
      tx,
      action,
      question,
      ['title', 'owner', 'department', 'unit', 'ends', 'state', 'status', 'closedOn'],
      closed ? mostCards.closed : mostCards.open,
    );
    columns.push({ state, total: await countedRows(tx, action, question), cards });
  }
  const all = columns.flatMap(({ cards }) => cards);
  return {
    ...asked,
    columns,
    owners: await peopleNames(tx, [...new Set(all.map(({ owner }) => owner).filter((id) => id !== null))]),
    tellable: await tellable(work, all),
    today,
  };
}
