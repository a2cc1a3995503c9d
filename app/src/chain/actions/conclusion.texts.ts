import { defineTexts } from '../../foundation/texts/index.ts';

export const conclusionTexts = defineTexts(
  {
    title: 'Slutsatser',
    one: 'slutsats',
    lead: 'Vad orsakerna leder till, innan någon säger vad som ska göras.',
    create: 'Ny slutsats',
    empty: 'Ingen slutsats är dragen än',
    emptyHelp: 'Börja från en orsak som har stöd, eller lägg till en slutsats här.',
    fields: {
      title: 'Slutsats',
      focusArea: 'Fokusområde',
      causes: 'Orsaker som den bygger på',
      reasoning: 'Hur leder orsakerna dit?',
      ifNothing: 'Vad händer om inget görs?',
      watch: 'Vad behöver bevakas?',
    },
    help: {
      title: 'En mening som går att hålla med om eller säga emot.',
      ifNothing: 'För kommunen, för verksamheten och för den enskilde.',
    },
  },
  {
    title: 'Conclusions',
    one: 'conclusion',
    lead: 'What the causes lead to, before anybody says what to do.',
    create: 'New conclusion',
    empty: 'No conclusion has been drawn yet',
    emptyHelp: 'Begin from a cause that has support, or add a conclusion here.',
    fields: {
      title: 'Conclusion',
      focusArea: 'Focus area',
      causes: 'Causes that it stands on',
      reasoning: 'How do the causes lead there?',
      ifNothing: 'What happens if nothing is done?',
      watch: 'What needs watching?',
    },
    help: {
      title: 'A sentence that one can agree with or contradict.',
      ifNothing: 'For the municipality, for the operation and for the individual.',
    },
  },
);
