export { Panels } from './panels.tsx';
export {
  type ComposedPart,
  type FigureKind,
  type FigureSource,
  mergedSources,
  type PartContent,
  partOf,
  sectionId,
  strongTitle,
  yearWords,
} from './part.rules.ts';
export { pictureOf } from './picture.tsx';
export { sourceTexts } from './source.texts.ts';
export { type ArchiveSource, archiveWords, sourcesTable } from './sources.rules.ts';
