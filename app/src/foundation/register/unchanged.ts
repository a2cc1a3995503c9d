import type { Transaction } from '../database/index.ts';
import { changeMark } from './row.store.ts';

/** Some hundred pages of lists; the least recently asked for goes first. */
const most = 400;
/** What is not the municipality's own, such as names of key figures, may have changed all the same. */
const longestMilliseconds = 60_000;

interface Kept {
  readonly mark: string;
  readonly since: number;
  readonly value: Promise<unknown>;
}

const kept = new Map<string, Kept>();

/**
 * What was read holds for as long as nothing has changed in the municipality: every change is audited, and the audit trail counts them. The count
 * is read before the rows, so that what is kept is never older than it says. Nothing of a person may be in what is read unless the name says who, and the
 * transaction may have changed nothing itself: what it has not committed, nobody else may see.
 */
export async function whileUnchanged<T>(tx: Transaction, name: readonly unknown[], read: () => Promise<T>): Promise<T> {
  const key = JSON.stringify([tx.scope.tenantId, ...name]);
  const mark = await changeMark(tx);
  const found = kept.get(key);
  const now = performance.now();
  if (found !== undefined && found.mark === mark && now - found.since < longestMilliseconds) {
    kept.delete(key);
    kept.set(key, found);
    // Another's question may fail with its connection; then this one asks for itself.
    return (found.value as Promise<T>).catch(read);
  }
  const value = read();
  const entry = { mark, since: now, value };
  kept.delete(key);
  kept.set(key, entry);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  value.catch(() => {
    if (kept.get(key) === entry) kept.delete(key);
  });
  return value;
}
