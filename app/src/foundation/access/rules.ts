export const roles = [
  'administrator',
  'programmeLead',
  'analyst',
  'manager',
  'staff',
  'secretary',
  'elected',
  'mentor',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

/** Where a role holds: the whole municipality, or one part of it. */
export type Scope =
  | { readonly kind: 'municipality' }
  | { readonly kind: 'department' | 'unit' | 'committee'; readonly id: string };

export interface RoleInScope {
  readonly role: Role;
  readonly scope: Scope;
}

/** The person on whose behalf a request acts. */
export interface Actor {
  readonly tenantId: string;
  readonly personId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly roles: readonly RoleInScope[];
}

/** A thing that can be done, and the roles that may do it. Slices declare theirs next to their routes. */
export interface Permission {
  readonly name: string;
  readonly roles: readonly Role[];
}

export function definePermission(name: `${string}.${string}`, allowed: readonly Role[] | 'everyRole'): Permission {
  return { name, roles: allowed === 'everyRole' ? roles : allowed };
}

/**
 * May this person do this? Without `where`: anywhere at all, which is what opens a page or a list.
 * With `where`: a role for the whole municipality, or for exactly one of the parts that the object lies in
 * (the caller gives the object's unit, its parent units and its department).
 */
export function may(actor: Actor, permission: Permission, where?: readonly Scope[]): boolean {
  return actor.roles.some(
    ({ role, scope }) =>
      permission.roles.includes(role) &&
      (where === undefined || scope.kind === 'municipality' || where.some((part) => samePart(part, scope))),
  );
}

function samePart(a: Scope, b: Scope): boolean {
  return a.kind !== 'municipality' && b.kind !== 'municipality' && a.kind === b.kind && a.id === b.id;
}
