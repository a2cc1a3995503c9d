import { attachmentHref } from './attachment.rules.ts';
import { type Reference, tableReference } from './reference.store.ts';

/** What a field for a file points at: one of the files that hang on its own row. Names of other rows' files are for nobody to look up. */
export const attachmentReference: Reference = {
  ...tableReference({
    name: 'attachment',
    table: 'register.attachment',
    column: 'file_name',
    href: attachmentHref,
  }),
  suggest: () => Promise.resolve([]),
  options: () => Promise.resolve(undefined),
};
