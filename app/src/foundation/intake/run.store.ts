import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';

/** What goes on with an import beside the page. Its id is the draft's, and the import's. */
export interface Run {
  readonly id: string;
  /** Its rows are gone through for the preview, brought in, or put back. */
  readonly kind: 'preview' | 'import' | 'undo';
  /** Of the file. */
  readonly title: string;
  readonly state: 'running' | 'done' | 'stopped' | 'refused';
  readonly stopAsked: boolean;
  readonly done: number;
  readonly total: number;
  readonly reason: RefusedRun['reason'] | '';
  readonly titles: readonly string[];
}

/** Nothing was saved: rows at fault, rows that somebody has gone on with or that others point at, or a fault of ours. */
export interface RefusedRun {
  readonly reason: 'faults' | 'goneOn' | 'inUse' | 'fault';
  readonly titles?: readonly string[];
}

const own = sql`tenant_id = foundation.current_tenant()`;
/** Until it is said yes to, a file is seen by whoever brought it. */
const seen = sql`${own} and (kind = 'undo' or created_by is not distinct from foundation.current_person())`;
const columns = sql`id, kind, title, state, stop_asked as "stopAsked", done, total, reason, titles`;

/** In place of what went on with it before; false while something still does. */
export async function beginRun(
  tx: Transaction,
  { id, kind, title, total }: Pick<Run, 'id' | 'kind' | 'title' | 'total'>,
): Promise<boolean> {
  const { rows } = await sql`insert into intake.run as r (tenant_id, id, kind, title, total, created_by, changed_by)
    values (foundation.current_tenant(), ${id}, ${kind}, ${title}, ${total}, foundation.current_person(), foundation.current_person())
    on conflict (tenant_id, id) do update set kind = excluded.kind, title = excluded.title, state = 'running', stop_asked = false,
      done = 0, total = excluded.total, reason = '', titles = '{}', version = r.version + 1, created_at = now(), changed_at = now(),
      created_by = excluded.created_by, changed_by = excluded.changed_by
    where r.state <> 'running' returning id`.execute(tx.tables<unknown>());
  return rows.length > 0;
}

export async function readRun(tx: Transaction, id: string): Promise<Run | undefined> {
  const { rows } = await sql<Run>`select ${columns} from intake.run where ${seen} and id = ${id}`.execute(
    tx.tables<unknown>(),
  );
  return rows[0];
}

/** What this person has going on, the latest first. */
export async function ownRuns(tx: Transaction): Promise<readonly Run[]> {
  const { rows } = await sql<Run>`select ${columns} from intake.run where ${own} and state = 'running'
    and created_by is not distinct from foundation.current_person() order by created_at desc limit 20`.execute(
    tx.tables<unknown>(),
  );
  return rows;
}

/** True when it is to go on. */
export async function noteProgress(tx: Transaction, id: string, done: number, total: number): Promise<boolean> {
  const { rows } = await sql<{
    goesOn: boolean;
  }>`update intake.run set done = ${done}, total = ${total}, changed_at = now()
    where ${own} and id = ${id} and state = 'running' returning not stop_asked as "goesOn"`.execute(
    tx.tables<unknown>(),
  );
  return rows[0]?.goesOn === true;
}

export async function endRun(
  tx: Transaction,
  id: string,
  state: Exclude<Run['state'], 'running'>,
  { reason, titles = [] }: Partial<RefusedRun> = {},
): Promise<void> {
  await sql`update intake.run set state = ${state}, reason = ${reason ?? ''}, titles = ${titles}, version = version + 1,
      changed_at = now() where ${own} and id = ${id}`.execute(tx.tables<unknown>());
}

/** Asks it to stop. One that nobody has heard of for minutes, since the program was broken off, is stopped there and then: true. */
export async function askToStop(tx: Transaction, id: string): Promise<boolean> {
  const { rows } = await sql<{ state: Run['state'] }>`update intake.run set stop_asked = true, version = version + 1,
      state = case when changed_at < now() - interval '3 minutes' then 'stopped' else state end
    where ${seen} and id = ${id} and state = 'running' returning state`.execute(tx.tables<unknown>());
  return rows[0]?.state === 'stopped';
}
