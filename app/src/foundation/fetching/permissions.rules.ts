import { definePermission } from '../access/index.ts';

/** The archive is the installation's: whoever fetches does it for every municipality in it. */
export const manageFigures = definePermission('figures.manage', ['administrator']);
