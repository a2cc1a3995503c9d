import { defineTexts } from '../../foundation/texts/index.ts';

export const reportRefusals = defineTexts(
  {
    areaNeeded: 'En delrapport gäller minst ett fokusområde. Välj ett i listan.',
    adopted: 'Rapporten är fastställd och ändras inte. Börja på en ny version på rapportens sida.',
  },
  {
    areaNeeded: 'An interim report is about one focus area at least. Choose one in the list.',
    adopted: 'The report is adopted and is not changed. Begin a new version on the page of the report.',
  },
);

export const reportTexts = defineTexts(
  {
    title: 'Rapporter',
    one: 'rapport',
    lead: 'Rapporter sätts samman ur det som redan finns i Samband. Det du skriver själv står kvar när siffrorna uppdateras.',
    create: 'Ny rapport',
    empty: 'Ingen rapport än',
    emptyHelp: 'Skapa en delrapport för ett fokusområde, eller en nulägesrapport för kommunen.',
    fields: {
      title: 'Rubrik',
      kind: 'Slag',
      focusAreas: 'Fokusområden',
      year: 'År för nuläget',
      comparison: 'Jämför med',
      language: 'Språk',
      author: 'Avsändare',
      registryNumber: 'Diarienummer',
      state: 'Läge',
      edition: 'Version',
      adoptedOn: 'Fastställd',
    },
    help: {
      focusAreas: 'De fokusområden som delrapporten handlar om. Behövs inte för en nulägesrapport.',
      author: 'En roll eller en funktion, till exempel Ekonomiavdelningen.',
      year: 'Det år som nuläget beskrivs för.',
    },
    choices: {
      kind: { interim: 'Delrapport', situation: 'Nulägesrapport' },
      comparison: { similar: 'Liknande kommuner', class: 'Kommungruppen (SKR)', all: 'Alla kommuner' },
      language: { sv: 'Svenska', en: 'Engelska' },
      state: { draft: 'Arbetsutkast', adopted: 'Fastställd' },
    },
  },
  {
    title: 'Reports',
    one: 'report',
    lead: 'Reports are put together of what is in Samband already. What you write yourselves stays when the figures are updated.',
    create: 'New report',
    empty: 'No report yet',
    emptyHelp: 'Create an interim report for a focus area, or a situation report for the municipality.',
    fields: {
      title: 'Title',
      kind: 'Kind',
      focusAreas: 'Focus areas',
      year: 'Year of the situation',
      comparison: 'Compare with',
      language: 'Language',
      author: 'From',
      registryNumber: 'Registry number',
      state: 'State',
      edition: 'Version',
      adoptedOn: 'Adopted',
    },
    help: {
      focusAreas: 'The focus areas that the interim report is about. Not needed for a situation report.',
      author: 'A role or a function, such as the finance department.',
      year: 'The year that the situation is described for.',
    },
    choices: {
      kind: { interim: 'Interim report', situation: 'Situation report' },
      comparison: { similar: 'Similar municipalities', class: 'The SKR class', all: 'All municipalities' },
      language: { sv: 'Swedish', en: 'English' },
      state: { draft: 'Draft', adopted: 'Adopted' },
    },
  },
);
