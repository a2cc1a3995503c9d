import { definePermission } from '../access/index.ts';

/** Inviting people, switching their accounts off and on, and helping who has lost the phone with the one-time codes. */
export const manageAccounts = definePermission('identity.manageAccounts', ['administrator']);
