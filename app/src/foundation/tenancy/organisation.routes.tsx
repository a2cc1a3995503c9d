import { type CellValue, writeCsv, writeXlsx, xlsxType } from '@samband/documents/spreadsheet';
import { may, roleTitle } from '../access/index.ts';
import { auditPermission } from '../audit/index.ts';
import { brokenConstraint } from '../database/index.ts';
import { field, idParam, RefusedError, type Route, readListState, type SambandRequest } from '../http/index.ts';
import { type Content, formatDate } from '../ui/index.ts';
import {
  changeEntity,
  createEntity,
  type SaveEntityResult,
  type SetActiveResult,
  setActive,
} from './entity.commands.ts';
import { type EntityKind, entityKinds, type FieldName, readEntity } from './entity.rules.ts';
import { EntityConflictPage, EntityPage, NewEntityPage } from './entity.views.tsx';
import { OverviewPage, PeoplePageView, UnitTreePage } from './organisation.views.tsx';
import { entityPath, kindPath } from './paths.ts';
import { peopleList } from './people-list.rules.ts';
import { manageOrganisation, readOrganisation } from './permissions.rules.ts';
import { allPeople, entityDetail, organisationParts, overview, peoplePage } from './queries.ts';
import { tenancyTexts } from './texts.ts';

// A path that fills the parameter, for the test that visits every route; no row has this id.
const exampleId = '00000000-0000-7000-8000-000000000001';

/** What the page of a person says of the account, to those who may change the person; accounts are another slice's. */
export type AccountPanel = (request: SambandRequest, personId: string) => Promise<Content>;

export function organisationRoutes(accountPanel: AccountPanel): readonly Route[] {
  return [
    { method: 'get', path: '/organisation', access: readOrganisation, handle: showOverview },
    { method: 'get', path: kindPath('person'), access: readOrganisation, handle: showPeople },
    { method: 'get', path: `${kindPath('person')}.xlsx`, access: readOrganisation, handle: peopleAsExcel },
    { method: 'get', path: `${kindPath('person')}.csv`, access: readOrganisation, handle: peopleAsCsv },
    { method: 'get', path: kindPath('unit'), access: readOrganisation, handle: showUnits },
    ...entityKinds.flatMap((kind) => entityRoutes(kind, accountPanel)),
  ];
}

function entityRoutes(kind: EntityKind, accountPanel: AccountPanel): readonly Route[] {
  const path = kindPath(kind);
  const example = entityPath(kind, exampleId);
  return [
    { method: 'get', path: `${path}/ny`, access: manageOrganisation, handle: (request) => showNew(request, kind) },
    { method: 'post', path, access: manageOrganisation, handle: (request) => create(request, kind) },
    {
      method: 'get',
      path: `${path}/:id`,
      example,
      access: readOrganisation,
      handle: (request) => showEntity(request, kind, accountPanel, undefined),
    },
    {
      method: 'post',
      path: `${path}/:id`,
      example,
      access: manageOrganisation,
      handle: (request) => change(request, kind, accountPanel),
    },
    {
      method: 'post',
      path: `${path}/:id/aktiv`,
      example: `${example}/aktiv`,
      access: manageOrganisation,
      handle: (request) => switchActive(request, kind),
    },
  ];
}

async function showOverview(request: SambandRequest): Promise<Response> {
  const view = await request.transaction((tx) => overview(tx, request.person, formatDate(request.now)));
  return request.html(<OverviewPage shell={request.shell()} overview={view} />);
}

async function showUnits(request: SambandRequest): Promise<Response> {
  const parts = await request.transaction(organisationParts);
  const mayManage = may(request.person, manageOrganisation);
  return request.html(<UnitTreePage shell={request.shell()} parts={parts} mayManage={mayManage} />);
}

async function showPeople(request: SambandRequest): Promise<Response> {
  const state = readListState(request.url.searchParams, peopleList);
  const page = await request.transaction((tx) => peoplePage(tx, request.person, state, formatDate(request.now)));
  return request.html(<PeoplePageView shell={request.shell()} state={state} page={page} />);
}

async function peopleAsExcel(request: SambandRequest): Promise<Response> {
  const { header, rows, name } = await peopleSheet(request);
  return request.download(await writeXlsx(name, header, rows), xlsxType, `${name}.xlsx`);
}

async function peopleAsCsv(request: SambandRequest): Promise<Response> {
  const { header, rows, name } = await peopleSheet(request);
  return request.download(new TextEncoder().encode(writeCsv(header, rows)), 'text/csv; charset=utf-8', `${name}.csv`);
}

async function peopleSheet(request: SambandRequest) {
  const texts = tenancyTexts(request.language);
  const state = readListState(request.url.searchParams, peopleList);
  const { people, contacts } = await request.transaction((tx) =>
    allPeople(tx, request.person, state, formatDate(request.now)),
  );
  const { field: label } = texts;
  const header = [
    label.department,
    label.unit,
    label.name,
    label.title,
    ...(contacts ? [label.email] : []),
    texts.people.roles,
  ];
  const rows = people.map((person): CellValue[] => [
    person.department ?? person.organisation,
    person.unit,
    person.name,
    person.title,
    ...(contacts ? [person.email] : []),
    person.roles.map((role) => roleTitle(role, request.language)).join(', '),
  ]);
  return { header, rows, name: texts.people.fileName };
}

async function showNew(request: SambandRequest, kind: EntityKind): Promise<Response> {
  const parts = await request.transaction(organisationParts);
  const query = request.url.searchParams;
  const { values } = readEntity(kind, (name) => query.get(name) ?? '');
  return request.html(
    <NewEntityPage shell={request.shell()} kind={kind} parts={parts} form={{ values, faults: [] }} />,
  );
}

async function create(request: SambandRequest, kind: EntityKind): Promise<Response> {
  const raw = await rawFields(request);
  const result = await refusingTaken(kind, raw, () =>
    request.transaction((tx) => createEntity(tx, request.person, kind, raw)),
  );
  if (result.ok) {
    const text = tenancyTexts(request.language).added(raw('name').trim());
    return request.redirect(entityPath(kind, result.id), { kind: 'success', text });
  }
  if (result.reason === 'conflict') throw new RefusedError(409);
  const parts = await request.transaction(organisationParts);
  return request.html(<NewEntityPage shell={request.shell()} kind={kind} parts={parts} form={result} />, 422);
}

async function showEntity(
  request: SambandRequest,
  kind: EntityKind,
  accountPanel: AccountPanel,
  form: Extract<SaveEntityResult, { reason: 'invalid' }> | undefined,
): Promise<Response> {
  const id = idParam(request);
  const detail = await request.transaction((tx) => entityDetail(tx, request.person, kind, id));
  if (detail === undefined) throw new RefusedError(404);
  const page = (
    <EntityPage
      shell={request.shell()}
      kind={kind}
      detail={detail}
      form={form}
      day={formatDate(request.now)}
      mayReadHistory={may(request.person, auditPermission, [])}
      account={kind === 'person' && detail.mayChange ? await accountPanel(request, id) : undefined}
    />
  );
  return request.html(page, form === undefined ? 200 : 422);
}

async function change(request: SambandRequest, kind: EntityKind, accountPanel: AccountPanel): Promise<Response> {
  const id = idParam(request);
  const raw = await rawFields(request);
  const version = await postedVersion(request);
  const result = await refusingTaken(kind, raw, () =>
    request.transaction((tx) => changeEntity(tx, request.person, kind, id, version, raw)),
  );
  if (result.ok) {
    const text = tenancyTexts(request.language).saved(raw('name').trim());
    return request.redirect(entityPath(kind, id), { kind: 'success', text });
  }
  if (result.reason === 'invalid') return showEntity(request, kind, accountPanel, result);
  const parts = await request.transaction(organisationParts);
  return request.html(<EntityConflictPage shell={request.shell()} kind={kind} parts={parts} conflict={result} />, 409);
}

async function switchActive(request: SambandRequest, kind: EntityKind): Promise<Response> {
  const id = idParam(request);
  const active = field(await request.fields(), 'active') === 'on';
  const version = await postedVersion(request);
  const { result, name } = await request.transaction(async (tx) => {
    const target = { kind, id, version, active };
    const result = await setActive(tx, request.person, target, formatDate(request.now));
    return { result, name: (await entityDetail(tx, request.person, kind, id))?.row.name ?? '' };
  });
  return request.redirect(entityPath(kind, id), activeFlash(request, result, name, active));
}

function activeFlash(request: SambandRequest, result: SetActiveResult, name: string, active: boolean) {
  const texts = tenancyTexts(request.language);
  if (result.ok) return { kind: 'success', text: active ? texts.activated(name) : texts.deactivated(name) } as const;
  if (result.reason === 'hasParts') return { kind: 'error', text: texts.hasParts(name, result.count) } as const;
  const text = result.reason === 'lastAdministrator' ? texts.lastAdministrator : texts.changedMeanwhile;
  return { kind: 'error', text } as const;
}

export async function rawFields(request: SambandRequest): Promise<(name: FieldName) => string> {
  const fields = await request.fields();
  return (name) => field(fields, name);
}

/** The version that the form was opened with. A form without one was not made by us. */
export async function postedVersion(request: SambandRequest): Promise<number> {
  const version = Number(field(await request.fields(), 'version'));
  if (!Number.isInteger(version) || version < 1 || version > 2_000_000_000) throw new RefusedError(400);
  return version;
}

/** Two with the same name, also when two people save at the same moment: the database refuses the second. */
async function refusingTaken(
  kind: EntityKind,
  raw: (name: FieldName) => string,
  save: () => Promise<SaveEntityResult>,
): Promise<SaveEntityResult> {
  try {
    return await save();
  } catch (error) {
    const constraint = brokenConstraint(error);
    const taken = constraint === 'person_email' ? 'email' : constraint === `${kind}_name` ? 'name' : undefined;
    if (taken === undefined) throw error;
    return {
      ok: false,
      reason: 'invalid',
      values: readEntity(kind, raw).values,
      faults: [{ field: taken, reason: 'taken' }],
    };
  }
}
