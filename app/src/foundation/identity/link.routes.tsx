import { field, type Route, type SambandRequest } from '../http/index.ts';
import type { Language } from '../texts/index.ts';
import type { FieldError } from '../ui/index.ts';
import { minutesUntil } from './attempt.rules.ts';
import { isEmail, normaliseEmail } from './email.rules.ts';
import { inEvenTime } from './even-time.ts';
import { type LinkAnswer, readLink, requestReset, useLink } from './link.commands.ts';
import type { LinkPurpose } from './link.store.ts';
import { ForgottenPage, LinkGonePage, NewPasswordPage } from './link.views.tsx';
import type { IdentityParts } from './parts.ts';
import type { PasswordFault } from './password.rules.ts';
import { later, setSessionCookie } from './sign-in.routes.tsx';
import { signInTexts } from './texts.ts';
import type { Vault } from './vault.ts';

export function linkRoutes(parts: IdentityParts & { readonly vault: Vault }): readonly Route[] {
  const { mailOn } = parts;
  return [
    {
      method: 'get',
      path: '/glomt-losenord',
      access: 'anyone',
      handle: (request) => request.html(<ForgottenPage shell={request.shell()} mailOn={mailOn} />),
    },
    { method: 'post', path: '/glomt-losenord', access: 'anyone', handle: (request) => takeReset(parts, request) },
    ...pages('/bjuden/:token', 'invitation'),
    ...pages('/aterstall/:token', 'reset'),
  ];
}

function pages(path: '/bjuden/:token' | '/aterstall/:token', purpose: LinkPurpose): readonly Route[] {
  const example = path.replace(':token', 'x'.repeat(43));
  return [
    { method: 'get', path, example, access: 'anyone', handle: (request) => showNewPassword(request, purpose) },
    { method: 'post', path, example, access: 'anyone', handle: (request) => takeNewPassword(request, purpose) },
  ];
}

async function takeReset(parts: IdentityParts & { readonly vault: Vault }, request: SambandRequest): Promise<Response> {
  const texts = signInTexts(request.language);
  const email = field(await request.fields(), 'email');
  const again = (status: number, text: string) =>
    request.html(
      <ForgottenPage shell={request.shell()} mailOn={parts.mailOn} email={email} errors={[{ field: 'email', text }]} />,
      status,
    );
  if (!parts.mailOn) return again(503, texts.forgottenMailOff);
  if (!isEmail(normaliseEmail(email))) return again(422, texts.forgottenInvalid);
  const next = await inEvenTime(requestReset(request, parts, parts.vault, email));
  if (next !== undefined) {
    const minutes = minutesUntil(next, request.now);
    return later(await again(429, texts.tooMany(minutes)), minutes);
  }
  return request.redirect('/logga-in', { kind: 'info', text: texts.forgottenTaken });
}

async function showNewPassword(request: SambandRequest, purpose: LinkPurpose): Promise<Response> {
  const link = await readLink(request, purpose);
  if (link.kind !== 'open') return gone(request, link.kind);
  return request.html(<NewPasswordPage shell={request.shell()} purpose={purpose} link={link} />);
}

async function takeNewPassword(request: SambandRequest, purpose: LinkPurpose): Promise<Response> {
  const fields = await request.fields();
  const answer = await useLink(request, purpose, {
    password: field(fields, 'password'),
    repeated: field(fields, 'repeatedPassword'),
  });
  const texts = signInTexts(request.language);
  if (answer.kind === 'unacceptable') {
    const link = await readLink(request, purpose);
    if (link.kind !== 'open') return gone(request, link.kind);
    const errors = passwordErrors(answer.fault, request.language);
    return request.html(<NewPasswordPage shell={request.shell()} purpose={purpose} link={link} errors={errors} />, 422);
  }
  if (answer.kind !== 'done') return gone(request, answer.kind);
  if (answer.token === undefined)
    return request.redirect('/logga-in', { kind: 'success', text: texts.passwordSavedSignIn });
  setSessionCookie(request, answer.token);
  return request.redirect('/', {
    kind: 'success',
    text: purpose === 'invitation' ? texts.welcome : texts.passwordSaved,
  });
}

export function passwordErrors(fault: PasswordFault | 'notRepeated', language: Language): readonly FieldError[] {
  return [
    { field: fault === 'notRepeated' ? 'repeatedPassword' : 'password', text: signInTexts(language).faults[fault] },
  ];
}

/** 410 for what was ours and is over, 404 for what never was. */
function gone(request: SambandRequest, reason: Exclude<LinkAnswer['kind'], 'open'>): Response | Promise<Response> {
  return request.html(<LinkGonePage shell={request.shell()} reason={reason} />, reason === 'unknown' ? 404 : 410);
}
