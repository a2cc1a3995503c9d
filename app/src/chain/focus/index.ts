export { readFocus, writeFocus } from './access.ts';
export { focusArea } from './area.rules.ts';
export { candidate } from './candidate.rules.ts';
export { focusFirstSteps, focusSearch, focusWheel } from './contributions.ts';
export { changeWeights, chooseFocus, proposeObservation } from './focus.commands.ts';
export { type DecisionPage, decisionOfArea, decisionPage } from './focus.queries.ts';
export { type FocusSlot, focusRoutes, observationSlot } from './focus.routes.tsx';
export { focusReferences } from './references.ts';
