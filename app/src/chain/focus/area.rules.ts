import { choice, date, defineRegister, longText, reference, text } from '../../foundation/register/index.ts';
import { readFocus, writeFocus } from './access.ts';
import { areaTexts } from './area.texts.ts';

/** Focus areas: what the municipality has chosen to work with, and who does it. */
export const focusArea = defineRegister({
  name: 'focus.area',
  path: '/fokus',
  read: readFocus,
  write: writeFocus,
  texts: areaTexts,
  fields: {
    title: text({ required: true }),
    purpose: longText(),
    department: reference('department'),
    analysisGroup: reference('person', { many: true }),
    keyFigures: reference('keyFigure', { many: true }),
    observations: reference('observation', { many: true }),
    candidate: reference('focus.candidate'),
    starts: date(),
    ends: date({ notBefore: 'starts' }),
    state: choice(['ongoing', 'handedOver', 'closed'], { required: true }),
  },
  heads: 'title',
  list: ['department', 'state', 'starts', 'ends', 'keyFigures'],
  filters: ['department', 'state'],
  kept: ['candidate'],
  scope: { department: 'department' },
});
