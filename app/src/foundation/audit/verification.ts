import type { Database, Transaction } from '../database/index.ts';
import { type ChainHead, chainHead, checkLinks } from './store.ts';

/** Does the trail still say what it said when it was written? */
export type ChainState =
  | { readonly state: 'intact'; readonly entries: number; readonly lastHash: string | undefined }
  /** `sequence` is the first entry that does not follow from the one before, or that is missing. */
  | { readonly state: 'broken'; readonly entries: number; readonly sequence: number };

export interface ChainProgress {
  /** Entries up to and including this one hold. */
  readonly checkedTo: number;
  readonly total: number;
  readonly result: ChainState | undefined;
}

// A step takes about a second, so that a page can show how far it has come.
const step = 25_000;

/** One step of the check, from where the last one ended. Call it until there is a result. */
export async function verifyStep(tx: Transaction, after: number): Promise<ChainProgress> {
  const head = await chainHead(tx);
  const total = head.lastSequence;
  const links = await checkLinks(tx, after, total, step);
  if (links.broken !== undefined)
    return { checkedTo: links.broken - 1, total, result: { state: 'broken', entries: total, sequence: links.broken } };
  const checkedTo = links.lastSequence ?? after;
  if (checkedTo < total) return { checkedTo, total, result: undefined };
  const lost = lostEnd(head);
  const result: ChainState =
    lost === undefined
      ? { state: 'intact', entries: total, lastHash: head.lastHash }
      : { state: 'broken', entries: total, sequence: lost };
  return { checkedTo, total, result };
}

/** Entries can hold together and yet lack their end: the chain remembers how far it had come. */
function lostEnd({ sequence, hash, lastSequence, lastHash }: ChainHead): number | undefined {
  if (sequence === undefined) return lastSequence === 0 ? undefined : lastSequence;
  if (sequence !== lastSequence) return Math.min(sequence, lastSequence) + 1;
  return lastSequence === 0 || hash === lastHash ? undefined : sequence;
}

export interface TenantChain {
  readonly tenantId: string;
  readonly result: ChainState;
}

/** Every municipality's trail, from its first entry to its last; for `samband audit verify`. */
export async function verifyAudit(database: Database, tenantIds: readonly string[]): Promise<readonly TenantChain[]> {
  const chains: TenantChain[] = [];
  for (const tenantId of tenantIds) {
    let after = 0;
    let result: ChainState | undefined;
    while (result === undefined) {
      const progress = await database.inScope({ tenantId, origin: 'samband' }, (tx) => verifyStep(tx, after));
      after = progress.checkedTo;
      result = progress.result;
    }
    chains.push({ tenantId, result });
  }
  return chains;
}
