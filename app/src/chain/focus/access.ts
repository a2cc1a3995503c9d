import { definePermission } from '../../foundation/access/index.ts';

/** What a municipality chooses to work with is for its own people; guests see what is shared with them. */
export const readFocus = definePermission('focus.read', [
  'administrator',
  'programmeLead',
  'analyst',
  'manager',
  'staff',
  'secretary',
  'elected',
  'auditor',
]);

export const writeFocus = definePermission('focus.write', ['administrator', 'programmeLead', 'analyst', 'manager']);

/** The steering group's choice, and the weights that candidates are compared by. */
export const decideFocus = definePermission('focus.decide', ['administrator', 'programmeLead']);
