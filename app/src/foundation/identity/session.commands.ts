import type { Database, Transaction } from '../database/index.ts';
import type { SignedIn } from '../http/index.ts';
import { newId } from '../ids/index.ts';
import { loadActingPerson } from '../tenancy/index.ts';
import { formatDate } from '../ui/index.ts';
import { absoluteLimit, after, idleLimit, lastSeenPrecision, shortUserAgent } from './session.rules.ts';
import { deleteExpired, insertSession, noteSeen, presentSession } from './session.store.ts';
import { hashOf, isToken, newToken } from './vault.ts';

/** Who stands behind this cookie, if anyone: two questions in one transaction, and once a minute a note of when. */
export async function authenticate(database: Database, token: string, now: Date): Promise<SignedIn | undefined> {
  if (!isToken(token)) return undefined;
  return database.inScope({ tenantId: undefined, secretHash: hashOf(token) }, async (tx) => {
    const session = await presentSession(tx, now, after(now, -idleLimit));
    if (session === undefined) return undefined;
    const person = await loadActingPerson(tx, session.personId, formatDate(now));
    if (person === undefined) return undefined;
    if (now.getTime() - session.lastSeenAt.getTime() > lastSeenPrecision) await noteSeen(tx, session.id, now);
    return {
      actor: {
        tenantId: session.tenantId,
        personId: session.personId,
        sessionId: session.id,
        name: person.name,
        roles: person.roles,
      },
      tenant: person.tenant,
      language: session.language ?? undefined,
    };
  });
}

export interface Visitor {
  readonly userAgent: string;
  readonly origin: string;
  readonly now: Date;
}

/** Opens a session for the person, in a transaction of their municipality, and gives the secret for the cookie. */
export async function openSession(tx: Transaction, personId: string, visitor: Visitor): Promise<string> {
  const { token, hash } = newToken();
  await deleteExpired(tx, personId, visitor.now, after(visitor.now, -idleLimit));
  await insertSession(tx, {
    id: newId(visitor.now.getTime()),
    personId,
    tokenHash: hash,
    userAgent: shortUserAgent(visitor.userAgent),
    origin: visitor.origin.slice(0, 64),
    now: visitor.now,
    expiresAt: after(visitor.now, absoluteLimit),
  });
  return token;
}
