import type { Language } from '../../foundation/texts/index.ts';
import { type DecisionWork, mayDecide, type ProposalRow, proposalRow } from './decision.commands.ts';
import type { Decision, DecisionForm, DecisionMakers } from './decision.rules.ts';
import { decisionsOn, decisionsOnAll, proposalOfDecision } from './decision.store.ts';
import { actionsOf } from './handover.store.ts';
import { namedOptions, personIds, personNames } from './person.queries.ts';

type Options = readonly { readonly value: string; readonly label: string }[] | undefined;

export interface DecisionPageData {
  readonly row: ProposalRow;
  readonly decisions: readonly Decision[];
  readonly actions: readonly { readonly id: string; readonly title: string }[];
  readonly mayDecide: boolean;
  readonly committees: Options;
  readonly people: Options;
}

export async function decisionPage(work: DecisionWork, id: string, language: Language): Promise<DecisionPageData> {
  const { kernel, tx } = work;
  const row = await proposalRow(tx, id);
  return {
    row,
    decisions: await decisionsOn(tx, id),
    actions: await actionsOf(tx, id),
    mayDecide: await mayDecide(work, row),
    committees: await namedOptions(kernel, tx, 'committee', language),
    people: await namedOptions(kernel, tx, 'person', language),
  };
}

/** Whom the form means: ids chosen in a list, or a name that was written. */
export async function decisionMakers(
  { kernel, tx }: DecisionWork,
  { person }: Pick<DecisionForm, 'person'>,
  language: Language,
): Promise<DecisionMakers> {
  const committees = await namedOptions(kernel, tx, 'committee', language);
  const makers = { committees: new Map((committees ?? []).map(({ value, label }) => [value, label])) };
  if (person.trim() === '') return { ...makers, person: null };
  const id = (await personIds(kernel, tx, [person])).get(person.trim());
  if (id === undefined) return { ...makers, person: undefined };
  return { ...makers, person: { id, name: (await personNames(kernel, tx, [id], language)).get(id) ?? '' } };
}

export { decisionsOnAll, proposalOfDecision };
