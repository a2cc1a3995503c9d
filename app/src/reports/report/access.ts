import { definePermission } from '../../foundation/access/index.ts';

/** Reports that are being written. Those who only read see what has been adopted. */
export const readReports = definePermission('reports.read', [
  'administrator',
  'programmeLead',
  'analyst',
  'manager',
  'secretary',
]);

export const writeReports = definePermission('reports.write', ['administrator', 'programmeLead', 'analyst']);

/** Adopting a report, and the municipality's Word template. */
export const adoptReports = definePermission('reports.adopt', ['administrator', 'programmeLead']);

export const readAdopted = definePermission('reports.readAdopted', [
  'administrator',
  'programmeLead',
  'analyst',
  'manager',
  'staff',
  'secretary',
  'elected',
  'auditor',
]);
