import type { Transaction } from '../database/index.ts';
import { RefusedError, type SambandRequest } from '../http/index.ts';
import { enqueueMail } from '../mail/index.ts';
import { lockMunicipality, mayChangePerson } from '../tenancy/index.ts';
import { formatDateTime } from '../ui/index.ts';
import { type Account, findAccount, setDisabled, setTotp } from './account.store.ts';
import { mailTexts } from './mail.texts.ts';
import { findPerson, municipalityName } from './person.store.ts';
import { deleteSessions } from './session.store.ts';

export type AccountAnswer =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly reason: 'noAccount' | 'ownAccount' | 'changedMeanwhile' };

interface Target {
  readonly personId: string;
  readonly version: number;
}

/**
 * Switches an account off, which ends every session of it at once, or on again. Nobody switches off their own, so whoever does it remains:
 * the last administrator can never be shut out this way.
 */
export function switchAccount(request: SambandRequest, target: Target, disabled: boolean): Promise<AccountAnswer> {
  return changeAccount(request, target, async (tx) => {
    if (!(await setDisabled(tx, target.personId, target.version, disabled))) return false;
    if (disabled) await deleteSessions(tx, target.personId);
    return true;
  });
}

/** For who has lost both phone and recovery codes: the password alone opens the account until codes are switched on anew. The person is told by mail. */
export function resetTotp(request: SambandRequest, target: Target): Promise<AccountAnswer> {
  return changeAccount(request, target, async (tx, account, name) => {
    if (account.version !== target.version) return false;
    await setTotp(tx, target.personId, null);
    const texts = mailTexts(account.language ?? request.language).totpReset;
    await enqueueMail(tx, {
      to: account.email,
      subject: texts.subject,
      text: texts.text(name, request.person.name, await municipalityName(tx), formatDateTime(request.now)),
    });
    return true;
  });
}

/** `change` gives false when somebody else has changed the account since the page was opened. */
function changeAccount(
  request: SambandRequest,
  { personId }: Target,
  change: (tx: Transaction, account: Account, name: string) => Promise<boolean>,
): Promise<AccountAnswer> {
  const { person: actor } = request;
  return request.transaction(async (tx) => {
    const person = await findPerson(tx, personId);
    if (person === undefined) throw new RefusedError(404);
    if (!(await mayChangePerson(tx, actor, personId))) throw new RefusedError(403);
    if (personId === actor.personId) return { ok: false, reason: 'ownAccount' };
    // Two administrators who switch each other off at the same moment: the second is no longer one.
    await lockMunicipality(tx);
    if ((await findAccount(tx, actor.personId))?.disabled === true) throw new RefusedError(403);
    const account = await findAccount(tx, personId);
    if (account === undefined) return { ok: false, reason: 'noAccount' };
    if (!(await change(tx, account, person.name))) return { ok: false, reason: 'changedMeanwhile' };
    return { ok: true, name: person.name };
  });
}
