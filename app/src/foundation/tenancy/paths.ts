import type { EntityKind } from './entity.rules.ts';

const slugs: Readonly<Record<EntityKind, string>> = {
  committee: 'namnder',
  department: 'forvaltningar',
  unit: 'enheter',
  person: 'personer',
};

export function kindPath(kind: EntityKind): string {
  return `/organisation/${slugs[kind]}`;
}

export function entityPath(kind: EntityKind, id: string): string {
  return `${kindPath(kind)}/${id}`;
}

/** Where the history of a row is read, for those who may. */
export function historyPath(table: string, id: string): string {
  return `/administration/granskning?tabell=${table}&objekt=${id}`;
}
