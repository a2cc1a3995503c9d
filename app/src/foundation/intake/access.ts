import { definePermission } from '../access/index.ts';

/** To bring a file. What may then be done with it follows from what the person may write. */
export const bringTables = definePermission('intake.bring', ['administrator', 'programmeLead', 'analyst', 'manager']);

/** An import tells what stood in the file, also of registers that not everyone reads. */
export const readImports = definePermission('intake.read', [
  'administrator',
  'programmeLead',
  'analyst',
  'manager',
  'auditor',
]);

/** An import is told by what was done, and by nobody's hand. */
export const writeImports = definePermission('intake.write', []);
