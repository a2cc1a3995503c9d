import QRCode from 'qrcode';
import { field, languageCookie, RefusedError, type Route, type SambandRequest } from '../http/index.ts';
import { isId } from '../ids/index.ts';
import { languages } from '../texts/index.ts';
import type { FieldError } from '../ui/index.ts';
import { minutesUntil } from './attempt.rules.ts';
import { passwordErrors } from './link.routes.tsx';
import { newTotpSecret, totpUri } from './one-time-code.ts';
import {
  changePassword,
  endOtherSessions,
  endSession,
  readProfile,
  saveProfile,
  switchTotpOff,
  switchTotpOn,
} from './profile.commands.ts';
import { profileTexts } from './profile.texts.ts';
import { ProfilePage } from './profile.views.tsx';
import { totpPurpose } from './sign-in.commands.ts';
import { setSessionCookie } from './sign-in.routes.tsx';
import { RecoveryCodesPage, TotpSetUpPage } from './totp.views.tsx';
import type { Vault } from './vault.ts';

const own = '/mitt-konto';
const oneYear = 365 * 24 * 60 * 60;

export function profileRoutes(vault: Vault): readonly Route[] {
  const get = { method: 'get', access: 'signedIn' } as const;
  const post = { method: 'post', access: 'signedIn' } as const;
  return [
    { ...get, path: own, handle: (request) => show(request) },
    { ...post, path: own, handle: takeProfile },
    { ...post, path: `${own}/losenord`, handle: (request) => takePassword(vault, request) },
    { ...get, path: `${own}/engangskod`, handle: (request) => showTotp(vault, request) },
    { ...post, path: `${own}/engangskod`, handle: (request) => takeTotp(vault, request) },
    { ...post, path: `${own}/engangskod/av`, handle: (request) => takeTotpOff(vault, request) },
    { ...post, path: `${own}/sessioner/avsluta-andra`, handle: takeEndOthers },
    {
      ...post,
      path: `${own}/sessioner/:id/avsluta`,
      example: `${own}/sessioner/00000000-0000-7000-8000-000000000000/avsluta`,
      handle: takeEnd,
    },
  ];
}

type Form = 'you' | 'password' | 'totp';

async function show(
  request: SambandRequest,
  problem?: {
    readonly form: Form;
    readonly errors: readonly FieldError[];
    readonly status?: number;
    readonly typedName?: string;
  },
): Promise<Response> {
  const profile = await readProfile(request);
  const { status = 422, ...rest } = problem ?? {};
  return request.html(
    <ProfilePage shell={request.shell()} profile={profile} sessionId={request.person.sessionId} {...rest} />,
    problem === undefined ? 200 : status,
  );
}

async function takeProfile(request: SambandRequest): Promise<Response> {
  const fields = await request.fields();
  const texts = profileTexts(request.language);
  const name = field(fields, 'name').trim();
  const language = languages.find((one) => one === field(fields, 'language')) ?? request.language;
  const weeklyDigest = { on: true, off: false }[field(fields, 'weeklyDigest')];
  const refuse = (text: string, status: number) =>
    show(request, { form: 'you', errors: [{ field: 'name', text }], status, typedName: name });
  if (name === '' || name.length > 200) return refuse(texts.nameMissing, 422);
  const saved = await saveProfile(request, {
    name,
    language,
    weeklyDigest,
    version: Number(field(fields, 'version')) || 0,
  });
  if (!saved) return refuse(texts.changedElsewhere, 409);
  // The cookie is what the language switch sets, and would win over the choice made here.
  request.setCookie(languageCookie, language, { maxAgeSeconds: oneYear });
  return request.redirect(own, { kind: 'success', text: profileTexts(language).saved });
}

async function takePassword(vault: Vault, request: SambandRequest): Promise<Response> {
  await refuseWithoutPassword(request);
  const fields = await request.fields();
  const texts = profileTexts(request.language);
  const answer = await changePassword(request, vault, {
    current: field(fields, 'currentPassword'),
    password: field(fields, 'password'),
    repeated: field(fields, 'repeatedPassword'),
  });
  if (answer.kind === 'tooMany') return tooMany(request, 'password', 'currentPassword', answer.next);
  if (answer.kind === 'refused') {
    const errors =
      answer.reason === 'wrongPassword'
        ? [{ field: 'currentPassword', text: texts.wrongPassword }]
        : passwordErrors(answer.reason, request.language);
    return show(request, { form: 'password', errors });
  }
  setSessionCookie(request, answer.token);
  return request.redirect(own, { kind: 'success', text: texts.passwordChanged });
}

async function showTotp(vault: Vault, request: SambandRequest): Promise<Response> {
  const { account } = await refuseWithoutPassword(request);
  if (account.hasTotp)
    return request.redirect(own, { kind: 'info', text: profileTexts(request.language).totpAlreadyOn });
  return totpPage(vault, request, newTotpSecret(), account.email);
}

async function totpPage(
  vault: Vault,
  request: SambandRequest,
  secret: string,
  email: string,
  errors: readonly FieldError[] = [],
  status = errors.length === 0 ? 200 : 422,
): Promise<Response> {
  const picture = await QRCode.toString(totpUri(secret, email), { type: 'svg', margin: 2 });
  const sealed = vault.seal(secret, setUpPurpose(request));
  return request.html(
    <TotpSetUpPage shell={request.shell()} secret={secret} sealed={sealed} picture={picture} errors={errors} />,
    status,
  );
}

async function takeTotp(vault: Vault, request: SambandRequest): Promise<Response> {
  const { account } = await refuseWithoutPassword(request);
  const fields = await request.fields();
  const texts = profileTexts(request.language);
  const secret = vault.unseal(field(fields, 'sealed'), setUpPurpose(request));
  const again = (name: string, text: string, kept = secret ?? newTotpSecret(), status = 422) =>
    totpPage(vault, request, kept, account.email, [{ field: name, text }], status);
  if (secret === undefined) return again('code', texts.totpStale);
  const answer = await switchTotpOn(request, vault, {
    secret,
    code: field(fields, 'code'),
    password: field(fields, 'proofPassword'),
  });
  if (answer.kind === 'tooMany')
    return again('proofPassword', texts.tooMany(minutesUntil(answer.next, request.now)), secret, 429);
  if (answer.kind === 'refused') {
    if (answer.reason === 'alreadyOn') return request.redirect(own, { kind: 'info', text: texts.totpAlreadyOn });
    return answer.reason === 'wrongPassword'
      ? again('proofPassword', texts.wrongPassword)
      : again('code', texts.totpCodeWrong);
  }
  setSessionCookie(request, answer.token);
  return request.html(<RecoveryCodesPage shell={request.shell()} codes={answer.recoveryCodes} />);
}

async function takeTotpOff(vault: Vault, request: SambandRequest): Promise<Response> {
  await refuseWithoutPassword(request);
  const texts = profileTexts(request.language);
  const answer = await switchTotpOff(request, vault, field(await request.fields(), 'proofPassword'));
  if (answer.kind === 'tooMany') return tooMany(request, 'totp', 'proofPassword', answer.next);
  if (answer.kind === 'refused')
    return show(request, { form: 'totp', errors: [{ field: 'proofPassword', text: texts.wrongPassword }] });
  setSessionCookie(request, answer.token);
  return request.redirect(own, { kind: 'success', text: texts.totpStopped });
}

async function takeEnd(request: SambandRequest): Promise<Response> {
  const texts = profileTexts(request.language);
  const id = request.params.id ?? '';
  const ended = isId(id) && (await endSession(request, id));
  return request.redirect(
    own,
    ended ? { kind: 'success', text: texts.ended } : { kind: 'info', text: texts.alreadyEnded },
  );
}

async function takeEndOthers(request: SambandRequest): Promise<Response> {
  const ended = await endOtherSessions(request);
  return request.redirect(own, { kind: 'success', text: profileTexts(request.language).endedOthers(ended) });
}

function tooMany(request: SambandRequest, form: Form, name: string, next: Date): Promise<Response> {
  const text = profileTexts(request.language).tooMany(minutesUntil(next, request.now));
  return show(request, { form, errors: [{ field: name, text }], status: 429 });
}

async function refuseWithoutPassword(request: SambandRequest): ReturnType<typeof readProfile> {
  const profile = await readProfile(request);
  if (profile.account.passwordHash === null) {
    throw new RefusedError(422, (language) => profileTexts(language).withoutPassword);
  }
  return profile;
}

function setUpPurpose(request: SambandRequest): string {
  return `set-up ${totpPurpose(request.person)}`;
}
