import { may } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { type ListState, readListState } from '../../foundation/http/index.ts';
import {
  type Condition,
  type FilterProps,
  filterOptions,
  type Kernel,
  listShape,
  mayChange,
  type RowQuestion,
  rowQuestion,
  whileUnchanged,
} from '../../foundation/register/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { writeActions } from './access.ts';
import { action } from './action.rules.ts';
import { type ActionCounts, countActions } from './action.store.ts';
import type { ActionRow, ActionWork } from './status.commands.ts';

/** What an address asks of the actions: the list's own words, whatever page shows them. */
export interface Asked {
  readonly state: ListState;
  readonly question: RowQuestion;
  readonly options: FilterProps['options'];
}

export async function askedActions(
  kernel: Kernel,
  tx: Transaction,
  query: URLSearchParams,
  language: Language,
): Promise<Asked> {
  const state = readListState(query, listShape(action));
  return {
    state,
    question: await rowQuestion(kernel, tx, action, state, language),
    options: await filterOptions(kernel, tx, action, language),
  };
}

type FieldKey = keyof (typeof action)['fields'];

export function columnOf(key: FieldKey) {
  return action.columns.find((column) => column.key === key)!;
}

/** What the pages about all actions say first; counted anew when something has changed. */
export function actionCounts(tx: Transaction, today: string): Promise<ActionCounts> {
  return whileUnchanged(tx, [action.name, 'counts', today], () => countActions(tx, today));
}

/** The same question with more asked, in the order of one date. */
export function narrowed(
  question: RowQuestion,
  conditions: readonly Condition[],
  order: { readonly by: 'starts' | 'ends' | 'closedOn'; readonly descending?: boolean },
): RowQuestion {
  return {
    words: question.words,
    archived: question.archived,
    conditions: [...question.conditions, ...conditions],
    sortBy: columnOf(order.by),
    descending: order.descending === true,
  };
}

/** Who may tell of which, asked once for each part of the organisation. */
export async function tellable(
  { kernel, tx, actor }: ActionWork,
  rows: readonly Pick<ActionRow, 'id' | 'owner' | 'department' | 'unit'>[],
): Promise<ReadonlySet<string>> {
  const byPart = new Map<string, boolean>();
  const found = new Set<string>();
  for (const row of rows) {
    const part = `${row.department}/${row.unit}`;
    if (!byPart.has(part)) {
      byPart.set(part, may(actor, writeActions) && (await mayChange(kernel, tx, actor, action, row)));
    }
    if (byPart.get(part) === true || row.owner === actor.personId) found.add(row.id);
  }
  return found;
}

export async function labelsOf(
  kernel: Kernel,
  tx: Transaction,
  reference: string,
  ids: readonly (string | null)[],
  language: Language,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  return kernel.references.get(reference)!.labels(tx, wanted, language);
}
