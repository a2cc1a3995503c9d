import { type Actor, may } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { RefusedError } from '../../foundation/http/index.ts';
import { setFrame } from './access.ts';
import { type Frame, type FrameFault, type FrameForm, readFrame } from './frame.rules.ts';
import { insertFrame, readFrameRow, saveFrameRow } from './frame.store.ts';

export type SaveFrameResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'invalid'; readonly faults: readonly FrameFault[] }
  | { readonly ok: false; readonly reason: 'conflict'; readonly theirs: Frame };

export async function saveFrame(
  tx: Transaction,
  actor: Actor,
  version: number,
  form: FrameForm,
): Promise<SaveFrameResult> {
  if (!may(actor, setFrame, [])) throw new RefusedError(403);
  const read = readFrame(form);
  if (!read.ok) return { ok: false, reason: 'invalid', faults: read.faults };
  const done = version === 0 ? await insertFrame(tx, read.frame) : (await saveFrameRow(tx, version, read.frame)).ok;
  return done ? { ok: true } : { ok: false, reason: 'conflict', theirs: await readFrameRow(tx) };
}
