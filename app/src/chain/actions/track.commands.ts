import { RefusedError } from '../../foundation/http/index.ts';
import { type RegisterWork, rowToChange, type SaveResult, saveValues } from '../../foundation/register/index.ts';
import { changesOf, type TrackFault, type TrackForm, trackFaults } from './track.rules.ts';

export type SaveTrackResult =
  | Exclude<SaveResult, { reason: 'invalid' }>
  | { readonly ok: false; readonly reason: 'unanswered'; readonly faults: readonly TrackFault[] };

/** Keeps the answers, the way that the person chose, and the reason. */
export async function saveTrack(
  work: RegisterWork,
  id: string,
  version: number,
  form: TrackForm,
): Promise<SaveTrackResult> {
  const before = await rowToChange(work, id);
  const faults = trackFaults(form);
  if (faults.length > 0 || form.track === undefined) return { ok: false, reason: 'unanswered', faults };
  const values = { track: form.track, changes: changesOf(form.answers), trackReason: form.reason };
  const saved = await saveValues(work, before, version, values);
  if (!saved.ok && saved.reason === 'invalid') throw new Error('values that were checked were refused');
  return saved;
}

/** A proposal is left for decision, or taken back to be worked on. */
export async function setLeft(work: RegisterWork, id: string, left: boolean): Promise<void> {
  const row = await rowToChange(work, id);
  const [from, to] = left ? ['draft', 'proposed'] : ['proposed', 'draft'];
  if (row.state === to) return;
  if (row.state !== from) throw new RefusedError(409);
  await saveValues(work, row, row.version, { state: to as string });
}
