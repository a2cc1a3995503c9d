import { defineTexts } from '../../foundation/texts/index.ts';

export const problemTexts = defineTexts(
  {
    title: 'Problem och utmaningar',
    one: 'problem',
    lead: 'Raderna i orsaksanalysen, från alla fokusområden. Varje problem har sina orsaker och förslag.',
    create: 'Nytt problem',
    empty: 'Inget problem är beskrivet än',
    emptyHelp: 'Öppna ett fokusområde och välj Orsaker. Där kan en hel orsakstabell klistras in.',
    fields: {
      title: 'Problem/Utmaning',
      focusArea: 'Fokusområde',
      area: 'Område',
      costType: 'Kostnadsslag',
      description: 'Beskrivning',
      place: 'Plats i tabellen',
    },
    help: {
      area: 'Enheten eller verksamheten, till exempel Särskilt boende.',
      costType: 'Tabellen visar Område som ”Särskilt boende - Personalkostnader”.',
    },
  },
  {
    title: 'Problems and challenges',
    one: 'problem',
    lead: 'The rows of the cause analysis, from all focus areas. Each problem has its causes and suggestions.',
    create: 'New problem',
    empty: 'No problem has been described yet',
    emptyHelp: 'Open a focus area and choose Causes. A whole cause table can be pasted there.',
    fields: {
      title: 'Problem/Challenge',
      focusArea: 'Focus area',
      area: 'Area',
      costType: 'Cost type',
      description: 'Description',
      place: 'Place in the table',
    },
    help: {
      area: 'The unit or operation, for example Residential care.',
      costType: 'The table shows Area as “Residential care - Staff costs”.',
    },
  },
);
