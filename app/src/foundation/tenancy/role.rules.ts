import { type Role, roles, type Scope } from '../access/index.ts';
import { isId } from '../ids/index.ts';

export interface RoleValues {
  readonly role: Role;
  readonly scope: Scope;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export type RoleFieldName = 'role' | 'scope' | 'validFrom' | 'validTo';
export type RoleFault = {
  readonly field: RoleFieldName;
  readonly reason:
    | 'required'
    | 'notAChoice'
    | 'notADate'
    | 'endsBeforeStart'
    | 'alreadyHas'
    | 'unknown'
    | 'notYours'
    | 'lastAdministrator';
};

/** A scope as one value of a form: `municipality`, or `unit:<id>`. */
export function scopeCode(scope: Scope): string {
  return scope.kind === 'municipality' ? 'municipality' : `${scope.kind}:${scope.id}`;
}

export function readScope(code: string): Scope | undefined {
  if (code === 'municipality') return { kind: 'municipality' };
  const [kind, id = ''] = code.split(':');
  return (kind === 'department' || kind === 'unit' || kind === 'committee') && isId(id) ? { kind, id } : undefined;
}

export function readRole(
  raw: (field: RoleFieldName) => string,
): { readonly ok: true; readonly values: RoleValues } | { readonly ok: false; readonly faults: readonly RoleFault[] } {
  const faults: RoleFault[] = [];
  const role = roles.find((one) => one === raw('role').trim());
  const scope = readScope(raw('scope').trim());
  const dates = { validFrom: raw('validFrom').trim(), validTo: raw('validTo').trim() };
  if (role === undefined) faults.push({ field: 'role', reason: raw('role') === '' ? 'required' : 'notAChoice' });
  if (scope === undefined) faults.push({ field: 'scope', reason: raw('scope') === '' ? 'required' : 'notAChoice' });
  for (const field of ['validFrom', 'validTo'] as const) {
    if (dates[field] !== '' && !isDate(dates[field])) faults.push({ field, reason: 'notADate' });
  }
  const { validFrom, validTo } = dates;
  if (faults.length === 0 && validFrom !== '' && validTo !== '' && validTo < validFrom) {
    faults.push({ field: 'validTo', reason: 'endsBeforeStart' });
  }
  if (role === undefined || scope === undefined || faults.length > 0) return { ok: false, faults };
  return { ok: true, values: { role, scope, validFrom: validFrom || null, validTo: validTo || null } };
}

/** A day that the calendar has, as 2026-09-05. */
export function isDate(text: string): boolean {
  if (!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export function holdsOn(role: Pick<RoleValues, 'validFrom' | 'validTo'>, day: string): boolean {
  return (role.validFrom === null || role.validFrom <= day) && (role.validTo === null || day <= role.validTo);
}

/** Where a stored role holds: at most one of the three is set. */
export function scopeOfRow(row: {
  readonly department_id: string | null;
  readonly unit_id: string | null;
  readonly committee_id: string | null;
}): Scope {
  if (row.department_id !== null) return { kind: 'department', id: row.department_id };
  if (row.unit_id !== null) return { kind: 'unit', id: row.unit_id };
  if (row.committee_id !== null) return { kind: 'committee', id: row.committee_id };
  return { kind: 'municipality' };
}
