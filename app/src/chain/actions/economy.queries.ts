import { type ProposalEconomy, proposalEconomy } from '@samband/analysis';
import type { Transaction } from '../../foundation/database/index.ts';
import { type Economy, economyInput } from './economy.rules.ts';
import { readEconomies } from './economy.store.ts';
import type { Frame } from './frame.rules.ts';
import { readFrameRow } from './frame.store.ts';

export type Calculated = Extract<ProposalEconomy, { ok: true }>;

export interface ProposalEconomyPage {
  readonly economy: Economy | undefined;
  readonly calculated: Calculated | undefined;
  readonly frame: Frame;
}

export async function economyOfProposal(tx: Transaction, id: string): Promise<ProposalEconomyPage> {
  const frame = await readFrameRow(tx);
  const economy = (await readEconomies(tx, [id])).get(id);
  return { economy, calculated: economy && calculate(economy, frame), frame };
}

/** What the form lets through the engine takes; anything else is a fault of ours. */
export function calculate(economy: Economy, { discountRate }: Pick<Frame, 'discountRate'>): Calculated {
  const calculated = proposalEconomy(economyInput(economy, discountRate));
  if (!calculated.ok) throw new Error(`an economy that was saved cannot be calculated: ${calculated.reason}`);
  return calculated;
}
