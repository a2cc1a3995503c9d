import { definePermission } from '../access/index.ts';

/** The words that the municipality chooses from. */
export const manageVocabularies = definePermission('register.manageVocabularies', ['administrator', 'programmeLead']);
