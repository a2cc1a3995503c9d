import { definePermission } from '../access/index.ts';

/** The trail holds what everyone has written about everything: it is read for the whole municipality or not at all. */
export const auditPermission = definePermission('audit.read', ['administrator', 'auditor']);
