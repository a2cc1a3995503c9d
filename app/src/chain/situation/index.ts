export { indexCommand } from './index.command.ts';
export { situationCommand } from './situation.command.ts';
export { situationRoutes } from './situation.routes.tsx';
