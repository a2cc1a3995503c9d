import type { Transaction } from '../database/index.ts';
import type { EffectItem, FirstStep, HomeParts, HomeQuestion, MineItem, WheelContribution } from './parts.ts';
import { inOrder } from './rules.ts';

export interface Home {
  readonly wheel: readonly WheelContribution[];
  readonly mine: readonly MineItem[];
  readonly effects: readonly EffectItem[];
  readonly firstSteps: readonly FirstStep[];
  readonly standing: readonly string[];
}

/** Everything that the slices tell, as they stand in the wiring. One connection serves one question at a time, so they are asked in turn. */
export async function readHome(tx: Transaction, parts: HomeParts, asked: HomeQuestion): Promise<Home> {
  const all = async <T>(sources: readonly ((tx: Transaction, asked: HomeQuestion) => Promise<readonly T[]>)[]) => {
    const found: T[] = [];
    for (const source of sources) found.push(...(await source(tx, asked)));
    return found;
  };
  return {
    wheel: await all(parts.wheel),
    mine: inOrder(await all(parts.mine)),
    effects: await all(parts.effects),
    firstSteps: await all(parts.firstSteps),
    standing: await all(parts.standing),
  };
}
