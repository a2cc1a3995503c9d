import { field, idParam, RefusedError, type Route, type SambandRequest } from '../http/index.ts';
import type { Content, Flash } from '../ui/index.ts';
import { type AccountAnswer, resetTotp, switchAccount } from './account.commands.ts';
import { accountOf } from './account.queries.ts';
import { accountTexts } from './account.texts.ts';
import { AccountPanel } from './account.views.tsx';
import { manageAccounts } from './permissions.rules.ts';

const example = '/personer/00000000-0000-7000-8000-000000000000';

/** What an administrator does with somebody else's account. */
export const accountRoutes: readonly Route[] = [
  {
    method: 'post',
    path: '/personer/:id/konto',
    example: `${example}/konto`,
    access: manageAccounts,
    handle: takeSwitch,
  },
  {
    method: 'post',
    path: '/personer/:id/engangskoder',
    example: `${example}/engangskoder`,
    access: manageAccounts,
    handle: takeTotpReset,
  },
];

/** The part about the account on a person's page, for those who may change the person. */
export async function accountPanel(request: SambandRequest, personId: string): Promise<Content> {
  const found = await request.transaction((tx) => accountOf(tx, personId, request.now));
  if (found === undefined) return '';
  return (
    <AccountPanel
      personId={personId}
      {...found}
      own={personId === request.person.personId}
      language={request.language}
    />
  );
}

async function takeSwitch(request: SambandRequest): Promise<Response> {
  const disabled = field(await request.fields(), 'open') !== 'on';
  const answer = await switchAccount(request, await targetOf(request), disabled);
  const t = accountTexts(request.language);
  return back(request, answer, disabled ? t.disabled : t.enabled);
}

async function takeTotpReset(request: SambandRequest): Promise<Response> {
  const answer = await resetTotp(request, await targetOf(request));
  return back(request, answer, accountTexts(request.language).totpReset);
}

async function targetOf(request: SambandRequest) {
  const version = Number(field(await request.fields(), 'version'));
  if (!Number.isInteger(version) || version < 0 || version > 2_000_000_000) throw new RefusedError(400);
  return { personId: idParam(request), version };
}

function back(request: SambandRequest, answer: AccountAnswer, done: (name: string) => string): Response {
  const flash: Flash = answer.ok
    ? { kind: 'success', text: done(answer.name) }
    : { kind: 'error', text: accountTexts(request.language).refusals[answer.reason] };
  return request.redirect(`/organisation/personer/${idParam(request)}`, flash);
}
