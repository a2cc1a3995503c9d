import { choice, date, defineRegister, number, reference, text } from '../register/index.ts';
import { readImports, writeImports } from './access.ts';
import { importTexts } from './import.texts.ts';

export const sources = ['file', 'pasted', 'program'] as const;
export type Source = (typeof sources)[number];
export const formats = ['word', 'workbook', 'csv', 'pdf', 'text', 'html'] as const;

export const importsPath = '/importera';

/** Imports: what was brought in, by whom and when, and what came of it. */
export const imported = defineRegister({
  name: 'intake.import',
  path: importsPath,
  read: readImports,
  write: writeImports,
  texts: importTexts,
  fields: {
    title: text({ required: true }),
    source: choice(sources, { required: true }),
    format: choice(formats),
    state: choice(['imported', 'undone'], { required: true }),
    importedOn: date({ required: true }),
    importedBy: reference('person'),
    tables: number({ min: 0 }),
    added: number({ min: 0 }),
    changedRows: number({ min: 0 }),
    already: number({ min: 0 }),
    leftOut: number({ min: 0 }),
    undoneOn: date(),
    undoneBy: reference('person'),
  },
  heads: 'title',
  list: ['format', 'importedOn', 'importedBy', 'tables', 'added', 'changedRows', 'already', 'state'],
  filters: ['state', 'format', 'importedBy'],
  // The page of an import tells these in its own way.
  shownBySlice: ['tables', 'added', 'changedRows', 'already', 'leftOut', 'undoneOn', 'undoneBy'],
  kept: [
    'title',
    'source',
    'format',
    'state',
    'importedOn',
    'importedBy',
    'tables',
    'added',
    'changedRows',
    'already',
    'leftOut',
    'undoneOn',
    'undoneBy',
  ],
});
