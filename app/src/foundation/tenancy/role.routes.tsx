import type { Transaction } from '../database/index.ts';
import { field, idParam, RefusedError, type Route, type SambandRequest } from '../http/index.ts';
import { formatDate } from '../ui/index.ts';
import { postedVersion } from './organisation.routes.tsx';
import { entityPath } from './paths.ts';
import { manageOrganisation } from './permissions.rules.ts';
import { organisationParts, personRow, roleToChange } from './queries.ts';
import { changeRole, giveRole, LastAdministratorError, type SaveRoleResult } from './role.commands.ts';
import type { RoleFault } from './role.rules.ts';
import type { RoleRow } from './role.store.ts';
import { RoleConflictPage, type RoleFormValues, RolePage, roleFormValues } from './role.views.tsx';
import { tenancyTexts } from './texts.ts';

const exampleId = '00000000-0000-7000-8000-000000000001';

export const roleRoutes: readonly Route[] = [
  {
    method: 'post',
    path: '/organisation/personer/:id/roller',
    example: `/organisation/personer/${exampleId}/roller`,
    access: manageOrganisation,
    handle: give,
  },
  {
    method: 'get',
    path: '/organisation/roller/:id',
    example: `/organisation/roller/${exampleId}`,
    access: manageOrganisation,
    handle: show,
  },
  {
    method: 'post',
    path: '/organisation/roller/:id',
    example: `/organisation/roller/${exampleId}`,
    access: manageOrganisation,
    handle: change,
  },
];

async function give(request: SambandRequest): Promise<Response> {
  const personId = idParam(request);
  const values = await posted(request);
  const result = await request.transaction((tx) => giveRole(tx, request.person, personId, (name) => values[name]));
  if (result.ok) {
    const text = tenancyTexts(request.language).role.given;
    return request.redirect(entityPath('person', personId), { kind: 'success', text });
  }
  if (result.reason === 'conflict') throw new RefusedError(409);
  const { person, parts } = await request.transaction((tx) => around(tx, personId));
  const action = `${entityPath('person', personId)}/roller`;
  return request.html(
    <RolePage
      shell={request.shell()}
      person={person}
      parts={parts}
      action={action}
      values={values}
      faults={result.faults}
    />,
    422,
  );
}

async function show(request: SambandRequest): Promise<Response> {
  const row = await request.transaction((tx) => roleToChange(tx, idParam(request)));
  if (row === undefined) throw new RefusedError(404);
  return showRole(request, row, roleFormValues(row), row.version, []);
}

async function showRole(
  request: SambandRequest,
  row: RoleRow,
  values: RoleFormValues,
  version: number,
  faults: readonly RoleFault[],
): Promise<Response> {
  const { person, parts } = await request.transaction((tx) => around(tx, row.person_id));
  const page = (
    <RolePage
      shell={request.shell()}
      person={person}
      parts={parts}
      action={`/organisation/roller/${row.id}`}
      values={values}
      faults={faults}
      version={version}
    />
  );
  return request.html(page, faults.length === 0 ? 200 : 422);
}

async function change(request: SambandRequest): Promise<Response> {
  const id = idParam(request);
  const values = await posted(request);
  const version = await postedVersion(request);
  const target = { id, version, day: formatDate(request.now) };
  let result: SaveRoleResult;
  try {
    result = await request.transaction((tx) => changeRole(tx, request.person, target, (name) => values[name]));
  } catch (error) {
    if (!(error instanceof LastAdministratorError)) throw error;
    result = { ok: false, reason: 'invalid', faults: [{ field: 'role', reason: 'lastAdministrator' }] };
  }
  if (result.ok) {
    const text = tenancyTexts(request.language).role.saved;
    return request.redirect(entityPath('person', result.personId), { kind: 'success', text });
  }
  if (result.reason === 'invalid') {
    const row = await request.transaction((tx) => roleToChange(tx, id));
    if (row === undefined) throw new RefusedError(404);
    return showRole(request, row, values, version, result.faults);
  }
  const { theirs, base } = result;
  const { person, parts } = await request.transaction((tx) => around(tx, theirs.person_id));
  return request.html(
    <RoleConflictPage
      shell={request.shell()}
      person={person}
      parts={parts}
      mine={values}
      theirs={theirs}
      base={base}
    />,
    409,
  );
}

async function posted(request: SambandRequest): Promise<RoleFormValues> {
  const fields = await request.fields();
  return {
    role: field(fields, 'role'),
    scope: field(fields, 'scope'),
    validFrom: field(fields, 'validFrom'),
    validTo: field(fields, 'validTo'),
  };
}

async function around(tx: Transaction, personId: string) {
  const row = await personRow(tx, personId);
  if (row === undefined) throw new RefusedError(404);
  return { person: { id: row.id, name: row.name }, parts: await organisationParts(tx) };
}
