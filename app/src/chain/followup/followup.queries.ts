import type { Transaction } from '../../foundation/database/index.ts';
import type { FigureStore } from '../../foundation/figures/index.ts';
import type { Kernel } from '../../foundation/register/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { judgementsOf, sumBenefits } from './followup.store.ts';
import { type ExpectedEffect, effectsWithOutcomes, outcomeOf } from './outcome.queries.ts';

export async function overviewPage(
  kernel: Kernel,
  tx: Transaction,
  store: FigureStore,
  today: string,
  language: Language,
) {
  const rows = await effectsWithOutcomes(tx, store, today);
  const actions = rows.flatMap(({ effect }) => effect.action ?? []);
  const titles = await kernel.references.get('actions.action')!.labels(tx, actions, language);
  return {
    rows: rows.map((row) => ({ ...row, actionTitle: titles.get(row.effect.action ?? '') ?? '' })),
    sums: await sumBenefits(tx),
  };
}

export async function effectPage(
  kernel: Kernel,
  tx: Transaction,
  store: FigureStore,
  effect: ExpectedEffect,
  today: string,
  language: Language,
) {
  const judgements = await judgementsOf(tx, effect.id);
  const people = judgements.flatMap(({ createdBy }) => createdBy ?? []);
  return {
    outcome: await outcomeOf(tx, store, effect, today),
    judgements,
    names: await kernel.references.get('person')!.labels(tx, people, language),
  };
}
