import type { Transaction } from '../../foundation/database/index.ts';
import { personName } from '../../foundation/tenancy/index.ts';
import type { ReviewPlace } from './statistics-review.rules.ts';
import { findReview, type ReviewRow } from './statistics-review.store.ts';

export interface SavedReview {
  readonly row: ReviewRow;
  /** Name of whoever changed it last; empty when that person is gone. */
  readonly changedBy: string;
}

export async function savedReview(tx: Transaction, place: ReviewPlace): Promise<SavedReview | undefined> {
  const row = await findReview(tx, place);
  return row && { row, changedBy: (row.changed_by && (await personName(tx, row.changed_by))) || '' };
}
