export { readActions, writeActions } from './access.ts';
export {
  actionsFirstStep,
  milestonesInDigest,
  ownMilestones,
  underWaySearch,
  underWayWheel,
} from './action.contributions.ts';
export { type ActionSlot, actionRoutes } from './action.routes.tsx';
export { action } from './action.rules.ts';
export { actionWords } from './action-page.texts.ts';
export { conclusion } from './conclusion.rules.ts';
export { actionsSearch, actionsWheel, proposalsMine } from './contributions.ts';
export { type DecisionWork, makeActions, recordDecision } from './decision.commands.ts';
export { decisionMakers, decisionsOnAll, proposalOfDecision } from './decision.queries.ts';
export { type Decision, type DecisionForm, holdingDecisions } from './decision.rules.ts';
export { decisionTexts } from './decision.texts.ts';
export { addDependency } from './dependency.commands.ts';
export { saveProposalEconomy } from './economy.commands.ts';
export type { EconomyForm } from './economy.rules.ts';
export { saveFrame } from './frame.commands.ts';
export type { PieceForm } from './handover.rules.ts';
export { saveChildAnswers, saveImpacts } from './impact.commands.ts';
export { type Described, describedOf } from './impact.queries.ts';
export { aspects, type ChildAnswers, type ImpactEntry, type ImpactSubject } from './impact.rules.ts';
export { impactTexts } from './impact.texts.ts';
export { addMilestone, reachMilestone } from './milestone.commands.ts';
export { milestonesOf } from './milestone.store.ts';
export { savePriorities } from './priority.commands.ts';
export { type OrderedProposal, proposalOrder } from './priority.queries.ts';
export type { PriorityInput } from './priority.rules.ts';
export { priorityTexts } from './priority.texts.ts';
export { matrixChart } from './priority.view.tsx';
export { proposal } from './proposal.rules.ts';
export { proposalRoutes } from './proposals.routes.tsx';
export { actionReferences } from './references.ts';
export { addRelation } from './relation.commands.ts';
export { moveAction, tellStatus } from './status.commands.ts';
export { tellingsOf } from './status.store.ts';
export { saveTrack, setLeft } from './track.commands.ts';
export type { TrackForm } from './track.rules.ts';
export { actionsVocabularies } from './vocabularies.ts';
