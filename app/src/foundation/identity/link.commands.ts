import type { Transaction } from '../database/index.ts';
import { RefusedError, type SambandRequest } from '../http/index.ts';
import { newId } from '../ids/index.ts';
import { enqueueMail } from '../mail/index.ts';
import { mayChangePerson } from '../tenancy/index.ts';
import type { Language } from '../texts/index.ts';
import { formatDateTime } from '../ui/index.ts';
import {
  type Account,
  accountsSigningIn,
  findAccount,
  insertAccount,
  setEmail,
  setPasswordHash,
} from './account.store.ts';
import { resetLimits, resetWindowSeconds } from './attempt.rules.ts';
import { noteAttempt } from './attempt.store.ts';
import { isEmail, normaliseEmail } from './email.rules.ts';
import { insertLink, type LinkPurpose, presentLink, spendLink } from './link.store.ts';
import { mailTexts } from './mail.texts.ts';
import type { IdentityParts } from './parts.ts';
import { type PasswordFault, passwordFault } from './password.rules.ts';
import { hashPassword } from './passwords.ts';
import { findPerson, municipalityName } from './person.store.ts';
import { openSession } from './session.commands.ts';
import { after, invitationLife, resetLife } from './session.rules.ts';
import { deleteSessions } from './session.store.ts';
import { asAccount, counting, visitorOf } from './sign-in.commands.ts';
import { hashOf, isToken, newToken, type Vault } from './vault.ts';

export type InviteAnswer =
  | { readonly ok: true; readonly link: string; readonly email: string; readonly name: string }
  | {
      readonly ok: false;
      readonly reason: 'unknownPerson' | 'noEmail' | 'inactive' | 'emailTaken' | 'hasPassword' | 'disabled';
    };

/** Makes the person's account, if there is none, and mails a link for choosing the password. Again is fine: only the latest link works. */
export async function invite(request: SambandRequest, parts: IdentityParts, personId: string): Promise<InviteAnswer> {
  return request.transaction(async (tx) => {
    const person = await findPerson(tx, personId);
    if (person === undefined) return { ok: false, reason: 'unknownPerson' };
    // Without mail the link is shown to whoever invites: it must not open an account wider than their own.
    if (!(await mayChangePerson(tx, request.person, personId))) throw new RefusedError(403);
    const email = normaliseEmail(person.email ?? '');
    if (!isEmail(email)) return { ok: false, reason: 'noEmail' };
    if (!person.active) return { ok: false, reason: 'inactive' };
    const account = await findAccount(tx, personId);
    if (account?.disabled === true) return { ok: false, reason: 'disabled' };
    if (account !== undefined && account.passwordHash !== null) return { ok: false, reason: 'hasPassword' };
    const kept = account === undefined ? await insertAccount(tx, personId, email) : await setEmail(tx, personId, email);
    if (!kept) return { ok: false, reason: 'emailTaken' };
    const link = await makeLink(tx, parts, personId, 'invitation', request.now);
    const texts = mailTexts(request.language).invitation;
    const municipality = await municipalityName(tx);
    await enqueueMail(tx, {
      to: email,
      subject: texts.subject(municipality),
      text: texts.text(
        person.name,
        request.person.name,
        municipality,
        link,
        formatDateTime(after(request.now, invitationLife)),
      ),
    });
    return { ok: true, link, email, name: person.name };
  });
}

/** The address of a new one-time link. The secret in it is kept nowhere else. */
export async function makeLink(
  tx: Transaction,
  parts: Pick<IdentityParts, 'address'>,
  personId: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<string> {
  const { token, hash } = newToken();
  const life = purpose === 'invitation' ? invitationLife : resetLife;
  await insertLink(tx, { id: newId(now.getTime()), personId, purpose, tokenHash: hash, expiresAt: after(now, life) });
  return new URL(`${purpose === 'invitation' ? '/bjuden' : '/aterstall'}/${token}`, parts.address()).href;
}

/**
 * Mails a reset link to every account of the address. Says the same whether there is one or none; `undefined` when the request was taken,
 * else when the next one will be.
 */
export async function requestReset(
  request: SambandRequest,
  parts: IdentityParts,
  vault: Vault,
  input: string,
): Promise<Date | undefined> {
  const email = normaliseEmail(input);
  const limits = [
    { subject: vault.subject('reset address', email), most: resetLimits.address },
    { subject: vault.subject('reset origin', request.origin), most: resetLimits.origin },
  ];
  const next = await counting(request, (tx) => noteAttempt(tx, limits, resetWindowSeconds, request.now));
  if (next !== null) return next;
  const accounts = await request.database.inScope({ tenantId: undefined, signInEmail: email }, (tx) =>
    accountsSigningIn(tx, email),
  );
  for (const ref of accounts) {
    await asAccount(request, ref, async (tx) => {
      const account = await findAccount(tx, ref.personId);
      const person = await findPerson(tx, ref.personId);
      if (account === undefined || person?.active !== true) return;
      await mailReset(tx, parts, account, person.name, account.language ?? request.language, request.now);
    });
  }
  return undefined;
}

async function mailReset(
  tx: Transaction,
  parts: IdentityParts,
  account: Account,
  name: string,
  language: Language,
  now: Date,
): Promise<void> {
  const link = await makeLink(tx, parts, account.personId, 'reset', now);
  const texts = mailTexts(language).reset;
  const municipality = await municipalityName(tx);
  await enqueueMail(tx, {
    to: account.email,
    subject: texts.subject(municipality),
    text: texts.text(name, municipality, link, formatDateTime(after(now, resetLife))),
  });
}

export type LinkAnswer =
  | {
      readonly kind: 'open';
      readonly tenantId: string;
      readonly id: string;
      readonly personId: string;
      readonly name: string;
      readonly email: string;
      readonly hasTotp: boolean;
      readonly municipality: string;
    }
  | { readonly kind: 'unknown' | 'expired' | 'used' };

export async function readLink(request: SambandRequest, purpose: LinkPurpose): Promise<LinkAnswer> {
  const token = request.params.token ?? '';
  if (!isToken(token)) return { kind: 'unknown' };
  const link = await request.database.inScope({ tenantId: undefined, secretHash: hashOf(token) }, (tx) =>
    presentLink(tx, purpose),
  );
  if (link === undefined) return { kind: 'unknown' };
  if (link.usedAt !== null) return { kind: 'used' };
  if (link.expiresAt <= request.now) return { kind: 'expired' };
  return asAccount(request, link, async (tx) => {
    const account = await findAccount(tx, link.personId);
    const person = await findPerson(tx, link.personId);
    if (account === undefined || account.disabled || person?.active !== true) return { kind: 'unknown' };
    const { tenantId, id, personId } = link;
    const { email, hasTotp } = account;
    return {
      kind: 'open',
      tenantId,
      id,
      personId,
      name: person.name,
      email,
      hasTotp,
      municipality: await municipalityName(tx),
    };
  });
}

export type NewPasswordAnswer =
  /** `token` is undefined when a one-time code is still to be asked for. */
  | { readonly kind: 'done'; readonly token: string | undefined }
  | { readonly kind: 'unacceptable'; readonly fault: PasswordFault | 'notRepeated' }
  | Exclude<LinkAnswer, { kind: 'open' }>;

/** Sets the password, uses the link up and ends every session that the old password had opened: all or nothing. */
export async function useLink(
  request: SambandRequest,
  purpose: LinkPurpose,
  input: { readonly password: string; readonly repeated: string },
): Promise<NewPasswordAnswer> {
  const link = await readLink(request, purpose);
  if (link.kind !== 'open') return link;
  const fault =
    passwordFault(input.password, link.email) ?? (input.password === input.repeated ? undefined : 'notRepeated');
  if (fault !== undefined) return { kind: 'unacceptable', fault };
  const passwordHash = await hashPassword(input.password);
  return asAccount(request, link, async (tx) => {
    if (!(await spendLink(tx, link.id, request.now))) return { kind: 'used' };
    await setPasswordHash(tx, link.personId, passwordHash);
    await deleteSessions(tx, link.personId);
    // A mailbox alone must not get past the second step.
    const token = link.hasTotp ? undefined : await openSession(tx, link.personId, visitorOf(request));
    return { kind: 'done', token };
  });
}
