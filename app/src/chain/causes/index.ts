export { readCauses, writeCauses } from './access.ts';
export { type CauseState, cause } from './cause.rules.ts';
export { causesRoutes } from './causes.routes.tsx';
export { evidence } from './evidence.rules.ts';
export { guide, interview } from './interview.rules.ts';
export { problem } from './problem.rules.ts';
export { causesReferences } from './references.ts';
export { suggestion } from './suggestion.rules.ts';
export { causesVocabularies } from './vocabularies.ts';
