import { defineTexts } from '../../foundation/texts/index.ts';

export const evidenceTexts = defineTexts(
  {
    title: 'Underlag',
    one: 'underlag',
    lead: 'Det som talar för eller emot en orsak, och hur starkt.',
    create: 'Nytt underlag',
    empty: 'Inget underlag än',
    emptyHelp: 'Underlag läggs till på orsakens egen sida.',
    fields: {
      title: 'Vad visar underlaget?',
      cause: 'Orsak',
      kind: 'Slag',
      stance: 'Talar',
      strength: 'Styrka',
      keyFigure: 'Nyckeltal',
      observation: 'Observation',
      interview: 'Intervju',
      source: 'Källa',
      url: 'Webbadress',
      document: 'Dokumentet',
      note: 'Anteckning',
    },
    help: {
      keyFigure: 'Kod eller rubrik, till exempel N23009. Behövs när underlaget är ett nyckeltal.',
      source: 'Dokumentets, undersökningens eller mötets namn och år.',
    },
    choices: {
      kind: {
        keyFigure: 'Nyckeltal',
        document: 'Dokument',
        interview: 'Strukturerad intervju',
        survey: 'Enkätresultat',
        observation: 'Iakttagelse',
      },
      stance: { supports: 'för orsaken', contradicts: 'emot orsaken' },
      strength: { '1': 'svagt', '2': 'rimligt', '3': 'starkt' },
    },
  },
  {
    title: 'Evidence',
    one: 'evidence',
    lead: 'What speaks for or against a cause, and how strongly.',
    create: 'New evidence',
    empty: 'No evidence yet',
    emptyHelp: "Evidence is added on the cause's own page.",
    fields: {
      title: 'What does the evidence show?',
      cause: 'Cause',
      kind: 'Kind',
      stance: 'Speaks',
      strength: 'Strength',
      keyFigure: 'Key figure',
      observation: 'Observation',
      interview: 'Interview',
      source: 'Source',
      url: 'Web address',
      document: 'The document',
      note: 'Note',
    },
    help: {
      keyFigure: 'Code or title, for example N23009. Needed when the evidence is a key figure.',
      source: 'The name and year of the document, survey or meeting.',
    },
    choices: {
      kind: {
        keyFigure: 'Key figure',
        document: 'Document',
        interview: 'Structured interview',
        survey: 'Survey result',
        observation: 'Observation',
      },
      stance: { supports: 'for the cause', contradicts: 'against the cause' },
      strength: { '1': 'weak', '2': 'fair', '3': 'strong' },
    },
  },
);

export const evidenceWords = defineTexts(
  {
    missing: {
      keyFigure: 'Välj nyckeltalet som är underlag.',
      source: 'Skriv dokumentets namn eller dess webbadress, eller välj det bland bilagorna.',
    },
  },
  {
    missing: {
      keyFigure: 'Choose the key figure that is the evidence.',
      source: 'Write the name of the document or its web address, or choose it among the attachments.',
    },
  },
);
