export { answerGuidance, readGuidance } from './access.ts';
export { type Guidance, guidanceFor } from './guidance.queries.ts';
export { guidanceRoutes } from './guidance.routes.tsx';
export { documentationHref, GuidancePanel, type GuidancePanelProps } from './guidance.view.tsx';
export type { Phase } from './phase.rules.ts';
export { guidanceVocabularies } from './vocabularies.ts';
