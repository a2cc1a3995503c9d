import { pickRows } from '../../foundation/register/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import type { GanttRow } from '../../foundation/ui/index.ts';
import { action } from './action.rules.ts';
import { actionWords } from './action-page.texts.ts';
import { actionStates, actionStatuses, isClosed, isLate } from './action-state.rules.ts';
import { type Asked, askedActions, labelsOf, narrowed } from './action-views.queries.ts';
import { needsOfMany } from './dependency.store.ts';
import {
  type Grouping,
  ganttRow,
  groupingOf,
  inGroups,
  mostTimed,
  rangeOf,
  type TimedAction,
  timelinePageSize,
} from './gantt.rules.ts';
import { milestonesOfMany } from './milestone.store.ts';
import type { ActionWork } from './status.commands.ts';

export interface Timeline extends Asked {
  readonly grouping: Grouping | undefined;
  /** All of them, in groups and order. */
  readonly rows: readonly TimedAction[];
  /** Those of the page that is asked for, with milestones and what they wait for. */
  readonly page: readonly GanttRow[];
  readonly range: ReturnType<typeof rangeOf>;
  readonly open: number;
  readonly late: number;
  readonly today: string;
}

export async function timeline(work: ActionWork, query: URLSearchParams, language: Language): Promise<Timeline> {
  const { kernel, tx, today } = work;
  const asked = await askedActions(kernel, tx, query, language);
  const grouping = groupingOf(query.get('grupp')) ?? (query.has('grupp') ? undefined : 'focusArea');
  const picked = await pickRows(
    tx,
    action,
    narrowed(asked.question, [], { by: 'starts' }),
    ['title', 'starts', 'ends', 'state', 'status', ...(grouping === undefined ? [] : ([grouping] as const))],
    mostTimed,
  );
  const codeOf = (row: (typeof picked)[number]) =>
    grouping === undefined ? null : (row as unknown as Record<Grouping, string | null>)[grouping];
  const names = await groupNames(work, grouping, picked.map(codeOf), language);
  const rows = inGroups(
    picked.map((row) => ({ ...row, group: names.of(codeOf(row)) })),
    names.order,
  );
  const first = (asked.state.page - 1) * timelinePageSize;
  return {
    ...asked,
    grouping,
    rows,
    page: await ganttPage(work, rows.slice(first, first + timelinePageSize)),
    range: rangeOf(rows),
    open: rows.filter(({ state }) => !isClosed(state)).length,
    late: rows.filter((row) => isLate(row, today)).length,
    today,
  };
}

interface GroupNames {
  readonly of: (code: string | null) => string;
  /** Where the groups have an order of their own. */
  readonly order: readonly string[] | undefined;
}

async function groupNames(
  { kernel, tx }: ActionWork,
  grouping: Grouping | undefined,
  codes: readonly (string | null)[],
  language: Language,
): Promise<GroupNames> {
  const words = actionWords(language);
  const named = (labels: Readonly<Record<string, string>>, order: readonly string[]) => ({
    of: (code: string | null) => (code === null ? '' : (labels[code] ?? '')),
    order: [...order.map((code) => labels[code] ?? ''), ''],
  });
  if (grouping === undefined) return { of: () => '', order: undefined };
  if (grouping === 'state') return named(words.state, actionStates);
  if (grouping === 'status') return named(words.status, actionStatuses.toReversed());
  const reference = { focusArea: 'focus.area', department: 'department', unit: 'unit', owner: 'person' }[grouping];
  const labels = await labelsOf(kernel, tx, reference, codes, language);
  return { of: (code) => (code === null ? '' : (labels.get(code) ?? '')), order: undefined };
}

async function ganttPage({ tx }: ActionWork, rows: readonly TimedAction[]): Promise<readonly GanttRow[]> {
  const ids = rows.map(({ id }) => id);
  const milestones = await milestonesOfMany(tx, ids);
  const needs = await needsOfMany(tx, ids);
  return rows.map((row) => {
    const own = milestones.get(row.id) ?? [];
    const reached = own.filter(({ reachedOn }) => reachedOn !== null).length;
    return {
      ...ganttRow(row),
      done: row.state === 'done' ? 1 : own.length === 0 ? undefined : reached / own.length,
      milestones: own.flatMap(({ due, title }) => (due === null ? [] : [{ date: due, text: title }])),
      after: needs.get(row.id) ?? [],
      href: `${action.path}/${row.id}`,
    };
  });
}
