import type { SambandRequest } from '../http/index.ts';
import { hurry } from './message.store.ts';
import { addSendJob } from './send.ts';

/** Tries a waiting message now. False when it no longer waits. */
export function hurryMessage(request: SambandRequest, id: string): Promise<boolean> {
  return request.transaction(async (tx) => {
    if (!(await hurry(tx, id))) return false;
    await addSendJob(tx, id);
    return true;
  });
}
