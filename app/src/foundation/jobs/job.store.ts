import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';

/** What a job is given: ids only, since a payload is kept outside the tenant's protected rows. `tenantId` comes by itself. */
export type JobPayload = Readonly<Record<string, string>>;

export interface JobOptions {
  /** A waiting job with the same key (within the tenant) is replaced. */
  readonly key?: string;
  readonly runAt?: Date;
}

/** Adds a job that exists if, and only if, the caller's transaction commits. */
export async function addJob(
  tx: Transaction,
  task: string,
  payload: JobPayload,
  options: JobOptions = {},
): Promise<void> {
  await sql`select jobs.add_job(${task}, ${JSON.stringify(payload)}::jsonb, ${options.key ?? null}, ${options.runAt ?? null}::timestamptz)`.execute(
    tx.tables<unknown>(),
  );
}
