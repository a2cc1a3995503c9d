export { interimParts } from './interim-report.document.ts';
export { type InterimMaterial, type InterimQuestion, interimMaterial } from './interim-report.queries.ts';
export type { Writing } from './interim-report.rules.ts';
export { texts as interimReportTexts } from './interim-report.texts.ts';
