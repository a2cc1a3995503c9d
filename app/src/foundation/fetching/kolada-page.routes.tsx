import { keyFigureMap } from '@samband/analysis';
import { may } from '../access/index.ts';
import {
  type FormFields,
  field,
  fieldList,
  idParam,
  RefusedError,
  type Route,
  type SambandRequest,
} from '../http/index.ts';
import { changeMunicipality, municipality, municipalityValues, peopleNames } from '../tenancy/index.ts';
import { type FieldError, formatDateTime } from '../ui/index.ts';
import { type StartAnswer, startFetch, startImport, stopFetch } from './fetch.commands.ts';
import { FetchDetailPage } from './fetch-detail.view.tsx';
import { type FetchFormState, offeredForm } from './fetch-form.view.tsx';
import { type FetchOrder, fetchParts, nothingChosen, readGenders, readKpis, readYears } from './fetch-order.rules.ts';
import { FetchEndedFrame, FetchProgressFrame, koladaPath } from './fetch-progress.view.tsx';
import { fetchById, fetchUnderWay, koladaPage, municipalitiesOf, type PageParts } from './kolada-page.queries.ts';
import { koladaPageTexts } from './kolada-page.texts.ts';
import { KoladaPageView } from './kolada-page.views.tsx';
import { manageFigures } from './permissions.rules.ts';

const example = `${koladaPath}/00000000-0000-7000-8000-000000000001`;
const megabytes = 64;
const access = manageFigures;

/** The archive of key figures, for administrators: what it holds, fetching, files, and which figures the municipality sees. */
export function koladaRoutes(parts: PageParts): readonly Route[] {
  const guarded =
    (handle: (request: SambandRequest, parts: PageParts) => Promise<Response>) => (request: SambandRequest) => {
      if (!may(request.person, manageFigures, [])) throw new RefusedError(403);
      return handle(request, parts);
    };
  return [
    { method: 'get', path: koladaPath, access, handle: guarded((request) => show(request, parts)) },
    { method: 'get', path: `${koladaPath}/forlopp`, access, handle: guarded(showProgress) },
    { method: 'post', path: `${koladaPath}/hamta`, access, handle: guarded(fetchNow) },
    {
      method: 'post',
      path: `${koladaPath}/filer`,
      access,
      maxBody: megabytes * 1024 * 1024,
      handle: guarded(readFiles),
    },
    { method: 'post', path: `${koladaPath}/siffror`, access, handle: guarded(switchFigures) },
    { method: 'get', path: `${koladaPath}/:id`, example, access, handle: guarded(showOne) },
    { method: 'post', path: `${koladaPath}/:id/avbryt`, example: `${example}/avbryt`, access, handle: guarded(stop) },
    { method: 'post', path: `${koladaPath}/:id/igen`, example: `${example}/igen`, access, handle: guarded(goOn) },
  ];
}

interface Said {
  readonly form?: FetchFormState;
  readonly filesError?: string;
  readonly sourceError?: string;
}

async function show(request: SambandRequest, parts: PageParts, said: Said = {}, status = 200): Promise<Response> {
  const asked = Number(request.url.searchParams.get('sida'));
  const pageNumber = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1;
  const page = await koladaPage(request, parts, pageNumber);
  return request.html(
    <KoladaPageView
      shell={request.shell()}
      page={page}
      pageNumber={pageNumber}
      form={said.form ?? offeredForm(request.now)}
      starterSize={keyFigureMap.length}
      archive={parts.archive}
      megabytes={megabytes}
      filesError={said.filesError}
      sourceError={said.sourceError}
    />,
    status,
  );
}

/** Only the frame: asked for every other second while a fetch is at work. */
async function showProgress(request: SambandRequest): Promise<Response> {
  if (!request.headers.has('turbo-frame')) return request.redirect(koladaPath);
  const { language } = request;
  const found = await request.transaction(async (tx) => {
    const row = await fetchUnderWay(tx);
    return { row, names: await peopleNames(tx, row?.created_by ? [row.created_by] : []) };
  });
  if (found.row === undefined) return request.html(<FetchEndedFrame language={language} />);
  const who = found.names.get(found.row.created_by ?? '');
  return request.html(<FetchProgressFrame row={found.row} who={who} language={language} />);
}

async function fetchNow(request: SambandRequest, parts: PageParts): Promise<Response> {
  const form = readForm(await request.fields());
  const { order, errors } = orderOf(form, request);
  if (order === undefined) return show(request, parts, { form: { ...form, errors } }, 422);
  return answerStart(request, await startFetch(request, order), koladaPageTexts(request.language).started);
}

function readForm(fields: FormFields): FetchFormState {
  const text = (name: string) => field(fields, name).trim().slice(0, 4000);
  return {
    set: text('set'),
    area: text('area'),
    kpis: text('kpis'),
    from: text('from'),
    to: text('to'),
    genders: fieldList(fields, 'genders'),
    errors: [],
  };
}

function orderOf(
  form: FetchFormState,
  request: SambandRequest,
): { readonly order: FetchOrder | undefined; readonly errors: readonly FieldError[] } {
  const t = koladaPageTexts(request.language).error;
  const errors: FieldError[] = [];
  const fault = (name: string, text: string) => errors.push({ field: name, text });
  const { kpis, wrong } = readKpis(form.set === 'kpis' ? form.kpis : '');
  if (!['starter', 'area', 'kpis', 'everything'].includes(form.set)) fault('set', t.set);
  if (form.set === 'area' && form.area === '') fault('area', t.area);
  if (wrong.length > 0) fault('kpis', t.kpis(wrong.slice(0, 10).join(', ')));
  else if (form.set === 'kpis' && kpis.length === 0) fault('kpis', t.noKpis);
  const years = readYears(`${form.from}-${form.to}`);
  if (years === undefined) fault('from', t.years);
  const genders = readGenders(form.genders.join(','));
  if (genders === undefined) fault('genders', t.genders);
  if (errors.length > 0 || years === undefined || genders === undefined) return { order: undefined, errors };
  const choice = {
    ...nothingChosen,
    starter: form.set === 'starter',
    everything: form.set === 'everything',
    areas: form.set === 'area' ? [form.area] : [],
    kpis,
  };
  return { order: { choice, years, genders }, errors };
}

async function answerStart(request: SambandRequest, answer: StartAnswer, started: string): Promise<Response> {
  if (answer.ok) return request.redirect(koladaPath, { kind: 'success', text: started });
  const t = koladaPageTexts(request.language);
  const { running } = answer;
  if (running === undefined) return request.redirect(koladaPath, { kind: 'warning', text: t.busyUnknown });
  const names = await request.transaction((tx) => peopleNames(tx, running.created_by ? [running.created_by] : []));
  const who = names.get(running.created_by ?? '') ?? t.someone;
  return request.redirect(koladaPath, { kind: 'warning', text: t.busy(who, formatDateTime(running.created_at)) });
}

async function readFiles(request: SambandRequest, parts: PageParts): Promise<Response> {
  const t = koladaPageTexts(request.language);
  const files = await request.files();
  const given = Object.fromEntries(
    fetchParts.flatMap((part) => (files[part] === undefined ? [] : [[part, files[part]]])),
  );
  if (Object.keys(given).length === 0) return show(request, parts, { filesError: t.noFiles }, 422);
  return answerStart(request, await startImport(request, parts.archive, given), t.filesStarted);
}

async function showOne(request: SambandRequest, parts: PageParts): Promise<Response> {
  const id = idParam(request);
  const { row, names } = await request.transaction(async (tx) => {
    const found = await fetchById(tx, id);
    return { row: found, names: await peopleNames(tx, found?.created_by ? [found.created_by] : []) };
  });
  if (row === undefined) throw new RefusedError(404);
  if (row.ended_at === null) return request.redirect(koladaPath);
  const who = names.get(row.created_by ?? '');
  return request.html(<FetchDetailPage shell={request.shell()} row={row} who={who} archive={parts.archive} />);
}

async function stop(request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const t = koladaPageTexts(request.language);
  const stopped = await request.transaction((tx) => stopFetch(tx, id));
  return request.redirect(
    koladaPath,
    stopped ? { kind: 'info', text: t.stopAsked } : { kind: 'warning', text: t.alreadyEnded },
  );
}

async function goOn(request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const row = await request.transaction((tx) => fetchById(tx, id));
  if (row?.request.kind !== 'sync') throw new RefusedError(404);
  const answer = await startFetch(request, row.request.order);
  return answerStart(request, answer, koladaPageTexts(request.language).started);
}

async function switchFigures(request: SambandRequest, parts: PageParts): Promise<Response> {
  const t = koladaPageTexts(request.language);
  const fields = await request.fields();
  const to = field(fields, 'to') === 'example' ? 'example' : 'kolada';
  const units = await municipalitiesOf(to === 'example' ? parts.exampleArchive : parts.archive);
  const chosen = units.find(({ id }) => id === field(fields, 'municipality'));
  if (chosen === undefined) return show(request, parts, { sourceError: t.unknownMunicipality }, 422);
  const version = Number(field(fields, 'version'));
  const result = await request.transaction(async (tx) => {
    const values = { ...municipalityValues(await municipality(tx, request.person)), figures: to, code: chosen.id };
    return changeMunicipality(tx, request.person, Number.isInteger(version) ? version : 0, (name) => values[name]);
  });
  if (result.ok) return request.redirect(koladaPath, { kind: 'success', text: t.switched[to](chosen.title) });
  return show(request, parts, { sourceError: t.conflict }, 409);
}
