export { readAdopted, readReports } from './access.ts';
export { reportSearch } from './contributions.ts';
export { editionRoutes } from './edition.routes.tsx';
export { reportsOfFocus } from './focus-slot.tsx';
export { reportRoutes } from './report.routes.tsx';
export { report } from './report.rules.ts';
export { adoptedPath } from './report-address.rules.ts';
export { partTexts as reportTexts } from './report-page.texts.ts';
export { templatesInUse } from './template.queries.ts';
