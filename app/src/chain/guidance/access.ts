import { definePermission } from '../../foundation/access/index.ts';

export const readGuidance = definePermission('guidance.read', [
  'administrator',
  'programmeLead',
  'analyst',
  'manager',
  'staff',
  'secretary',
  'elected',
  'auditor',
]);

export const answerGuidance = definePermission('guidance.answer', [
  'administrator',
  'programmeLead',
  'analyst',
  'manager',
]);
