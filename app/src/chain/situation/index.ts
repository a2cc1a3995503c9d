export { readSituation, writeSituation } from './access.ts';
export { indexCommand } from './index.command.ts';
export { experiencePanel, observationRoutes } from './observation.routes.tsx';
export { situationCommand } from './situation.command.ts';
export { situationRoutes } from './situation.routes.tsx';
export { texts as situationTexts } from './situation.texts.ts';
