import { writeXlsx, xlsxType } from '@samband/documents/spreadsheet';
import { may } from '../../foundation/access/index.ts';
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
import { chartToPng, formatDateTime, renderChartSvg } from '../../foundation/ui/index.ts';
import { readSituation, writeSituation } from './access.ts';
import type { KeyFigureSlot } from './key-figure.routes.tsx';
import {
  changeLocalKeyFigure,
  defineLocalKeyFigure,
  localValuesOf,
  type SaveLocalResult,
  setLocalActive,
} from './local-key-figure.commands.ts';
import {
  type LocalFilter,
  type LocalSort,
  localKeyFigureList,
  localKeyFigurePage,
  wholeLocalList,
} from './local-key-figure.queries.ts';
import {
  type LocalKeyFigureValues,
  localGenders,
  localKeyFigureFields,
  unitsToDraw,
  yearsOf,
} from './local-key-figure.rules.ts';
import { texts } from './local-key-figure.texts.ts';
import {
  areaTitle,
  LocalConflictPage,
  LocalFormPage,
  LocalKeyFigureList,
  pageSize,
  path,
} from './local-key-figure.views.tsx';
import { reasonText } from './local-key-figure-cell.rules.ts';
import { developmentChart, distributionChart } from './local-key-figure-charts.view.tsx';
import { LocalDetailPage } from './local-key-figure-detail.view.tsx';
import { localEntryRoutes } from './local-key-figure-entry.routes.tsx';
import { localImportRoutes } from './local-key-figure-import.routes.tsx';
import { valueColumnNames, valueColumns } from './local-key-figure-import.rules.ts';
import { importTexts } from './local-key-figure-import.texts.ts';
import { vocabulary } from './vocabulary.texts.ts';

const shape: ListShape<LocalSort, LocalFilter> = {
  sorts: ['title', 'code', 'area', 'changed'],
  filters: ['area', 'perspektiv', 'visa'],
  pageSize,
};
const example = `${path}/00000000-0000-7000-8000-000000000000`;

/** The municipality's own key figures: define, enter or read in, and see as one sees Kolada's. */
export function localKeyFigureRoutes(thread?: KeyFigureSlot): readonly Route[] {
  return [
    { method: 'get', path, access: readSituation, handle: list },
    { method: 'get', path: `${path}.xlsx`, access: readSituation, handle: exportList },
    {
      method: 'get',
      path: `${path}/ny`,
      access: writeSituation,
      handle: (request) => formPage(request, { action: path, values: emptyValues, version: undefined, back: path }),
    },
    { method: 'post', path, access: writeSituation, handle: define },
    ...localImportRoutes,
    {
      method: 'get',
      path: `${path}/:id`,
      example,
      access: readSituation,
      handle: (request) => detail(request, thread),
    },
    { method: 'get', path: `${path}/:id/andra`, example: `${example}/andra`, access: writeSituation, handle: edit },
    { method: 'post', path: `${path}/:id`, example, access: writeSituation, handle: change },
    ...localEntryRoutes,
    {
      method: 'get',
      path: `${path}/:id/varden.xlsx`,
      example: `${example}/varden.xlsx`,
      access: readSituation,
      handle: exportValues,
    },
    {
      method: 'get',
      path: `${path}/:id/bild/:file`,
      example: `${example}/bild/utveckling.svg`,
      access: readSituation,
      handle: picture,
    },
    {
      method: 'post',
      path: `${path}/:id/arkivera`,
      example: `${example}/arkivera`,
      access: writeSituation,
      handle: (request) => setActive(request, false),
    },
    {
      method: 'post',
      path: `${path}/:id/ta-tillbaka`,
      example: `${example}/ta-tillbaka`,
      access: writeSituation,
      handle: (request) => setActive(request, true),
    },
  ];
}

const emptyValues = Object.fromEntries(localKeyFigureFields.map((name) => [name, ''])) as LocalKeyFigureValues;

function readValues(fields: FormFields): LocalKeyFigureValues {
  return Object.fromEntries(localKeyFigureFields.map((name) => [name, field(fields, name)])) as LocalKeyFigureValues;
}

async function list(request: SambandRequest) {
  const state = readListState(request.url.searchParams, shape);
  const { rows, total } = await request.transaction((tx) => localKeyFigureList(tx, state, pageSize));
  const mayWrite = may(request.person, writeSituation);
  return request.html(
    <LocalKeyFigureList shell={request.shell()} state={state} rows={rows} total={total} mayWrite={mayWrite} />,
  );
}

interface FormState {
  readonly action: string;
  readonly values: LocalKeyFigureValues;
  readonly version: number | undefined;
  readonly back: string;
}

function formPage(
  request: SambandRequest,
  form: FormState,
  faults: Extract<SaveLocalResult, { reason: 'invalid' }>['faults'] = [],
) {
  return request.html(
    <LocalFormPage shell={request.shell()} {...form} faults={faults} />,
    faults.length > 0 ? 422 : 200,
  );
}

async function define(request: SambandRequest): Promise<Response> {
  const values = readValues(await request.fields());
  const result = await request.transaction((tx) => defineLocalKeyFigure(tx, request.person, values));
  if (!result.ok) return answer(request, result, { action: path, values, version: undefined, back: path });
  const made = await found(request, result.id);
  const text = texts(request.language).created(made.row.code);
  return request.redirect(`${path}/${result.id}/varden`, { kind: 'success', text });
}

async function edit(request: SambandRequest) {
  const { row } = await found(request, idParam(request));
  const here = `${path}/${row.id}`;
  return formPage(request, { action: here, values: localValuesOf(row), version: row.version, back: here });
}

async function change(request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const fields = await request.fields();
  const values = readValues(fields);
  const version = Number(field(fields, 'version'));
  if (!Number.isInteger(version)) throw new RefusedError(400);
  const result = await request.transaction((tx) => changeLocalKeyFigure(tx, request.person, id, version, values));
  return answer(request, result, { action: `${path}/${id}`, values, version, back: `${path}/${id}` });
}

async function answer(request: SambandRequest, result: SaveLocalResult, form: FormState): Promise<Response> {
  if (result.ok) {
    return request.redirect(`${path}/${result.id}`, { kind: 'success', text: texts(request.language).saved });
  }
  if (result.reason === 'invalid') return formPage(request, form, result.faults);
  return request.html(
    <LocalConflictPage
      shell={request.shell()}
      action={form.action}
      mine={form.values}
      theirs={localValuesOf(result.theirs)}
      base={result.base}
      version={result.theirs.version}
    />,
    409,
  );
}

async function found(request: SambandRequest, id: string) {
  const page = await request.transaction((tx) => localKeyFigurePage(tx, id));
  if (page === undefined) throw new RefusedError(404);
  return page;
}

/** What the address asks to see, within what there is. */
async function asked(request: SambandRequest) {
  const page = await found(request, idParam(request));
  const query = request.url.searchParams;
  const years = yearsOf(page.values);
  const gender = localGenders.find((each) => page.row.divided_by_gender && each === query.get('kon')) ?? 'T';
  const ofUnits = page.values.filter(
    (value) => value.unitId !== null && value.value !== null && value.gender === gender,
  );
  const year = years.find((each) => String(each) === query.get('ar')) ?? yearsOf(ofUnits).at(-1) ?? years.at(-1) ?? 0;
  const drawn = unitsToDraw(query.getAll('enhet'), page.places, page.values);
  return { ...page, gender, year, drawn };
}

async function detail(request: SambandRequest, thread: KeyFigureSlot | undefined) {
  const page = await asked(request);
  const line = await request.transaction(async (tx) => thread?.(request, tx, page.row.code));
  return request.html(
    <LocalDetailPage
      shell={request.shell()}
      {...page}
      thread={line}
      mayWrite={may(request.person, writeSituation)}
      facts={localValuesOf(page.row)}
    />,
  );
}

async function picture(request: SambandRequest): Promise<Response> {
  const [, name, format] = /^(utveckling|fordelning)\.(svg|png)$/.exec(request.params.file ?? '') ?? [];
  if (name === undefined) throw new RefusedError(404);
  const { language } = request;
  const t = texts(language);
  const page = await asked(request);
  const chart = { ...page, language };
  const drawing = name === 'utveckling' ? developmentChart(chart) : distributionChart(chart);
  const heading = name === 'utveckling' ? page.row.title : `${page.row.title}. ${t.distribution(page.year)}`;
  const svg = await renderChartSvg(drawing.chart, {
    width: 900,
    language,
    heading,
    source: t.source(page.row.source),
    fonts: format === 'png' ? 'static' : 'embedded',
  });
  return format === 'png'
    ? request.download(chartToPng(svg), 'image/png', `${heading}.png`)
    : request.download(new TextEncoder().encode(svg), 'image/svg+xml', `${heading}.svg`);
}

async function setActive(request: SambandRequest, active: boolean): Promise<Response> {
  const id = idParam(request);
  const t = texts(request.language);
  await request.transaction((tx) => setLocalActive(tx, request.person, id, active));
  return request.redirect(`${path}/${id}`, { kind: 'success', text: active ? t.restored : t.archivedFlash });
}

async function exportList(request: SambandRequest): Promise<Response> {
  const { language } = request;
  const t = texts(language);
  const words = vocabulary(language);
  const state = readListState(request.url.searchParams, shape);
  const rows = await request.transaction((tx) => wholeLocalList(tx, state));
  const header = [
    t.columns.code,
    t.columns.title,
    t.columns.definition,
    t.fields.unit,
    t.area,
    t.perspective,
    t.columns.direction,
    t.columns.source,
    t.columns.latest,
    t.columns.year,
    t.columns.units,
    t.columns.changed,
  ];
  const content = await writeXlsx(
    t.title,
    header,
    rows.map((row) => [
      row.code,
      row.title,
      row.definition,
      row.unit,
      areaTitle(row.area, language),
      words.perspective[row.perspective],
      t.directions[row.direction ?? 'none'],
      row.source,
      row.latest_value,
      row.latest_year,
      row.units,
      formatDateTime(row.changed_at),
    ]),
  );
  return request.download(content, xlsxType, `${t.title}.xlsx`);
}

/** In the same columns as a file to read in, so that it can be filled in and read back. */
async function exportValues(request: SambandRequest): Promise<Response> {
  const { language } = request;
  const { row, values, places } = await found(request, idParam(request));
  const names = Map.groupBy(places, ({ name }) => name.toLowerCase());
  const placeOf = new Map(
    places.map((place) => [place.id, names.get(place.name.toLowerCase())?.length === 1 ? place.name : place.path]),
  );
  const header = valueColumns.map((column) => valueColumnNames[column][0] ?? column);
  const content = await writeXlsx(
    importTexts(language).sheet,
    header,
    values.map(({ unitId, year, gender, value, missingReason }) => [
      row.code,
      row.title,
      unitId === null ? texts(language).whole : (placeOf.get(unitId) ?? ''),
      year,
      gender,
      value ?? reasonText(missingReason ?? 'unknown', language),
    ]),
  );
  return request.download(content, xlsxType, `${row.code} ${row.title}.xlsx`);
}
