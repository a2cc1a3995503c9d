import { defineRegister, longText, number, reference, text } from '../../foundation/register/index.ts';
import { readCauses, writeCauses } from './access.ts';
import { suggestionRefusals, suggestionTexts } from './suggestion.texts.ts';

/** Suggestions: the last column of the cause table, from which proposals are made later. */
export const suggestion = defineRegister({
  name: 'causes.suggestion',
  path: '/orsaker/forslag',
  read: readCauses,
  write: writeCauses,
  texts: suggestionTexts,
  fields: {
    title: text({ required: true, max: 1000 }),
    problem: reference('causes.problem', { required: true }),
    cause: reference('causes.cause'),
    description: longText(),
    place: number({ min: 0 }),
  },
  heads: 'title',
  list: ['problem', 'cause'],
  filters: ['problem'],
  refusals: {
    suggestion_for_cause: { field: 'cause', text: (language) => suggestionRefusals(language).otherProblem },
  },
  kept: ['place'],
  shownBySlice: ['place'],
});
