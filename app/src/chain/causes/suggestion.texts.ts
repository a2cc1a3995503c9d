import { defineTexts } from '../../foundation/texts/index.ts';

export const suggestionTexts = defineTexts(
  {
    title: 'Förslag till åtgärd',
    one: 'förslag till åtgärd',
    lead: 'Sista kolumnen i orsakstabellen. Av förslagen blir åtgärdsförslag, när orsaken är förstådd.',
    create: 'Nytt förslag till åtgärd',
    empty: 'Inget förslag än',
    emptyHelp: 'Förslag skrivs enklast i tabellen under ett fokusområde.',
    fields: {
      title: 'Förslag till åtgärd',
      problem: 'Problem/Utmaning',
      cause: 'Möter orsaken',
      description: 'Beskrivning',
      place: 'Plats i tabellen',
    },
  },
  {
    title: 'Suggestions for action',
    one: 'suggestion for action',
    lead: 'The last column of the cause table. Proposals are made of the suggestions when the cause is understood.',
    create: 'New suggestion for action',
    empty: 'No suggestion yet',
    emptyHelp: 'Suggestions are most easily written in the table of a focus area.',
    fields: {
      title: 'Suggestion for action',
      problem: 'Problem/Challenge',
      cause: 'Meets the cause',
      description: 'Description',
      place: 'Place in the table',
    },
  },
);

export const suggestionRefusals = defineTexts(
  { otherProblem: 'Orsaken hör till ett annat problem än förslaget. Välj en orsak till samma problem.' },
  { otherProblem: 'The cause belongs to another problem than the suggestion. Choose a cause of the same problem.' },
);
