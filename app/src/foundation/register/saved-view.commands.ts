import type { Transaction } from '../database/index.ts';
import { RefusedError } from '../http/index.ts';
import * as store from './saved-view.store.ts';

export function keepView(tx: Transaction, view: Parameters<typeof store.keepView>[1]): Promise<void> {
  return store.keepView(tx, view);
}

export async function dropView(tx: Transaction, register: string, id: string): Promise<void> {
  if (!(await store.dropView(tx, register, id))) throw new RefusedError(404);
}
