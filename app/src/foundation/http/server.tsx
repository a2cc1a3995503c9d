import { randomUUID } from 'node:crypto';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type Actor, may } from '../access/index.ts';
import type { Database } from '../database/index.ts';
import type { Log } from '../log/index.ts';
import type { Language } from '../texts/index.ts';
import { ErrorPage, type NavigationEntry, type ShellAssets, turboStyleHash } from '../ui/index.ts';
import { compressed } from './compress.ts';
import { cookieHeader, readCookies } from './cookies.ts';
import type { Metrics } from './metrics.ts';
import { problemTexts } from './problem.texts.ts';
import { forPrograms, problem } from './problem.ts';
import { buildRequest, originOf, type RequestTenant } from './request.ts';
import { type FormFields, RefusedError, type Route, type SambandRequest } from './route.ts';
import { fromOwnPage, saysOwnPage } from './same-origin.ts';

export const sessionCookie = 'samband_session';

export interface SignedIn {
  readonly actor: Actor;
  readonly tenant: RequestTenant;
  /** The person's own choice, if any. */
  readonly language: Language | undefined;
  /** The access token that a program showed on the person's behalf. */
  readonly token?: { readonly name: string; readonly mayWrite: boolean };
}

export interface ServerParts {
  readonly routes: readonly Route[];
  readonly database: Database;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly publicFolder: string;
  /** Where people reach the server, e.g. `https://samband.kommunen.se`. */
  readonly address: () => string;
  readonly behindProxy: boolean;
  readonly now: () => Date;
  readonly authenticate: (token: string, now: Date) => Promise<SignedIn | undefined>;
  /** Who stands behind a program's access token; a RefusedError when nobody does, or when too many wrong ones have come. */
  readonly authenticateToken: (token: string, visit: Pick<SambandRequest, 'origin' | 'now'>) => Promise<SignedIn>;
  /** The sign-in page as the answer to a request that needs one; a posted form is kept and offered again afterwards. */
  readonly signInPage: (request: SambandRequest, kept: KeptForm | undefined) => Response | Promise<Response>;
  readonly assets: ShellAssets;
  readonly navigation: (language: Language, actor: Actor) => readonly NavigationEntry[];
}

export interface KeptForm {
  readonly path: string;
  readonly fields: FormFields;
}

/** The whole application as one fetch function: headers, static files, routes with access, errors as pages. */
export function createServer(parts: ServerParts): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    secureHeaders(c.res.headers, parts.address().startsWith('https:'));
  });
  app.use(
    '/static/*',
    serveStatic({
      root: parts.publicFolder,
      rewriteRequestPath: (path) => path.slice('/static'.length),
      precompressed: true,
      onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  );
  app.use(compressed);
  for (const route of parts.routes) {
    const tooLarge = () => Promise.reject(new RefusedError(413));
    if (!route.streamed)
      app.on(route.method, route.path, bodyLimit({ maxSize: route.maxBody ?? 1024 * 1024, onError: tooLarge }));
    app.on(route.method, route.path, async (c) => answer(parts, route, c));
  }
  app.notFound((c) => answer(parts, { ...lost, path: '*' }, c));
  app.onError((error, c) => answer(parts, { ...lost, path: '*', handle: () => Promise.reject(error) }, c));
  return app;
}

const lost = {
  method: 'get',
  access: 'anyone',
  handle: () => Promise.reject(new RefusedError(404)),
} as const satisfies Omit<Route, 'path'>;

async function answer(parts: ServerParts, route: Route, c: Context): Promise<Response> {
  const started = performance.now();
  const requestId = randomUUID();
  const now = parts.now();
  let signedIn: SignedIn | undefined;
  let response: Response;
  let fault: unknown;
  try {
    signedIn = await whoAsks(parts, c, now);
  } catch (error) {
    fault = error;
  }
  const { request, finish } = buildRequest(parts, c, { requestId, now, signedIn });
  try {
    if (fault !== undefined) throw fault;
    response = await guarded(parts, route, request, signedIn);
  } catch (error) {
    response = await failure(parts, request, route, error);
  }
  for (const cookie of finish())
    response.headers.append('Set-Cookie', cookieHeader(cookie, parts.address().startsWith('https:')));
  response.headers.set('X-Request-Id', requestId);
  const seconds = (performance.now() - started) / 1000;
  parts.metrics.observe(route.method, route.path, response.status, seconds);
  parts.log.info(
    {
      requestId,
      method: c.req.method,
      route: route.path,
      status: response.status,
      ms: Math.round(seconds * 1000),
      tenant: signedIn?.tenant.id,
    },
    'request',
  );
  return response;
}

/** A program shows its token and nothing else counts; the others have their session's cookie. */
async function whoAsks(parts: ServerParts, c: Context, now: Date): Promise<SignedIn | undefined> {
  const { headers } = c.req.raw;
  if (forPrograms(c.req.path) && headers.has('authorization')) {
    const shown = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? '';
    return parts.authenticateToken(shown, { origin: originOf(c, parts.behindProxy), now });
  }
  const token = readCookies(headers.get('cookie')).get(sessionCookie);
  return token === undefined ? undefined : parts.authenticate(token, now);
}

async function guarded(
  parts: ServerParts,
  route: Route,
  request: SambandRequest,
  signedIn: SignedIn | undefined,
): Promise<Response> {
  if (route.method !== 'get') requireOwnWord(parts, request, signedIn);
  if (route.access === 'anyone') return route.handle(request);
  if (request.actor === undefined) {
    if (forPrograms(request.url.pathname)) throw new RefusedError(401);
    // A form with files is not kept: they may be large, and nobody has yet said who sends them.
    const keeps = route.method === 'post' && !route.streamed;
    return parts.signInPage(
      request,
      keeps ? { path: request.url.pathname, fields: await request.fields() } : undefined,
    );
  }
  if (route.access !== 'signedIn' && !may(request.actor, route.access)) throw new RefusedError(403);
  return route.handle(request);
}

/** Nobody's browser changes anything because another site told it to, and no token changes what it may only read. */
function requireOwnWord(parts: ServerParts, request: SambandRequest, signedIn: SignedIn | undefined): void {
  const ownOrigin = new URL(parts.address()).origin;
  if (!forPrograms(request.url.pathname)) {
    if (!fromOwnPage(request.headers, ownOrigin)) throw new RefusedError(403, foreignForm);
  } else if (signedIn?.token !== undefined) {
    if (!signedIn.token.mayWrite) throw new RefusedError(403, (language) => problemTexts(language).readOnly);
  } else if (signedIn !== undefined && !saysOwnPage(request.headers, ownOrigin)) {
    throw new RefusedError(403, (language) => problemTexts(language).foreign);
  }
}

function foreignForm(language: Language): string {
  return language === 'sv'
    ? 'Formuläret skickades från en annan webbplats. Öppna sidan i Samband och skicka det därifrån.'
    : 'The form was sent from another site. Open the page in Samband and send it from there.';
}

async function failure(parts: ServerParts, request: SambandRequest, route: Route, error: unknown): Promise<Response> {
  const refused = error instanceof RefusedError ? error : undefined;
  const status = refused?.status ?? 500;
  if (refused === undefined) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    parts.log.error({ requestId: request.requestId, route: route.path, fault: { name, message, stack } }, 'fault');
  }
  const explanation = refused?.explanation?.(request.language);
  if (forPrograms(request.url.pathname)) return problem(request, status, { detail: explanation });
  return request.html(
    <ErrorPage shell={request.shell()} status={status} {...(explanation ? { what: explanation } : {})} />,
    status,
  );
}

function secureHeaders(headers: Headers, https: boolean): void {
  // A kept file carries a stricter one of its own.
  if (!headers.has('Content-Security-Policy'))
    headers.set(
      'Content-Security-Policy',
      `default-src 'self'; script-src 'self'; style-src 'self' ${turboStyleHash}; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'`,
    );
  headers.set('X-Content-Type-Options', 'nosniff');
  if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', 'same-origin');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
  if (https) headers.set('Strict-Transport-Security', 'max-age=31536000');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache');
}
