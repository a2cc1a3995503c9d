import type { Vocabulary } from '../../foundation/register/index.ts';
import { phases, vocabularyOf } from './phase.rules.ts';
import { questionTexts } from './question.texts.ts';
import { texts } from './texts.ts';

/** The questions of each phase, which the municipality keeps as it keeps its other words. */
export const guidanceVocabularies: readonly Vocabulary[] = phases.map((phase) => ({
  name: vocabularyOf(phase),
  title: (language) => questionTexts(language)[phase].title,
  help: (language) => texts(language).vocabularyHelp,
  start: (language) => questionTexts(language)[phase].questions,
}));
