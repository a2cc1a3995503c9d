import type { SambandRequest } from '../http/index.ts';
import { type ListedMessage, listMessages } from './message.store.ts';

/** What a page can show at once; older mail is found in the audit trail. */
export const mostMessages = 200;

export function readMessages(request: SambandRequest): Promise<readonly ListedMessage[]> {
  return request.transaction((tx) => listMessages(tx, mostMessages));
}
