export {
  type SituationPart,
  type SituationReportAsked,
  situationPart,
  situationParts,
  situationReport,
} from './situation-report.document.ts';
export { type SituationMaterial, type SituationMaterialAnswer, situationMaterial } from './situation-report.queries.ts';
export { texts as situationReportTexts } from './situation-report.texts.ts';
