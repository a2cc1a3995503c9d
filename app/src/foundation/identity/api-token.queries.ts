import type { SambandRequest } from '../http/index.ts';
import { type ListedToken, listApiTokens } from './api-token.store.ts';
import { readProfile } from './profile.commands.ts';

export interface TokensPage {
  readonly tokens: readonly ListedToken[];
  /** Whether the person has a password to prove themselves with. */
  readonly hasPassword: boolean;
}

export async function readTokens(request: SambandRequest): Promise<TokensPage> {
  const { account } = await readProfile(request);
  const tokens = await request.transaction((tx) => listApiTokens(tx, request.person.personId));
  return { tokens, hasPassword: account.passwordHash !== null };
}
