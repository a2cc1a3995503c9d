import type { Transaction } from '../../foundation/database/index.ts';
import { findRows } from '../../foundation/register/index.ts';
import type { Decision } from './decision.rules.ts';
import { decisionsOn } from './decision.store.ts';
import { type Calculated, economyOfProposal } from './economy.queries.ts';
import { actionsOf } from './handover.store.ts';
import type { Impact } from './impact.rules.ts';
import { readImpacts } from './impact.store.ts';
import type { Relation } from './portfolio.rules.ts';
import { proposal } from './proposal.rules.ts';
import { relationsOf } from './relation.store.ts';

/** What has been said of a proposal so far, beside its own fields. */
export interface ProposalStanding {
  readonly impacts: readonly Impact[];
  readonly calculated: Calculated | undefined;
  readonly decisions: readonly Decision[];
  readonly actions: readonly { readonly id: string; readonly title: string }[];
  readonly relations: readonly Relation[];
  /** The other proposals, for what they are called and to choose among. */
  readonly others: readonly { readonly id: string; readonly title: string }[];
}

export async function proposalStanding(tx: Transaction, id: string): Promise<ProposalStanding> {
  return {
    impacts: await readImpacts(tx, { kind: 'proposal', id }),
    calculated: (await economyOfProposal(tx, id)).calculated,
    decisions: await decisionsOn(tx, id),
    actions: await actionsOf(tx, id),
    relations: await relationsOf(tx, id),
    others: (await findRows(tx, proposal)).filter((row) => row.id !== id),
  };
}

const conclusionsColumn = proposal.columns.find(({ key }) => key === 'conclusions')!;

export function proposalsOfConclusion(tx: Transaction, conclusion: string) {
  return findRows(tx, proposal, [{ column: conclusionsColumn, is: 'one', of: [conclusion] }]);
}
