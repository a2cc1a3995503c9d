export { readFocus, writeFocus } from './access.ts';
export { focusArea } from './area.rules.ts';
export { candidate } from './candidate.rules.ts';
export { focusRoutes } from './focus.routes.tsx';
export { focusReferences } from './references.ts';
