import { choice, date, defineRegister, longText, number, reference, text } from '../../foundation/register/index.ts';
import { readCauses, writeCauses } from './access.ts';
import { causeRefusals, causeTexts } from './cause.texts.ts';

export const causeStates = ['hypothesis', 'supported', 'rejected'] as const;
export type CauseState = (typeof causeStates)[number];

/** Causes: why a problem is there, and why that is so in turn. */
export const cause = defineRegister({
  name: 'causes.cause',
  path: '/orsaker/orsak',
  read: readCauses,
  write: writeCauses,
  texts: causeTexts,
  fields: {
    title: text({ required: true, max: 1000 }),
    problem: reference('causes.problem', { required: true }),
    parent: reference('causes.cause'),
    branch: choice('branch'),
    description: longText(),
    state: choice(causeStates, { required: true }),
    judgedBy: reference('person'),
    judgedOn: date(),
    judgement: longText({ max: 5000 }),
    place: number({ min: 0 }),
  },
  heads: 'title',
  list: ['problem', 'branch', 'state', 'judgedOn'],
  filters: ['problem', 'state'],
  refusals: {
    cause_without_cycle: { field: 'parent', text: (language) => causeRefusals(language).cycle },
    cause_under_cause: { field: 'problem', text: (language) => causeRefusals(language).otherProblem },
    suggestion_for_cause: { field: 'problem', text: (language) => causeRefusals(language).otherProblem },
  },
  elsewhere: {
    problem: { href: (id) => `/orsaker/orsak/${id}/flytta`, words: (language) => causeRefusals(language).move },
    parent: { href: (id) => `/orsaker/orsak/${id}/flytta`, words: (language) => causeRefusals(language).move },
  },
  kept: ['state', 'judgedBy', 'judgedOn', 'judgement', 'place'],
  shownBySlice: ['problem', 'parent', 'state', 'judgedBy', 'judgedOn', 'judgement', 'place'],
});
