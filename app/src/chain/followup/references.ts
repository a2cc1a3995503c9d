import { type Reference, tableReference } from '../../foundation/register/index.ts';
import { benefit } from './benefit.rules.ts';
import { expectedEffect } from './effect.rules.ts';

export const followupReferences: readonly Reference[] = [expectedEffect, benefit].map(({ name, path }) =>
  tableReference({ name, table: name, column: 'title', href: (id) => `${path}/${id}` }),
);
