import { type Actor, may } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { RefusedError } from '../../foundation/http/index.ts';
import { type Kernel, mayChange, type RowOf, readRow, saveRow } from '../../foundation/register/index.ts';
import { tellActions } from './access.ts';
import { action } from './action.rules.ts';
import { lockAction } from './action.store.ts';
import {
  type ActionState,
  type ActionStatus,
  isClosed,
  isStatus,
  type StepFault,
  stepFault,
  type TellingFault,
  tellingFault,
} from './action-state.rules.ts';
import { insertTelling, type Telling, tellingsOf } from './status.store.ts';

export type ActionRow = RowOf<(typeof action)['fields']>;

export interface ActionWork {
  readonly kernel: Kernel;
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly today: string;
}

/** Whoever may change the action, and its owner. */
export async function mayTell({ kernel, tx, actor }: ActionWork, row: ActionRow): Promise<boolean> {
  if (!row.active) return false;
  if (row.owner === actor.personId && may(actor, tellActions)) return true;
  return mayChange(kernel, tx, actor, action, row);
}

/** The action as it stands now, held until the transaction ends. */
export async function actionToTell(work: ActionWork, id: string): Promise<ActionRow> {
  await lockAction(work.tx, id);
  const row = await readRow(work.tx, action, id);
  if (row === undefined) throw new RefusedError(404);
  if (!(await mayTell(work, row))) throw new RefusedError(403);
  return row;
}

export interface StatusForm {
  readonly status: string;
  readonly comment: string;
  /** The latest telling that the person saw; empty when there was none. */
  readonly seen: string;
}

export type TellResult =
  | { readonly ok: true; readonly status: ActionStatus }
  | { readonly ok: false; readonly reason: 'invalid'; readonly row: ActionRow; readonly fault: TellingFault }
  | { readonly ok: false; readonly reason: 'closed'; readonly row: ActionRow }
  /** Somebody told of it in the meantime; nothing has been written. */
  | { readonly ok: false; readonly reason: 'conflict'; readonly row: ActionRow; readonly latest: Telling };

export async function tellStatus(work: ActionWork, id: string, form: StatusForm): Promise<TellResult> {
  const { tx, today } = work;
  const row = await actionToTell(work, id);
  const comment = form.comment.replaceAll('\r\n', '\n').trim();
  const fault = tellingFault(form.status, comment);
  if (fault !== undefined || !isStatus(form.status)) {
    return { ok: false, reason: 'invalid', row, fault: fault ?? 'statusNeeded' };
  }
  if (isClosed(row.state)) return { ok: false, reason: 'closed', row };
  const [latest] = await tellingsOf(tx, id, 1);
  if (latest !== undefined && latest.id !== form.seen) return { ok: false, reason: 'conflict', row, latest };
  await insertTelling(tx, { action: id, status: form.status, state: null, comment, today });
  await save(tx, row, { status: form.status, statusComment: comment });
  return { ok: true, status: form.status };
}

export type MoveResult =
  | { readonly ok: true; readonly row: ActionRow; readonly already: boolean }
  | { readonly ok: false; readonly reason: StepFault; readonly row: ActionRow }
  /** It no longer stands where the person saw it. */
  | {
      readonly ok: false;
      readonly reason: 'conflict';
      readonly row: ActionRow;
      readonly latest: Telling | undefined;
    };

/** From one state to the next. The day that it is done or stopped on follows by itself. */
export async function moveAction(
  work: ActionWork,
  id: string,
  asked: { readonly from: ActionState; readonly to: ActionState; readonly reason: string },
): Promise<MoveResult> {
  const { tx, today } = work;
  const row = await actionToTell(work, id);
  const { from, to } = asked;
  const reason = asked.reason.replaceAll('\r\n', '\n').trim();
  if (row.state === to) return { ok: true, row, already: true };
  if (row.state !== from) {
    const [latest] = await tellingsOf(tx, id, 1);
    return { ok: false, reason: 'conflict', row, latest };
  }
  const fault = stepFault(from, to, reason);
  if (fault !== undefined) return { ok: false, reason: fault, row };
  await insertTelling(tx, { action: id, status: null, state: to, comment: reason, today });
  await save(tx, row, { state: to, closedOn: isClosed(to) ? today : null });
  return { ok: true, row, already: false };
}

async function save(tx: Transaction, { id, version }: ActionRow, values: Partial<ActionRow>): Promise<void> {
  const saved = await saveRow(tx, action, id, version, values as never);
  if (!saved.ok) throw new Error(`action ${id} was not saved though its row was locked`);
}
