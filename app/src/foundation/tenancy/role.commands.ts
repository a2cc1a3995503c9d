import type { Actor } from '../access/index.ts';
import { rowAtVersion } from '../audit/index.ts';
import type { Transaction } from '../database/index.ts';
import { RefusedError } from '../http/index.ts';
import { newId } from '../ids/index.ts';
import { unitMap } from './entity.commands.ts';
import { allCommittees, allDepartments, allUnits, lockMunicipality, readEntityRow } from './entity.store.ts';
import { mayManage, partsOfScope } from './permissions.rules.ts';
import { type RoleFault, type RoleFieldName, type RoleValues, readRole, scopeCode, scopeOfRow } from './role.rules.ts';
import { administrators, insertRole, type RoleRow, readRoleRow, rolesOf, saveRoleRow } from './role.store.ts';

export type SaveRoleResult =
  | { readonly ok: true; readonly personId: string }
  | { readonly ok: false; readonly reason: 'invalid'; readonly faults: readonly RoleFault[] }
  | {
      readonly ok: false;
      readonly reason: 'conflict';
      readonly theirs: RoleRow;
      readonly base: RoleRow | undefined;
    };

type Raw = (field: RoleFieldName) => string;

export async function giveRole(tx: Transaction, actor: Actor, personId: string, raw: Raw): Promise<SaveRoleResult> {
  if ((await readEntityRow(tx, 'person', personId)) === undefined) throw new RefusedError(404);
  const checked = await check(tx, actor, personId, undefined, raw);
  if (!checked.ok) return checked;
  await insertRole(tx, newId(), personId, checked.values);
  return { ok: true, personId };
}

/** Roles are changed or ended, not deleted: who could do what, and when, stays known. */
export async function changeRole(
  tx: Transaction,
  actor: Actor,
  target: { readonly id: string; readonly version: number; readonly day: string },
  raw: Raw,
): Promise<SaveRoleResult> {
  await lockMunicipality(tx);
  const before = await readRoleRow(tx, target.id);
  if (before === undefined) throw new RefusedError(404);
  const units = unitMap(await allUnits(tx));
  if (!mayManage(actor, partsOfScope(units, scopeOfRow(before)))) throw new RefusedError(403);
  const checked = await check(tx, actor, before.person_id, before.id, raw);
  if (!checked.ok) return checked;
  const administratorsBefore = await administrators(tx, target.day);
  const saved = await saveRoleRow(tx, target.id, target.version, checked.values);
  if (!saved.ok && saved.reason === 'gone') throw new RefusedError(404);
  if (!saved.ok) {
    const base = await rowAtVersion(tx, 'tenancy.role_assignment', { id: target.id }, target.version);
    return { ok: false, reason: 'conflict', theirs: saved.theirs, base: base as RoleRow | undefined };
  }
  // Tomorrow too: a role that ends today still holds today.
  for (const day of administratorsBefore.length > 0 ? [target.day, dayAfter(target.day)] : [])
    if ((await administrators(tx, day)).length === 0) throw new LastAdministratorError();
  return { ok: true, personId: before.person_id };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Thrown inside the transaction so that the change is undone; the route turns it into a fault on the form. */
export class LastAdministratorError extends Error {
  override readonly name = 'LastAdministratorError';
}

async function check(
  tx: Transaction,
  actor: Actor,
  personId: string,
  roleId: string | undefined,
  raw: Raw,
): Promise<{ ok: true; values: RoleValues } | Extract<SaveRoleResult, { reason: 'invalid' }>> {
  const read = readRole(raw);
  if (!read.ok) return { ok: false, reason: 'invalid', faults: read.faults };
  const { values } = read;
  const units = unitMap(await allUnits(tx));
  const fault = (field: RoleFieldName, reason: RoleFault['reason']) =>
    ({ ok: false, reason: 'invalid', faults: [{ field, reason }] }) as const;
  if (values.scope.kind !== 'municipality') {
    const { kind, id } = values.scope;
    const known =
      kind === 'unit'
        ? units.has(id)
        : (kind === 'department' ? await allDepartments(tx) : await allCommittees(tx)).some((row) => row.id === id);
    if (!known) return fault('scope', 'unknown');
  }
  if (!mayManage(actor, partsOfScope(units, values.scope))) return fault('scope', 'notYours');
  const others = (await rolesOf(tx, personId)).filter((row) => row.id !== roleId);
  const same = others.some(
    (row) => row.role === values.role && scopeCode(scopeOfRow(row)) === scopeCode(values.scope) && overlap(row, values),
  );
  return same ? fault('role', 'alreadyHas') : { ok: true, values };
}

function overlap(row: RoleRow, values: RoleValues): boolean {
  const startsBeforeEnd = row.valid_from === null || values.validTo === null || row.valid_from <= values.validTo;
  const endsAfterStart = row.valid_to === null || values.validFrom === null || values.validFrom <= row.valid_to;
  return startsBeforeEnd && endsAfterStart;
}
