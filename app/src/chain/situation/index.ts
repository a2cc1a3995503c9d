export { readSituation, writeSituation } from './access.ts';
export {
  type Choice,
  type CompareWith,
  chooseComparison,
  findMunicipality,
  latestFullYear,
  yearsWithFigures,
} from './choice.rules.ts';
export { situationFirstSteps, situationSearch, situationWheel } from './contributions.ts';
export { type CostTreeView, costTreeOf } from './cost-tree.queries.ts';
export { costTreeRoutes } from './cost-tree.routes.tsx';
export { texts as costTreeTexts } from './cost-tree.texts.ts';
export { costTreeProps, flatten as costTreeRows, type TreeId, treeFinding, treeIds } from './cost-tree.view.tsx';
export {
  type FigureHistory,
  figureHistory,
  type HistoryComparison,
  localFigureHistory,
} from './figure-history.queries.ts';
export { type FigureToday, figureToday } from './figure-today.queries.ts';
export { figuresOfRequest } from './figures-of-request.ts';
export { flagText } from './flag.texts.ts';
export { fourFieldProps } from './four-field.view.tsx';
export { indexPicture, shownIndex } from './index-table.view.tsx';
export { keyFigureRoutes } from './key-figure.routes.tsx';
export { type LeadWords, leadWords } from './lead-words.ts';
export { localKeyFigureRoutes } from './local-key-figure.routes.tsx';
export { localValues } from './local-value.target.ts';
export { methodRoutes } from './method.routes.tsx';
export { createObservation, keepFigure } from './observation.commands.ts';
export { figureToKeep, type ObservationPage, observationPage, observationsBehind } from './observation.queries.ts';
export { experiencePanel, observationRoutes } from './observation.routes.tsx';
export type { FrozenFigure } from './observation.rules.ts';
export type { ObservationFigureRow, ObservationRow } from './observation.store.ts';
export { texts as observationTexts } from './observation.texts.ts';
export { situationReferences } from './references.ts';
export { sharedPageRoutes } from './shared-page.routes.tsx';
export { similarityRoutes } from './similarity.routes.tsx';
export { type Situation, situationOf, situationOnce } from './situation.queries.ts';
export { situationRoutes } from './situation.routes.tsx';
export { texts as situationTexts } from './situation.texts.ts';
export { vocabulary as situationVocabulary } from './vocabulary.texts.ts';
