import { type Actor, may } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { findRows, type Kernel, type RowOf } from '../../foundation/register/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { decideFocus, writeFocus } from './access.ts';
import { candidate } from './candidate.rules.ts';
import {
  builtOnObservation,
  countAreas,
  type DecidedCandidate,
  decisionOfArea,
  type FocusDecision,
  listDecisions,
  readDecision,
  readWeights,
} from './focus.store.ts';
import { evenWeights, ranked, type Score, scoreOf, type Weights } from './score.rules.ts';

export type Candidate = RowOf<typeof candidate.fields>;
export type RankedCandidate = Candidate & { readonly score: Score };

export interface ComparePage {
  readonly candidates: readonly RankedCandidate[];
  readonly weights: Weights;
  /** 0 until the municipality has weights of its own. */
  readonly version: number;
  readonly decisions: readonly FocusDecision[];
  readonly mayDecide: boolean;
  readonly mayWrite: boolean;
}

/** Candidates that nobody has chosen yet, strongest first by the municipality's own weights. */
export async function comparePage(tx: Transaction, actor: Actor): Promise<ComparePage> {
  const own = await readWeights(tx);
  const weights = own?.weights ?? evenWeights;
  const rows = (await findRows(tx, candidate)).filter(({ state }) => state !== 'chosen');
  return {
    candidates: ranked(rows.map((row) => ({ ...row, score: scoreOf(row, weights) }))),
    weights,
    version: own?.version ?? 0,
    decisions: await listDecisions(tx),
    mayDecide: may(actor, decideFocus),
    mayWrite: may(actor, writeFocus),
  };
}

export interface DecisionPage {
  readonly decision: FocusDecision;
  readonly candidates: readonly DecidedCandidate[];
  readonly present: readonly string[];
}

export async function decisionPage(
  kernel: Kernel,
  tx: Transaction,
  id: string,
  language: Language,
): Promise<DecisionPage | undefined> {
  const found = await readDecision(tx, id);
  if (found === undefined) return undefined;
  const labels = await kernel.references.get('person')!.labels(tx, found.decision.present, language);
  return { ...found, present: found.decision.present.map((one) => labels.get(one) ?? '') };
}

export { builtOnObservation, countAreas, decisionOfArea };
