import { type Actor, may } from '../../foundation/access/index.ts';
import { rowAtVersion } from '../../foundation/audit/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { RefusedError } from '../../foundation/http/index.ts';
import { writeSituation } from './access.ts';
import {
  emptyReview,
  type Review,
  type ReviewFault,
  type ReviewPlace,
  type ReviewValues,
  readReview,
} from './statistics-review.rules.ts';
import { findReview, insertReview, type ReviewRow, saveReview } from './statistics-review.store.ts';

export type SaveReviewResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'invalid'; readonly faults: readonly ReviewFault[] }
  | { readonly ok: false; readonly reason: 'conflict'; readonly theirs: ReviewRow; readonly base: Review | undefined };

/** Version 0 is a review that was not there when the form was opened. */
export async function reviewStatistics(
  tx: Transaction,
  actor: Actor,
  place: ReviewPlace,
  version: number,
  values: ReviewValues,
): Promise<SaveReviewResult> {
  if (!may(actor, writeSituation)) throw new RefusedError(403);
  const read = readReview(values);
  if (!read.ok) return { ok: false, reason: 'invalid', faults: read.faults };
  if (version === 0 && (await insertReview(tx, place, read.review))) return { ok: true };
  const existing = await findReview(tx, place);
  if (!existing) throw new RefusedError(404);
  if (version === 0) return { ok: false, reason: 'conflict', theirs: existing, base: emptyReview };
  const saved = await saveReview(tx, existing.id, version, read.review);
  if (saved.ok) return { ok: true };
  if (saved.reason === 'gone') throw new RefusedError(404);
  const base = await rowAtVersion(tx, 'situation.statistics_review', { id: existing.id }, version);
  return { ok: false, reason: 'conflict', theirs: saved.theirs, base: base as unknown as Review | undefined };
}
