import { type Actor, may } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import type { FigureStore } from '../../foundation/figures/index.ts';
import { RefusedError } from '../../foundation/http/index.ts';
import {
  type Derivation,
  type RegisterWork,
  rowToChange,
  type SaveResult,
  saveValues,
} from '../../foundation/register/index.ts';
import type { FigureHistory } from '../situation/index.ts';
import { confirmBenefit, writeFollowup } from './access.ts';
import { figureAtYear } from './baseline.rules.ts';
import { effectStates } from './effect.rules.ts';
import { insertJudgement } from './followup.store.ts';
import { type ExpectedEffect, historyOf, outcomeOf } from './outcome.queries.ts';
import { aYearLater } from './outcome.rules.ts';

/** The baseline is read from the key figure when the effect is stated, and stays: a revision afterwards does not move what was promised against. */
export function baselineOf(store: FigureStore, today: () => string): Derivation {
  return async (tx, values, before) => {
    const asked = { ...before, ...values } as unknown as ExpectedEffect;
    const same =
      before !== undefined && asked.keyFigure === before.keyFigure && asked.baselineYear === before.baselineYear;
    if (same) return {};
    const history = await historyOf(tx, store, asked, today());
    const value = history && figureAtYear(history, asked.baselineYear ?? 0);
    if (history === undefined || value === undefined) return { baseline: null, baselineSource: '' };
    return { baseline: value, baselineSource: sourceWords(history.source).slice(0, 200) };
  };
}

function sourceWords(source: FigureHistory['source']): string {
  if (source.kind === 'local') return source.source;
  const { exampleData, fetchedAt, version } = source.archive;
  return `${exampleData ? 'Exempeldata' : 'Kolada'} ${fetchedAt.slice(0, 10)}, version ${version}`;
}

export interface JudgementForm {
  readonly state: string;
  readonly reason: string;
  readonly close: boolean;
  /** Empty: a year from now, unless it is closed. */
  readonly followUpOn: string;
}

export type JudgeResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'stateMissing' | 'reasonMissing' | 'notADate' }
  | Extract<SaveResult, { reason: 'conflict' }>;

/** Somebody says how it went, beside what the figures say then. The follow-up goes on until the effect is taken home or it is closed with this reason. */
export async function judgeEffect(
  work: RegisterWork,
  store: FigureStore,
  id: string,
  version: number,
  form: JudgementForm,
  today: string,
): Promise<JudgeResult> {
  const { tx, actor } = work;
  if (!may(actor, writeFollowup)) throw new RefusedError(403);
  const state = effectStates.find((one) => one === form.state);
  if (state === undefined) return { ok: false, reason: 'stateMissing' };
  if (form.reason === '') return { ok: false, reason: 'reasonMissing' };
  if (form.followUpOn !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(form.followUpOn)) return { ok: false, reason: 'notADate' };
  const before = await rowToChange(work, id);
  const over = form.close || state === 'realised';
  const saved = await saveValues(work, before, version, {
    state,
    reason: form.reason,
    closed: form.close,
    followUpOn: over ? null : form.followUpOn || aYearLater(today),
  });
  if (!saved.ok) {
    if (saved.reason === 'conflict') return saved;
    throw new RefusedError(422);
  }
  await insertJudgement(tx, {
    effectId: id,
    judgedOn: today,
    state,
    reason: form.reason,
    outcome: await outcomeNow(tx, store, before as unknown as ExpectedEffect, today),
  });
  return { ok: true };
}

async function outcomeNow(tx: Transaction, store: FigureStore, effect: ExpectedEffect, today: string) {
  const outcome = await outcomeOf(tx, store, effect, today);
  const found = outcome?.difference.ok === true ? outcome.difference : undefined;
  const source = outcome?.history.source;
  return {
    year: outcome?.progress.latest?.year ?? null,
    value: outcome?.progress.latest?.value ?? null,
    estimate: found?.estimate ?? null,
    low: found?.low ?? null,
    high: found?.high ?? null,
    word: outcome?.word ?? null,
    comparisonUnits: found?.comparisonUnits ?? [],
    archive: source?.kind === 'kolada' ? `${source.archive.id}/${source.archive.version}` : null,
  };
}

/** An economist says that the kronor are there; or takes the word back. */
export async function confirmKronor(
  work: RegisterWork,
  actor: Actor,
  id: string,
  version: number,
  confirmed: boolean,
  today: string,
): Promise<SaveResult> {
  if (!may(actor, confirmBenefit)) throw new RefusedError(403);
  const before = await rowToChange(work, id);
  return saveValues(work, before, version, {
    confirmedBy: confirmed ? actor.personId : null,
    confirmedOn: confirmed ? today : null,
  });
}
