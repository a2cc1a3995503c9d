import { writeWorkbook, xlsxType } from '@samband/documents/spreadsheet';
import type { FigureStore } from '../../foundation/figures/index.ts';
import { field, idParam, RefusedError, type Route, type SambandRequest } from '../../foundation/http/index.ts';
import { writeSituation } from './access.ts';
import { choiceHref, choiceQuery, readChoice } from './choice-address.rules.ts';
import { figuresOfRequest } from './figures-of-request.ts';
import { pictureResponse } from './picture.ts';
import { setRevoked, sharePage } from './shared-page.commands.ts';
import { changesSince, freezePage, listPages, presentedPage, readPage } from './shared-page.queries.ts';
import { expiresAfter, type SharedSituation, type ShareFault, shareForm, thawSituation } from './shared-page.rules.ts';
import { texts } from './shared-page.texts.ts';
import { LinkMadePage, pageSize, path, SharedDetailPage, SharingPage } from './shared-page.views.tsx';
import { changeInWords } from './shared-page-changes.texts.ts';
import { FrozenPage, LinkGone } from './shared-page-frozen.view.tsx';
import { situationPicture } from './situation.pictures.tsx';
import { situationOf } from './situation.queries.ts';
import { situationSheets } from './situation.sheets.ts';
import { vocabulary } from './vocabulary.texts.ts';

export interface SharedPageParts {
  readonly figures: FigureStore;
  /** Where people reach the server: what a link begins with. */
  readonly address: () => string;
}

const example = `${path}/00000000-0000-7000-8000-000000000000`;
const exampleLink = `/delad/${'x'.repeat(43)}`;
const access = writeSituation;

/** Sharing Nuläge as a frozen page, and the page that a link opens. */
export function sharedPageRoutes(parts: SharedPageParts): readonly Route[] {
  const { figures } = parts;
  return [
    { method: 'get', path, access, handle: (request) => sharingPage(request, figures) },
    { method: 'post', path, access, handle: (request) => share(request, parts) },
    { method: 'get', path: `${path}/:id`, example, access, handle: (request) => detail(request, figures) },
    {
      method: 'get',
      path: `${path}/:id/sida`,
      example: `${example}/sida`,
      access,
      handle: async (request) => frozenPage(request, await owned(request), `${path}/${idParam(request)}/sida`),
    },
    {
      method: 'get',
      path: `${path}/:id/sida.xlsx`,
      example: `${example}/sida.xlsx`,
      access,
      handle: async (request) => frozenWorkbook(request, await owned(request)),
    },
    {
      method: 'get',
      path: `${path}/:id/sida/bild/:file`,
      example: `${example}/sida/bild/index.svg`,
      access,
      handle: async (request) => frozenPicture(request, await owned(request)),
    },
    {
      method: 'get',
      path: `${path}/:id/andringar.xlsx`,
      example: `${example}/andringar.xlsx`,
      access,
      handle: (request) => changesWorkbook(request, figures),
    },
    {
      method: 'post',
      path: `${path}/:id/ta-tillbaka`,
      example: `${example}/ta-tillbaka`,
      access,
      handle: (request) => revoke(request, true),
    },
    {
      method: 'post',
      path: `${path}/:id/oppna`,
      example: `${example}/oppna`,
      access,
      handle: (request) => revoke(request, false),
    },
    {
      method: 'get',
      path: '/delad/:token',
      example: exampleLink,
      access: 'anyone',
      handle: (request) => withLink(request, (page) => frozenPage(request, page, `/delad/${request.params.token}`)),
    },
    {
      method: 'get',
      path: '/delad/:token/sida.xlsx',
      example: `${exampleLink}/sida.xlsx`,
      access: 'anyone',
      handle: (request) => withLink(request, (page) => frozenWorkbook(request, page)),
    },
    {
      method: 'get',
      path: '/delad/:token/bild/:file',
      example: `${exampleLink}/bild/index.svg`,
      access: 'anyone',
      handle: (request) => withLink(request, (page) => frozenPicture(request, page)),
    },
  ];
}

async function ask(request: SambandRequest, store: FigureStore) {
  const figures = await figuresOfRequest(request, store);
  const read = readChoice(request.query(choiceQuery), figures, request.tenant?.code ?? '');
  const answer = situationOf(figures, read.choice, request.now.toISOString().slice(0, 10));
  // What is shared must be what was asked for, not the nearest that could be shown.
  const situation = answer.ok && read.faults.length === 0 ? answer.situation : undefined;
  return { figures, choice: read.choice, situation };
}

async function sharingPage(
  request: SambandRequest,
  store: FigureStore,
  typed?: { readonly title: string; readonly validity: string; readonly faults: readonly ShareFault[] },
) {
  const { language } = request;
  const t = texts(language);
  const { figures, choice, situation } = await ask(request, store);
  const page = pageNumber(request);
  const list = await request.transaction((tx) => listPages(tx, { limit: pageSize, offset: (page - 1) * pageSize }));
  const name = figures.title(choice.unit);
  const subject = situation && {
    action: choiceHref(path, choice),
    situationHref: choiceHref('/nulage', choice),
    words: t.about(name, choice.year, vocabulary(language).comparison[choice.compareWith.kind]),
  };
  return request.html(
    <SharingPage
      shell={request.shell()}
      subject={subject}
      title={typed?.title ?? t.defaultName(name, choice.year)}
      validity={typed?.validity ?? '30'}
      faults={typed?.faults ?? []}
      {...list}
      page={page}
      now={request.now}
    />,
    typed ? 422 : 200,
  );
}

async function share(request: SambandRequest, parts: SharedPageParts): Promise<Response> {
  const { figures, situation } = await ask(request, parts.figures);
  if (situation === undefined || request.tenant === undefined) {
    throw new RefusedError(422, (language) => texts(language).nothing);
  }
  const fields = await request.fields();
  const form = { title: field(fields, 'title'), validity: field(fields, 'validity') };
  const frozen = await freezePage(
    figures,
    situation,
    { name: request.tenant.name, colour: request.tenant.colour },
    request.now,
  );
  const result = await request.transaction((tx) => sharePage(tx, request.person, form, frozen, request.now));
  if (!result.ok) return sharingPage(request, parts.figures, { ...form, faults: result.faults });
  const { validity } = shareForm.parse(form);
  const made = await request.html(
    <LinkMadePage
      shell={request.shell()}
      link={`${parts.address()}/delad/${result.token}`}
      expiresAt={expiresAfter(validity, request.now)}
    />,
  );
  made.headers.set('Cache-Control', 'no-store');
  return made;
}

async function revoke(request: SambandRequest, revoked: boolean): Promise<Response> {
  const id = idParam(request);
  await request.transaction((tx) => setRevoked(tx, request.person, id, revoked, request.now));
  const t = texts(request.language);
  return request.redirect(path, { kind: 'success', text: revoked ? t.revoked : t.restored });
}

async function owned(request: SambandRequest) {
  const row = await request.transaction((tx) => readPage(tx, idParam(request)));
  if (row === undefined) throw new RefusedError(404);
  return row;
}

async function detail(request: SambandRequest, store: FigureStore) {
  const row = await owned(request);
  const figures = await figuresOfRequest(request, store);
  return request.html(
    <SharedDetailPage
      shell={request.shell()}
      row={row}
      differences={await changesSince(figures, row)}
      otherArchive={figures.info.id !== row.content.archive.id}
      page={pageNumber(request)}
      now={request.now}
    />,
  );
}

async function changesWorkbook(request: SambandRequest, store: FigureStore): Promise<Response> {
  const row = await owned(request);
  const t = texts(request.language);
  const differences = await changesSince(await figuresOfRequest(request, store), row);
  const words = vocabulary(request.language).source;
  const headers = [t.change.what, 'Id', t.change.year, t.change.unit, t.change.gender, t.change.old, t.change.new];
  const content = await writeWorkbook([
    {
      name: t.changes,
      columns: headers.map((header, index) => ({ header, width: index === 0 ? 50 : 14 })),
      rows: differences.map((difference) => {
        const change = changeInWords(difference, row.content, request.language);
        return [change.what, change.code, change.year, change.unit, change.gender, change.old, change.new];
      }),
      notes: [
        row.title,
        t.changesLead(row.content.frozenAt.slice(0, 10)),
        row.content.archive.exampleData ? words.example : words.values,
      ],
    },
  ]);
  return request.download(content, xlsxType, `${t.changes} ${row.title}.xlsx`);
}

interface Page {
  readonly title: string;
  readonly content: SharedSituation;
}

function frozenPage(request: SambandRequest, { title, content }: Page, here: string) {
  const area = request.url.searchParams.get('falt') ?? undefined;
  // What the signed-in person was told belongs to the page it was meant for.
  const shell = { ...request.shell(), flashes: [] };
  const excel = here.endsWith('/sida') ? `${here}.xlsx` : `${here}/sida.xlsx`;
  return request.html(
    <FrozenPage shell={shell} title={title} content={content} here={here} excel={excel} area={area} />,
  );
}

async function frozenWorkbook(request: SambandRequest, { title, content }: Page): Promise<Response> {
  const source = { info: content.archive, title: (unit: string) => content.titles[unit] ?? unit };
  const sheets = situationSheets(source, thawSituation(content), request.language);
  const frozen = texts(request.language).shared(content.frozenAt.slice(0, 10));
  const noted = sheets.map((sheet) => ({ ...sheet, notes: [frozen, ...sheet.notes] }));
  return request.download(await writeWorkbook(noted), xlsxType, `${title}.xlsx`);
}

function frozenPicture(request: SambandRequest, { content }: Page): Promise<Response> {
  const picture = situationPicture(request.params.file ?? '', {
    situation: thawSituation(content),
    titleOf: (unit) => content.titles[unit] ?? unit,
    // A frozen page shows all that was found.
    showAll: true,
    language: request.language,
  });
  if (picture === undefined) throw new RefusedError(404);
  return pictureResponse(request, { info: content.archive }, picture);
}

/** The answer to a link: never indexed, never kept, and the link never sent on to another site. */
async function withLink(
  request: SambandRequest,
  open: (page: Page) => Response | Promise<Response>,
): Promise<Response> {
  const presented = await presentedPage(request.database, request.params.token ?? '', request.now);
  const response =
    presented.state === 'open'
      ? await open(presented.page)
      : await request.html(
          <LinkGone shell={{ ...request.shell(), flashes: [] }} />,
          presented.state === 'unknown' ? 404 : 410,
        );
  response.headers.set('X-Robots-Tag', 'noindex, nofollow');
  response.headers.set('Referrer-Policy', 'no-referrer');
  response.headers.set('Cache-Control', 'private, no-store');
  return response;
}

function pageNumber(request: SambandRequest): number {
  const page = Number(request.url.searchParams.get('sida') ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1;
}
