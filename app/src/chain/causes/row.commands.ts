import { RefusedError } from '../../foundation/http/index.ts';
import { addTerm, insertRow, readRow, rowToChange, saveValues, type Term } from '../../foundation/register/index.ts';
import { languages } from '../../foundation/texts/index.ts';
import { focusArea } from '../focus/index.ts';
import { termsOf } from './analysis.queries.ts';
import {
  addCauses,
  addSuggestions,
  insertCause,
  insertSuggestion,
  requireWriting,
  type Work,
} from './cause.commands.ts';
import { cause } from './cause.rules.ts';
import { lockFocusArea } from './causes.store.ts';
import { codeFor, itemsOf, sameWords, splitArea } from './item.rules.ts';
import type { Pasted, PastedLine } from './paste.rules.ts';
import { type ExistingProblem, longestItem, type PlannedRow, planPaste, readPastedCauses } from './paste.rules.ts';
import { problem } from './problem.rules.ts';
import { type CauseRow, causesOfProblems, problemsOfFocus, suggestionsOfProblems } from './rows.queries.ts';
import { codesOf } from './term.rules.ts';
import { inOrder, placeStep } from './tree.rules.ts';

/** A row of the table as somebody writes it. */
export interface WrittenRow {
  /** "Särskilt boende - Personalkostnader" */
  readonly area: string;
  readonly problem: string;
  readonly cause: string;
  readonly suggestion: string;
}

export type RowFault = 'missingProblem' | 'tooLong';

export async function addTableRow(
  work: Work,
  focusId: string,
  row: WrittenRow,
): Promise<{ readonly ok: true; readonly id: string } | { readonly ok: false; readonly reason: RowFault }> {
  const title = row.problem.trim().replace(/\s+/g, ' ');
  if (title === '') return { ok: false, reason: 'missingProblem' };
  const items = [title, ...itemsOf(row.cause), ...itemsOf(row.suggestion)];
  const { area, costType } = splitArea(row.area);
  if (items.some((item) => item.length > longestItem) || Math.max(area.length, costType.length) > 200) {
    return { ok: false, reason: 'tooLong' };
  }
  await requireFocusArea(work, focusId);
  const codes = await costTypeCodes(work, [costType]);
  const place = (await lastPlace(work, focusId)) + placeStep;
  const id = await insertProblem(work, { focusArea: focusId, area, costType: codes(costType), title, place });
  await addCauses(work, { problem: id, parent: null }, row.cause);
  await addSuggestions(work, id, row.suggestion);
  return { ok: true, id };
}

/** Whoever writes in a focus area's table takes turns, so that places and cost types are not given twice. */
async function requireFocusArea(work: Work, focusId: string): Promise<void> {
  await requireWriting(work, problem);
  if ((await readRow(work.tx, focusArea, focusId)) === undefined) throw new RefusedError(404);
  await lockFocusArea(work.tx, focusId);
}

async function lastPlace({ tx }: Work, focusId: string): Promise<number> {
  return Math.max(0, ...(await problemsOfFocus(tx, focusId)).map(({ place }) => place ?? 0));
}

function insertProblem(
  { tx }: Work,
  values: {
    readonly focusArea: string;
    readonly area: string;
    readonly costType: string | null;
    readonly title: string;
    readonly place: number;
  },
): Promise<string> {
  return insertRow(tx, problem, values);
}

/** Tables are written in Swedish also by whoever reads the program in English, and the other way round. */
async function costTypes({ tx, language }: Work): Promise<readonly (readonly Term[])[]> {
  const other = languages.filter((one) => one !== language);
  const lists: (readonly Term[])[] = [];
  for (const one of [language, ...other]) lists.push(await termsOf(tx, 'costType', one));
  return lists;
}

/** The codes of cost types by their words; those that are new become words of the municipality's. */
async function costTypeCodes(work: Work, labels: readonly string[]): Promise<(label: string) => string | null> {
  const lists = await costTypes(work);
  const known = codesOf(lists);
  const taken = new Set(lists.flat().map(({ code }) => code));
  const added = new Map<string, string>();
  for (const label of labels) {
    if (label === '' || known(label) !== null || added.has(sameWords(label))) continue;
    const code = codeFor(label, taken);
    await addTerm(work.tx, 'costType', code, label);
    taken.add(code);
    added.set(sameWords(label), code);
  }
  return (label) => known(label) ?? added.get(sameWords(label)) ?? null;
}

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
  const newWords = plan
    .filter(({ state, costType }) => state === 'new' && costType !== '' && code(costType) === null)
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
  readonly imported: boolean;
}

/** Adds all that the preview shows, in this one transaction; with any row at fault nothing is added. */
export async function importPaste(work: Work, focusId: string, lines: readonly PastedLine[]): Promise<PasteResult> {
  const preview = await previewPaste(work, focusId, lines);
  const { plan } = preview;
  if (!preview.pasted.ok || plan.some(({ state }) => state === 'faulty')) return { ...preview, imported: false };
  const codes = await costTypeCodes(work, preview.newCostTypes);
  let place = await lastPlace(work, focusId);
  const ids: string[] = [];
  for (const row of plan) {
    let id = row.existing ?? ids[row.goesOnWith ?? -1];
    if (id === undefined) {
      place += placeStep;
      const { area, problem: title } = row;
      id = await insertProblem(work, { focusArea: focusId, area, costType: codes(row.costType), title, place });
    }
    ids.push(id);
    await addItems(work, id, row);
  }
  return { ...preview, imported: true };
}

async function addItems({ tx }: Work, id: string, { newCauses, newSuggestions }: PlannedRow): Promise<void> {
  if (newCauses.length + newSuggestions.length === 0) return;
  const last = (rows: readonly { readonly place: number | null }[]) =>
    Math.max(0, ...rows.map((row) => row.place ?? 0));
  let place = last(newCauses.length > 0 ? await causesOfProblems(tx, [id]) : []);
  for (const title of newCauses) {
    place += placeStep;
    await insertCause(tx, { problem: id, parent: null, title, place });
  }
  place = last(newSuggestions.length > 0 ? await suggestionsOfProblems(tx, [id]) : []);
  for (const title of newSuggestions) {
    place += placeStep;
    await insertSuggestion(tx, { problem: id, title, place });
  }
}

/** Which branch each cause is to sit on, and which it sat on when the form was opened. */
export interface BranchChoice {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Saves the branches that were changed; those that somebody else has changed meanwhile are left, and named. */
export async function chooseBranches(work: Work, choices: readonly BranchChoice[]): Promise<readonly string[]> {
  await requireWriting(work, cause);
  const { tx, language } = work;
  const known = new Set((await termsOf(tx, 'branch', language)).map(({ code }) => code));
  const left: string[] = [];
  const register = cause;
  for (const { id, from, to } of choices) {
    if (from === to) continue;
    if (to !== null && !known.has(to)) throw new RefusedError(400);
    const row = (await rowToChange({ ...work, register }, id)) as unknown as CauseRow;
    if (row.branch === to) continue;
    if (row.branch !== from) left.push(row.title);
    else await saveValues({ ...work, register }, row as never, row.version, { branch: to });
  }
  return left;
}
