import type { Picture } from '@samband/documents';
import { pictureOfFile } from '@samband/documents/picture';
import { type Actor, may } from '../access/index.ts';
import { rowHistory } from '../audit/index.ts';
import type { Transaction } from '../database/index.ts';
import { isId } from '../ids/index.ts';
import { mayChange, unitMap } from './entity.commands.ts';
import type { EntityKind } from './entity.rules.ts';
import {
  allCommittees,
  allDepartments,
  allUnits,
  type CommitteeRow,
  type DepartmentRow,
  type EntityRow,
  readEntityRow,
  type UnitRow,
} from './entity.store.ts';
import { type LogoEvent, type LogoImage, logoEvent } from './logo.rules.ts';
import { readLogoFile } from './municipality.store.ts';
import { type PeopleState, peopleList } from './people-list.rules.ts';
import { manageOrganisation, readContacts } from './permissions.rules.ts';
import {
  countPeople,
  everyoneInList,
  listPeople,
  type PeopleSearch,
  type PersonInList,
  peopleNames,
} from './person.store.ts';
import { type RoleRow, readRoleRow, rolesOf } from './role.store.ts';
import { withAncestors } from './unit-tree.rules.ts';

export interface OrganisationParts {
  readonly committees: readonly CommitteeRow[];
  readonly departments: readonly DepartmentRow[];
  readonly units: readonly UnitRow[];
}

export async function organisationParts(tx: Transaction): Promise<OrganisationParts> {
  return { committees: await allCommittees(tx), departments: await allDepartments(tx), units: await allUnits(tx) };
}

export interface Overview extends OrganisationParts {
  readonly people: number;
  readonly mayManage: boolean;
  readonly mayManageAll: boolean;
}

export async function overview(tx: Transaction, actor: Actor, day: string): Promise<Overview> {
  const state: PeopleState = { q: '', sort: 'namn', descending: false, page: 1, filters: noFilters };
  const search = { state, unitIds: undefined, departmentId: undefined, searchEmail: false, day };
  return {
    ...(await organisationParts(tx)),
    people: await countPeople(tx, search),
    mayManage: may(actor, manageOrganisation),
    mayManageAll: may(actor, manageOrganisation, []),
  };
}

const noFilters = { forvaltning: '', enhet: '', roll: '', aktiva: '' };

export interface PeoplePage extends OrganisationParts {
  readonly people: readonly PersonInList[];
  readonly total: number;
  readonly contacts: boolean;
  readonly mayManage: boolean;
}

export async function peoplePage(tx: Transaction, actor: Actor, state: PeopleState, day: string): Promise<PeoplePage> {
  const parts = await organisationParts(tx);
  const search = peopleSearch(actor, state, parts.units, day);
  const total = await countPeople(tx, search);
  const offset = (state.page - 1) * peopleList.pageSize;
  const people = await listPeople(tx, search, { limit: peopleList.pageSize, offset, total });
  return { ...parts, people, total, contacts: search.searchEmail, mayManage: may(actor, manageOrganisation) };
}

/** The whole list as it is filtered and sorted, for a file. */
export async function allPeople(tx: Transaction, actor: Actor, state: PeopleState, day: string) {
  const search = peopleSearch(actor, state, await allUnits(tx), day);
  return { people: await everyoneInList(tx, search), contacts: search.searchEmail };
}

function peopleSearch(actor: Actor, state: PeopleState, units: readonly UnitRow[], day: string): PeopleSearch {
  const { forvaltning, enhet } = state.filters;
  const map = unitMap(units);
  return {
    state,
    departmentId: isId(forvaltning) ? forvaltning : undefined,
    unitIds: isId(enhet) ? [...map.keys()].filter((id) => withAncestors(map, id).includes(enhet)) : undefined,
    searchEmail: may(actor, readContacts),
    day,
  };
}

export interface EntityDetail extends OrganisationParts {
  readonly row: EntityRow;
  readonly mayChange: boolean;
  readonly contacts: boolean;
  readonly roles: readonly RoleRow[];
}

export async function entityDetail(
  tx: Transaction,
  actor: Actor,
  kind: EntityKind,
  id: string,
): Promise<EntityDetail | undefined> {
  const row = await readEntityRow(tx, kind, id);
  if (row === undefined) return undefined;
  const parts = await organisationParts(tx);
  return {
    ...parts,
    row,
    mayChange: await mayChange(tx, actor, unitMap(parts.units), kind, row),
    contacts: may(actor, readContacts) || id === actor.personId,
    roles: kind === 'person' ? await rolesOf(tx, id) : [],
  };
}

/** A role as it is stored, for the form that changes it. */
export function roleToChange(tx: Transaction, id: string): Promise<RoleRow | undefined> {
  return readRoleRow(tx, id);
}

export function personRow(tx: Transaction, id: string): Promise<EntityRow | undefined> {
  return readEntityRow(tx, 'person', id);
}

/** The municipality's logo, for its own people, also when it has been put aside. */
export function logoFile(tx: Transaction): ReturnType<typeof readLogoFile> {
  return readLogoFile(tx);
}

/** The logo as documents carry it: undefined without one, and while it is put aside. */
export async function logoInUse(tx: Transaction): Promise<Picture | undefined> {
  const logo = await readLogoFile(tx);
  return logo?.used === true ? pictureOfFile(logo.content) : undefined;
}

export interface LogoEntry {
  readonly at: Date;
  readonly who: string | undefined;
  readonly what: LogoEvent;
  /** Of the file that was uploaded, or that it happened to. */
  readonly name: string;
}

/** Far more than a logo is changed; the history of all else lies between. */
const mostVersions = 500;

/** What has happened to the logo, newest first. */
export async function logoHistory(tx: Transaction, tenantId: string): Promise<readonly LogoEntry[]> {
  const entries = await rowHistory(tx, 'tenancy.tenant', { tenant_id: tenantId }, mostVersions);
  const names = await peopleNames(
    tx,
    entries.flatMap(({ person_id }) => person_id ?? []),
  );
  return entries.flatMap(({ at, person_id, before, after }) => {
    const [old, young] = [before, after] as (LogoImage | null)[];
    const what = logoEvent(old ?? null, young ?? null);
    if (what === undefined) return [];
    const name = (what === 'removed' ? old : young)?.logo_name ?? '';
    return [{ at, who: names.get(person_id ?? ''), what, name }];
  });
}
