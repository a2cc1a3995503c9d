import { RefusedError } from '../../foundation/http/index.ts';
import {
  addTerm,
  insertRow,
  readRow,
  rowToChange,
  saveValues,
  setTermActive,
  type Term,
} from '../../foundation/register/index.ts';
import { languages } from '../../foundation/texts/index.ts';
import { focusArea } from '../focus/index.ts';
import { termsOf } from './analysis.queries.ts';
import { addCauses, addSuggestions, requireWriting, type Work } from './cause.commands.ts';
import { cause } from './cause.rules.ts';
import { lockFocusArea } from './causes.store.ts';
import { codeFor, itemsOf, sameWords, splitArea } from './item.rules.ts';
import { longestItem } from './paste.rules.ts';
import { problem } from './problem.rules.ts';
import { type CauseRow, problemsOfFocus } from './rows.queries.ts';
import { codesOf } from './term.rules.ts';
import { placeStep } from './tree.rules.ts';

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
export async function requireFocusArea(work: Work, focusId: string): Promise<void> {
  await requireWriting(work, problem);
  if ((await readRow(work.tx, focusArea, focusId)) === undefined) throw new RefusedError(404);
  await lockFocusArea(work.tx, focusId);
}

export async function lastPlace({ tx }: Work, focusId: string): Promise<number> {
  return Math.max(0, ...(await problemsOfFocus(tx, focusId)).map(({ place }) => place ?? 0));
}

export function insertProblem(
  { tx }: Work,
  values: {
    readonly focusArea: string;
    readonly area: string;
    readonly costType: string | null;
    readonly title: string;
    readonly place: number;
    readonly description?: string;
  },
): Promise<string> {
  return insertRow(tx, problem, values);
}

/** Tables are written in Swedish also by whoever reads the program in English, and the other way round. */
export async function costTypes({ tx, language }: Work): Promise<readonly (readonly Term[])[]> {
  const other = languages.filter((one) => one !== language);
  const lists: (readonly Term[])[] = [];
  for (const one of [language, ...other]) lists.push(await termsOf(tx, 'costType', one));
  return lists;
}

/** The codes of cost types by their words; those that are new become words of the municipality's. */
export async function costTypeCodes(work: Work, labels: readonly string[]): Promise<(label: string) => string | null> {
  const lists = await costTypes(work);
  const known = codesOf(lists);
  const taken = new Set(lists.flat().map(({ code }) => code));
  const added = new Map<string, string>();
  for (const label of labels) {
    const standing = known(label);
    // A word that is no longer offered is taken up again when somebody writes it.
    if (standing !== null) await setTermActive(work.tx, 'costType', standing, true);
    if (label === '' || standing !== null || added.has(sameWords(label))) continue;
    const code = codeFor(label, taken);
    await addTerm(work.tx, 'costType', code, label);
    taken.add(code);
    added.set(sameWords(label), code);
  }
  return (label) => known(label) ?? added.get(sameWords(label)) ?? null;
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
