import type { Transaction } from '../../foundation/database/index.ts';
import { findRows, readRows } from '../../foundation/register/index.ts';
import { cause, problem, suggestion } from '../causes/index.ts';
import { focusArea } from '../focus/index.ts';
import type { SuggestionRow } from './from-causes.rules.ts';
import { proposal } from './proposal.rules.ts';

export interface SuggestionGroup {
  readonly title: string;
  readonly area: string;
  readonly suggestions: readonly (SuggestionRow & {
    readonly causeTitle: string | undefined;
    /** Proposals that it is part of already. */
    readonly proposals: readonly string[];
  })[];
}

export interface SuggestionChoice {
  readonly areas: readonly { readonly id: string; readonly title: string }[];
  readonly groups: readonly SuggestionGroup[];
}

/** The last column of the cause table, problem by problem, with what has been made of it. */
export async function suggestionChoice(tx: Transaction, area: string): Promise<SuggestionChoice> {
  const problems = await findRows(tx, problem);
  const shown = problems.filter((row) => area === '' || row.focusArea === area);
  const suggestions = await findRows(tx, suggestion);
  const causes = new Map((await findRows(tx, cause)).map(({ id, title }) => [id, title]));
  const used = Map.groupBy(
    (await findRows(tx, proposal)).flatMap(({ title, suggestions: ids }) => ids.map((id) => ({ id, title }))),
    ({ id }) => id,
  );
  const byProblem = Map.groupBy(suggestions, (row) => row.problem);
  const areaIds = [...new Set(problems.flatMap((row) => row.focusArea ?? []))];
  return {
    areas: (await readRows(tx, focusArea, areaIds)).map(({ id, title }) => ({ id, title })),
    groups: shown
      .map((row) => ({
        title: row.title,
        area: row.area,
        suggestions: (byProblem.get(row.id) ?? [])
          .toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0))
          .map((one) => ({
            ...suggestionRow(one, row.focusArea),
            causeTitle: one.cause === null ? undefined : causes.get(one.cause),
            proposals: (used.get(one.id) ?? []).map(({ title }) => title),
          })),
      }))
      .filter((group) => group.suggestions.length > 0),
  };
}

/** Those that were chosen, in the order they were chosen; one that has gone meanwhile is left out. */
export async function chosenSuggestions(tx: Transaction, ids: readonly string[]): Promise<readonly SuggestionRow[]> {
  const rows = await readRows(tx, suggestion, ids);
  const problems = new Map(
    (
      await readRows(
        tx,
        problem,
        rows.flatMap((row) => row.problem ?? []),
      )
    ).map((row) => [row.id, row.focusArea]),
  );
  return rows.map((row) => suggestionRow(row, problems.get(row.problem ?? '') ?? null));
}

function suggestionRow(
  row: { id: string; title: string; description: string; problem: string | null; cause: string | null },
  area: string | null,
): SuggestionRow {
  const { id, title, description, cause: why } = row;
  return { id, title, description, problem: row.problem ?? '', cause: why, focusArea: area };
}

export interface CauseGroup {
  readonly title: string;
  readonly area: string;
  readonly causes: readonly { readonly id: string; readonly title: string; readonly supported: boolean }[];
}

/** Causes that a conclusion may stand on: those with support first, rejected ones not at all. */
export async function causeChoice(
  tx: Transaction,
  area: string,
): Promise<{ readonly areas: SuggestionChoice['areas']; readonly groups: readonly CauseGroup[] }> {
  const problems = await findRows(tx, problem);
  const byProblem = Map.groupBy(
    (await findRows(tx, cause)).filter(({ state }) => state !== 'rejected'),
    (row) => row.problem,
  );
  const areaIds = [...new Set(problems.flatMap((row) => row.focusArea ?? []))];
  return {
    areas: (await readRows(tx, focusArea, areaIds)).map(({ id, title }) => ({ id, title })),
    groups: problems
      .filter((row) => area === '' || row.focusArea === area)
      .map((row) => ({
        title: row.title,
        area: row.area,
        causes: (byProblem.get(row.id) ?? [])
          .map(({ id, title, state }) => ({ id, title, supported: state === 'supported' }))
          .toSorted((a, b) => Number(b.supported) - Number(a.supported)),
      }))
      .filter(({ causes }) => causes.length > 0),
  };
}

/** The focus area that all the causes lie in, when they lie in one. */
export async function focusAreaOfCauses(tx: Transaction, ids: readonly string[]): Promise<string | null> {
  const rows = await readRows(tx, cause, ids);
  const problems = await readRows(tx, problem, [...new Set(rows.flatMap((row) => row.problem ?? []))]);
  const areas = new Set(problems.map((row) => row.focusArea));
  return areas.size === 1 ? ([...areas][0] ?? null) : null;
}
