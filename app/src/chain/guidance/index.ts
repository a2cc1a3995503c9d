export { saveAnswers } from './guidance.commands.ts';
export { type Guidance, guidanceFor } from './guidance.queries.ts';
export { guidanceRoutes, guidanceSlot } from './guidance.routes.tsx';
export { documentationHref, GuidancePanel } from './guidance.view.tsx';
export { phaseHref } from './phase.rules.ts';
export { guidanceVocabularies } from './vocabularies.ts';
