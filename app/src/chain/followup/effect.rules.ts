import {
  choice,
  date,
  defineRegister,
  longText,
  number,
  reference,
  text,
  year,
  yes,
} from '../../foundation/register/index.ts';
import { readFollowup, writeFollowup } from './access.ts';
import { effectTexts } from './effect.texts.ts';

export const effectStates = ['expected', 'partly', 'realised', 'failed'] as const;
export type EffectState = (typeof effectStates)[number];

/** Expected effects: what an action is to do to a key figure, until it has been seen to. */
export const expectedEffect = defineRegister({
  name: 'followup.expected_effect',
  path: '/uppfoljning/effekter',
  read: readFollowup,
  write: writeFollowup,
  texts: effectTexts,
  fields: {
    title: text({ required: true }),
    action: reference('actions.action', { required: true }),
    keyFigure: reference('keyFigure', { required: true }),
    comparison: choice(['similar', 'class', 'all'], { required: true }),
    baselineYear: year({ required: true }),
    baseline: number({ decimals: 6 }),
    baselineSource: text(),
    effectFrom: year({ required: true }),
    target: number({ decimals: 6 }),
    targetYear: year(),
    responsible: reference('person'),
    followUpOn: date(),
    state: choice(effectStates, { required: true }),
    reason: longText({ max: 5000 }),
    closed: yes(),
  },
  heads: 'title',
  list: ['action', 'keyFigure', 'baseline', 'target', 'targetYear', 'responsible', 'followUpOn', 'state', 'closed'],
  filters: ['state', 'responsible'],
  kept: ['baseline', 'baselineSource', 'state', 'reason', 'closed'],
  rule({ baselineYear, effectFrom, target, targetYear }) {
    const faults = [];
    if (baselineYear !== null && effectFrom !== null && effectFrom <= baselineYear) {
      faults.push({ field: 'effectFrom', text: effectTexts.effectAfterBaseline });
    }
    if ((target === null) !== (targetYear === null)) {
      faults.push({ field: target === null ? 'target' : 'targetYear', text: effectTexts.targetNeedsYear });
    }
    return faults;
  },
  reminders: [{ date: 'followUpOn', person: 'responsible', over: { closed: [true], state: ['realised'] } }],
});
