export { indexCommand } from './index.command.ts';
export { kpiCommand } from './kpi.command.ts';
export { figuresOfCall, municipalityOf, situationCommand, yearOf } from './situation.command.ts';
