import type { Transaction } from '../database/index.ts';
import type { SambandRequest } from '../http/index.ts';
import { enqueueMail } from '../mail/index.ts';
import type { Language } from '../texts/index.ts';
import { formatDateTime } from '../ui/index.ts';
import { type Account, findAccount, setPasswordHash, setTotp, setWishes } from './account.store.ts';
import { attemptWindowSeconds, codeLimit } from './attempt.rules.ts';
import { forgiveAttempt, noteAttempt } from './attempt.store.ts';
import { mailTexts } from './mail.texts.ts';
import { acceptedStep, hashRecoveryCode, newRecoveryCodes } from './one-time-code.ts';
import { type PasswordFault, passwordFault } from './password.rules.ts';
import { hashPassword, passwordFits } from './passwords.ts';
import { findPerson, municipalityName, renamePerson } from './person.store.ts';
import { after, idleLimit } from './session.rules.ts';
import { deleteSession, deleteSessions, type ListedSession, listSessions, replaceToken } from './session.store.ts';
import { counting, totpPurpose } from './sign-in.commands.ts';
import { newToken, type Vault } from './vault.ts';

export interface Profile {
  readonly name: string;
  readonly version: number;
  readonly account: Account;
  readonly sessions: readonly ListedSession[];
}

export function readProfile(request: SambandRequest): Promise<Profile> {
  const { personId } = request.person;
  return request.transaction(async (tx) => {
    const person = await findPerson(tx, personId);
    const account = await ownAccount(tx, personId);
    if (person === undefined) throw new Error(`person ${personId} vanished within their own request`);
    const sessions = await listSessions(tx, personId, request.now, after(request.now, -idleLimit));
    return { name: person.name, version: person.version, account, sessions };
  });
}

/** False when the person was changed elsewhere since the form was opened. */
export function saveProfile(
  request: SambandRequest,
  input: {
    readonly name: string;
    readonly language: Language;
    readonly weeklyDigest: boolean | undefined;
    readonly version: number;
  },
): Promise<boolean> {
  const { personId } = request.person;
  return request.transaction(async (tx) => {
    const person = await findPerson(tx, personId);
    if (person?.name !== input.name && !(await renamePerson(tx, personId, input.name, input.version))) return false;
    await setWishes(tx, personId, input);
    return true;
  });
}

export type ProvenAnswer<Reason extends string> =
  | { readonly kind: 'done'; readonly token: string }
  | { readonly kind: 'refused'; readonly reason: Reason | 'wrongPassword' }
  | { readonly kind: 'tooMany'; readonly next: Date };

/** Changes the password, ends all other sessions and gives this one a new secret. The person is told by mail. */
export async function changePassword(
  request: SambandRequest,
  vault: Vault,
  input: { readonly current: string; readonly password: string; readonly repeated: string },
): Promise<ProvenAnswer<PasswordFault | 'notRepeated'>> {
  const proof = await provePassword(request, vault, input.current);
  if (proof.kind !== 'proven') return proof;
  const fault =
    passwordFault(input.password, proof.account.email) ??
    (input.password === input.repeated ? undefined : 'notRepeated');
  if (fault !== undefined) return { kind: 'refused', reason: fault };
  const passwordHash = await hashPassword(input.password);
  return request.transaction(async (tx) => {
    await setPasswordHash(tx, request.person.personId, passwordHash);
    const texts = mailTexts(request.language).passwordChanged;
    await enqueueMail(tx, {
      to: proof.account.email,
      subject: texts.subject,
      text: texts.text(request.person.name, await municipalityName(tx), formatDateTime(request.now)),
    });
    return { kind: 'done', token: await startAfresh(tx, request) };
  });
}

export type TotpAnswer =
  | { readonly kind: 'on'; readonly token: string; readonly recoveryCodes: readonly string[] }
  | Exclude<ProvenAnswer<'wrongCode' | 'alreadyOn'>, { kind: 'done' }>;

/** Switches one-time codes on once a code has shown that the app has the secret. */
export async function switchTotpOn(
  request: SambandRequest,
  vault: Vault,
  input: { readonly secret: string; readonly code: string; readonly password: string },
): Promise<TotpAnswer> {
  const proof = await provePassword(request, vault, input.password);
  if (proof.kind !== 'proven') return proof;
  if (proof.account.hasTotp) return { kind: 'refused', reason: 'alreadyOn' };
  const step = acceptedStep(input.secret, input.code, request.now, null);
  if (step === undefined) return { kind: 'refused', reason: 'wrongCode' };
  const recoveryCodes = newRecoveryCodes();
  const sealedSecret = vault.seal(input.secret, totpPurpose(request.person));
  return request.transaction(async (tx) => {
    await setTotp(tx, request.person.personId, {
      sealedSecret,
      step,
      recoveryHashes: recoveryCodes.map(hashRecoveryCode),
    });
    return { kind: 'on', token: await startAfresh(tx, request), recoveryCodes };
  });
}

export async function switchTotpOff(
  request: SambandRequest,
  vault: Vault,
  password: string,
): Promise<ProvenAnswer<never>> {
  const proof = await provePassword(request, vault, password);
  if (proof.kind !== 'proven') return proof;
  return request.transaction(async (tx) => {
    await setTotp(tx, request.person.personId, null);
    return { kind: 'done', token: await startAfresh(tx, request) };
  });
}

export function endSession(request: SambandRequest, sessionId: string): Promise<boolean> {
  return request.transaction((tx) => deleteSession(tx, request.person.personId, sessionId));
}

export function endOtherSessions(request: SambandRequest): Promise<number> {
  return request.transaction((tx) => deleteSessions(tx, request.person.personId, request.person.sessionId));
}

type Proof =
  | { readonly kind: 'proven'; readonly account: Account }
  | { readonly kind: 'refused'; readonly reason: 'wrongPassword' }
  | { readonly kind: 'tooMany'; readonly next: Date };

/** An open session is not proof of who sits there: what changes how one signs in asks for the password again. */
export async function provePassword(request: SambandRequest, vault: Vault, password: string): Promise<Proof> {
  const { tenantId, personId } = request.person;
  const limits = [{ subject: vault.subject('own password', `${tenantId}/${personId}`), most: codeLimit }];
  const next = await counting(request, (tx) => noteAttempt(tx, limits, attemptWindowSeconds, request.now));
  if (next !== null) return { kind: 'tooMany', next };
  const account = await request.transaction((tx) => ownAccount(tx, personId));
  if (!(await passwordFits(password, account.passwordHash))) return { kind: 'refused', reason: 'wrongPassword' };
  await counting(request, (tx) => forgiveAttempt(tx, limits));
  return { kind: 'proven', account };
}

/** Ends all other sessions and gives this one a new secret, for the cookie. */
async function startAfresh(tx: Transaction, request: SambandRequest): Promise<string> {
  const { personId, sessionId } = request.person;
  const { token, hash } = newToken();
  await deleteSessions(tx, personId, sessionId);
  await replaceToken(tx, sessionId, hash);
  return token;
}

async function ownAccount(tx: Transaction, personId: string): Promise<Account> {
  const account = await findAccount(tx, personId);
  if (account === undefined) throw new Error(`person ${personId} has a session but no account`);
  return account;
}
