import type { Vocabulary } from '../../foundation/register/index.ts';
import { vocabularyTexts } from './vocabulary.texts.ts';

/** The programmes that actions belong to, named by the municipality. */
export const actionsVocabularies: readonly Vocabulary[] = [
  {
    name: 'programme',
    title: (language) => vocabularyTexts(language).title,
    help: (language) => vocabularyTexts(language).help,
    start: (language) => vocabularyTexts(language).start,
  },
];
