import { type Actor, may } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { type RowOf, readRow, type Term, vocabularyTerms } from '../../foundation/register/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { focusArea } from '../focus/index.ts';
import { writeCauses } from './access.ts';
import { type Weighing, weigh } from './balance.rules.ts';
import { joinArea } from './item.rules.ts';
import {
  type CauseRow,
  causesOfProblems,
  evidenceOfCauses,
  type ProblemRow,
  problemsOfFocus,
  type SuggestionRow,
  suggestionsOfProblems,
} from './rows.queries.ts';
import { labelsOf } from './term.rules.ts';
import { inOrder, type TreeNode, treesOf } from './tree.rules.ts';
import { causesVocabularies } from './vocabularies.ts';

export type FocusRow = RowOf<typeof focusArea.fields>;

/** A problem with all that belongs to it, as the table, the tree and the fishbone show it. */
export interface AnalysedProblem {
  readonly row: ProblemRow;
  /** "Särskilt boende - Personalkostnader" */
  readonly area: string;
  readonly tree: readonly TreeNode<CauseRow>[];
  readonly suggestions: readonly SuggestionRow[];
}

export interface CauseAnalysis {
  readonly focus: FocusRow;
  /** In the order of the table: those of the same area together. */
  readonly problems: readonly AnalysedProblem[];
  readonly causes: readonly CauseRow[];
  readonly suggestionCount: number;
  readonly weighings: ReadonlyMap<string, Weighing>;
  readonly costTypes: readonly Term[];
  readonly branches: readonly Term[];
  readonly mayWrite: boolean;
}

/** One set of causes; the three views differ only in how they draw it. Undefined where there is no such focus area. */
export async function causeAnalysis(
  tx: Transaction,
  actor: Actor,
  focusId: string,
  language: Language,
): Promise<CauseAnalysis | undefined> {
  const focus = await readRow(tx, focusArea, focusId);
  if (focus === undefined) return undefined;
  const rows = await problemsOfFocus(tx, focusId);
  const ids = rows.map(({ id }) => id);
  const [causes, suggestions, costTypes, branches] = [
    await causesOfProblems(tx, ids),
    await suggestionsOfProblems(tx, ids),
    await termsOf(tx, 'costType', language),
    await termsOf(tx, 'branch', language),
  ];
  const evidence = await evidenceOfCauses(
    tx,
    causes.map(({ id }) => id),
  );
  const byCause = Map.groupBy(evidence, (one) => one.cause ?? '');
  const trees = treesOf(causes);
  const label = labelsOf(costTypes);
  const problems = inOrder(rows).map((row) => ({
    row,
    area: joinArea({ area: row.area, costType: label(row.costType) }),
    tree: trees.get(row.id) ?? [],
    suggestions: inOrder(suggestions.filter((one) => one.problem === row.id)),
  }));
  return {
    focus,
    problems: [...Map.groupBy(problems, ({ area }) => area).values()].flat(),
    causes,
    suggestionCount: suggestions.length,
    weighings: new Map(causes.map(({ id }) => [id, weigh(byCause.get(id) ?? [])])),
    costTypes,
    branches,
    mayWrite: may(actor, writeCauses),
  };
}

export function termsOf(tx: Transaction, name: 'costType' | 'branch', language: Language): Promise<readonly Term[]> {
  return vocabularyTerms(tx, causesVocabularies.find((one) => one.name === name)!, language);
}
