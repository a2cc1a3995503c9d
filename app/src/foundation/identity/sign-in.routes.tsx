import { roleTitle } from '../access/index.ts';
import {
  type FormFields,
  field,
  type KeptForm,
  type Route,
  type SambandRequest,
  type SignedIn,
  sessionCookie,
} from '../http/index.ts';
import type { Shell } from '../ui/index.ts';
import { minutesUntil } from './attempt.rules.ts';
import { inEvenTime } from './even-time.ts';
import { packForm, unpackForm } from './kept-form.rules.ts';
import { returnPath } from './local-path.rules.ts';
import type { IdentityParts } from './parts.ts';
import { authenticate } from './session.commands.ts';
import { absoluteLimit } from './session.rules.ts';
import { beginSession, checkCode, checkPassword, endPresentSession, municipalities } from './sign-in.commands.ts';
import {
  type Carried,
  ChoosePage,
  CodePage,
  KeptFormPage,
  SignInPage,
  type SignInPageProps,
} from './sign-in.views.tsx';
import { signInTexts } from './texts.ts';
import { openTicket, sealTicket, type Ticket } from './ticket.ts';
import type { Vault } from './vault.ts';

// A kept form is percent-encoded on its way: up to six bytes a character for what people write, nine for a few scripts.
export const roomForKeptForm = 2 * 1024 * 1024;

type SignInParts = IdentityParts & { readonly vault: Vault };

export function signInRoutes(parts: SignInParts): readonly Route[] {
  const post = { method: 'post', access: 'anyone', maxBody: roomForKeptForm } as const;
  return [
    { method: 'get', path: '/logga-in', access: 'anyone', handle: (request) => showSignIn(parts, request) },
    { ...post, path: '/logga-in', handle: (request) => takePassword(parts, request) },
    { ...post, path: '/logga-in/kommun', handle: (request) => takeMunicipality(parts, request) },
    { ...post, path: '/logga-in/kod', handle: (request) => takeCode(parts, request) },
    { method: 'post', path: '/logga-ut', access: 'anyone', handle: signOut },
  ];
}

/** The answer to a request that needs a session and has none; a posted form is taken along. */
export async function signInPage(
  parts: IdentityParts,
  request: SambandRequest,
  kept: KeptForm | undefined,
): Promise<Response> {
  const { example } = parts;
  if (kept === undefined) {
    const carried = { till: returnPath(request.url.pathname + request.url.search), kept: '' };
    return show(request, 401, { carried, example, lead: signInTexts(request.language).needed });
  }
  const packed = packForm(kept);
  const carried = { till: returnPath(pageBefore(request)), kept: packed ?? '' };
  const posted = packed === undefined ? 'tooLarge' : (await hadFiles(request)) ? 'keptWithoutFiles' : 'kept';
  return show(request, 401, { carried, example, posted });
}

/** The page that the form stood on, when the browser says so. */
function pageBefore(request: SambandRequest): string {
  const url = URL.parse(request.headers.get('referer') ?? '');
  return url !== null && url.host === request.url.host ? url.pathname + url.search : '/';
}

async function hadFiles(request: SambandRequest): Promise<boolean> {
  return Object.keys(await request.files()).length > 0;
}

function showSignIn(parts: SignInParts, request: SambandRequest): Response | Promise<Response> {
  const till = returnPath(request.url.searchParams.get('till') ?? '');
  if (request.actor !== undefined) return request.redirect(till);
  return show(request, 200, { carried: { till, kept: '' }, example: parts.example });
}

async function takePassword(parts: SignInParts, request: SambandRequest): Promise<Response> {
  const fields = await request.fields();
  const carried = carriedIn(fields);
  const email = field(fields, 'email').trim();
  const password = field(fields, 'password');
  const texts = signInTexts(request.language);
  const again = (status: number, text: string) =>
    show(request, status, { carried, email, errors: [{ field: 'email', text }], example: parts.example });
  if (email === '' || password === '') return again(422, texts.missing);
  // An address with accounts in several municipalities takes several checks; the time must not tell that either.
  const answer = await inEvenTime(checkPassword(request, parts.vault, { email, password }));
  if (answer.kind === 'tooMany') {
    const minutes = minutesUntil(answer.next, request.now);
    return later(await again(429, texts.tooMany(minutes)), minutes);
  }
  if (answer.kind === 'wrong') return again(422, texts.wrong);
  return nextStep(parts, request, carried, { accounts: answer.accounts });
}

async function nextStep(
  parts: SignInParts,
  request: SambandRequest,
  carried: Carried,
  ticket: Ticket,
): Promise<Response> {
  const [account, ...others] = ticket.accounts;
  const sealed = () => sealTicket(parts.vault, ticket, request.now);
  if (account === undefined || others.length > 0) {
    const choices = await municipalities(request, ticket.accounts);
    return request.html(<ChoosePage shell={request.shell()} carried={carried} ticket={sealed()} choices={choices} />);
  }
  if (account.hasTotp) return request.html(<CodePage shell={request.shell()} carried={carried} ticket={sealed()} />);
  return arrive(parts, request, carried, await beginSession(request, account));
}

async function takeMunicipality(parts: SignInParts, request: SambandRequest): Promise<Response> {
  const fields = await request.fields();
  const carried = carriedIn(fields);
  const ticket = openTicket(parts.vault, field(fields, 'ticket'), request.now);
  if (ticket === undefined) return startOver(parts, request, carried);
  const chosen = ticket.accounts.find(({ tenantId }) => tenantId === field(fields, 'tenant'));
  if (chosen !== undefined) return nextStep(parts, request, carried, { accounts: [chosen] });
  const choices = await municipalities(request, ticket.accounts);
  const errors = [{ field: 'tenant', text: signInTexts(request.language).chooseMissing }];
  const sealed = sealTicket(parts.vault, ticket, request.now);
  return request.html(
    <ChoosePage shell={request.shell()} carried={carried} ticket={sealed} choices={choices} errors={errors} />,
    422,
  );
}

async function takeCode(parts: SignInParts, request: SambandRequest): Promise<Response> {
  const fields = await request.fields();
  const carried = carriedIn(fields);
  const sealed = field(fields, 'ticket');
  const ticket = openTicket(parts.vault, sealed, request.now);
  const [account, ...others] = ticket?.accounts ?? [];
  if (account === undefined || others.length > 0) return startOver(parts, request, carried);
  const answer = await checkCode(request, parts.vault, account, field(fields, 'code'));
  if (answer.kind === 'right') return arrive(parts, request, carried, await beginSession(request, account));
  const texts = signInTexts(request.language);
  const again = (status: number, text: string) =>
    request.html(
      <CodePage shell={request.shell()} carried={carried} ticket={sealed} errors={[{ field: 'code', text }]} />,
      status,
    );
  if (answer.kind === 'wrong') return again(422, texts.codeWrong);
  const minutes = minutesUntil(answer.next, request.now);
  return later(await again(429, texts.tooManyCodes(minutes)), minutes);
}

function startOver(parts: SignInParts, request: SambandRequest, carried: Carried): Response | Promise<Response> {
  const errors = [{ field: 'email', text: signInTexts(request.language).ticketGone }];
  return show(request, 422, { carried, errors, example: parts.example });
}

/** Signed in: on to the page that was asked for, or to the text that was being written. */
export async function arrive(
  parts: IdentityParts,
  request: SambandRequest,
  carried: Carried,
  token: string,
): Promise<Response> {
  await endPresentSession(request);
  setSessionCookie(request, token);
  const kept = unpackForm(carried.kept);
  if (kept === undefined) return request.redirect(returnPath(carried.till));
  const signedIn = await authenticate(parts.database, token, request.now);
  return request.html(<KeptFormPage shell={shellOf(request, signedIn)} kept={kept} page={returnPath(carried.till)} />);
}

/** This request came without a session, so its own frame knows nobody; the page shows who has just come in. */
function shellOf(request: SambandRequest, signedIn: SignedIn | undefined): Shell {
  const shell = request.shell();
  if (signedIn === undefined) return shell;
  const { actor, tenant } = signedIn;
  const [first] = actor.roles;
  return {
    ...shell,
    path: '/',
    tenant,
    person: { name: actor.name, roleTitle: first ? roleTitle(first.role, shell.language) : '' },
  };
}

async function signOut(request: SambandRequest): Promise<Response> {
  await endPresentSession(request);
  request.setCookie(sessionCookie, '', { maxAgeSeconds: 0 });
  return request.redirect('/logga-in', { kind: 'success', text: signInTexts(request.language).signedOut });
}

export function setSessionCookie(request: SambandRequest, token: string): void {
  request.setCookie(sessionCookie, token, { maxAgeSeconds: absoluteLimit / 1000 });
}

function show(
  request: SambandRequest,
  status: number,
  props: Omit<SignInPageProps, 'shell'>,
): Response | Promise<Response> {
  return request.html(<SignInPage shell={request.shell()} {...props} />, status);
}

export function carriedIn(fields: FormFields): Carried {
  return { till: returnPath(field(fields, 'till')), kept: field(fields, 'kept') };
}

export function later(response: Response, minutes: number): Response {
  response.headers.set('Retry-After', String(minutes * 60));
  return response;
}
