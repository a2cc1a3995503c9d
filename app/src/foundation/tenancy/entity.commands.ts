import type { Actor } from '../access/index.ts';
import { rowAtVersion } from '../audit/index.ts';
import type { Transaction } from '../database/index.ts';
import { RefusedError } from '../http/index.ts';
import { newId } from '../ids/index.ts';
import {
  type EntityKind,
  type EntityValues,
  entityColumns,
  entityFields,
  entityValues,
  type FieldFault,
  type FieldName,
  readEntity,
} from './entity.rules.ts';
import {
  activeParts,
  allCommittees,
  allDepartments,
  allUnits,
  type EntityRow,
  insertEntity,
  lockMunicipality,
  moveToDepartment,
  readEntityRow,
  saveEntityRow,
  type UnitRow,
} from './entity.store.ts';
import { mayManage, partsAround, partsOfScope } from './permissions.rules.ts';
import { scopeOfRow } from './role.rules.ts';
import { administrators, rolesOf } from './role.store.ts';
import { withAncestors, wouldTieRing } from './unit-tree.rules.ts';

export type SaveEntityResult =
  | { readonly ok: true; readonly id: string }
  | {
      readonly ok: false;
      readonly reason: 'invalid';
      readonly values: EntityValues;
      readonly faults: readonly FieldFault[];
    }
  | {
      readonly ok: false;
      readonly reason: 'conflict';
      readonly values: EntityValues;
      readonly theirs: EntityRow;
      /** What both started from, when the audit trail still has it. */
      readonly base: EntityValues | undefined;
    };

interface Change {
  readonly kind: EntityKind;
  readonly before: EntityRow | undefined;
  readonly values: EntityValues;
}

export async function createEntity(
  tx: Transaction,
  actor: Actor,
  kind: EntityKind,
  raw: (field: FieldName) => string,
): Promise<SaveEntityResult> {
  const checked = await check(tx, actor, kind, undefined, raw);
  if (!checked.ok) return checked;
  const id = newId();
  await insertEntity(tx, kind, id, entityColumns(kind, checked.values));
  return { ok: true, id };
}

export async function changeEntity(
  tx: Transaction,
  actor: Actor,
  kind: EntityKind,
  id: string,
  version: number,
  raw: (field: FieldName) => string,
): Promise<SaveEntityResult> {
  const before = await readEntityRow(tx, kind, id);
  if (before === undefined) throw new RefusedError(404);
  const checked = await check(tx, actor, kind, before, raw);
  if (!checked.ok) return checked;
  const { values } = checked;
  const saved = await saveEntityRow(tx, kind, id, version, entityColumns(kind, values));
  if (!saved.ok && saved.reason === 'gone') throw new RefusedError(404);
  if (!saved.ok) {
    const base = await rowAtVersion(tx, `tenancy.${kind}`, { id }, version);
    return {
      ok: false,
      reason: 'conflict',
      values,
      theirs: saved.theirs,
      base: base === undefined ? undefined : entityValues(kind, base),
    };
  }
  if (kind === 'unit' && before.department_id !== values.department) {
    const units = unitMap(await allUnits(tx));
    const inside = [...units.keys()].filter((unit) => withAncestors(units, unit).includes(id));
    await moveToDepartment(tx, inside, values.department ?? '');
  }
  return { ok: true, id };
}

async function check(
  tx: Transaction,
  actor: Actor,
  kind: EntityKind,
  before: EntityRow | undefined,
  raw: (field: FieldName) => string,
): Promise<{ ok: true; values: EntityValues } | Extract<SaveEntityResult, { reason: 'invalid' }>> {
  const units = unitMap(await allUnits(tx));
  if (before !== undefined && !(await mayChange(tx, actor, units, kind, before))) throw new RefusedError(403);
  const read = readEntity(kind, raw);
  const change = { kind, before, values: withDepartmentOfUnit(kind, read.values, units) };
  const faults = read.faults.length > 0 ? read.faults : await referenceFaults(tx, change, units);
  if (faults.length > 0) return { ok: false, reason: 'invalid', values: read.values, faults };
  const columns = entityColumns(kind, change.values);
  const moved = ['department_id', 'parent_id', 'unit_id'].some(
    (column) => (before?.[column] ?? null) !== (columns[column] ?? null),
  );
  if ((before === undefined || moved) && !mayManage(actor, placeOf(units, kind, undefined, columns))) {
    // Whole kinds of thing are closed to whoever administers a part; a place outside it is a slip in the form.
    const place = kind === 'unit' || kind === 'person' ? 'department' : undefined;
    if (place === undefined) throw new RefusedError(403);
    return { ok: false, reason: 'invalid', values: read.values, faults: [{ field: place, reason: 'notYours' }] };
  }
  return { ok: true, values: change.values };
}

/** A person who is placed in a unit is placed in its department. */
function withDepartmentOfUnit(
  kind: EntityKind,
  values: EntityValues,
  units: ReadonlyMap<string, UnitRow>,
): EntityValues {
  const unit = kind === 'person' && !values.department ? units.get(values.unit ?? '') : undefined;
  return unit === undefined ? values : { ...values, department: unit.departmentId };
}

async function referenceFaults(
  tx: Transaction,
  change: Change,
  units: ReadonlyMap<string, UnitRow>,
): Promise<readonly FieldFault[]> {
  const { kind, before, values } = change;
  const rows: Record<string, readonly { id: string; active: boolean }[]> = {
    committee: await allCommittees(tx),
    department: await allDepartments(tx),
    unit: [...units.values()],
  };
  const faults: FieldFault[] = [];
  for (const field of entityFields[kind]) {
    const value = values[field.name] ?? '';
    if (typeof field.is !== 'object' || value === '') continue;
    const target = rows[field.is.refersTo]?.find(({ id }) => id === value);
    if (target === undefined) faults.push({ field: field.name, reason: 'unknown' });
    else if (!target.active && before?.[field.column] !== value) faults.push({ field: field.name, reason: 'inactive' });
  }
  if (faults.length > 0) return faults;
  if (kind === 'unit' || kind === 'person') {
    const field = kind === 'unit' ? 'parent' : 'unit';
    const unit = units.get(values[field] ?? '');
    if (unit !== undefined && unit.departmentId !== values.department) return [{ field, reason: 'otherDepartment' }];
  }
  if (before !== undefined && values.parent) {
    const tree =
      kind === 'unit' ? units : new Map((await allCommittees(tx)).map((committee) => [committee.id, committee]));
    if (wouldTieRing(tree, before.id, values.parent)) return [{ field: 'parent', reason: 'ownDescendant' }];
  }
  return [];
}

/** Also everything the person may do must lie within what the actor administers: else an address could be changed to take over a wider account. */
export async function mayChange(
  tx: Transaction,
  actor: Actor,
  units: ReadonlyMap<string, UnitRow>,
  kind: EntityKind,
  row: EntityRow,
): Promise<boolean> {
  if (!mayManage(actor, placeOf(units, kind, row.id, row))) return false;
  if (kind !== 'person') return true;
  const roles = await rolesOf(tx, row.id);
  return roles.every((role) => mayManage(actor, partsOfScope(units, scopeOfRow(role))));
}

/** As `mayChange`, for those who know the person by id only. */
export async function mayChangePerson(tx: Transaction, actor: Actor, id: string): Promise<boolean> {
  const row = await readEntityRow(tx, 'person', id);
  return row !== undefined && mayChange(tx, actor, unitMap(await allUnits(tx)), 'person', row);
}

function placeOf(
  units: ReadonlyMap<string, UnitRow>,
  kind: EntityKind,
  id: string | undefined,
  columns: Readonly<Record<string, unknown>>,
) {
  const column = (name: string) => (typeof columns[name] === 'string' ? columns[name] : null);
  switch (kind) {
    case 'committee':
      return partsAround(units, { committeeId: id ?? null });
    case 'department':
      return partsAround(units, { departmentId: id ?? null });
    case 'unit':
      return partsAround(units, { departmentId: column('department_id'), unitId: id ?? column('parent_id') });
    case 'person':
      return partsAround(units, { departmentId: column('department_id'), unitId: column('unit_id') });
  }
}

export type SetActiveResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'conflict' | 'lastAdministrator' }
  | { readonly ok: false; readonly reason: 'hasParts'; readonly count: number };

/** Nothing that others refer to is deleted: it is put aside, and can be taken back. */
export async function setActive(
  tx: Transaction,
  actor: Actor,
  target: { readonly kind: EntityKind; readonly id: string; readonly version: number; readonly active: boolean },
  day: string,
): Promise<SetActiveResult> {
  const { kind, id, version, active } = target;
  await lockMunicipality(tx);
  const row = await readEntityRow(tx, kind, id);
  if (row === undefined) throw new RefusedError(404);
  if (!(await mayChange(tx, actor, unitMap(await allUnits(tx)), kind, row))) throw new RefusedError(403);
  if (!active) {
    const count = await activeParts(tx, kind, id);
    if (count > 0) return { ok: false, reason: 'hasParts', count };
    if (kind === 'person' && isOnly(id, await administrators(tx, day)))
      return { ok: false, reason: 'lastAdministrator' };
  }
  const saved = await saveEntityRow(tx, kind, id, version, { active });
  return saved.ok ? { ok: true } : { ok: false, reason: 'conflict' };
}

function isOnly(id: string, ids: readonly string[]): boolean {
  return ids.length === 1 && ids[0] === id;
}

export function unitMap(units: readonly UnitRow[]): ReadonlyMap<string, UnitRow> {
  return new Map(units.map((unit) => [unit.id, unit]));
}
