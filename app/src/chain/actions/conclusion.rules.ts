import { defineRegister, longText, reference, richText, text } from '../../foundation/register/index.ts';
import { readActions, writeActions } from './access.ts';
import { conclusionTexts } from './conclusion.texts.ts';

/** Conclusions: what follows from the causes, before anybody says what to do. */
export const conclusion = defineRegister({
  name: 'actions.conclusion',
  path: '/slutsatser',
  read: readActions,
  write: writeActions,
  texts: conclusionTexts,
  fields: {
    title: text({ required: true }),
    focusArea: reference('focus.area'),
    causes: reference('causes.cause', { many: true }),
    reasoning: richText(),
    ifNothing: longText(),
    watch: longText(),
  },
  heads: 'title',
  list: ['focusArea', 'causes'],
  filters: ['focusArea'],
});
