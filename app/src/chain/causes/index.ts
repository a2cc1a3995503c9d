export { readCauses, writeCauses } from './access.ts';
export { analysisHref } from './analysis-address.rules.ts';
export { type CauseState, cause } from './cause.rules.ts';
export { type CausesSlots, causesOfFocus, causesRoutes } from './causes.routes.tsx';
export { causesSearch, causesWheel } from './contributions.ts';
export { evidence } from './evidence.rules.ts';
export { guide, interview } from './interview.rules.ts';
export { problem } from './problem.rules.ts';
export { causesReferences } from './references.ts';
export type { CauseRow, EvidenceRow, ProblemRow, SuggestionRow } from './rows.queries.ts';
export {
  causesOfProblems,
  evidenceOfCauses,
  problemsOfFocus,
  suggestionsOfProblems,
} from './rows.queries.ts';
export { suggestion } from './suggestion.rules.ts';
export { causesVocabularies } from './vocabularies.ts';
