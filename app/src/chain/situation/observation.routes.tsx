import { writeXlsx, xlsxType } from '@samband/documents/spreadsheet';
import { may } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import type { FigureStore } from '../../foundation/figures/index.ts';
import {
  type FormFields,
  field,
  idParam,
  type ListShape,
  RefusedError,
  type Route,
  readListState,
  type SambandRequest,
} from '../../foundation/http/index.ts';
import { allDepartments } from '../../foundation/tenancy/index.ts';
import { type Content, formatDateTime } from '../../foundation/ui/index.ts';
import { readSituation, writeSituation } from './access.ts';
import { readChoice } from './choice-address.rules.ts';
import { ExperiencePanel } from './experience-panel.view.tsx';
import { figuresOfRequest } from './figures-of-request.ts';
import {
  addFigure,
  changeObservation,
  createObservation,
  keepFinding,
  type SaveObservationResult,
  setObservationActive,
  valuesOf,
} from './observation.commands.ts';
import { allListed, figureToKeep, observationList, observationPage } from './observation.queries.ts';
import { type ObservationValues, observationFields } from './observation.rules.ts';
import type { ObservationFilter, ObservationSort } from './observation.store.ts';
import { texts } from './observation.texts.ts';
import { ObservationConflictPage, ObservationFormPage } from './observation-form.view.tsx';
import { ObservationList, pageSize } from './observation-list.view.tsx';
import { ObservationDetail } from './observation-page.view.tsx';
import { areaName } from './observation-part.view.tsx';
import { texts as situationTexts } from './situation.texts.ts';
import { areaSlugs } from './slug.rules.ts';

const path = '/observationer';
const shape: ListShape<ObservationSort, ObservationFilter> = {
  sorts: ['changed', 'title', 'area'],
  filters: ['area', 'agreement', 'visa'],
  newestFirst: true,
  pageSize,
};
const exampleId = '/observationer/00000000-0000-7000-8000-000000000000';

/** What a slice further on adds to the page of an observation: a way on from it. */
export type ObservationSlot = (request: SambandRequest, tx: Transaction, id: string) => Promise<Content>;

export function observationRoutes(store: FigureStore, ...slots: readonly ObservationSlot[]): readonly Route[] {
  return [
    {
      method: 'get',
      path,
      access: readSituation,
      async handle(request) {
        const state = readListState(request.url.searchParams, shape);
        const { rows, total } = await request.transaction((tx) => observationList(tx, state, pageSize));
        const mayWrite = may(request.person, writeSituation);
        return request.html(
          <ObservationList shell={request.shell()} state={state} rows={rows} total={total} mayWrite={mayWrite} />,
        );
      },
    },
    { method: 'get', path: `${path}.xlsx`, access: readSituation, handle: exportList },
    {
      method: 'get',
      path: `${path}/ny`,
      access: writeSituation,
      handle: (request) => formPage(request, { action: path, values: emptyValues, version: undefined, back: path }),
    },
    {
      method: 'post',
      path,
      access: writeSituation,
      async handle(request) {
        const values = readValues(await request.fields());
        const result = await request.transaction((tx) => createObservation(tx, request.person, values));
        return answer(
          request,
          result,
          { action: path, values, version: undefined, back: path },
          texts(request.language).created,
        );
      },
    },
    { method: 'post', path: `${path}/behall`, access: writeSituation, handle: (request) => keep(request, store) },
    {
      method: 'get',
      path: `${path}/:id`,
      example: exampleId,
      access: readSituation,
      handle: (request) => detail(request, store, slots),
    },
    {
      method: 'get',
      path: `${path}/:id/andra`,
      example: `${exampleId}/andra`,
      access: writeSituation,
      async handle(request) {
        const { row } = await found(request);
        return formPage(request, {
          action: `${path}/${row.id}`,
          values: valuesOf(row),
          version: row.version,
          back: `${path}/${row.id}`,
        });
      },
    },
    {
      method: 'post',
      path: `${path}/:id`,
      example: exampleId,
      access: writeSituation,
      async handle(request) {
        const id = idParam(request);
        const fields = await request.fields();
        const values = readValues(fields);
        const version = Number(field(fields, 'version'));
        if (!Number.isInteger(version)) throw new RefusedError(400);
        const result = await request.transaction((tx) => changeObservation(tx, request.person, id, version, values));
        const form = { action: `${path}/${id}`, values, version, back: `${path}/${id}` };
        return answer(request, result, form, texts(request.language).saved);
      },
    },
    {
      method: 'post',
      path: `${path}/:id/nyckeltal`,
      example: `${exampleId}/nyckeltal`,
      access: writeSituation,
      handle: (request) => addKpi(request, store, slots),
    },
    {
      method: 'post',
      path: `${path}/:id/arkivera`,
      example: `${exampleId}/arkivera`,
      access: writeSituation,
      handle: (request) => setActive(request, false),
    },
    {
      method: 'post',
      path: `${path}/:id/ta-tillbaka`,
      example: `${exampleId}/ta-tillbaka`,
      access: writeSituation,
      handle: (request) => setActive(request, true),
    },
  ];
}

const emptyValues = Object.fromEntries(observationFields.map((name) => [name, ''])) as ObservationValues;

function readValues(fields: FormFields): ObservationValues {
  return Object.fromEntries(observationFields.map((name) => [name, field(fields, name)])) as ObservationValues;
}

interface FormState {
  readonly action: string;
  readonly values: ObservationValues;
  readonly version: number | undefined;
  readonly back: string;
}

async function formPage(
  request: SambandRequest,
  form: FormState,
  faults: Extract<SaveObservationResult, { reason: 'invalid' }>['faults'] = [],
) {
  const departments = await request.transaction(allDepartments);
  const open = departments.filter(({ id, active }) => active || id === form.values.department);
  const page = <ObservationFormPage shell={request.shell()} {...form} faults={faults} departments={open} />;
  return request.html(page, faults.length > 0 ? 422 : 200);
}

async function answer(
  request: SambandRequest,
  result: SaveObservationResult,
  form: FormState,
  done: string,
): Promise<Response> {
  if (result.ok) return request.redirect(`${path}/${result.id}`, { kind: 'success', text: done });
  if (result.reason === 'invalid') return formPage(request, form, result.faults);
  const departments = await request.transaction(allDepartments);
  return request.html(
    <ObservationConflictPage
      shell={request.shell()}
      action={form.action}
      mine={form.values}
      theirs={valuesOf(result.theirs)}
      base={result.base}
      version={result.theirs.version}
      departments={departments}
    />,
    409,
  );
}

async function found(request: SambandRequest) {
  const page = await request.transaction((tx) => observationPage(tx, idParam(request)));
  if (!page) throw new RefusedError(404);
  return page;
}

async function detail(
  request: SambandRequest,
  store: FigureStore,
  slots: readonly ObservationSlot[],
  added?: { readonly value: string; readonly error: string },
) {
  const { row, figures, departments, changedBy } = await found(request);
  // Frozen figures are read without the archive; only the municipality's name is looked up, when it can be.
  const archive = await figuresOfRequest(request, store).catch(() => undefined);
  const further = await request.transaction(async (tx) => {
    const shown: Content[] = [];
    for (const slot of slots) shown.push(await slot(request, tx, row.id));
    return shown;
  });
  return request.html(
    <ObservationDetail
      shell={request.shell()}
      row={row}
      further={further}
      departmentName={departments.find(({ id }) => id === row.department_id)?.name}
      changedBy={changedBy}
      figures={figures}
      unitTitle={(code) => archive?.title(code) ?? code}
      mayWrite={may(request.person, writeSituation)}
      {...(added ? { addError: added.error, addValue: added.value } : {})}
    />,
    added ? 422 : 200,
  );
}

async function keep(request: SambandRequest, store: FigureStore): Promise<Response> {
  const t = texts(request.language);
  const fields = await request.fields();
  const figure = await frozenFigure(request, store, fields, field(fields, 'kpi'));
  if (!figure) throw new RefusedError(422, (language) => texts(language).unknownFinding);
  const { id, already } = await request.transaction((tx) =>
    keepFinding(tx, request.person, figure.keep, areaSlugs[figure.area]),
  );
  return request.redirect(
    `${path}/${id}`,
    already ? { kind: 'info', text: t.already } : { kind: 'success', text: t.kept },
  );
}

async function addKpi(
  request: SambandRequest,
  store: FigureStore,
  slots: readonly ObservationSlot[],
): Promise<Response> {
  const id = idParam(request);
  const fields = await request.fields();
  const kpi = field(fields, 'kpi').trim().toUpperCase();
  const figure = await frozenFigure(request, store, fields, kpi);
  if (!figure) return detail(request, store, slots, { value: kpi, error: texts(request.language).unknownFigure(kpi) });
  await request.transaction((tx) => addFigure(tx, request.person, id, figure.keep));
  return request.redirect(`${path}/${id}`, { kind: 'success', text: texts(request.language).saved });
}

/** The figure as the analysis says it now; what the browser sends is only which one. */
async function frozenFigure(request: SambandRequest, store: FigureStore, fields: FormFields, kpi: string) {
  const figures = await figuresOfRequest(request, store);
  const query = {
    kommun: field(fields, 'kommun'),
    ar: field(fields, 'ar'),
    jamfor: field(fields, 'jamfor'),
    kommuner: field(fields, 'kommuner'),
  };
  const { choice } = readChoice(query, figures, request.tenant?.code ?? '');
  return figureToKeep(figures, choice, kpi, request.now.toISOString().slice(0, 10));
}

async function setActive(request: SambandRequest, active: boolean): Promise<Response> {
  const id = idParam(request);
  const t = texts(request.language);
  await request.transaction((tx) => setObservationActive(tx, request.person, id, active));
  return request.redirect(`${path}/${id}`, { kind: 'success', text: active ? t.restored : t.archivedFlash });
}

async function exportList(request: SambandRequest): Promise<Response> {
  const t = texts(request.language);
  const state = readListState(request.url.searchParams, shape);
  const rows = await request.transaction((tx) => allListed(tx, state));
  const header = [
    t.columns.title,
    t.area,
    t.fields.note,
    t.fields.experience,
    t.fields.experiencedBy,
    t.agreement,
    t.columns.figures,
    t.columns.changed,
  ];
  const content = await writeXlsx(
    t.title,
    header,
    rows.map((row) => [
      row.title,
      areaName(row.area, request.language),
      row.note,
      row.experience,
      row.experienced_by ? t.experiencedBy[row.experienced_by] : '',
      row.agreement ? t.agreements[row.agreement] : '',
      row.figures,
      formatDateTime(row.changed_at),
    ]),
  );
  return request.download(content, xlsxType, `${t.title}.xlsx`);
}

/** The latest observations, for the panel on Nuläge. */
export async function experiencePanel(request: SambandRequest) {
  const state = readListState(new URLSearchParams(), shape);
  const { rows } = await request.transaction((tx) => observationList(tx, state, 4));
  const t = situationTexts(request.language).experience;
  return (
    <ExperiencePanel
      rows={rows}
      mayWrite={may(request.person, writeSituation)}
      heading={t.heading}
      none={t.none}
      all={t.all}
      language={request.language}
    />
  );
}
