export { readActions, writeActions } from './access.ts';
export { action } from './action.rules.ts';
export { conclusion } from './conclusion.rules.ts';
export { proposal } from './proposal.rules.ts';
export { actionReferences } from './references.ts';
