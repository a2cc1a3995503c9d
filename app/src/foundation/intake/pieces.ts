import { setImmediate as giveWay } from 'node:timers/promises';
import type { Tell } from './target.ts';

const rowsInOne = 1000;

/** Work over many rows, a thousand at a time, so that other requests are answered in between. */
export async function inPieces<A, B>(
  items: readonly A[],
  work: (some: readonly A[], start: number) => readonly B[] | Promise<readonly B[]>,
  tell: (done: number) => Promise<void> = () => Promise.resolve(),
): Promise<readonly B[]> {
  const made: B[] = [];
  for (let start = 0; start < items.length; start += rowsInOne) {
    if (start > 0) await giveWay();
    for (const one of await work(items.slice(start, start + rowsInOne), start)) made.push(one);
    await tell(Math.min(start + rowsInOne, items.length));
  }
  return made;
}

/** A part of something longer: from this share of it to that. */
export function partOf(tell: Tell | undefined, total: number, from: number, to: number) {
  return async (done: number): Promise<void> => {
    if (total > 0) await tell?.(Math.round(total * from + done * (to - from)), total);
  };
}
