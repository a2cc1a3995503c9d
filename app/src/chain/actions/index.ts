export { readActions, writeActions } from './access.ts';
export { actionRoutes } from './action.routes.tsx';
export { action } from './action.rules.ts';
export { conclusion } from './conclusion.rules.ts';
export { actionsSearch, actionsWheel, proposalsMine } from './contributions.ts';
export { proposal } from './proposal.rules.ts';
export { proposalRoutes } from './proposals.routes.tsx';
export { actionReferences } from './references.ts';
