import type { Vocabulary } from '../../foundation/register/index.ts';
import { vocabularyTexts } from './vocabulary.texts.ts';

/** The words that the cause table and the fishbone are sorted by: the municipality's own, with a start. */
export const causesVocabularies: readonly Vocabulary[] = (['costType', 'branch'] as const).map((name) => ({
  name,
  title: (language) => vocabularyTexts(language)[name].title,
  help: (language) => vocabularyTexts(language)[name].help,
  start: (language) => vocabularyTexts(language)[name].start,
}));
