import {
  choice,
  date,
  defineRegister,
  longText,
  number,
  reference,
  scale,
  text,
} from '../../foundation/register/index.ts';
import { readActions, writeActions } from './access.ts';
import { proposalTexts } from './proposal.texts.ts';

/** Which way a proposal is decided: by elected representatives, or by the operation itself. */
export const tracks = ['political', 'operational'] as const;
export type Track = (typeof tracks)[number];

/** What kommunallagen 6:38 keeps with the elected. */
export const changeKinds = ['goals', 'direction', 'scope', 'quality'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const proposalStates = ['draft', 'proposed', 'decided', 'declined'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** Proposals: what could be done. Nothing is done before it has been decided. */
export const proposal = defineRegister({
  name: 'actions.proposal',
  path: '/forslag',
  read: readActions,
  write: writeActions,
  texts: proposalTexts,
  fields: {
    title: text({ required: true }),
    description: longText(),
    expectedEffect: longText(),
    focusArea: reference('focus.area'),
    department: reference('department'),
    owner: reference('person'),
    starts: date(),
    ends: date({ notBefore: 'starts' }),
    keyFigures: reference('keyFigure', { many: true }),
    conclusions: reference('actions.conclusion', { many: true }),
    causes: reference('causes.cause', { many: true }),
    suggestions: reference('causes.suggestion', { many: true }),
    effort: scale({ from: 1, to: 5 }),
    effect: scale({ from: 1, to: 5 }),
    place: number({ min: 1, max: 10_000 }),
    priorityReason: longText({ max: 5000 }),
    track: choice(tracks),
    changes: choice(changeKinds, { many: true }),
    trackReason: longText({ max: 5000 }),
    state: choice(proposalStates, { required: true }),
  },
  heads: 'title',
  list: ['focusArea', 'department', 'effort', 'effect', 'track', 'state'],
  filters: ['focusArea', 'state', 'track'],
  kept: ['effort', 'effect', 'place', 'priorityReason', 'track', 'changes', 'trackReason', 'state'],
  scope: { department: 'department' },
});
