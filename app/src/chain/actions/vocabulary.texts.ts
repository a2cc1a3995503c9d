import { defineTexts } from '../../foundation/texts/index.ts';

export const vocabularyTexts = defineTexts(
  {
    title: 'Program',
    help: 'De program och projekt som åtgärder hör till.',
    start: { moreEffective: 'Effektivare kommun' },
  },
  {
    title: 'Programmes',
    help: 'The programmes and projects that actions are part of.',
    start: { moreEffective: 'A more effective municipality' },
  },
);
