import { definePermission } from '../../foundation/access/index.ts';

/** Key figures are public, but a municipality's own choices and notes are not: guests see only what is shared with them. */
export const readSituation = definePermission('situation.read', [
  'administrator',
  'programmeLead',
  'analyst',
  'manager',
  'staff',
  'secretary',
  'elected',
  'auditor',
]);

export const writeSituation = definePermission('situation.write', [
  'administrator',
  'programmeLead',
  'analyst',
  'manager',
]);
