import { defineTexts } from '../../foundation/texts/index.ts';

export const causeTexts = defineTexts(
  {
    title: 'Orsaker',
    one: 'orsak',
    lead: 'Varför det ser ut som det gör. En orsak är en hypotes tills underlaget har prövats.',
    create: 'Ny orsak',
    empty: 'Ingen orsak än',
    emptyHelp: 'Orsaker skrivs enklast i tabellen eller trädet under ett fokusområde.',
    fields: {
      title: 'Orsak/Påverkas av',
      problem: 'Problem/Utmaning',
      parent: 'Ligger under orsaken',
      branch: 'Gren i fiskbenet',
      description: 'Beskrivning',
      state: 'Läge',
      judgedBy: 'Bedömd av',
      judgedOn: 'Bedömd den',
      judgement: 'Varför',
      place: 'Plats bland syskonen',
    },
    help: { parent: 'Lämnas tomt när orsaken svarar direkt på varför problemet finns.' },
    choices: { state: { hypothesis: 'Hypotes', supported: 'Har stöd', rejected: 'Förkastad' } },
  },
  {
    title: 'Causes',
    one: 'cause',
    lead: 'Why things are as they are. A cause is a hypothesis until the evidence has been tried.',
    create: 'New cause',
    empty: 'No cause yet',
    emptyHelp: 'Causes are most easily written in the table or the tree of a focus area.',
    fields: {
      title: 'Cause/Affected by',
      problem: 'Problem/Challenge',
      parent: 'Lies under the cause',
      branch: 'Branch of the fishbone',
      description: 'Description',
      state: 'State',
      judgedBy: 'Judged by',
      judgedOn: 'Judged on',
      judgement: 'Why',
      place: 'Place among its siblings',
    },
    help: { parent: 'Left empty when the cause says directly why the problem is there.' },
    choices: { state: { hypothesis: 'Hypothesis', supported: 'Supported', rejected: 'Rejected' } },
  },
);

/** What the database refuses, in words beside the field. */
export const causeRefusals = defineTexts(
  {
    cycle: 'En orsak kan inte ligga under sig själv eller under något som ligger under den.',
    move: 'Flytta orsaken, med det som ligger under den',
    otherProblem: 'Orsaken och det som hänger ihop med den måste höra till samma problem. Flytta hela grenen i trädet.',
  },
  {
    cycle: 'A cause cannot lie under itself or under what lies under it.',
    move: 'Move the cause, with what lies under it',
    otherProblem: 'The cause and what hangs on it must belong to the same problem. Move the whole branch in the tree.',
  },
);
