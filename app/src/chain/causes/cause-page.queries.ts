import type { Actor } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { type Kernel, type Names, namesFor, readRow } from '../../foundation/register/index.ts';
import { peopleNames } from '../../foundation/tenancy/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { type CauseAnalysis, causeAnalysis } from './analysis.queries.ts';
import type { Spot, Wish } from './cause.commands.ts';
import { cause } from './cause.rules.ts';
import { countForFocus, type FocusCount } from './causes.store.ts';
import { evidence } from './evidence.rules.ts';
import { problem } from './problem.rules.ts';
import {
  type CauseRow,
  causesOfProblems,
  type EvidenceRow,
  evidenceOfCauses,
  type ProblemRow,
  type SuggestionRow,
  suggestionsOfProblems,
} from './rows.queries.ts';
import { inOrder, siblingsOf, type TreeNode, treesOf } from './tree.rules.ts';

export interface CausePage {
  readonly row: CauseRow;
  readonly problem: ProblemRow;
  /** From the problem down to the cause above this one. */
  readonly above: readonly CauseRow[];
  readonly below: readonly CauseRow[];
  readonly suggestions: readonly SuggestionRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly evidenceNames: Names;
  readonly judgedBy: string | undefined;
}

/** What stands around a cause: where it belongs, its evidence, and who judged it. */
export async function causePage(
  kernel: Kernel,
  tx: Transaction,
  id: string,
  language: Language,
): Promise<CausePage | undefined> {
  const row = (await readRow(tx, cause, id)) as CauseRow | undefined;
  if (row === undefined) return undefined;
  const rows = await causesOfProblems(tx, [row.problem]);
  const found = inOrder((await evidenceOfCauses(tx, [id])).map((one) => ({ ...one, place: null })));
  const people = await peopleNames(tx, row.judgedBy === null ? [] : [row.judgedBy]);
  return {
    row,
    problem: (await readRow(tx, problem, row.problem))!,
    above: pathTo(rows, row),
    below: siblingsOf(rows, row.problem, id),
    suggestions: (await suggestionsOfProblems(tx, [row.problem])).filter((one) => one.cause === id),
    evidence: found,
    evidenceNames: await namesFor(kernel, tx, evidence, found, language),
    judgedBy: row.judgedBy === null ? undefined : people.get(row.judgedBy),
  };
}

function pathTo(rows: readonly CauseRow[], { parent }: Pick<CauseRow, 'parent'>): readonly CauseRow[] {
  const above = rows.find((one) => one.id === parent);
  return above === undefined ? [] : [...pathTo(rows, above), above];
}

export interface ProblemPage {
  readonly tree: readonly TreeNode<CauseRow>[];
  readonly suggestions: readonly SuggestionRow[];
}

export async function problemPage(tx: Transaction, id: string): Promise<ProblemPage> {
  return {
    tree: treesOf(await causesOfProblems(tx, [id])).get(id) ?? [],
    suggestions: inOrder(await suggestionsOfProblems(tx, [id])),
  };
}

export interface MovePage {
  readonly row: CauseRow;
  readonly analysis: CauseAnalysis;
}

/** Every place in the focus area that a cause can be moved to. */
export async function movePage(
  tx: Transaction,
  actor: Actor,
  id: string,
  language: Language,
): Promise<MovePage | undefined> {
  const row = (await readRow(tx, cause, id)) as CauseRow | undefined;
  const of = row && (await readRow(tx, problem, row.problem));
  const analysis = of && (await causeAnalysis(tx, actor, of.focusArea ?? '', language));
  return row === undefined || analysis === undefined ? undefined : { row, analysis };
}

/** A place in words: the problem, and the causes down to where it stands. Undefined for what is no longer there. */
export async function placeWords(
  tx: Transaction,
  spot: Pick<Spot, 'problem' | 'parent'>,
): Promise<readonly string[] | undefined> {
  const of = await readRow(tx, problem, spot.problem);
  if (of === undefined) return undefined;
  if (spot.parent === null) return [of.title];
  const rows = await causesOfProblems(tx, [spot.problem]);
  const parent = rows.find(({ id }) => id === spot.parent);
  return parent && [of.title, ...[...pathTo(rows, parent), parent].map(({ title }) => title)];
}

export interface MoveConflict {
  readonly was: readonly string[] | undefined;
  readonly now: readonly string[] | undefined;
  /** Undefined for a step, which is told by its name. */
  readonly mine: readonly string[] | undefined;
  readonly movedBy: string | undefined;
  readonly movedAt: Date;
}

export async function moveConflict(
  tx: Transaction,
  wish: Wish,
  { was, now }: { readonly was: Spot | undefined; readonly now: CauseRow },
): Promise<MoveConflict> {
  const people = await peopleNames(tx, now.changedBy === null ? [] : [now.changedBy]);
  return {
    was: was && (await placeWords(tx, was)),
    now: await placeWords(tx, now),
    mine: wish.kind === 'place' ? await placeWords(tx, wish) : undefined,
    movedBy: now.changedBy === null ? undefined : people.get(now.changedBy),
    movedAt: now.changedAt,
  };
}

/** How far the search for causes has come in each focus area that is under way, and in the one that is asked for. */
export async function focusCounts(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, FocusCount>> {
  const found = await countForFocus(tx, ids);
  const none = { problems: 0, causes: 0, supported: 0, rejected: 0 };
  return new Map(ids.map((id) => [id, found.get(id) ?? none]));
}
