import { choice, date, defineRegister, longText, reference, text } from '../../foundation/register/index.ts';
import { readActions, writeActions } from './access.ts';
import { actionTexts } from './action.texts.ts';
import { actionStates, actionStatuses, closedStates } from './action-state.rules.ts';

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
    state: choice(actionStates, { required: true }),
    status: choice(actionStatuses),
    statusComment: longText({ max: 5000 }),
    focusArea: reference('focus.area'),
    programme: choice('programme'),
    proposal: reference('actions.proposal'),
    closedOn: date(),
    causes: reference('causes.cause', { many: true }),
    keyFigures: reference('keyFigure', { many: true }),
  },
  heads: 'title',
  list: ['owner', 'unit', 'starts', 'ends', 'state', 'status', 'focusArea'],
  filters: ['focusArea', 'programme', 'department', 'owner', 'state'],
  // The state and the status are told on the action's own page, with their reasons and their history.
  kept: ['state', 'status', 'statusComment', 'closedOn', 'proposal'],
  reminders: [{ date: 'ends', person: 'owner', over: { state: closedStates } }],
  scope: { department: 'department', unit: 'unit' },
});
