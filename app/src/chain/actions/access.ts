import { definePermission } from '../../foundation/access/index.ts';

/** What a municipality thinks of doing is for its own people; guests see what is shared with them. */
export const readActions = definePermission('actions.read', [
  'administrator',
  'programmeLead',
  'analyst',
  'manager',
  'staff',
  'secretary',
  'elected',
  'auditor',
]);

export const writeActions = definePermission('actions.write', ['administrator', 'programmeLead', 'analyst', 'manager']);

/** To tell how one's own action goes, also without the right to change the register. */
export const tellActions = definePermission('actions.tell', [
  'administrator',
  'programmeLead',
  'analyst',
  'manager',
  'staff',
  'secretary',
]);

/** To write down what was decided: those who lead the work, and whoever keeps the minutes. */
export const recordDecisions = definePermission('actions.decide', [
  'administrator',
  'programmeLead',
  'manager',
  'secretary',
]);

/** The rate of discount and the budget that all proposals are held against. */
export const setFrame = definePermission('actions.frame', ['administrator', 'programmeLead', 'analyst']);
