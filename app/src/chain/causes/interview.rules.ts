import { date, defineRegister, longText, reference, text } from '../../foundation/register/index.ts';
import { readInterviews, writeCauses } from './access.ts';
import { guideTexts, interviewTexts } from './interview.texts.ts';

/** What is asked in interviews, a question on each line. */
export const guide = defineRegister({
  name: 'causes.guide',
  path: '/orsaker/guider',
  read: readInterviews,
  write: writeCauses,
  texts: guideTexts,
  fields: {
    title: text({ required: true }),
    purpose: longText(),
    questions: longText({ required: true }),
  },
  heads: 'title',
  list: ['purpose'],
});

/** Interviews with people in their roles; names are not asked for. */
export const interview = defineRegister({
  name: 'causes.interview',
  path: '/orsaker/intervjuer',
  read: readInterviews,
  write: writeCauses,
  texts: interviewTexts,
  fields: {
    respondentRole: text({ required: true }),
    focusArea: reference('focus.area', { required: true }),
    heldOn: date(),
    unit: reference('unit'),
    guide: reference('causes.guide'),
    notes: longText(),
  },
  heads: 'respondentRole',
  list: ['focusArea', 'heldOn', 'unit', 'guide'],
  filters: ['focusArea', 'unit'],
});
