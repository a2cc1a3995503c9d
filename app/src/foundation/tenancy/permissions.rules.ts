import { type Actor, definePermission, may, type Scope } from '../access/index.ts';
import type { UnitRow } from './entity.store.ts';
import { withAncestors } from './unit-tree.rules.ts';

/** A mentor or guest sees what is shared with them, and the organisation is not. */
export const readOrganisation = definePermission('organisation.read', [
  'administrator',
  'programmeLead',
  'analyst',
  'manager',
  'staff',
  'secretary',
  'elected',
  'auditor',
]);

/** Addresses are for those who call people to meetings and ask for facts. */
export const readContacts = definePermission('organisation.readContacts', [
  'administrator',
  'programmeLead',
  'analyst',
  'manager',
  'secretary',
]);

export const manageOrganisation = definePermission('organisation.manage', ['administrator']);

export const manageMunicipality = definePermission('municipality.manage', ['administrator']);

/** The parts of the organisation that something lies in, for `may`. */
export function partsAround(
  units: ReadonlyMap<string, UnitRow>,
  place: {
    readonly departmentId?: string | null;
    readonly unitId?: string | null;
    readonly committeeId?: string | null;
  },
): readonly Scope[] {
  const parts: Scope[] = [];
  if (place.committeeId) parts.push({ kind: 'committee', id: place.committeeId });
  if (place.unitId) for (const id of withAncestors(units, place.unitId)) parts.push({ kind: 'unit', id });
  const department = place.departmentId ?? (place.unitId ? units.get(place.unitId)?.departmentId : undefined);
  if (department) parts.push({ kind: 'department', id: department });
  return parts;
}

export function partsOfScope(units: ReadonlyMap<string, UnitRow>, scope: Scope): readonly Scope[] {
  if (scope.kind === 'unit') return partsAround(units, { unitId: scope.id });
  return scope.kind === 'municipality' ? [] : [scope];
}

/** An administrator of one part manages what lies in that part, and nothing beside or above it. */
export function mayManage(actor: Actor, where: readonly Scope[]): boolean {
  return may(actor, manageOrganisation, where);
}
