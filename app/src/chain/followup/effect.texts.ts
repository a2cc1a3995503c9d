import { defineTexts, type Language } from '../../foundation/texts/index.ts';

const register = defineTexts(
  {
    title: 'Väntade effekter',
    one: 'väntad effekt',
    lead: 'Vad åtgärderna ska göra med de nyckeltal som analysen började med, och hur det gick.',
    create: 'Ny väntad effekt',
    empty: 'Ingen väntad effekt än',
    emptyHelp: 'Öppna en åtgärd och säg vad den ska göra med sina nyckeltal.',
    fields: {
      title: 'Väntad effekt',
      action: 'Åtgärd',
      keyFigure: 'Nyckeltal',
      comparison: 'Jämförs med',
      baselineYear: 'Sista året före åtgärden',
      baseline: 'Utgångsvärde',
      baselineSource: 'Utgångsvärdet läst ur',
      effectFrom: 'Första år med effekt',
      target: 'Mål',
      targetYear: 'Målet nås senast',
      responsible: 'Nyttoansvarig',
      followUpOn: 'Nästa uppföljning',
      state: 'Läge',
      reason: 'Varför?',
      closed: 'Uppföljningen är avslutad',
    },
    help: {
      title: 'Till exempel: Lägre lokalkostnad per barn.',
      baselineYear: 'Utgångsvärdet läses ur nyckeltalet för det året, och fryses.',
      effectFrom: 'Det första hela år som åtgärden kan ha verkat.',
      target: 'I nyckeltalets enhet.',
      comparison: 'Utvecklingen jämförs med de här kommunerna.',
    },
    choices: {
      comparison: { similar: 'Liknande kommuner', class: 'Kommungruppen', all: 'Alla kommuner' },
      state: { expected: 'Väntad', partly: 'Delvis hemtagen', realised: 'Hemtagen', failed: 'Utebliven' },
    },
  },
  {
    title: 'Expected effects',
    one: 'expected effect',
    lead: 'What the actions are to do to the key figures that the analysis began with, and how it went.',
    create: 'New expected effect',
    empty: 'No expected effect yet',
    emptyHelp: 'Open an action and say what it is to do to its key figures.',
    fields: {
      title: 'Expected effect',
      action: 'Action',
      keyFigure: 'Key figure',
      comparison: 'Compared with',
      baselineYear: 'Last year before the action',
      baseline: 'Baseline',
      baselineSource: 'Baseline read from',
      effectFrom: 'First year of effect',
      target: 'Target',
      targetYear: 'To be reached by',
      responsible: 'Benefit owner',
      followUpOn: 'Next follow-up',
      state: 'State',
      reason: 'Why?',
      closed: 'The follow-up is closed',
    },
    help: {
      title: 'For example: lower cost of premises per child.',
      baselineYear: 'The baseline is read from the key figure of that year, and frozen.',
      effectFrom: 'The first whole year that the action can have worked.',
      target: 'In the unit of the key figure.',
      comparison: 'The development is compared with these municipalities.',
    },
    choices: {
      comparison: { similar: 'Similar municipalities', class: 'The municipality group', all: 'All municipalities' },
      state: { expected: 'Expected', partly: 'Partly realised', realised: 'Realised', failed: 'Failed' },
    },
  },
);

const faults = defineTexts(
  {
    effectAfterBaseline: 'Det första året med effekt måste komma efter utgångsåret.',
    targetNeedsYear: 'Ett mål och det år det ska nås hör ihop: fyll i båda, eller ingetdera.',
  },
  {
    effectAfterBaseline: 'The first year of effect must come after the baseline year.',
    targetNeedsYear: 'A target and the year to reach it belong together: fill in both, or neither.',
  },
);

export const effectTexts = Object.assign(register, {
  effectAfterBaseline: (language: Language) => faults(language).effectAfterBaseline,
  targetNeedsYear: (language: Language) => faults(language).targetNeedsYear,
});
