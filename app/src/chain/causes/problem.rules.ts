import { choice, defineRegister, longText, number, reference, text } from '../../foundation/register/index.ts';
import { readCauses, writeCauses } from './access.ts';
import { problemTexts } from './problem.texts.ts';

/** Problems: the rows of the cause table, each with its causes and suggestions. */
export const problem = defineRegister({
  name: 'causes.problem',
  path: '/orsaker',
  read: readCauses,
  write: writeCauses,
  texts: problemTexts,
  fields: {
    title: text({ required: true, max: 1000 }),
    focusArea: reference('focus.area', { required: true }),
    area: text(),
    costType: choice('costType'),
    description: longText(),
    place: number({ min: 0 }),
  },
  heads: 'title',
  list: ['focusArea', 'area', 'costType'],
  filters: ['focusArea', 'costType'],
  kept: ['place'],
  shownBySlice: ['place'],
});
