import { sql } from 'kysely';
import type { RowHistory, Transaction } from '../database/index.ts';
import type { FetchOrder } from './fetch-order.rules.ts';
import type { FetchOutcome, FetchProgress, ImportFiles } from './fetch-work.ts';

export type FetchState = 'queued' | 'running' | 'done' | 'failed' | 'stopped' | 'lost';

/** What was asked for. Files are told by the names that the person gave them. */
export type FetchRequest =
  | { readonly kind: 'sync'; readonly order: FetchOrder }
  | { readonly kind: 'import'; readonly files: ImportFiles };

export interface FetchRow extends RowHistory {
  readonly id: string;
  readonly request: FetchRequest;
  readonly state: FetchState;
  readonly progress: FetchProgress | null;
  readonly seen_at: Date;
  readonly stop_asked_at: Date | null;
  readonly started_at: Date | null;
  readonly ended_at: Date | null;
  readonly outcome: FetchOutcome | null;
}

const columns = sql`id, request, state, progress, seen_at, stop_asked_at, started_at, ended_at, outcome,
  version, created_at, created_by, changed_at, changed_by`;
const mine = sql`tenant_id = foundation.current_tenant()`;
const changed = sql`version = version + 1, changed_at = now(), changed_by = foundation.current_person()`;

export async function insertFetch(tx: Transaction, id: string, request: FetchRequest): Promise<void> {
  await sql`insert into fetching.retrieval (tenant_id, id, kind, request, created_by, changed_by)
    values (foundation.current_tenant(), ${id}, ${request.kind}, ${JSON.stringify(request)}, foundation.current_person(), foundation.current_person())`.execute(
    tx.tables<unknown>(),
  );
}

export async function readFetch(tx: Transaction, id: string): Promise<FetchRow | undefined> {
  const { rows } = await sql<FetchRow>`select ${columns} from fetching.retrieval where ${mine} and id = ${id}`.execute(
    tx.tables<unknown>(),
  );
  return rows[0];
}

/** The one that waits or is at work. */
export async function currentFetch(tx: Transaction): Promise<FetchRow | undefined> {
  const { rows } = await sql<FetchRow>`select ${columns} from fetching.retrieval
    where ${mine} and state in ('queued', 'running')`.execute(tx.tables<unknown>());
  return rows[0];
}

export async function listFetches(tx: Transaction, limit: number, offset: number): Promise<readonly FetchRow[]> {
  const { rows } = await sql<FetchRow>`select ${columns} from fetching.retrieval where ${mine} and ended_at is not null
    order by created_at desc, id desc limit ${limit} offset ${offset}`.execute(tx.tables<unknown>());
  return rows;
}

export async function countFetches(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from fetching.retrieval
    where ${mine} and ended_at is not null`.execute(tx.tables<unknown>());
  return rows[0]?.n ?? 0;
}

/** From waiting to at work. Undefined when it no longer waits: it was called off, or another process has had it. */
export async function beginFetch(tx: Transaction, id: string): Promise<FetchRow | undefined> {
  const { rows } = await sql<FetchRow>`update fetching.retrieval
    set state = 'running', started_at = coalesce(started_at, now()), seen_at = now(), ${changed}
    where ${mine} and id = ${id} and state = 'queued' returning ${columns}`.execute(tx.tables<unknown>());
  return rows[0];
}

/** A sign of life. True when somebody has asked it to stop, or it is no longer ours. */
export async function noteProgress(tx: Transaction, id: string, progress: FetchProgress | undefined): Promise<boolean> {
  const { rows } = await sql<{ stop: boolean }>`update fetching.retrieval
    set seen_at = now(), progress = coalesce(${progress === undefined ? null : JSON.stringify(progress)}::jsonb, progress)
    where ${mine} and id = ${id} and state = 'running' returning stop_asked_at is not null as stop`.execute(
    tx.tables<unknown>(),
  );
  return rows[0]?.stop ?? true;
}

export async function endFetch(
  tx: Transaction,
  id: string,
  state: 'done' | 'failed' | 'stopped',
  outcome: FetchOutcome,
): Promise<void> {
  await sql`update fetching.retrieval set state = ${state}, outcome = ${JSON.stringify(outcome)}, ended_at = now(), ${changed}
    where ${mine} and id = ${id} and state in ('queued', 'running', 'lost')`.execute(tx.tables<unknown>());
}

/** Back to waiting: the process that works on it is told to end. */
export async function requeueFetch(tx: Transaction, id: string): Promise<void> {
  await sql`update fetching.retrieval set state = 'queued', ${changed}
    where ${mine} and id = ${id} and state = 'running'`.execute(tx.tables<unknown>());
}

/** One that waits is called off at once; one at work is asked to save and end. False when it had ended. */
export async function askToStop(tx: Transaction, id: string): Promise<boolean> {
  const stopped: FetchOutcome = { kind: 'stopped' };
  const { rows } = await sql`update fetching.retrieval set stop_asked_at = now(), ${changed},
      state = case when state = 'queued' then 'stopped' else state end,
      ended_at = case when state = 'queued' then now() end,
      outcome = case when state = 'queued' then ${JSON.stringify(stopped)}::jsonb end
    where ${mine} and id = ${id} and state in ('queued', 'running') returning 1`.execute(tx.tables<unknown>());
  return rows.length === 1;
}

/** Nobody has given a sign of life for a minute: the program was killed in the middle of it. */
export async function settleLost(tx: Transaction): Promise<void> {
  await sql`update fetching.retrieval set state = 'lost', ended_at = seen_at, ${changed}
    where ${mine} and state = 'running' and seen_at < now() - interval '60 seconds'`.execute(tx.tables<unknown>());
}
