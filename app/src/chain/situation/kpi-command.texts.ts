import { defineTexts } from '../../foundation/texts/index.ts';

export const kpiCommandTexts = defineTexts(
  {
    year: 'År',
    riket: 'Riket',
    median: 'median',
    lowest: 'lägst',
    highest: 'högst',
    municipalities: 'kommuner',
  },
  {
    year: 'Year',
    riket: 'Sweden',
    median: 'median',
    lowest: 'lowest',
    highest: 'highest',
    municipalities: 'n',
  },
);
