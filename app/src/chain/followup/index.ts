export { readFollowup, writeFollowup } from './access.ts';
export { benefit } from './benefit.rules.ts';
export { effectSearch, homeEffects } from './contributions.ts';
export { expectedEffect } from './effect.rules.ts';
export { baselineOf, confirmKronor, judgeEffect } from './followup.commands.ts';
export { actionSlot, followupRoutes, overviewPath } from './followup.routes.tsx';
export { followupReferences } from './references.ts';
export { texts as followupTexts } from './texts.ts';
export { threadOfKind, threadRoutes, threadSlot } from './thread.routes.tsx';
