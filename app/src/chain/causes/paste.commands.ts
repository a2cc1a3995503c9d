import type { Applied } from '../../foundation/intake/index.ts';
import {
  closeBatch,
  findRows,
  insertBatch,
  insertBatchRows,
  type Register,
  setTermActive,
  undoBatch,
} from '../../foundation/register/index.ts';
import { insertCause, insertSuggestion, type Work } from './cause.commands.ts';
import { cause } from './cause.rules.ts';
import { sameWords } from './item.rules.ts';
import {
  type ExistingProblem,
  type Pasted,
  type PastedLine,
  type PlannedRow,
  planPaste,
  readPastedCauses,
} from './paste.rules.ts';
import { problem } from './problem.rules.ts';
import { costTypeCodes, costTypes, insertProblem, lastPlace, requireFocusArea } from './row.commands.ts';
import { causesOfProblems, problemsOfFocus, suggestionsOfProblems } from './rows.queries.ts';
import { suggestion } from './suggestion.rules.ts';
import { codesOf } from './term.rules.ts';
import { inOrder, placeStep } from './tree.rules.ts';

export interface PastePreview {
  readonly pasted: Pasted;
  readonly plan: readonly PlannedRow[];
  /** Cost types that the vocabulary lacks and will get. */
  readonly newCostTypes: readonly string[];
}

/** What pasting these lines would do, without doing it. */
export async function previewPaste(work: Work, focusId: string, lines: readonly PastedLine[]): Promise<PastePreview> {
  await requireFocusArea(work, focusId);
  const lists = await costTypes(work);
  const code = codesOf(lists);
  const pasted = readPastedCauses(
    lines,
    lists.flat().map(({ label }) => label),
  );
  if (!pasted.ok) return { pasted, plan: [], newCostTypes: [] };
  const plan = planPaste(pasted.rows, await existingProblems(work, focusId), code);
  // A word that is no longer offered is taken up again.
  const offered = new Set(lists.flat().flatMap((term) => (term.active ? [sameWords(term.label)] : [])));
  const newWords = plan
    .filter(({ state, costType }) => state === 'new' && costType !== '' && !offered.has(sameWords(costType)))
    .map(({ costType }) => costType);
  return { pasted, plan, newCostTypes: [...new Map(newWords.map((word) => [sameWords(word), word])).values()] };
}

async function existingProblems({ tx }: Work, focusId: string): Promise<readonly ExistingProblem[]> {
  const problems = inOrder(await problemsOfFocus(tx, focusId));
  const ids = problems.map(({ id }) => id);
  const causes = Map.groupBy(await causesOfProblems(tx, ids), (row) => row.problem);
  const suggestions = Map.groupBy(await suggestionsOfProblems(tx, ids), (row) => row.problem ?? '');
  return problems.map(({ id, area, costType, title }) => ({
    id,
    area,
    costType: costType ?? '',
    title,
    causes: (causes.get(id) ?? []).map((row) => row.title),
    suggestions: (suggestions.get(id) ?? []).map((row) => row.title),
  }));
}

export interface PasteResult extends PastePreview {
  /** Undefined when a row is at fault, and nothing has been added. */
  readonly applied: Applied | undefined;
}

/**
 * Adds all that the preview shows, in this one transaction, as batches that are undone together; with any row at fault nothing is added. `notes` are kept with the problem of
 * the row with that number.
 */
export async function importPaste(
  work: Work,
  focusId: string,
  lines: readonly PastedLine[],
  title: string,
  notes: ReadonlyMap<number, string> = new Map(),
): Promise<PasteResult> {
  const preview = await previewPaste(work, focusId, lines);
  const { plan } = preview;
  if (!preview.pasted.ok || plan.some(({ state }) => state === 'faulty')) return { ...preview, applied: undefined };
  const codes = await costTypeCodes(work, preview.newCostTypes);
  let place = await lastPlace(work, focusId);
  const ids: string[] = [];
  const added: Added = { problem: [], cause: [], suggestion: [] };
  for (const row of plan) {
    let id = row.existing ?? ids[row.goesOnWith ?? -1];
    if (id === undefined) {
      place += placeStep;
      const { area, problem: words } = row;
      const description = notes.get(row.number) ?? '';
      id = await insertProblem(work, {
        ...{ focusArea: focusId, area, costType: codes(row.costType), title: words, place, description },
      });
      added.problem.push(id);
    }
    ids.push(id);
    await addItems(work, id, row, added);
  }
  const undo = {
    batches: await keepBatches(work, added, title),
    costTypes: preview.newCostTypes.map((word) => codes(word)),
  };
  const count = (state: PlannedRow['state']) => plan.filter((row) => row.state === state).length;
  return { ...preview, applied: { added: count('new'), changed: count('more'), already: count('there'), undo } };
}

type Added = Record<'problem' | 'cause' | 'suggestion', string[]>;

async function addItems(
  { tx }: Work,
  id: string,
  { newCauses, newSuggestions }: PlannedRow,
  added: Added,
): Promise<void> {
  if (newCauses.length + newSuggestions.length === 0) return;
  const last = (rows: readonly { readonly place: number | null }[]) =>
    Math.max(0, ...rows.map((row) => row.place ?? 0));
  let place = last(newCauses.length > 0 ? await causesOfProblems(tx, [id]) : []);
  for (const title of newCauses) {
    place += placeStep;
    added.cause.push(await insertCause(tx, { problem: id, parent: null, title, place }));
  }
  place = last(newSuggestions.length > 0 ? await suggestionsOfProblems(tx, [id]) : []);
  for (const title of newSuggestions) {
    place += placeStep;
    added.suggestion.push(await insertSuggestion(tx, { problem: id, title, place }));
  }
}

const registers: Readonly<Record<keyof Added, Register>> = {
  problem: problem as unknown as Register,
  cause: cause as unknown as Register,
  suggestion: suggestion as unknown as Register,
};

interface KeptBatch {
  readonly register: keyof Added;
  readonly id: string;
}

/** A batch for each register that got rows, in the order that they were made. */
async function keepBatches({ tx }: Work, added: Added, title: string): Promise<readonly KeptBatch[]> {
  const kept: KeptBatch[] = [];
  for (const [key, ids] of Object.entries(added) as [keyof Added, readonly string[]][]) {
    if (ids.length === 0) continue;
    const id = await insertBatch(tx, { register: registers[key].name, kind: 'import', title });
    await insertBatchRows(
      tx,
      id,
      ids.map((rowId) => ({ rowId, before: 0, after: 1 })),
    );
    await closeBatch(tx, id, { added: ids.length, changed: 0 });
    kept.push({ register: key, id });
  }
  return kept;
}

/** Takes away all that one pasting added: suggestions, causes, problems, and cost types that nothing else has. */
export async function undoPaste(
  work: Work,
  undo: { readonly batches: readonly KeptBatch[]; readonly costTypes: readonly (string | null)[] },
): Promise<{ readonly ok: true } | { readonly ok: false; readonly titles: readonly string[] }> {
  for (const { register, id } of undo.batches.toReversed()) {
    const undone = await undoBatch({ ...work, register: registers[register] }, id);
    if (!undone.ok && undone.reason === 'goneOn') return { ok: false, titles: undone.titles };
  }
  const column = registers.problem.columns.find(({ key }) => key === 'costType')!;
  for (const code of undo.costTypes) {
    if (code === null) continue;
    const having = await findRows(work.tx, problem, [{ column, is: 'one', of: [code] }], 1);
    if (having.length === 0) await setTermActive(work.tx, 'costType', code, false);
  }
  return { ok: true };
}
