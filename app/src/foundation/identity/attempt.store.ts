import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';

export interface AttemptLimit {
  /** A keyed hash; see `Vault.subject`. */
  readonly subject: string;
  readonly most: number;
}

/** Notes an attempt; or, when a limit is reached, notes nothing and says when the next may be made. */
export async function noteAttempt(
  tx: Transaction,
  limits: readonly AttemptLimit[],
  windowSeconds: number,
  now: Date,
): Promise<Date | null> {
  const { rows } = await sql<{
    next: Date | null;
  }>`select identity.note_attempt(${limits.map(({ subject }) => subject)}::text[],
    ${limits.map(({ most }) => most)}::integer[], ${windowSeconds}, ${now}) as next`.execute(tx.tables<unknown>());
  return rows[0]?.next ?? null;
}

/** When the next attempt may be made; null when it may be made now. Notes nothing. */
export async function nextAttempt(
  tx: Transaction,
  { subject, most }: AttemptLimit,
  windowSeconds: number,
  now: Date,
): Promise<Date | null> {
  const { rows } = await sql<{
    next: Date | null;
  }>`select identity.next_attempt(${subject}, ${most}, ${windowSeconds}, ${now}) as next`.execute(tx.tables<unknown>());
  return rows[0]?.next ?? null;
}

export async function forgiveAttempt(tx: Transaction, limits: readonly AttemptLimit[]): Promise<void> {
  await sql`select identity.forgive_attempt(${limits.map(({ subject }) => subject)}::text[])`.execute(
    tx.tables<unknown>(),
  );
}
