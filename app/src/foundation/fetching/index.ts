export { fetchTask } from './fetch.commands.ts';
export { type FetchJobParts, fetchJob } from './fetch.job.ts';
export { koladaRoutes } from './kolada-page.routes.tsx';
export { manageFigures } from './permissions.rules.ts';
