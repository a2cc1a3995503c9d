import { type Reference, tableReference } from '../../foundation/register/index.ts';

export const causesReferences: readonly Reference[] = (
  [
    ['problem', 'title', ''],
    ['cause', 'title', '/orsak'],
    ['suggestion', 'title', '/forslag'],
    ['evidence', 'title', '/underlag'],
    ['guide', 'title', '/guider'],
    ['interview', 'respondent_role', '/intervjuer'],
  ] as const
).map(([table, column, path]) =>
  tableReference({
    name: `causes.${table}`,
    table: `causes.${table}`,
    column,
    ...(table === 'interview' ? { detail: "coalesce(r.held_on::text, '')" } : {}),
    href: (id) => `/orsaker${path}/${id}`,
  }),
);
