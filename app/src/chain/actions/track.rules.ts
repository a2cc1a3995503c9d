import { type ChangeKind, changeKinds, type Track } from './proposal.rules.ts';

/** The four questions as they were answered; undefined is not answered. */
export type TrackAnswers = Readonly<Record<ChangeKind, boolean | undefined>>;

/**
 * Decisions on an operation's goals, direction, scope or quality may not be delegated (kommunallagen 2017:725, 6:38): a proposal that changes any of
 * them belongs to the elected. The rule warns; the person decides, and says why when it is against the warning.
 */
export function trackAdvice(changes: readonly ChangeKind[]): Track {
  return changes.length > 0 ? 'political' : 'operational';
}

/** What the answers say is changed. */
export function changesOf(answers: TrackAnswers): readonly ChangeKind[] {
  return changeKinds.filter((kind) => answers[kind] === true);
}

/** True when the operation would decide itself what the law keeps with the elected. */
export function isAgainstAdvice(track: Track | null, changes: readonly string[]): boolean {
  return track === 'operational' && changes.length > 0;
}

export interface TrackForm {
  readonly answers: TrackAnswers;
  readonly track: Track | undefined;
  readonly reason: string;
}

export interface TrackFault {
  readonly field: ChangeKind | 'track' | 'reason';
  readonly reason: 'answerNeeded' | 'trackNeeded' | 'reasonNeeded' | 'tooLong';
}

export const mostReason = 5000;

export function trackFaults({ answers, track, reason }: TrackForm): readonly TrackFault[] {
  const unanswered = changeKinds.filter((kind) => answers[kind] === undefined);
  const faults: TrackFault[] = unanswered.map((field) => ({ field, reason: 'answerNeeded' }));
  if (track === undefined) faults.push({ field: 'track', reason: 'trackNeeded' });
  else if (isAgainstAdvice(track, changesOf(answers)) && reason === '') {
    faults.push({ field: 'reason', reason: 'reasonNeeded' });
  }
  if (reason.length > mostReason) faults.push({ field: 'reason', reason: 'tooLong' });
  return faults;
}
