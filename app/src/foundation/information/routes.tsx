import { languageCookie, RefusedError, type Route, type SambandRequest } from '../http/index.ts';
import { languages } from '../texts/index.ts';
import { tenantThemeCss } from '../ui/index.ts';
import type { Licence } from './licences.ts';
import { localPath } from './local-path.rules.ts';
import type { InformationParts } from './parts.ts';
import { readHealth } from './probes.ts';
import { searchEverywhere, searchWords } from './queries.ts';
import { AboutPage, AccessibilityPage, SearchPage } from './views.tsx';

const year = 31_536_000;

export function informationRoutes(parts: InformationParts): readonly Route[] {
  let licences: Promise<readonly Licence[]> | undefined;
  const readOnce = () => {
    licences ??= parts.licences();
    return licences;
  };
  return [
    {
      method: 'get',
      path: '/om',
      access: 'anyone',
      handle: async (request) =>
        request.html(<AboutPage shell={request.shell()} version={parts.version} licences={await readOnce()} />),
    },
    {
      method: 'get',
      path: '/tillganglighet',
      access: 'anyone',
      handle: async (request) =>
        request.html(<AccessibilityPage shell={request.shell()} contact={await parts.contact(request)} />),
    },
    { method: 'get', path: '/sprak/:language', example: '/sprak/en', access: 'anyone', handle: chooseLanguage },
    { method: 'get', path: '/tema/:file', example: '/tema/1d5c4d.css', access: 'anyone', handle: theme },
    { method: 'get', path: '/halsa', access: 'anyone', handle: (request) => health(request, parts) },
    { method: 'get', path: '/halsa/liv', access: 'anyone', handle: (request) => request.json({ status: 'alive' }) },
    { method: 'get', path: '/metrics', access: 'anyone', handle: (request) => metrics(request, parts) },
    { method: 'get', path: '/sok', access: 'signedIn', handle: (request) => search(request, parts) },
  ];
}

function chooseLanguage(request: SambandRequest): Response {
  const language = languages.find((one) => one === request.params.language);
  if (language === undefined) throw new RefusedError(404);
  request.setCookie(languageCookie, language, { maxAgeSeconds: year });
  return request.redirect(localPath(request.url.searchParams.get('till')));
}

function theme(request: SambandRequest): Response {
  const colour = /^([0-9a-f]{6})\.css$/.exec(request.params.file ?? '')?.[1];
  if (colour === undefined) throw new RefusedError(404);
  return new Response(tenantThemeCss(colour), {
    headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': `public, max-age=${year}, immutable` },
  });
}

async function health(request: SambandRequest, parts: InformationParts): Promise<Response> {
  const found = await readHealth(parts.probes, (probe, error) =>
    parts.log.warn({ probe, fault: error instanceof Error ? error.message : String(error) }, 'not ready'),
  );
  return request.json(found, found.status === 'ready' ? 200 : 503);
}

const ownMachine = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** A proxy on the same machine that we have not been told of also comes from here; what it adds to the request gives it away. */
async function metrics(request: SambandRequest, parts: InformationParts): Promise<Response> {
  const forwarded = ['x-forwarded-for', 'forwarded', 'via'].some((name) => request.headers.has(name));
  if (!parts.metricsOn || forwarded || !ownMachine.has(request.origin)) throw new RefusedError(404);
  return new Response(await parts.metrics.text(), { headers: { 'Content-Type': parts.metrics.contentType } });
}

async function search(request: SambandRequest, parts: InformationParts): Promise<Response> {
  const words = searchWords(request.url.searchParams);
  const groups = await searchEverywhere(request, parts, words);
  return request.html(<SearchPage shell={request.shell()} words={words} groups={groups} />);
}
