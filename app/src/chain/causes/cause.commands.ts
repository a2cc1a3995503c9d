import { rowAtVersion } from '../../foundation/audit/index.ts';
import { brokenConstraint, type Transaction } from '../../foundation/database/index.ts';
import { RefusedError } from '../../foundation/http/index.ts';
import {
  insertRow,
  mayChange,
  type Register,
  type RegisterWork,
  rowToChange,
  type SaveResult,
  saveRow,
  saveValues,
} from '../../foundation/register/index.ts';
import { analysisTexts } from './analysis.texts.ts';
import { type CauseState, cause } from './cause.rules.ts';
import { causeRefusals } from './cause.texts.ts';
import { beginMovingBranch, lockProblems, moveSuggestions } from './causes.store.ts';
import { itemsOf } from './item.rules.ts';
import { longestItem } from './paste.rules.ts';
import { type CauseRow, causesOfProblems, suggestionsOfProblems } from './rows.queries.ts';
import { suggestion } from './suggestion.rules.ts';
import { type MoveFault, moved, type Position, placeStep, type Step, siblingsOf, stepOf } from './tree.rules.ts';

/** What the commands of the slice hold besides their register. */
export type Work = Omit<RegisterWork, 'register'>;

const workOn = (work: Work, register: unknown): RegisterWork => ({ ...work, register: register as Register });

export async function causeToChange(work: Work, id: string): Promise<CauseRow> {
  return (await rowToChange(workOn(work, cause), id)) as unknown as CauseRow;
}

/** Adds what was written, an item for each line, last among the causes under the parent or directly under the problem. */
export async function addCauses(
  work: Work,
  under: { readonly problem: string; readonly parent: string | null },
  text: string,
): Promise<readonly string[]> {
  await requireWriting(work, cause);
  const { tx } = work;
  await lockProblems(tx, [under.problem]);
  const rows = await causesOfProblems(tx, [under.problem]);
  if (under.parent !== null && !rows.some(({ id }) => id === under.parent)) throw new RefusedError(404);
  let place = siblingsOf(rows, under.problem, under.parent).at(-1)?.place ?? 0;
  const ids: string[] = [];
  for (const title of boundedItems(text)) {
    place += placeStep;
    ids.push(await insertCause(tx, { ...under, title, place }));
  }
  return ids;
}

export function insertCause(
  tx: Transaction,
  values: {
    readonly problem: string;
    readonly parent: string | null;
    readonly title: string;
    readonly place: number;
    readonly branch?: string | null;
  },
): Promise<string> {
  return insertRow(tx, cause, { state: 'hypothesis', ...values });
}

export async function addSuggestions(work: Work, problem: string, text: string): Promise<readonly string[]> {
  await requireWriting(work, suggestion);
  const { tx } = work;
  await lockProblems(tx, [problem]);
  let place = Math.max(0, ...(await suggestionsOfProblems(tx, [problem])).map((row) => row.place ?? 0));
  const ids: string[] = [];
  for (const title of boundedItems(text)) {
    place += placeStep;
    ids.push(await insertSuggestion(tx, { problem, title, place }));
  }
  return ids;
}

export function insertSuggestion(
  tx: Transaction,
  values: { readonly problem: string; readonly title: string; readonly place: number },
): Promise<string> {
  return insertRow(tx, suggestion, values);
}

function boundedItems(text: string): readonly string[] {
  const items = itemsOf(text);
  if (items.some((item) => item.length > longestItem)) {
    throw new RefusedError(422, (language) => analysisTexts(language).add.tooLong);
  }
  return items;
}

export async function requireWriting({ kernel, tx, actor }: Work, register: unknown): Promise<void> {
  if (!(await mayChange(kernel, tx, actor, register as Register, {}))) throw new RefusedError(403);
}

/** Where somebody wants a cause: a step from where it stands, or a place. */
export type Wish =
  | { readonly kind: 'step'; readonly step: Step }
  | {
      readonly kind: 'place';
      readonly problem: string;
      readonly parent: string | null;
      /** The sibling that it is to stand before; null for last. */
      readonly before: string | null;
    };

export type MoveResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: MoveFault | 'noStep' }
  /** Somebody moved it after the page was opened: where it stood then and where it stands now. Nothing has been moved. */
  | {
      readonly ok: false;
      readonly reason: 'conflict';
      readonly was: Spot | undefined;
      readonly now: CauseRow;
    };

export interface Spot {
  readonly problem: string;
  readonly parent: string | null;
  readonly place: number | null;
}

export async function moveCause(work: Work, id: string, version: number, wish: Wish): Promise<MoveResult> {
  const { tx } = work;
  const seen = await causeToChange(work, id);
  await lockProblems(tx, wish.kind === 'place' ? [seen.problem, wish.problem] : [seen.problem]);
  const row = await causeToChange(work, id);
  if (row.version !== version) {
    const was = await spotAt(tx, id, version);
    // A change of words is no other place.
    if (was === undefined || !sameSpot(was, row)) return { ok: false, reason: 'conflict', was, now: row };
  }
  const problems = wish.kind === 'place' ? [row.problem, wish.problem] : [row.problem];
  const rows = await causesOfProblems(tx, [...new Set(problems)]);
  const position = positionOf(rows, id, wish);
  if (position === undefined) return { ok: false, reason: 'noStep' };
  const change = moved(rows, id, position);
  if (!change.ok) return change;
  await beginMovingBranch(tx);
  const byId = new Map(rows.map((one) => [one.id, one]));
  for (const { id: changedId, problem, parent, place } of change.changed) {
    const saved = await saveRow(tx, cause, changedId, byId.get(changedId)!.version, {
      problem,
      parent,
      place,
    });
    if (!saved.ok) throw new RefusedError(409);
  }
  if (position.problem !== row.problem) {
    await moveSuggestions(
      tx,
      change.changed.map((one) => one.id),
      position.problem,
    );
  }
  return { ok: true };
}

function positionOf(rows: readonly CauseRow[], id: string, wish: Wish): Position | undefined {
  if (wish.kind === 'step') return stepOf(rows, id, wish.step);
  const siblings = siblingsOf(rows, wish.problem, wish.parent).filter((one) => one.id !== id);
  const index = siblings.findIndex((one) => one.id === wish.before);
  return { problem: wish.problem, parent: wish.parent, index: index === -1 ? siblings.length : index };
}

async function spotAt(tx: Transaction, id: string, version: number): Promise<Spot | undefined> {
  return (await rowAtVersion(tx, 'causes.cause', { id }, version)) as Spot | undefined;
}

function sameSpot(a: Spot, b: Spot): boolean {
  return a.problem === b.problem && a.parent === b.parent && a.place === b.place;
}

export type SplitResult = SaveResult | { readonly ok: false; readonly reason: 'empty' };

/** The first line is the cause from now on, with its evidence and what lies under it; each other line becomes a cause after it. */
export async function splitCause(work: Work, id: string, version: number, text: string): Promise<SplitResult> {
  const [first, ...others] = boundedItems(text);
  if (first === undefined) return { ok: false, reason: 'empty' };
  const { tx } = work;
  const row = await causeToChange(work, id);
  await lockProblems(tx, [row.problem]);
  const saved = await saveValues(workOn(work, cause), row as never, version, { title: first });
  if (!saved.ok) return saved;
  for (const title of others.toReversed()) {
    const { problem, parent, branch } = row;
    const newId = await insertCause(tx, { problem, parent, branch, title, place: 0 });
    const now = await causesOfProblems(tx, [problem]);
    const index = siblingsOf(now, problem, parent)
      .filter((one) => one.id !== newId)
      .findIndex((one) => one.id === id);
    const change = moved(now, newId, { problem, parent, index: index + 1 });
    const versions = new Map(now.map((one) => [one.id, one.version]));
    for (const { id: changedId, place } of change.ok ? change.changed : []) {
      await saveRow(tx, cause, changedId, versions.get(changedId)!, { place });
    }
  }
  return saved;
}

/** A person's judgement, with the day and the reason. What was judged before stands in the history. */
export async function judgeCause(
  work: Work,
  id: string,
  version: number,
  judged: { readonly state: CauseState; readonly judgement: string; readonly day: string },
): Promise<SaveResult> {
  const row = await causeToChange(work, id);
  return saveValues(workOn(work, cause), row as never, version, {
    state: judged.state,
    judgement: judged.judgement,
    judgedBy: work.actor.personId,
    judgedOn: judged.day,
  });
}

/** A refusal by the database becomes a sentence; anything else is a fault. */
export function refusedByDatabase(error: unknown): never {
  const constraint = brokenConstraint(error);
  if (constraint === 'cause_without_cycle') throw new RefusedError(409, (language) => causeRefusals(language).cycle);
  if (constraint === 'cause_under_cause' || constraint === 'suggestion_for_cause') {
    throw new RefusedError(409, (language) => causeRefusals(language).otherProblem);
  }
  throw error;
}
