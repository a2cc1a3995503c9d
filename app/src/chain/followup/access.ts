import { definePermission } from '../../foundation/access/index.ts';

export const readFollowup = definePermission('followup.read', [
  'administrator',
  'programmeLead',
  'analyst',
  'manager',
  'staff',
  'secretary',
  'elected',
  'auditor',
]);

export const writeFollowup = definePermission('followup.write', [
  'administrator',
  'programmeLead',
  'analyst',
  'manager',
]);

/** Kronor are confirmed by an economist, not by whoever hopes for them. */
export const confirmBenefit = definePermission('followup.confirm', ['administrator', 'analyst']);
