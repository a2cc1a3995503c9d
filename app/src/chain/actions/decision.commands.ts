import { type Actor, may } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { RefusedError } from '../../foundation/http/index.ts';
import { insertRow, type Kernel, type RowOf, readRow, saveRow } from '../../foundation/register/index.ts';
import { recordDecisions } from './access.ts';
import { action } from './action.rules.ts';
import {
  type Decision,
  type DecisionFault,
  type DecisionForm,
  type DecisionMakers,
  holdingDecisions,
  readDecision,
  stateAfter,
} from './decision.rules.ts';
import { decisionsOn, insertDecision, lockProposal } from './decision.store.ts';
import { actionValues, type Piece, type PieceFault, type PieceForm, readPieces, wholeOf } from './handover.rules.ts';
import { actionsOf } from './handover.store.ts';
import { proposal } from './proposal.rules.ts';

export type ProposalRow = RowOf<(typeof proposal)['fields']>;

export interface DecisionWork {
  readonly kernel: Kernel;
  readonly tx: Transaction;
  readonly actor: Actor;
}

/** Whoever keeps the minutes may record what was decided anywhere; a manager does so in the own part of the organisation. */
export async function mayDecide({ kernel, tx, actor }: DecisionWork, row: ProposalRow): Promise<boolean> {
  if (may(actor, recordDecisions, [])) return true;
  const { department } = row;
  const parts = department === null ? [] : await kernel.withWholes(tx, [{ kind: 'department', id: department }]);
  return may(actor, recordDecisions, parts);
}

export async function proposalRow(tx: Transaction, id: string): Promise<ProposalRow> {
  const row = await readRow(tx, proposal, id);
  if (row === undefined) throw new RefusedError(404);
  return row;
}

async function proposalToDecide(work: DecisionWork, id: string): Promise<ProposalRow> {
  const row = await proposalRow(work.tx, id);
  if (!(await mayDecide(work, row))) throw new RefusedError(403);
  return row;
}

export interface DecisionToRecord {
  readonly form: DecisionForm;
  readonly makers: DecisionMakers;
  /** How many decisions the person saw: another may have written one down since. */
  readonly seen: number;
  /** The decision that this one corrects. */
  readonly corrects: string | null;
  /** Make one action of the whole proposal in the same step. */
  readonly makeAction: boolean;
  readonly today: string;
}

export type RecordDecisionResult =
  | { readonly ok: true; readonly action: string | undefined }
  | { readonly ok: false; readonly reason: 'invalid'; readonly faults: readonly DecisionFault[] }
  | { readonly ok: false; readonly reason: 'trackNeeded' }
  | { readonly ok: false; readonly reason: 'another'; readonly decisions: readonly Decision[] };

/** Writes down what was decided. The row is never changed; what was wrong in it is put right by another that says so. */
export async function recordDecision(
  work: DecisionWork,
  id: string,
  asked: DecisionToRecord,
): Promise<RecordDecisionResult> {
  const { tx } = work;
  await lockProposal(tx, id);
  const row = await proposalToDecide(work, id);
  const before = await decisionsOn(tx, id);
  if (before.length !== asked.seen) return { ok: false, reason: 'another', decisions: before };
  if (row.track === null) return { ok: false, reason: 'trackNeeded' };
  const read = readDecision(asked.form, asked.makers, asked.today);
  if (!read.ok) return { ok: false, reason: 'invalid', faults: read.faults };
  const { corrects } = asked;
  if (corrects !== null && !holdingDecisions(before).some((one) => one.id === corrects)) throw new RefusedError(422);
  const made = { ...read.decision, proposal: id, track: row.track, corrects };
  // The state is what the latest decision that holds leaves it in; its version is the one that the decision names.
  const [latest] = holdingDecisions([...before, { ...made, id: '~', proposalVersion: 0 }]);
  const state = latest === undefined ? row.state : stateAfter(latest.outcome);
  const version = await setState(tx, row, state);
  await insertDecision(tx, { ...made, proposalVersion: version });
  const makes = asked.makeAction && state === 'decided' && (await actionsOf(tx, id)).length === 0;
  return { ok: true, action: makes ? await insertAction(tx, row, wholeOf(row)) : undefined };
}

async function setState(tx: Transaction, row: ProposalRow, state: ProposalRow['state']): Promise<number> {
  if (row.state === state) return row.version;
  const saved = await saveRow(tx, proposal, row.id, row.version, { state });
  if (!saved.ok) throw new Error(`the state of proposal ${row.id} was not saved though its row was locked`);
  return saved.row.version;
}

function insertAction(tx: Transaction, row: ProposalRow, piece: Piece): Promise<string> {
  return insertRow(tx, action, { ...actionValues(row, piece) });
}

export type MakeActionsResult =
  | { readonly ok: true; readonly actions: readonly string[] }
  | { readonly ok: false; readonly reason: 'invalid'; readonly faults: readonly PieceFault[] }
  | { readonly ok: false; readonly reason: 'notDecided' }
  | { readonly ok: false; readonly reason: 'another'; readonly count: number };

/** One decided proposal as several actions, or as one more than it has. */
export async function makeActions(
  work: DecisionWork,
  id: string,
  asked: {
    readonly pieces: readonly PieceForm[];
    readonly people: ReadonlyMap<string, string>;
    readonly seen: number;
  },
): Promise<MakeActionsResult> {
  const { tx } = work;
  await lockProposal(tx, id);
  const row = await proposalToDecide(work, id);
  if (row.state !== 'decided') return { ok: false, reason: 'notDecided' };
  const before = await actionsOf(tx, id);
  if (before.length !== asked.seen) return { ok: false, reason: 'another', count: before.length };
  const read = readPieces(asked.pieces, asked.people);
  if (!read.ok) return { ok: false, reason: 'invalid', faults: read.faults };
  const actions: string[] = [];
  for (const piece of read.pieces) actions.push(await insertAction(tx, row, piece));
  return { ok: true, actions };
}
