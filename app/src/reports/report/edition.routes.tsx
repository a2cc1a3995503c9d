import { csvLine, csvStart, writeWorkbook } from '@samband/documents/spreadsheet';
import { may } from '../../foundation/access/index.ts';
import type { Files } from '../../foundation/files/index.ts';
import { fileProblemText } from '../../foundation/files/index.ts';
import {
  field,
  idParam,
  type ListShape,
  type ListState,
  RefusedError,
  type Route,
  readListState,
  type SambandRequest,
} from '../../foundation/http/index.ts';
import { manageMunicipality } from '../../foundation/tenancy/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { adoptReports, readAdopted } from './access.ts';
import { type FileKind, fileKinds } from './document-files.ts';
import { type Edition, type EditionFilter, type EditionSort, editionPage, editionRows } from './edition.queries.ts';
import { EditionList, EditionPage, editionPageSize } from './edition.view.tsx';
import { fileResponse } from './report.routes.tsx';
import { report } from './report.rules.ts';
import { adoptedPath, templatePath } from './report-address.rules.ts';
import { partTexts } from './report-page.texts.ts';
import {
  largestTemplate,
  receiveTemplate,
  type TemplateResult,
  templateBytes,
  useTemplate,
} from './template.commands.ts';
import { readTemplate } from './template.queries.ts';
import { TemplatePage } from './template.view.tsx';
import { templateFaultText } from './template-fault.texts.ts';

const noId = '00000000-0000-7000-8000-000000000000';

const shape: ListShape<EditionSort, EditionFilter> = {
  sorts: ['adopted', 'title', 'kind', 'body'],
  filters: ['slag'],
  newestFirst: true,
  pageSize: editionPageSize,
};

/** What has been adopted, for everybody in the municipality; and the Word template. Stand before the register's own routes. */
export function editionRoutes({ files }: { readonly files: Files }): readonly Route[] {
  const one = (rest: string) => ({ path: `${adoptedPath}/:id${rest}`, example: `${adoptedPath}/${noId}${rest}` });
  return [
    { method: 'get', path: adoptedPath, access: readAdopted, handle: list },
    { method: 'get', path: `${adoptedPath}.xlsx`, access: readAdopted, handle: asWorkbook },
    { method: 'get', path: `${adoptedPath}.csv`, access: readAdopted, handle: asCsv },
    { ...one(''), method: 'get', access: readAdopted, handle: show },
    ...fileKinds.map(
      ({ kind, ending }): Route => ({
        ...one(`/rapport${ending}`),
        method: 'get',
        access: readAdopted,
        handle: (request) => download(files, request, kind),
      }),
    ),
    { method: 'get', path: templatePath, access: adoptReports, handle: (request) => templatePage(request) },
    {
      method: 'post',
      path: templatePath,
      access: adoptReports,
      streamed: true,
      handle: (request) => receive(files, request),
    },
    { method: 'post', path: `${templatePath}/anvand`, access: adoptReports, handle: use },
    {
      method: 'get',
      path: `${templatePath}/fil.docx`,
      access: adoptReports,
      handle: (request) => file(files, request),
    },
  ];
}

async function list(request: SambandRequest): Promise<Response> {
  const state = readListState(request.url.searchParams, shape);
  const { rows, total } = await rowsOf(request, state, editionPageSize);
  return request.html(<EditionList shell={request.shell()} state={state} rows={rows} total={total} />);
}

function rowsOf(request: SambandRequest, state: ListState<EditionSort, EditionFilter>, limit: number) {
  return request.transaction((tx) => editionRows(tx, state, { limit, offset: (state.page - 1) * limit }));
}

/** More than a municipality ever adopts. */
const mostExported = 10_000;

async function exported(request: SambandRequest) {
  const state = { ...readListState(request.url.searchParams, shape), page: 1 };
  const { rows } = await rowsOf(request, state, mostExported);
  const t = partTexts(request.language).adoptedList;
  const kinds = report.texts(request.language).choices?.kind ?? {};
  return {
    title: t.title,
    header: [t.report, t.kind, t.number, t.day, t.body],
    rows: rows.map(({ title, kind, number, adoptedOn, body }: Edition) => [
      title,
      kinds[kind] ?? kind,
      number,
      adoptedOn,
      body,
    ]),
  };
}

async function asWorkbook(request: SambandRequest): Promise<Response> {
  const { title, header, rows } = await exported(request);
  const workbook = await writeWorkbook([
    { name: title, columns: header.map((each) => ({ header: each, width: 24 })), rows, notes: [] },
  ]);
  return request.download(
    workbook,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    `${title}.xlsx`,
  );
}

async function asCsv(request: SambandRequest): Promise<Response> {
  const { title, header, rows } = await exported(request);
  const text = csvStart + [header, ...rows].map((row) => csvLine(row)).join('');
  return request.download(new TextEncoder().encode(text), 'text/csv; charset=utf-8', `${title}.csv`);
}

async function found(request: SambandRequest) {
  const id = idParam(request);
  const page = await request.transaction((tx) => editionPage(tx, id));
  if (page === undefined) throw new RefusedError(404);
  return page;
}

async function show(request: SambandRequest): Promise<Response> {
  return request.html(<EditionPage shell={request.shell()} {...(await found(request))} />);
}

async function download(files: Files, request: SambandRequest, kind: FileKind): Promise<Response> {
  const { edition, document } = await found(request);
  return fileResponse(files, request, document, kind, `${edition.title}, version ${edition.number}`);
}

async function templatePage(request: SambandRequest, faults: readonly string[] = []): Promise<Response> {
  const template = await request.transaction(readTemplate);
  const mayManage = may(request.person, manageMunicipality);
  const given = { template, limit: largestTemplate, mayManage, faults };
  const page = <TemplatePage shell={request.shell()} {...given} />;
  return request.html(page, faults.length > 0 ? 422 : 200);
}

/** With scripts the page goes on by itself once all has been sent; without, the browser is sent there. */
async function receive(files: Files, request: SambandRequest): Promise<Response> {
  const result = await receiveTemplate(request, files);
  const t = partTexts(request.language).templatePage;
  if (!result.ok && request.headers.get('accept') !== 'application/json') {
    return templatePage(request, faultWords(result, request.language));
  }
  const flash = result.ok
    ? ({ kind: 'success', text: t.saved } as const)
    : ({ kind: 'error', text: faultWords(result, request.language).join(' ') } as const);
  const answer = request.redirect(templatePath, flash);
  return request.headers.get('accept') === 'application/json' ? request.json({ location: templatePath }) : answer;
}

function faultWords(result: Exclude<TemplateResult, { ok: true }>, language: Language): readonly string[] {
  const t = partTexts(language).templatePage;
  switch (result.reason) {
    case 'notWord':
      return [t.notWord(result.name)];
    case 'file':
      return [fileProblemText(result.problem, largestTemplate, language)];
    case 'faults':
      return [t.faults, ...result.faults.map((fault) => templateFaultText(fault, language))];
    default:
      return [t[result.reason]];
  }
}

async function use(request: SambandRequest): Promise<Response> {
  const fields = await request.fields();
  const version = Number(field(fields, 'version'));
  if (!Number.isInteger(version) || version < 1 || version > 1e9) throw new RefusedError(400);
  const active = field(fields, 'anvand') === 'ja';
  const saved = await request.transaction((tx) => useTemplate(tx, request.person, version, active));
  const t = partTexts(request.language).templatePage;
  return request.redirect(
    templatePath,
    saved ? { kind: 'success', text: t.changed } : { kind: 'warning', text: t.conflict },
  );
}

async function file(files: Files, request: SambandRequest): Promise<Response> {
  const template = await request.transaction(readTemplate);
  if (template === undefined) throw new RefusedError(404);
  const bytes = await templateBytes(files, request.person.tenantId, template.sha256);
  if (bytes === undefined) throw new RefusedError(404, (language) => partTexts(language).templatePage.missing);
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return request.download(bytes, type, template.fileName);
}
