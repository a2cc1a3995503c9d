import { type Reference, tableReference } from '../../foundation/register/index.ts';

export const focusReferences: readonly Reference[] = [
  tableReference({ name: 'focus.area', table: 'focus.area', column: 'title', href: (id) => `/fokus/${id}` }),
  tableReference({
    name: 'focus.candidate',
    table: 'focus.candidate',
    column: 'title',
    href: (id) => `/fokus/kandidater/${id}`,
  }),
];
