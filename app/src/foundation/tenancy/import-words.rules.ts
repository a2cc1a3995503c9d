import { type Role, roles, roleTitle, type Scope } from '../access/index.ts';
import type { CommitteeKind } from './entity.rules.ts';

export const wholeMunicipality = new Set([
  'hela kommunen',
  'kommunen',
  'alla',
  'the whole municipality',
  'municipality',
]);

const otherRoleWords: Readonly<Record<string, Role>> = {
  admin: 'administrator',
  förändringsledare: 'programmeLead',
  programledare: 'programmeLead',
  analytiker: 'analyst',
  enhetschef: 'manager',
  förvaltningschef: 'manager',
  sekreterare: 'secretary',
  handläggare: 'secretary',
  politiker: 'elected',
  gäst: 'mentor',
};

export function roleOf(words: string): Role | undefined {
  const plain = lower(words);
  return (
    roles.find((role) => [role, roleTitle(role, 'sv'), roleTitle(role, 'en')].some((one) => lower(one) === plain)) ??
    otherRoleWords[plain]
  );
}

/** A role without words for where it holds is for the smallest part that the row names. */
export function nearestScope({
  committee,
  department,
  unit,
}: {
  committee: { id: string } | undefined;
  department: { id: string } | undefined;
  unit: { id: string } | undefined;
}): Scope | undefined {
  if (unit !== undefined) return { kind: 'unit', id: unit.id };
  if (department !== undefined) return { kind: 'department', id: department.id };
  return committee && { kind: 'committee', id: committee.id };
}

export function committeeKindOf(name: string): CommitteeKind {
  const plain = lower(name);
  if (/^(kommunfullmäktige|kf)$/.test(plain)) return 'municipalCouncil';
  if (/^(kommunstyrelsen?|ks)$/.test(plain)) return 'executiveBoard';
  if (/arbetsutskott|\bau$|ksau/.test(plain)) return 'workingCommittee';
  return /beredning/.test(plain) ? 'councilDraftingCommittee' : 'committee';
}

export function lower(text: string): string {
  return text.toLowerCase();
}
