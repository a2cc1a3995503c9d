import type { Transaction } from '../database/index.ts';
import type { SambandRequest } from '../http/index.ts';
import {
  accountsSigningIn,
  findAccount,
  type SignInAccount,
  spendRecoveryCode,
  spendTotpStep,
} from './account.store.ts';
import { attemptWindowSeconds, codeLimit, codeWindowSeconds, signInLimits } from './attempt.rules.ts';
import { type AttemptLimit, forgiveAttempt, noteAttempt } from './attempt.store.ts';
import { normaliseEmail } from './email.rules.ts';
import { acceptedStep, hashRecoveryCode } from './one-time-code.ts';
import { passwordFits } from './passwords.ts';
import { findPerson, municipalityName } from './person.store.ts';
import { openSession, type Visitor } from './session.commands.ts';
import { deleteSession } from './session.store.ts';
import type { Vault } from './vault.ts';

export type AccountRef = Pick<SignInAccount, 'tenantId' | 'personId'>;

export type PasswordAnswer =
  | { readonly kind: 'fits'; readonly accounts: readonly (AccountRef & { readonly hasTotp: boolean })[] }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'tooMany'; readonly next: Date };

/** All accounts of the address, in any municipality, that the password opens. */
export async function checkPassword(
  request: SambandRequest,
  vault: Vault,
  input: { readonly email: string; readonly password: string },
): Promise<PasswordAnswer> {
  const email = normaliseEmail(input.email);
  const limits: readonly AttemptLimit[] = [
    { subject: vault.subject('sign-in address', email), most: signInLimits.address },
    { subject: vault.subject('sign-in origin', request.origin), most: signInLimits.origin },
  ];
  const next = await counting(request, (tx) => noteAttempt(tx, limits, attemptWindowSeconds, request.now));
  if (next !== null) return { kind: 'tooMany', next };
  const accounts = await request.database.inScope({ tenantId: undefined, signInEmail: email }, (tx) =>
    accountsSigningIn(tx, email),
  );
  const candidates = accounts.length === 0 ? [undefined] : accounts;
  const fits = await Promise.all(
    candidates.map((account) => passwordFits(input.password, account?.passwordHash ?? null)),
  );
  const open: SignInAccount[] = [];
  for (const [index, account] of accounts.entries()) {
    if (fits[index] === true && (await isActive(request, account))) open.push(account);
  }
  if (open.length === 0) return { kind: 'wrong' };
  await counting(request, (tx) => forgiveAttempt(tx, limits));
  return { kind: 'fits', accounts: open.map(({ tenantId, personId, hasTotp }) => ({ tenantId, personId, hasTotp })) };
}

export type CodeAnswer =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'tooMany'; readonly next: Date };

/** A code from the app, or one of the recovery codes; either works once. */
export async function checkCode(
  request: SambandRequest,
  vault: Vault,
  account: AccountRef,
  code: string,
): Promise<CodeAnswer> {
  const limits = [{ subject: vault.subject('code', `${account.tenantId}/${account.personId}`), most: codeLimit }];
  const next = await counting(request, (tx) => noteAttempt(tx, limits, codeWindowSeconds, request.now));
  if (next !== null) return { kind: 'tooMany', next };
  const right = await asAccount(request, account, (tx) => spendCode(tx, vault, account, code, request.now));
  if (!right) return { kind: 'wrong' };
  await counting(request, (tx) => forgiveAttempt(tx, limits));
  return { kind: 'right' };
}

async function spendCode(tx: Transaction, vault: Vault, ref: AccountRef, code: string, now: Date): Promise<boolean> {
  const account = await findAccount(tx, ref.personId);
  if (account?.totpSecret == null) return false;
  const secret = vault.unseal(account.totpSecret, totpPurpose(ref));
  // Sealed under another installation's secret: nobody's code can be right, and the operator must hear of it.
  if (secret === undefined)
    throw new Error(
      `the one-time-code secret of account ${ref.personId} cannot be unsealed: has SAMBAND_SECRET changed?`,
    );
  const step = acceptedStep(secret, code, now, account.totpStep);
  if (step !== undefined) return spendTotpStep(tx, ref.personId, step);
  return spendRecoveryCode(tx, ref.personId, hashRecoveryCode(code));
}

/** Binds a sealed secret to its account: moved to another row it does not open. */
export function totpPurpose({ tenantId, personId }: AccountRef): string {
  return `totp ${tenantId} ${personId}`;
}

/** A new session, always under a new secret. */
export function beginSession(request: SambandRequest, account: AccountRef): Promise<string> {
  return asAccount(request, account, (tx) => openSession(tx, account.personId, visitorOf(request)));
}

/** One browser has one session: signing in anew, or as somebody else, ends the one before. */
export async function endPresentSession(request: SambandRequest): Promise<void> {
  const { actor } = request;
  if (actor !== undefined) await request.transaction((tx) => deleteSession(tx, actor.personId, actor.sessionId));
}

export function visitorOf(request: SambandRequest): Visitor {
  return { userAgent: request.headers.get('user-agent') ?? '', origin: request.origin, now: request.now };
}

/** The municipalities to choose between, by name. */
export function municipalities(
  request: SambandRequest,
  accounts: readonly AccountRef[],
): Promise<readonly { readonly tenantId: string; readonly name: string }[]> {
  return Promise.all(
    accounts.map(async (account) => ({
      tenantId: account.tenantId,
      name: await asAccount(request, account, municipalityName),
    })),
  );
}

/** One transaction in the municipality of an account whose holder has not (yet) a session. */
export function asAccount<R>(
  request: SambandRequest,
  account: AccountRef,
  work: (tx: Transaction) => Promise<R>,
): Promise<R> {
  const { requestId, origin } = request;
  return request.database.inScope({ tenantId: account.tenantId, personId: account.personId, requestId, origin }, work);
}

/** Attempts are counted in transactions of their own: what is refused must still count. */
export function counting<R>(request: SambandRequest, work: (tx: Transaction) => Promise<R>): Promise<R> {
  return request.database.inScope({ tenantId: undefined }, work);
}

async function isActive(request: SambandRequest, account: AccountRef): Promise<boolean> {
  const person = await asAccount(request, account, (tx) => findPerson(tx, account.personId));
  return person?.active === true;
}
