import type { Transaction } from '../database/index.ts';
import { type Account, findAccount } from './account.store.ts';
import { findPerson, type PersonRow } from './person.store.ts';
import { after, idleLimit } from './session.rules.ts';
import { listSessions } from './session.store.ts';

export interface PersonsAccount {
  readonly person: PersonRow;
  readonly account: Account | undefined;
  /** How many places the person is signed in at. */
  readonly sessions: number;
}

export async function accountOf(tx: Transaction, personId: string, now: Date): Promise<PersonsAccount | undefined> {
  const person = await findPerson(tx, personId);
  if (person === undefined) return undefined;
  const sessions = await listSessions(tx, personId, now, after(now, -idleLimit));
  return { person, account: await findAccount(tx, personId), sessions: sessions.length };
}
