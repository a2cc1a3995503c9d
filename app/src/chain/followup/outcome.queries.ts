import {
  type DifferenceInDifferences,
  differenceInDifferences,
  type EffectCaution,
  type EffectWord,
  effectWord,
} from '@samband/analysis';
import type { Transaction } from '../../foundation/database/index.ts';
import { type FigureStore, type Figures, FiguresMissingError } from '../../foundation/figures/index.ts';
import { findRows, type RowOf } from '../../foundation/register/index.ts';
import { figuresOfMunicipality, municipalityCode } from '../../foundation/tenancy/index.ts';
import { action } from '../actions/index.ts';
import { type FigureHistory, figureHistory, localFigureHistory } from '../situation/index.ts';
import { expectedEffect } from './effect.rules.ts';
import { type Progress, progressOf } from './outcome.rules.ts';

export type ExpectedEffect = RowOf<typeof expectedEffect.fields>;

/** What the figures say of an expected effect today. */
export interface Outcome {
  readonly history: FigureHistory;
  readonly difference: DifferenceInDifferences;
  readonly word: EffectWord;
  readonly cautions: readonly EffectCaution[];
  readonly progress: Progress;
  /** Other actions on the same key figure in the same years. */
  readonly others: readonly OtherAction[];
}

export interface OtherAction {
  readonly id: string;
  readonly title: string;
  readonly starts: string | null;
  readonly ends: string | null;
}

/** Figures may be missing altogether; what is planned can be read without them. */
export async function currentFigures(tx: Transaction, store: FigureStore): Promise<Figures | undefined> {
  return store.current(await figuresOfMunicipality(tx)).catch((error: unknown) => {
    if (error instanceof FiguresMissingError) return undefined;
    throw error;
  });
}

/** The key figure's history, from the archive or from the municipality's own values. */
export async function historyOf(
  tx: Transaction,
  store: FigureStore,
  asked: Pick<ExpectedEffect, 'keyFigure' | 'comparison'>,
  today: string,
): Promise<FigureHistory | undefined> {
  const code = asked.keyFigure ?? '';
  const local = await localFigureHistory(tx, code);
  if (local) return local;
  const figures = await currentFigures(tx, store);
  if (figures === undefined) return undefined;
  const unit = await municipalityCode(tx);
  return figureHistory(figures, { code, unit, comparison: asked.comparison ?? 'similar', today });
}

export async function outcomeOf(
  tx: Transaction,
  store: FigureStore,
  effect: ExpectedEffect,
  today: string,
): Promise<Outcome | undefined> {
  const history = await historyOf(tx, store, effect, today);
  if (history === undefined) return undefined;
  const others = await otherActions(tx, effect);
  return { ...judged(history, effect, others.length > 0), history, others };
}

/** Further back other things made the difference between municipalities. */
const yearsBefore = 5;

/** Difference-in-differences on the history, the word by its rule, and how far it is to the target. */
export function judged(
  history: FigureHistory,
  effect: Pick<ExpectedEffect, 'baseline' | 'baselineYear' | 'effectFrom' | 'target'>,
  otherActionsToo: boolean,
): Pick<Outcome, 'difference' | 'word' | 'cautions' | 'progress'> {
  const difference = differenceInDifferences({
    years: history.years,
    treated: { unit: 'own', values: history.own },
    comparison: history.others,
    firstYearAfter: effect.effectFrom!,
    lastYearBefore: effect.baselineYear!,
    yearsBefore,
  });
  const { word, cautions } = effectWord(difference, {
    direction: history.direction,
    breaks: history.breaks,
    preliminaryYears: history.preliminaryYears,
    otherActions: otherActionsToo,
  });
  return { difference, word, cautions, progress: progressOf(history, effect) };
}

async function otherActions(tx: Transaction, effect: ExpectedEffect): Promise<readonly OtherAction[]> {
  const column = action.columns.find(({ key }) => key === 'keyFigures')!;
  const rows = await findRows(tx, action, [{ column, is: 'one', of: [effect.keyFigure ?? ''] }], 200);
  const from = `${effect.baselineYear}-01-01`;
  return rows
    .filter(({ id, ends }) => id !== effect.action && (ends === null || ends >= from))
    .map(({ id, title, starts, ends }) => ({ id, title, starts, ends }));
}

/** All effects that are in use, with what the figures say of each: for the overview. */
export async function effectsWithOutcomes(
  tx: Transaction,
  store: FigureStore,
  today: string,
): Promise<readonly { readonly effect: ExpectedEffect; readonly outcome: Outcome | undefined }[]> {
  const effects = await findRows(tx, expectedEffect, [], 500);
  const rows = [];
  for (const effect of effects) rows.push({ effect, outcome: await outcomeOf(tx, store, effect, today) });
  return rows;
}
