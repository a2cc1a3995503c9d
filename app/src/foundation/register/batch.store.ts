import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';
import { newId } from '../ids/index.ts';

export interface Batch {
  readonly id: string;
  readonly register: string;
  readonly kind: 'import' | 'bulk';
  readonly title: string;
  readonly added: number;
  readonly changed: number;
  readonly undoneAt: Date | null;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly version: number;
}

export interface BatchRow {
  readonly rowId: string;
  /** 0 for a row that the act added. */
  readonly before: number;
  readonly after: number;
}

export async function insertBatch(tx: Transaction, batch: Pick<Batch, 'register' | 'kind' | 'title'>): Promise<string> {
  const id = newId();
  await sql`insert into register.batch (tenant_id, id, register, kind, title, created_by, changed_by)
    values (foundation.current_tenant(), ${id}, ${batch.register}, ${batch.kind}, ${batch.title.slice(0, 300)},
      foundation.current_person(), foundation.current_person())`.execute(tx.tables<unknown>());
  return id;
}

export async function insertBatchRows(tx: Transaction, batchId: string, rows: readonly BatchRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into register.batch_row (tenant_id, batch_id, row_id, version_before, version_after)
    select foundation.current_tenant(), ${batchId}, one.id, one.before, one.after
    from unnest(${rows.map(({ rowId }) => rowId)}::uuid[], ${rows.map(({ before }) => before)}::int[],
      ${rows.map(({ after }) => after)}::int[]) as one(id, before, after)`.execute(tx.tables<unknown>());
}

/** Says how many rows the act came to. */
export async function closeBatch(
  tx: Transaction,
  id: string,
  { added, changed }: Pick<Batch, 'added' | 'changed'>,
): Promise<void> {
  await sql`update register.batch set added = ${added}, changed = ${changed}
    where tenant_id = foundation.current_tenant() and id = ${id}`.execute(tx.tables<unknown>());
}

const columns = sql`id, register, kind, title, added, changed, undone_at as "undoneAt", created_at as "createdAt",
  created_by as "createdBy", version`;

export async function readBatch(tx: Transaction, register: string, id: string): Promise<Batch | undefined> {
  const { rows } = await sql<Batch>`select ${columns} from register.batch
    where tenant_id = foundation.current_tenant() and register = ${register} and id = ${id}`.execute(
    tx.tables<unknown>(),
  );
  return rows[0];
}

export async function listBatches(tx: Transaction, register: string, limit: number): Promise<readonly Batch[]> {
  const { rows } = await sql<Batch>`select ${columns} from register.batch
    where tenant_id = foundation.current_tenant() and register = ${register} order by id desc limit ${limit}`.execute(
    tx.tables<unknown>(),
  );
  return rows;
}

export async function batchRows(tx: Transaction, batchId: string): Promise<readonly BatchRow[]> {
  const { rows } = await sql<BatchRow>`select row_id as "rowId", version_before as before, version_after as after
    from register.batch_row where tenant_id = foundation.current_tenant() and batch_id = ${batchId}`.execute(
    tx.tables<unknown>(),
  );
  return rows;
}

export async function markUndone(tx: Transaction, id: string): Promise<void> {
  await sql`update register.batch set undone_at = now(), version = version + 1, changed_at = now(),
      changed_by = foundation.current_person()
    where tenant_id = foundation.current_tenant() and id = ${id}`.execute(tx.tables<unknown>());
}
