import { defineTexts, type Language } from '../../foundation/texts/index.ts';

const register = defineTexts(
  {
    title: 'Nyttor',
    one: 'nytta',
    lead: 'Kronor, timmar och det som inte värderas hålls isär. Kronor räknas först när en ekonom har bekräftat dem.',
    create: 'Ny nytta',
    empty: 'Ingen nytta än',
    emptyHelp: 'Lägg till vad en åtgärd ska spara i kronor eller timmar, eller göra bättre utan att det värderas.',
    fields: {
      title: 'Nytta',
      action: 'Åtgärd',
      colour: 'Slag',
      year: 'År',
      planned: 'Planerat',
      actual: 'Utfall',
      hoursPlanned: 'Planerade timmar',
      hoursActual: 'Timmar i utfall',
      responsible: 'Nyttoansvarig',
      state: 'Läge',
      note: 'Hur räknades det, och varför blev det så?',
      confirmedBy: 'Bekräftad av',
      confirmedOn: 'Bekräftad',
    },
    choices: {
      colour: { green: 'Grön – kronor', yellow: 'Gul – tid', red: 'Röd – värderas inte' },
      state: { expected: 'Väntad', partly: 'Delvis hemtagen', realised: 'Hemtagen', failed: 'Utebliven' },
    },
  },
  {
    title: 'Benefits',
    one: 'benefit',
    lead: 'Kronor, hours and what is not valued are kept apart. Kronor count only when an economist has confirmed them.',
    create: 'New benefit',
    empty: 'No benefit yet',
    emptyHelp: 'Add what an action is to save in kronor or hours, or make better without being valued.',
    fields: {
      title: 'Benefit',
      action: 'Action',
      colour: 'Kind',
      year: 'Year',
      planned: 'Planned',
      actual: 'Actual',
      hoursPlanned: 'Planned hours',
      hoursActual: 'Actual hours',
      responsible: 'Benefit owner',
      state: 'State',
      note: 'How was it computed, and why did it turn out so?',
      confirmedBy: 'Confirmed by',
      confirmedOn: 'Confirmed',
    },
    choices: {
      colour: { green: 'Green – kronor', yellow: 'Yellow – time', red: 'Red – not valued' },
      state: { expected: 'Expected', partly: 'Partly realised', realised: 'Realised', failed: 'Failed' },
    },
  },
);

const faults = defineTexts(
  {
    kronorAreGreen: 'Kronor hör bara till gröna nyttor.',
    hoursAreYellow: 'Timmar hör bara till gula nyttor.',
    failedNeedsWhy: 'Skriv varför nyttan uteblev.',
  },
  {
    kronorAreGreen: 'Kronor belong to green benefits only.',
    hoursAreYellow: 'Hours belong to yellow benefits only.',
    failedNeedsWhy: 'Write why the benefit failed.',
  },
);

export const benefitTexts = Object.assign(register, {
  kronorAreGreen: (language: Language) => faults(language).kronorAreGreen,
  hoursAreYellow: (language: Language) => faults(language).hoursAreYellow,
  failedNeedsWhy: (language: Language) => faults(language).failedNeedsWhy,
});
