import { type ProposalState, type Track, tracks } from './proposal.rules.ts';

export const outcomes = ['granted', 'rejected', 'referBack', 'tabled', 'removedFromAgenda'] as const;
export type DecisionOutcome = (typeof outcomes)[number];

export interface Decision {
  readonly id: string;
  readonly proposal: string;
  /** Of the proposal as it was decided. */
  readonly proposalVersion: number;
  readonly track: Track;
  readonly outcome: DecisionOutcome;
  readonly decidedOn: string;
  readonly committee: string | null;
  readonly person: string | null;
  /** The decision maker as written. */
  readonly body: string;
  readonly registryNumber: string;
  readonly minutesParagraph: string;
  readonly reason: string;
  /** The decision that this one corrects. */
  readonly corrects: string | null;
}

/** Where a decision leaves the proposal: sent back it is a draft again, put off it waits as before. */
export function stateAfter(outcome: DecisionOutcome): ProposalState {
  const states: Readonly<Record<DecisionOutcome, ProposalState>> = {
    granted: 'decided',
    rejected: 'declined',
    removedFromAgenda: 'declined',
    referBack: 'draft',
    tabled: 'proposed',
  };
  return states[outcome];
}

/** The decisions that hold: those that no other corrects, the latest first. */
export function holdingDecisions(decisions: readonly Decision[]): readonly Decision[] {
  const corrected = new Set(decisions.map(({ corrects }) => corrects));
  return decisions
    .filter(({ id }) => !corrected.has(id))
    .toSorted((a, b) => (a.decidedOn === b.decidedOn ? (a.id < b.id ? 1 : -1) : a.decidedOn < b.decidedOn ? 1 : -1));
}

export const decisionFields = [
  'outcome',
  'decidedOn',
  'committee',
  'person',
  'body',
  'registryNumber',
  'minutesParagraph',
  'reason',
] as const;
export type DecisionField = (typeof decisionFields)[number];
export type DecisionForm = Readonly<Record<DecisionField, string>>;

export interface DecisionFault {
  readonly field: DecisionField;
  readonly reason: 'outcomeNeeded' | 'dayNeeded' | 'dayAhead' | 'bodyNeeded' | 'reasonNeeded' | 'tooLong' | 'unknown';
}

export type ReadDecision =
  | {
      readonly ok: true;
      readonly decision: Omit<Decision, 'id' | 'proposal' | 'proposalVersion' | 'track' | 'corrects'>;
    }
  | { readonly ok: false; readonly faults: readonly DecisionFault[] };

const longest: Partial<Record<DecisionField, number>> = {
  body: 200,
  registryNumber: 100,
  minutesParagraph: 100,
  reason: 20_000,
};

/** Whom the form means. Undefined: what was written means nobody, or several. */
export interface DecisionMakers {
  readonly committees: ReadonlyMap<string, string>;
  readonly person: { readonly id: string; readonly name: string } | null | undefined;
}

/** The decision maker may be chosen, or written as it stands in the minutes. `today` is the day in Sweden: nothing is decided ahead. */
export function readDecision(form: DecisionForm, { committees, person }: DecisionMakers, today: string): ReadDecision {
  const faults: DecisionFault[] = [];
  const outcome = outcomes.find((one) => one === form.outcome);
  if (outcome === undefined) faults.push({ field: 'outcome', reason: 'outcomeNeeded' });
  const day = /^\d{4}-\d{2}-\d{2}$/.test(form.decidedOn) && isDay(form.decidedOn);
  if (!day) faults.push({ field: 'decidedOn', reason: 'dayNeeded' });
  else if (form.decidedOn > today) faults.push({ field: 'decidedOn', reason: 'dayAhead' });
  if (form.committee !== '' && !committees.has(form.committee)) faults.push({ field: 'committee', reason: 'unknown' });
  if (person === undefined) faults.push({ field: 'person', reason: 'unknown' });
  const body = form.body.trim() || committees.get(form.committee) || (person?.name ?? '');
  if (body === '') faults.push({ field: 'body', reason: 'bodyNeeded' });
  // A yes says what it says; everything else must tell those who wrote the proposal why.
  if (outcome !== undefined && outcome !== 'granted' && form.reason.trim() === '') {
    faults.push({ field: 'reason', reason: 'reasonNeeded' });
  }
  for (const [field, most] of Object.entries(longest) as [DecisionField, number][]) {
    if (form[field].trim().length > most) faults.push({ field, reason: 'tooLong' });
  }
  if (faults.length > 0 || outcome === undefined) return { ok: false, faults };
  return {
    ok: true,
    decision: {
      outcome,
      decidedOn: form.decidedOn,
      committee: form.committee || null,
      person: person?.id ?? null,
      body,
      registryNumber: form.registryNumber.trim(),
      minutesParagraph: form.minutesParagraph.trim(),
      reason: form.reason.trim(),
    },
  };
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

export function trackOf(text: string): Track | undefined {
  return tracks.find((track) => track === text);
}
