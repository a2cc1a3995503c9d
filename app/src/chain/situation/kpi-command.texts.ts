import { defineTexts } from '../../foundation/texts/index.ts';

export const kpiCommandTexts = defineTexts(
  {
    nearest: (list: string) => `Närmast: ${list}.`,
    year: 'År',
    riket: 'Riket',
    median: 'median',
    lowest: 'lägst',
    highest: 'högst',
    municipalities: 'kommuner',
  },
  {
    nearest: (list) => `Nearest: ${list}.`,
    year: 'Year',
    riket: 'Sweden',
    median: 'median',
    lowest: 'lowest',
    highest: 'highest',
    municipalities: 'n',
  },
);
