import { choice, defineRegister, longText, money, reference, scale, text } from '../../foundation/register/index.ts';
import { readFocus, writeFocus } from './access.ts';
import { candidateTexts } from './candidate.texts.ts';

/** The grounds that candidates are compared on, each judged from 1 to 5. */
export const grounds = ['deviation', 'duration', 'certainty', 'stake', 'influence', 'risk'] as const;
export type Ground = (typeof grounds)[number];

/** Candidates for focus: what might be worth working with, and what speaks for it. */
export const candidate = defineRegister({
  name: 'focus.candidate',
  path: '/fokus/kandidater',
  read: readFocus,
  write: writeFocus,
  texts: candidateTexts,
  fields: {
    title: text({ required: true }),
    area: choice([
      'forskola',
      'grundskola',
      'fritidshem',
      'gymnasieskola',
      'aldreomsorg',
      'lss',
      'ekonomiskt-bistand',
      'lokaler',
      'personal',
      'ekonomi',
    ]),
    department: reference('department'),
    why: longText(),
    observations: reference('observation', { many: true }),
    keyFigures: reference('keyFigure', { many: true }),
    deviation: scale({ from: 1, to: 5 }),
    duration: scale({ from: 1, to: 5 }),
    certainty: scale({ from: 1, to: 5 }),
    stake: scale({ from: 1, to: 5 }),
    kronor: money({ unit: 'mnkr' }),
    influence: scale({ from: 1, to: 5 }),
    risk: scale({ from: 1, to: 5 }),
    state: choice(['open', 'chosen', 'notChosen'], { required: true }),
    reason: longText({ max: 5000 }),
  },
  heads: 'title',
  list: ['area', 'department', 'kronor', 'deviation', 'duration', 'certainty', 'stake', 'influence', 'risk', 'state'],
  filters: ['area', 'state'],
  kept: ['state', 'reason'],
  scope: { department: 'department' },
});
