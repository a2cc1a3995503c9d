import { defineTexts } from '../../foundation/texts/index.ts';

export const areaTexts = defineTexts(
  {
    title: 'Fokusområden',
    one: 'fokusområde',
    lead: 'Det ni har valt att arbeta med. Härifrån går den röda tråden till orsaker, åtgärder och effekt.',
    create: 'Nytt fokusområde',
    empty: 'Inget fokusområde är valt än',
    emptyHelp: 'Fokusområden väljs bland kandidaterna, eller läggs till här när valet redan är gjort.',
    fields: {
      title: 'Fokusområde',
      purpose: 'Vad vill vi förstå och förändra?',
      department: 'Förvaltning',
      analysisGroup: 'Analysgrupp',
      keyFigures: 'Nyckeltal att följa',
      observations: 'Observationer',
      candidate: 'Valt bland kandidaterna',
      starts: 'Börjar',
      ends: 'Slutar',
      state: 'Läge',
    },
    help: {
      analysisGroup: 'De som söker orsakerna, till exempel en verksamhetsutvecklare och en ekonom.',
      keyFigures: 'Kod eller rubrik, till exempel N23009. Samma nyckeltal följs sedan ända till effekten.',
    },
    choices: { state: { ongoing: 'Pågår', handedOver: 'Överlämnat till linjen', closed: 'Avslutat' } },
  },
  {
    title: 'Focus areas',
    one: 'focus area',
    lead: 'What you have chosen to work with. From here the thread runs to causes, actions and effect.',
    create: 'New focus area',
    empty: 'No focus area has been chosen yet',
    emptyHelp: 'Focus areas are chosen among the candidates, or added here when the choice has been made already.',
    fields: {
      title: 'Focus area',
      purpose: 'What do we want to understand and change?',
      department: 'Department',
      analysisGroup: 'Analysis group',
      keyFigures: 'Key figures to follow',
      observations: 'Observations',
      candidate: 'Chosen among the candidates',
      starts: 'Starts',
      ends: 'Ends',
      state: 'State',
    },
    help: {
      analysisGroup: 'Those who look for the causes, for example a developer and an economist.',
      keyFigures: 'Code or title, for example N23009. The same key figures are followed all the way to the effect.',
    },
    choices: { state: { ongoing: 'Ongoing', handedOver: 'Handed over to the line', closed: 'Closed' } },
  },
);
