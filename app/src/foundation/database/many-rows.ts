import { sql } from 'kysely';
import type { Transaction } from './transaction.ts';

/**
 * Call before writing thousands of rows in one transaction. PostgreSQL keeps the plans of its reference checks and of our triggers for as long as
 * a connection lives; one that was made when a table was nearly empty reads all of it for every row, which is quadratic. Here they
 * are made anew, by index, for the rest of the transaction.
 */
export async function expectManyRows(tx: Transaction): Promise<void> {
  await sql`discard plans`.execute(tx.tables<unknown>());
  await sql`select set_config('enable_seqscan', 'off', true), set_config('enable_sort', 'off', true)`.execute(
    tx.tables<unknown>(),
  );
}
