export { readSituation, writeSituation } from './access.ts';
export { costTreeRoutes } from './cost-tree.routes.tsx';
export { texts as costTreeTexts } from './cost-tree.texts.ts';
export { indexCommand } from './index.command.ts';
export { experiencePanel, observationRoutes } from './observation.routes.tsx';
export { texts as observationTexts } from './observation.texts.ts';
export { situationCommand } from './situation.command.ts';
export { situationRoutes } from './situation.routes.tsx';
export { texts as situationTexts } from './situation.texts.ts';
