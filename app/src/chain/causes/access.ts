import { definePermission } from '../../foundation/access/index.ts';

/** The causes are for the municipality's own people; guests see what is shared with them. */
export const readCauses = definePermission('causes.read', [
  'administrator',
  'programmeLead',
  'analyst',
  'manager',
  'staff',
  'secretary',
  'elected',
  'auditor',
]);

export const writeCauses = definePermission('causes.write', ['administrator', 'programmeLead', 'analyst', 'manager']);

/** Interviews hold what people have said in confidence: those who work with the analysis, and nobody else. */
export const readInterviews = definePermission('causes.interviews', [
  'administrator',
  'programmeLead',
  'analyst',
  'manager',
  'auditor',
]);
