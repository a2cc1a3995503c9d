import { type Reference, tableReference } from '../../foundation/register/index.ts';

export const actionReferences: readonly Reference[] = [
  tableReference({
    name: 'actions.conclusion',
    table: 'actions.conclusion',
    column: 'title',
    href: (id) => `/slutsatser/${id}`,
  }),
  tableReference({
    name: 'actions.proposal',
    table: 'actions.proposal',
    column: 'title',
    href: (id) => `/forslag/${id}`,
  }),
  tableReference({ name: 'actions.action', table: 'actions.action', column: 'title', href: (id) => `/atgarder/${id}` }),
];
