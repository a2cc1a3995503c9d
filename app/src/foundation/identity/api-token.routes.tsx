import { field, type Route, type SambandRequest } from '../http/index.ts';
import { isId } from '../ids/index.ts';
import { type FieldError, formatDate } from '../ui/index.ts';
import { endApiToken, type MadeToken, makeApiToken } from './api-token.commands.ts';
import { readTokens } from './api-token.queries.ts';
import { suggestedTokenDays } from './api-token.rules.ts';
import { apiTokenTexts } from './api-token.texts.ts';
import { ApiTokensPage, type ApiTokensPageProps, TokenMadePage, tokensPath } from './api-token.views.tsx';
import { minutesUntil } from './attempt.rules.ts';
import { profileTexts } from './profile.texts.ts';
import { after } from './session.rules.ts';
import type { Vault } from './vault.ts';

export function apiTokenRoutes(vault: Vault): readonly Route[] {
  return [
    { method: 'get', path: tokensPath, access: 'signedIn', handle: (request) => show(request) },
    { method: 'post', path: tokensPath, access: 'signedIn', handle: (request) => make(vault, request) },
    {
      method: 'post',
      path: `${tokensPath}/:id/ta-bort`,
      example: `${tokensPath}/00000000-0000-7000-8000-000000000000/ta-bort`,
      access: 'signedIn',
      handle: revoke,
    },
  ];
}

async function show(
  request: SambandRequest,
  form: ApiTokensPageProps['form'] = {
    name: '',
    reach: 'read',
    lastDay: formatDate(after(request.now, suggestedTokenDays * 86_400_000)),
  },
  errors: readonly FieldError[] = [],
  status = 200,
): Promise<Response> {
  const found = await readTokens(request);
  const page = (
    <ApiTokensPage shell={request.shell()} {...found} today={formatDate(request.now)} form={form} errors={errors} />
  );
  return request.html(page, status);
}

async function make(vault: Vault, request: SambandRequest): Promise<Response> {
  const fields = await request.fields();
  const form = {
    name: field(fields, 'name').trim(),
    reach: field(fields, 'reach') === 'write' ? 'write' : 'read',
    lastDay: field(fields, 'lastDay').trim(),
  };
  const answer = await makeApiToken(request, vault, {
    name: form.name,
    mayWrite: form.reach === 'write',
    lastDay: isDay(form.lastDay) ? form.lastDay : undefined,
    password: field(fields, 'proofPassword'),
  });
  if (answer.kind === 'made') return request.html(<TokenMadePage shell={request.shell()} token={answer.token} />);
  return show(request, form, errorsOf(request, answer), answer.kind === 'tooMany' ? 429 : 422);
}

function errorsOf(request: SambandRequest, answer: Exclude<MadeToken, { kind: 'made' }>): readonly FieldError[] {
  if (answer.kind === 'tooMany') {
    const text = profileTexts(request.language).tooMany(minutesUntil(answer.next, request.now));
    return [{ field: 'proofPassword', text }];
  }
  const texts = apiTokenTexts(request.language);
  return answer.faults.map((fault) => ({
    field: fault === 'wrongPassword' ? 'proofPassword' : fault.startsWith('name') ? 'name' : 'lastDay',
    text: texts[fault],
  }));
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

async function revoke(request: SambandRequest): Promise<Response> {
  const texts = apiTokenTexts(request.language);
  const id = request.params.id ?? '';
  const ended = isId(id) && (await endApiToken(request, id));
  return request.redirect(
    tokensPath,
    ended ? { kind: 'success', text: texts.revoked } : { kind: 'info', text: texts.alreadyRevoked },
  );
}
