import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { roleTitle } from '../access/index.ts';
import { type Language, languages } from '../texts/index.ts';
import { type Flash, pagePieces, type Shell } from '../ui/index.ts';
import { encoded } from './compress.ts';
import { contentDisposition } from './content-disposition.ts';
import { readCookies, type SetCookie } from './cookies.ts';
import { problemTexts } from './problem.texts.ts';
import { forPrograms } from './problem.ts';
import { type FormFields, RefusedError, type SambandRequest } from './route.ts';
import type { ServerParts, SignedIn } from './server.tsx';
import { readUpload } from './upload.ts';

export type RequestTenant = NonNullable<SambandRequest['tenant']>;

export const languageCookie = 'samband_language';
const flashCookie = 'samband_flash';

interface Known {
  readonly requestId: string;
  readonly now: Date;
  readonly signedIn: SignedIn | undefined;
}

/** Makes what a handler holds out of the HTTP request. `finish` gives the cookies that the response must carry. */
export function buildRequest(
  parts: ServerParts,
  c: Context,
  known: Known,
): { request: SambandRequest; finish: () => readonly SetCookie[] } {
  const headers = c.req.raw.headers;
  const cookies = readCookies(headers.get('cookie'));
  const outgoing: SetCookie[] = [];
  const url = new URL(c.req.url);
  const accepted = headers.get('accept-language');
  const language = forPrograms(url.pathname)
    ? (preferredLanguage(accepted) ?? known.signedIn?.language ?? 'sv')
    : chosenLanguage(cookies.get(languageCookie), known.signedIn?.language, accepted);
  const incomingFlash = readFlash(cookies.get(flashCookie));
  if (cookies.has(flashCookie)) outgoing.push({ name: flashCookie, value: '', maxAgeSeconds: 0 });
  const { actor, tenant, token } = known.signedIn ?? {};
  let body: Promise<Readonly<Record<string, string | File | (string | File)[]>>> | undefined;
  const readBody = () => {
    body ??= c.req.parseBody({ all: true });
    return body;
  };

  const origin = originOf(c, parts.behindProxy);
  // The audit trail tells what a program did with a person's token from what the person did.
  const audited = token === undefined ? origin : `${origin} (${token.name})`;

  const request: SambandRequest = {
    requestId: known.requestId,
    language,
    url,
    params: c.req.param(),
    headers,
    now: known.now,
    origin,
    actor,
    get person() {
      if (actor === undefined) throw new RefusedError(401);
      return actor;
    },
    tenant,
    database: parts.database,
    transaction: (work) =>
      parts.database.inScope(
        { tenantId: actor?.tenantId, personId: actor?.personId, requestId: known.requestId, origin: audited },
        work,
      ),
    fields: async () => textFields(await readBody()),
    files: async () =>
      Object.fromEntries(
        Object.entries(await readBody()).filter(
          (entry): entry is [string, File] => entry[1] instanceof File && entry[1].name !== '',
        ),
      ),
    upload: (limits) => readUpload(c.req.raw.body, headers.get('content-type') ?? '', limits),
    jsonBody: () => readJson(c),
    query: (schema) => {
      const parsed = schema.safeParse(Object.fromEntries(url.searchParams));
      if (!parsed.success)
        throw new RefusedError(400, () =>
          parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
        );
      return parsed.data;
    },
    shell: (flashes = []): Shell => ({
      language,
      path: url.pathname + url.search,
      requestId: known.requestId,
      tenant,
      person: actor && {
        name: actor.name,
        roleTitle: actor.roles[0] ? roleTitle(actor.roles[0].role, language) : '',
      },
      navigation: actor ? parts.navigation(language, actor) : [],
      flashes: [...incomingFlash, ...flashes],
      assets: parts.assets,
    }),
    html: async (page, status = 200) => {
      const { body, headers: encoding } = await encoded(await pagePieces(page), headers.get('accept-encoding'));
      return new Response(body, { status, headers: { 'Content-Type': 'text/html; charset=UTF-8', ...encoding } });
    },
    json: (value, status = 200) => c.json(value as object, status as 200),
    download: (content, type, name) =>
      new Response(content as Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>, {
        headers: {
          'Content-Type': type,
          'Content-Disposition': contentDisposition('attachment', name),
          'Cache-Control': 'private, no-store',
        },
      }),
    redirect: (path, flash) => {
      if (flash)
        outgoing.push({
          name: flashCookie,
          value: Buffer.from(JSON.stringify(flash)).toString('base64url'),
          maxAgeSeconds: 60,
        });
      return new Response(null, { status: 303, headers: { Location: path } });
    },
    setCookie: (name, value, { maxAgeSeconds }) => void outgoing.push({ name, value, maxAgeSeconds }),
  };
  return { request, finish: () => outgoing };
}

function chosenLanguage(cookie: string | undefined, own: Language | undefined, accepted: string | null): Language {
  const chosen = languages.find((language) => language === cookie) ?? own;
  if (chosen) return chosen;
  // Swedish unless the browser asks for English and not for Swedish: a municipality's own machines often ask for both.
  const wants = (accepted ?? '').toLowerCase();
  return /\ben\b/.test(wants) && !/\bsv\b/.test(wants) ? 'en' : 'sv';
}

/** The first of our languages in the order that a program asks for. */
function preferredLanguage(accepted: string | null): Language | undefined {
  const wishes = (accepted ?? '').split(',').map((wish) => {
    const [tag = '', ...rest] = wish.trim().toLowerCase().split(';');
    const quality = /^\s*q=([\d.]+)$/.exec(rest.join(';'))?.[1];
    return { language: languages.find((one) => one === tag.split('-')[0]), quality: Number(quality ?? 1) };
  });
  return wishes
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .find(({ language }) => language)?.language;
}

async function readJson(c: Context): Promise<unknown> {
  if (!/^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) throw new RefusedError(415);
  try {
    return await c.req.json();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new RefusedError(400, (language) => problemTexts(language).notJson);
  }
}

export function originOf(c: Context, behindProxy: boolean): string {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  if (forwarded) return forwarded;
  try {
    return getConnInfo(c).remote.address ?? '';
  } catch {
    // Called without a socket, as tests do through `app.request`.
    return '';
  }
}

function textFields(body: Readonly<Record<string, string | File | (string | File)[]>>): FormFields {
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(body)) {
    // PostgreSQL has no place for the character NUL, and no person types it.
    const texts = (Array.isArray(value) ? value : [value])
      .filter((item): item is string => typeof item === 'string')
      .map((text) => text.replaceAll('\0', ''));
    if (texts.length === 1) fields[name] = texts[0]!;
    else if (texts.length > 1) fields[name] = texts;
  }
  return fields;
}

const flashKinds: readonly string[] = ['success', 'info', 'warning', 'error'] satisfies Flash['kind'][];

function readFlash(cookie: string | undefined): readonly Flash[] {
  if (!cookie) return [];
  try {
    const { kind, text } = JSON.parse(Buffer.from(cookie, 'base64url').toString('utf8')) as Flash;
    return flashKinds.includes(kind) && typeof text === 'string' ? [{ kind, text }] : [];
  } catch {
    // The person's own browser holds this cookie; whatever else it is, it is not ours.
    return [];
  }
}
