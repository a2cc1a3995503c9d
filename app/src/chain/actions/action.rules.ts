import { choice, date, defineRegister, longText, reference, text } from '../../foundation/register/index.ts';
import { readActions, writeActions } from './access.ts';
import { actionTexts } from './action.texts.ts';

/** Actions: what shall be done, by whom and when. */
export const action = defineRegister({
  name: 'actions.action',
  path: '/atgarder',
  read: readActions,
  write: writeActions,
  texts: actionTexts,
  fields: {
    title: text({ required: true }),
    description: longText(),
    owner: reference('person'),
    department: reference('department'),
    unit: reference('unit'),
    starts: date(),
    ends: date({ notBefore: 'starts' }),
    state: choice(['planned', 'ongoing', 'done', 'stopped'], { required: true }),
    status: choice(['green', 'yellow', 'red']),
    statusComment: longText({ max: 5000 }),
    focusArea: reference('focus.area'),
    proposal: reference('actions.proposal'),
    causes: reference('causes.cause', { many: true }),
    keyFigures: reference('keyFigure', { many: true }),
  },
  heads: 'title',
  list: ['owner', 'unit', 'starts', 'ends', 'state', 'status', 'focusArea'],
  filters: ['focusArea', 'state', 'status'],
  kept: ['status', 'statusComment', 'proposal'],
  scope: { department: 'department', unit: 'unit' },
});
