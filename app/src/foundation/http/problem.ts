import type { Language } from '../texts/index.ts';
import { problemTexts } from './problem.texts.ts';
import type { RefusedError, SambandRequest } from './route.ts';

export type ProblemStatus = RefusedError['status'] | 500;

/** The kinds of problem; each is explained under its name on the page about the interface for programs. */
export const problemKinds = {
  400: 'malformed',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  413: 'tooLarge',
  415: 'notJson',
  422: 'invalid',
  428: 'versionMissing',
  429: 'tooMany',
  500: 'fault',
  503: 'unavailable',
} as const satisfies Record<ProblemStatus, string>;

/** Are these addresses for programs? They take access tokens, answer in JSON, and speak the language that the program asks for. */
export function forPrograms(path: string): boolean {
  return path.startsWith('/api/');
}

export function problemWords(
  status: ProblemStatus,
  language: Language,
): { readonly title: string; readonly detail: string } {
  return problemTexts(language)[status];
}

/** A refusal as programs read it, by RFC 9457. `more` says what this very case has besides. */
export function problem(
  request: SambandRequest,
  status: ProblemStatus,
  more: { readonly detail?: string | undefined; readonly [member: string]: unknown } = {},
): Response {
  const { title, detail } = problemWords(status, request.language);
  const body = {
    type: `/api#${problemKinds[status]}`,
    title,
    status,
    ...more,
    detail: more.detail ?? detail,
    requestId: request.requestId,
  };
  const headers = new Headers({ 'Content-Type': 'application/problem+json' });
  if (status === 401) headers.set('WWW-Authenticate', 'Bearer realm="Samband"');
  return new Response(JSON.stringify(body), { status, headers });
}
