export { fetchTask } from './fetch.commands.ts';
export { type FetchJobParts, fetchJob } from './fetch.job.ts';
export { createFigureStore, type FigureSource, type FigureStore, FiguresMissingError } from './figure-store.ts';
export { type Figures, readFigures, remember } from './figures.ts';
export type { GroupIndex, UsedGroup } from './groups.ts';
export { koladaCommands } from './kolada.command.ts';
export { koladaRoutes } from './kolada-page.routes.tsx';
