import type { Database } from '../database/index.ts';
import { RefusedError, type SambandRequest, type SignedIn } from '../http/index.ts';
import { newId } from '../ids/index.ts';
import { loadActingPerson } from '../tenancy/index.ts';
import { formatDate } from '../ui/index.ts';
import {
  lastUsedPrecision,
  longestTokenDays,
  newApiToken,
  secretOf,
  type TokenFault,
  tokenFaults,
  tokenLimit,
} from './api-token.rules.ts';
import { insertApiToken, noteUsed, presentToken, revokeApiToken } from './api-token.store.ts';
import { apiTokenTexts } from './api-token.texts.ts';
import { attemptWindowSeconds, minutesUntil } from './attempt.rules.ts';
import { nextAttempt, noteAttempt } from './attempt.store.ts';
import { provePassword, readProfile } from './profile.commands.ts';
import { after } from './session.rules.ts';
import { hashOf, type Vault } from './vault.ts';

type Found = SignedIn | 'unknown' | 'dead' | { readonly next: Date };

/** Who stands behind a program's token, with the roles that hold today. A token that never was counts as a guess. */
export async function authenticateToken(
  database: Database,
  vault: Vault,
  token: string,
  { origin, now }: { readonly origin: string; readonly now: Date },
): Promise<SignedIn> {
  const secret = secretOf(token);
  if (secret === undefined) throw new RefusedError(401);
  const limit = { subject: vault.subject('api token origin', origin), most: tokenLimit };
  const today = formatDate(now);
  const found = await database.inScope(
    { tenantId: undefined, secretHash: hashOf(secret) },
    async (tx): Promise<Found> => {
      const next = await nextAttempt(tx, limit, attemptWindowSeconds, now);
      if (next !== null) return { next };
      const shown = await presentToken(tx, today);
      if (shown === undefined) return 'unknown';
      const person = shown.valid ? await loadActingPerson(tx, shown.personId, today) : undefined;
      if (person === undefined) return 'dead';
      const { tenantId, personId, lastUsedAt } = shown;
      if (now.getTime() - (lastUsedAt?.getTime() ?? 0) > lastUsedPrecision) await noteUsed(tx, shown.id, now);
      return {
        actor: { tenantId, personId, sessionId: shown.id, name: person.name, roles: person.roles },
        tenant: person.tenant,
        language: shown.language ?? undefined,
        token: { name: shown.name, mayWrite: shown.mayWrite },
      };
    },
  );
  if (found === 'unknown') {
    await database.inScope({ tenantId: undefined }, (tx) => noteAttempt(tx, [limit], attemptWindowSeconds, now));
  }
  if (typeof found === 'string') throw new RefusedError(401);
  if ('next' in found)
    throw new RefusedError(429, (language) => apiTokenTexts(language).tooMany(minutesUntil(found.next, now)));
  return found;
}

export type MadeToken =
  | { readonly kind: 'made'; readonly token: string }
  | { readonly kind: 'refused'; readonly faults: readonly (TokenFault | 'wrongPassword')[] }
  | { readonly kind: 'tooMany'; readonly next: Date };

/** Makes a token, which is given here and never again. Whoever has a password shows it: a token is a way to sign in. */
export async function makeApiToken(
  request: SambandRequest,
  vault: Vault,
  input: {
    readonly name: string;
    readonly mayWrite: boolean;
    readonly lastDay: string | undefined;
    readonly password: string;
  },
): Promise<MadeToken> {
  const faults = tokenFaults(input, formatDate(request.now), latestDay(request.now));
  if (faults.length > 0) return { kind: 'refused', faults };
  const { account } = await readProfile(request);
  if (account.passwordHash !== null) {
    const proof = await provePassword(request, vault, input.password);
    if (proof.kind === 'tooMany') return proof;
    if (proof.kind === 'refused') return { kind: 'refused', faults: [proof.reason] };
  }
  const { token, hash } = newApiToken();
  const { name, mayWrite } = input;
  const { personId } = request.person;
  await request.transaction((tx) =>
    insertApiToken(tx, { id: newId(), personId, name, tokenHash: hash, mayWrite, lastDay: input.lastDay! }),
  );
  return { kind: 'made', token };
}

function latestDay(now: Date): string {
  return formatDate(after(now, longestTokenDays * 86_400_000));
}

export function endApiToken(request: SambandRequest, id: string): Promise<boolean> {
  return request.transaction((tx) => revokeApiToken(tx, request.person.personId, id, request.now));
}
