export { indexCommand } from './index.command.ts';
export { kpiCommand } from './kpi.command.ts';
export { situationCommand } from './situation.command.ts';
