import { type DocumentModel, documentFaults } from '@samband/documents';
import { may } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import type { FigureStore } from '../../foundation/figures/index.ts';
import type { Files } from '../../foundation/files/index.ts';
import {
  type FormFields,
  field,
  idParam,
  RefusedError,
  type Route,
  type SambandRequest,
} from '../../foundation/http/index.ts';
import { isId } from '../../foundation/ids/index.ts';
import { type Kernel, type RegisterSlots, registerRoutes } from '../../foundation/register/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { contrastOk, type FieldError, formatDate, LinkButton } from '../../foundation/ui/index.ts';
import { adoptReports, readReports, writeReports } from './access.ts';
import { ChangesPage } from './changes.view.tsx';
import type { ReportRow, ReportWork } from './compose.queries.ts';
import { type FileKind, fileKinds, writtenFile } from './document-files.ts';
import { PreviewPage } from './edition.view.tsx';
import { newReport } from './new-report.queries.ts';
import { PartConflictPage, PartFormPage } from './part.view.tsx';
import {
  addSection,
  adoptReport,
  beginNewVersion,
  choosePart,
  movePart,
  type PartForm,
  type PartResult,
  placeText,
  restorePart,
  takeIn,
  writePart,
} from './report.commands.ts';
import { type PartPage, partPage, reportDocument, reportPage, reportToRead } from './report.queries.ts';
import { report } from './report.rules.ts';
import { reportHref, templatePath } from './report-address.rules.ts';
import { partTexts } from './report-page.texts.ts';
import { AdoptPanel, ReportPanel } from './report-page.view.tsx';
import { templateBytes } from './template.commands.ts';
import { readTemplateInUse } from './template.queries.ts';

const noId = '00000000-0000-7000-8000-000000000000';

export interface ReportParts {
  readonly kernel: Kernel;
  readonly figures: FigureStore;
  readonly files: Files;
}

/** A report's page with its parts, what is done with them, and its files. */
export function reportRoutes(parts: ReportParts): readonly Route[] {
  const at = (rest: string, example = rest) => ({
    path: `${report.path}/:id${rest}`,
    example: `${reportHref(noId)}${example}`,
  });
  const part = (rest: string) => at(`/delar/:part${rest}`, `/delar/${noId}${rest}`);
  const read = { access: readReports } as const;
  const write = { access: writeReports } as const;
  return [
    ...fileKinds.map(
      ({ kind, ending }): Route => ({
        ...at(`/rapport${ending}`),
        ...read,
        method: 'get',
        handle: (request) => download(parts, request, kind),
      }),
    ),
    { ...at('/forhandsvisning'), ...read, method: 'get', handle: (request) => preview(parts, request) },
    { ...at('/andringar'), ...read, method: 'get', handle: (request) => changes(parts, request) },
    { ...at('/ta-in'), ...write, method: 'post', handle: (request) => take(parts, request) },
    { ...at('/delar'), ...write, method: 'post', handle: (request) => add(parts, request) },
    { ...part(''), ...write, method: 'get', handle: (request) => editPage(parts, request) },
    { ...part(''), ...write, method: 'post', handle: (request) => edit(parts, request) },
    { ...part('/flytta'), ...write, method: 'post', handle: (request) => move(parts, request) },
    { ...part('/valj'), ...write, method: 'post', handle: (request) => choose(parts, request) },
    { ...part('/aterstall'), ...write, method: 'post', handle: (request) => restore(parts, request) },
    { ...part('/placera'), ...write, method: 'post', handle: (request) => place(parts, request) },
    { ...at('/faststall'), access: adoptReports, method: 'post', handle: (request) => adopt(parts, request) },
    { ...at('/ny-version'), ...write, method: 'post', handle: (request) => newVersion(parts, request) },
    ...registerRoutes(parts.kernel, report, slots(parts)),
  ];
}

function slots(parts: ReportParts): RegisterSlots {
  return {
    empty: (request, tx) =>
      newReport({
        tx,
        store: parts.figures,
        language: request.language,
        today: formatDate(request.now),
        areas: request.url.searchParams.getAll('focusAreas').filter((id) => isId(id)),
      }),
    // Nobody makes a report to look at an empty one.
    async made(request, tx, id) {
      await takeIn(workOf(parts, request, tx), id, { kind: 'all' }, undefined);
    },
    list: ({ person, language }) =>
      Promise.resolve({
        actions: may(person, adoptReports) && (
          <LinkButton href={templatePath}>{partTexts(language).template}</LinkButton>
        ),
      }),
    async row(request, tx, { row, mayChange }) {
      const { language, person } = request;
      const page = await reportPage(workOf(parts, request, tx), row.id);
      if (page === undefined) return {};
      const at = request.url.searchParams.get('vid') ?? undefined;
      const shown = { page, language, mayWrite: mayChange, mayAdopt: may(person, adoptReports), at };
      const typed = request.url.searchParams.get('av') ?? undefined;
      return { above: <ReportPanel {...shown} />, below: <AdoptPanel {...shown} typed={typed} /> };
    },
  };
}

export function workOf(
  parts: Pick<ReportParts, 'kernel' | 'figures'>,
  request: SambandRequest,
  tx: Transaction,
): ReportWork {
  const { tenant, person, now } = request;
  const colour = tenant?.colour;
  return {
    kernel: parts.kernel,
    tx,
    actor: person,
    store: parts.figures,
    house: {
      name: tenant?.name ?? '',
      colour: colour !== undefined && contrastOk(colour) ? colour : undefined,
      exampleData: tenant?.figures === 'example',
    },
    today: formatDate(now),
  };
}

async function withReport<R>(
  parts: ReportParts,
  request: SambandRequest,
  work: (work: ReportWork, id: string) => Promise<R>,
): Promise<R> {
  const id = idParam(request);
  return request.transaction((tx) => work(workOf(parts, request, tx), id));
}

interface ToWrite {
  readonly row: ReportRow;
  readonly document: DocumentModel;
}

async function documentToRead(parts: ReportParts, request: SambandRequest): Promise<ToWrite> {
  return withReport(parts, request, async (work, id) => {
    const row = await reportToRead(work, id);
    const document = await reportDocument(work, row);
    if (document === undefined) {
      throw new RefusedError(409, (language) => partTexts(language).refused.noReport);
    }
    return { row, document };
  });
}

async function download(parts: ReportParts, request: SambandRequest, kind: FileKind): Promise<Response> {
  const { row, document } = await documentToRead(parts, request);
  return fileResponse(parts.files, request, document, kind, row.title);
}

/** What cannot be published is not written: it is told what is wrong and where. */
export async function fileResponse(
  files: Files,
  request: SambandRequest,
  document: DocumentModel,
  kind: FileKind,
  title: string,
): Promise<Response> {
  const faults = documentFaults(document);
  if (faults.length > 0) {
    throw new RefusedError(422, (language) => faultSentence(faults, language));
  }
  const template = kind === 'docx' ? await request.transaction((tx) => readTemplateInUse(tx)) : undefined;
  const bytes = template && (await templateBytes(files, request.person.tenantId, template.sha256));
  const { content, type } = await writtenFile(document, kind, bytes);
  const { ending } = fileKinds.find((each) => each.kind === kind)!;
  return request.download(content, type, `${title}${ending}`);
}

function faultSentence(faults: ReturnType<typeof documentFaults>, language: Language): string {
  const told = faults
    .slice(0, 3)
    .map(({ where, what, detail }) => `${where} (${[what, detail].filter(Boolean).join(' ')})`);
  return `${partTexts(language).refused.unfit} ${told.join('; ')}.`;
}

async function preview(parts: ReportParts, request: SambandRequest): Promise<Response> {
  const { row, document } = await documentToRead(parts, request);
  return request.html(<PreviewPage shell={request.shell()} reportId={row.id} title={row.title} document={document} />);
}

async function changes(parts: ReportParts, request: SambandRequest): Promise<Response> {
  const page = await withReport(parts, request, reportPage);
  if (page === undefined) throw new RefusedError(404);
  const mayWrite = may(request.person, writeReports);
  return request.html(<ChangesPage shell={request.shell()} page={page} mayWrite={mayWrite} />);
}

async function take(parts: ReportParts, request: SambandRequest): Promise<Response> {
  const fields = await request.fields();
  const key = field(fields, 'del');
  const result = await withReport(parts, request, (work, id) =>
    takeIn(work, id, key === '' ? { kind: 'all' } : { kind: 'part', key }, seenIn(fields)),
  );
  const t = partTexts(request.language);
  const here = reportHref(idParam(request));
  if (!result.ok && result.reason === 'adopted') return refused(request, here);
  if (!result.ok) return request.redirect(`${here}/andringar`, { kind: 'warning', text: t.changes.moved });
  const text = 'sett' in fields ? t.changes.taken(result.taken) : t.composed;
  return request.redirect(here, { kind: 'success', text });
}

/** `kind-subject:hash` for each part that was shown; undefined from the button that puts the report together. */
function seenIn(fields: FormFields): ReadonlyMap<string, string> | undefined {
  if (!('sett' in fields)) return undefined;
  return new Map(
    field(fields, 'sett')
      .split(' ')
      .filter((each) => each.includes(':'))
      .map((each) => {
        const at = each.lastIndexOf(':');
        return [each.slice(0, at), each.slice(at + 1)] as const;
      }),
  );
}

async function add(parts: ReportParts, request: SambandRequest): Promise<Response> {
  const fields = await request.fields();
  const parent = field(fields, 'parent');
  if (parent !== '' && !isId(parent)) throw new RefusedError(404);
  const heading = field(fields, 'heading').trim();
  const result = await withReport(parts, request, (work, id) =>
    addSection(work, id, { heading, parent: parent === '' ? null : parent }),
  );
  const t = partTexts(request.language);
  const here = reportHref(idParam(request));
  if (result.ok) return request.redirect(`${here}/delar/${result.id}`, { kind: 'success', text: t.add.added });
  if (result.reason === 'adopted') return refused(request, here);
  return request.redirect(here, { kind: 'error', text: t.add[result.reason] });
}

function refused(request: SambandRequest, here: string): Response {
  return request.redirect(here, { kind: 'error', text: partTexts(request.language).refused.adopted });
}

function partParam(request: SambandRequest): string {
  return idParam(request, 'part');
}

async function pageOfPart(parts: ReportParts, request: SambandRequest): Promise<PartPage> {
  const page = await withReport(parts, request, (work, id) => partPage(work, id, partParam(request)));
  if (page === undefined) throw new RefusedError(404);
  return page;
}

async function editPage(parts: ReportParts, request: SambandRequest): Promise<Response> {
  const page = await pageOfPart(parts, request);
  if (page.row.state === 'adopted') return refused(request, reportHref(page.row.id));
  const { heading, textBefore, textAfter, chosen, version } = page.part;
  const form = { heading, textBefore, textAfter, chosen };
  return request.html(<PartFormPage shell={request.shell()} page={page} form={form} version={version} errors={[]} />);
}

async function edit(parts: ReportParts, request: SambandRequest): Promise<Response> {
  const fields = await request.fields();
  const version = sentVersion(fields);
  const form: PartForm = {
    heading: field(fields, 'heading').trim(),
    textBefore: field(fields, 'textBefore').replaceAll('\r\n', '\n').trim(),
    textAfter: field(fields, 'textAfter').replaceAll('\r\n', '\n').trim(),
    chosen: field(fields, 'chosen') !== '',
  };
  const part = partParam(request);
  const result = await withReport(parts, request, (work, id) => writePart(work, id, part, version, form));
  const t = partTexts(request.language).edit;
  const here = reportHref(idParam(request));
  // A place in an address is lost on the way through a redirect with scripts: the page itself says where one goes on.
  if (result.ok) return request.redirect(`${here}?vid=${part}#del-${part}`, { kind: 'success', text: t.saved });
  if (result.reason === 'adopted') return refused(request, here);
  const page = await pageOfPart(parts, request);
  if (result.reason === 'conflict') {
    return request.html(
      <PartConflictPage shell={request.shell()} page={page} mine={form} theirs={result.theirs} />,
      409,
    );
  }
  const errors = result.faults.map(({ field: name, reason }): FieldError => ({ field: name, text: t[reason] }));
  return request.html(
    <PartFormPage shell={request.shell()} page={page} form={form} version={version} errors={errors} />,
    422,
  );
}

function sentVersion(fields: FormFields): number {
  const value = Number(field(fields, 'version'));
  if (!Number.isInteger(value) || value < 1 || value > 2_147_483_647) throw new RefusedError(400);
  return value;
}

async function move(parts: ReportParts, request: SambandRequest): Promise<Response> {
  const fields = await request.fields();
  const step = field(fields, 'steg') === 'upp' ? 'up' : 'down';
  const to = 'fore' in fields ? { before: field(fields, 'fore') || null } : step;
  const part = partParam(request);
  const result = await withReport(parts, request, (work, id) => movePart(work, id, part, to));
  const here = reportHref(idParam(request));
  return result === 'adopted' ? refused(request, here) : request.redirect(`${here}#del-${part}`);
}

async function choose(parts: ReportParts, request: SambandRequest): Promise<Response> {
  const fields = await request.fields();
  const [version, chosen] = [sentVersion(fields), field(fields, 'vald') === 'ja'];
  const part = partParam(request);
  const result = await withReport(parts, request, (work, id) => choosePart(work, id, part, version, chosen));
  return answer(request, result, `#del-${part}`);
}

async function restore(parts: ReportParts, request: SambandRequest): Promise<Response> {
  const fields = await request.fields();
  const [version, wanted] = [sentVersion(fields), Number(field(fields, 'till'))];
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 2_147_483_647) throw new RefusedError(400);
  const part = partParam(request);
  const result = await withReport(parts, request, (work, id) => restorePart(work, id, part, version, wanted));
  return answer(request, result, `/delar/${part}`, partTexts(request.language).history.restored);
}

async function place(parts: ReportParts, request: SambandRequest): Promise<Response> {
  const part = partParam(request);
  const title = (await pageOfPart(parts, request)).title;
  const result = await withReport(parts, request, (work, id) => placeText(work, id, part, title));
  return answer(request, result, '', partTexts(request.language).noPlace.placed);
}

function answer(request: SambandRequest, result: PartResult, rest: string, done?: string): Response {
  const here = reportHref(idParam(request));
  if (result.ok) {
    return request.redirect(`${here}${rest}`, done === undefined ? undefined : { kind: 'success', text: done });
  }
  if (result.reason === 'adopted') return refused(request, here);
  return request.redirect(here, { kind: 'warning', text: partTexts(request.language).refused.moved });
}

async function adopt(parts: ReportParts, request: SambandRequest): Promise<Response> {
  const fields = await request.fields();
  const version = sentVersion(fields);
  const body = field(fields, 'body').trim();
  const result = await withReport(parts, request, (work, id) => adoptReport(work, id, version, body));
  const t = partTexts(request.language).adopt;
  const here = reportHref(idParam(request));
  if (result.ok) return request.redirect(here, { kind: 'success', text: t.done });
  const typed = `${here}?${new URLSearchParams({ av: body.slice(0, 1000) })}#faststall`;
  return request.redirect(typed, { kind: 'error', text: t[result.reason] });
}

async function newVersion(parts: ReportParts, request: SambandRequest): Promise<Response> {
  const version = sentVersion(await request.fields());
  const begun = await withReport(parts, request, (work, id) => beginNewVersion(work, id, version));
  const t = partTexts(request.language);
  return request.redirect(
    reportHref(idParam(request)),
    begun ? { kind: 'success', text: t.newVersionBegun } : { kind: 'warning', text: t.refused.moved },
  );
}
