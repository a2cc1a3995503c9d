import { sql } from 'kysely';
import { type RowHistory, saveVersion, type Transaction } from '../../foundation/database/index.ts';
import { newId } from '../../foundation/ids/index.ts';
import type { Review, ReviewPlace } from './statistics-review.rules.ts';

export interface ReviewRow extends RowHistory, ReviewPlace, Review {
  readonly id: string;
}

interface Tables {
  'situation.statistics_review': ReviewRow & { tenant_id: unknown };
}

const tenant = sql<never>`foundation.current_tenant()`;
const person = sql<never>`foundation.current_person()`;

export function findReview(tx: Transaction, place: ReviewPlace): Promise<ReviewRow | undefined> {
  return tx
    .tables<Tables>()
    .selectFrom('situation.statistics_review')
    .selectAll()
    .where('kpi', '=', place.kpi)
    .where('municipality', '=', place.municipality)
    .where('year', '=', place.year)
    .executeTakeFirst();
}

/** False when somebody else has begun one meanwhile; nothing is written then. */
export async function insertReview(tx: Transaction, place: ReviewPlace, review: Review): Promise<boolean> {
  const inserted = await tx
    .tables<Tables>()
    .insertInto('situation.statistics_review')
    .values({
      tenant_id: tenant,
      id: newId(),
      kpi: place.kpi,
      municipality: place.municipality,
      year: place.year,
      answers: JSON.stringify(review.answers),
      note: review.note,
      created_by: person,
      changed_by: person,
    } as never)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'kpi', 'municipality', 'year']).doNothing())
    .executeTakeFirst();
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export function saveReview(tx: Transaction, id: string, version: number, review: Review) {
  return saveVersion<ReviewRow>(tx, 'situation.statistics_review', { id }, version, {
    answers: JSON.stringify(review.answers),
    note: review.note,
  });
}
