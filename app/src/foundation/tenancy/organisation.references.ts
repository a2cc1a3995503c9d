import type { Scope } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import { type Reference, tableReference } from '../register/index.ts';
import type { Language } from '../texts/index.ts';
import { unitMap } from './entity.commands.ts';
import type { EntityKind } from './entity.rules.ts';
import { allUnits } from './entity.store.ts';
import { entityPath } from './paths.ts';
import { partsOfScope, readOrganisation } from './permissions.rules.ts';
import { tenancyTexts } from './texts.ts';

const linked = (kind: EntityKind) => ({
  title: (language: Language) => tenancyTexts(language).kind[kind],
  read: readOrganisation,
});

/** What registers can point at in the organisation. Two people of the same name are told apart by their titles, two units by their departments. */
export const organisationReferences: readonly Reference[] = [
  tableReference({
    name: 'person',
    table: 'tenancy.person',
    column: 'name',
    detail: 'r.title',
    href: (id) => entityPath('person', id),
    linked: linked('person'),
  }),
  tableReference({
    name: 'department',
    table: 'tenancy.department',
    column: 'name',
    href: (id) => entityPath('department', id),
    linked: linked('department'),
  }),
  tableReference({
    name: 'unit',
    table: 'tenancy.unit',
    column: 'name',
    detail: `(select d.name from tenancy.department d where d.tenant_id = r.tenant_id and d.id = r.department_id)`,
    href: (id) => entityPath('unit', id),
    linked: linked('unit'),
  }),
  tableReference({
    name: 'committee',
    table: 'tenancy.committee',
    column: 'name',
    href: (id) => entityPath('committee', id),
    linked: linked('committee'),
  }),
];

/** The parts with all that they lie in: a role for a department holds for its units. */
export async function withWholes(tx: Transaction, parts: readonly Scope[]): Promise<readonly Scope[]> {
  if (parts.length === 0) return [];
  const units = unitMap(await allUnits(tx));
  return parts.flatMap((part) => partsOfScope(units, part));
}
