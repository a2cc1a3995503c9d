import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';

export interface ImportDraft {
  readonly id: string;
  readonly register: string;
  /** Empty for what was pasted. */
  readonly fileName: string;
  readonly content: Uint8Array;
  /** By header of the file: the field that a person has chosen for it. */
  readonly matching: Readonly<Record<string, string>>;
  readonly state: 'preview' | 'running' | 'done' | 'refused';
  readonly done: number;
  readonly total: number;
  readonly batchId: string | null;
}

export async function insertDraft(
  tx: Transaction,
  draft: Pick<ImportDraft, 'id' | 'register' | 'fileName' | 'content'>,
): Promise<void> {
  await sql`insert into register.import_draft (tenant_id, id, register, file_name, content, created_by, changed_by)
    values (foundation.current_tenant(), ${draft.id}, ${draft.register}, ${draft.fileName}, ${Buffer.from(draft.content)},
      foundation.current_person(), foundation.current_person())`.execute(tx.tables<unknown>());
}

/** A draft is seen by whoever uploaded it, and by nobody else: it has not been said yes to. */
export async function readDraft(tx: Transaction, register: string, id: string): Promise<ImportDraft | undefined> {
  const { rows } =
    await sql<ImportDraft>`select id, register, file_name as "fileName", content, matching, state, done, total,
      batch_id as "batchId" from register.import_draft
    where tenant_id = foundation.current_tenant() and register = ${register} and id = ${id}
      and created_by = foundation.current_person()`.execute(tx.tables<unknown>());
  return rows[0];
}

/** How far a reading-in has come, without its content. */
export async function readProgress(
  tx: Transaction,
  register: string,
  id: string,
): Promise<Omit<ImportDraft, 'content'> | undefined> {
  const { rows } = await sql<ImportDraft>`select id, register, file_name as "fileName", matching, state, done, total,
      batch_id as "batchId" from register.import_draft
    where tenant_id = foundation.current_tenant() and register = ${register} and id = ${id}
      and created_by = foundation.current_person()`.execute(tx.tables<unknown>());
  return rows[0];
}

export async function saveMatching(
  tx: Transaction,
  id: string,
  matching: Readonly<Record<string, string>>,
): Promise<void> {
  await sql`update register.import_draft set matching = ${JSON.stringify(matching)}::jsonb, version = version + 1,
      changed_at = now(), changed_by = foundation.current_person()
    where tenant_id = foundation.current_tenant() and id = ${id}`.execute(tx.tables<unknown>());
}

/** True for the one who turned it: two who say yes at once read the file in once. */
export async function turnDraft(
  tx: Transaction,
  id: string,
  from: ImportDraft['state'],
  to: ImportDraft['state'],
  batchId: string | null = null,
): Promise<boolean> {
  const { rows } =
    await sql`update register.import_draft set state = ${to}, batch_id = ${batchId}, version = version + 1,
      changed_at = now() where tenant_id = foundation.current_tenant() and id = ${id} and state = ${from} returning id`.execute(
      tx.tables<unknown>(),
    );
  return rows.length > 0;
}

export async function noteProgress(tx: Transaction, id: string, done: number, total: number): Promise<void> {
  await sql`update register.import_draft set done = ${done}, total = ${total}
    where tenant_id = foundation.current_tenant() and id = ${id}`.execute(tx.tables<unknown>());
}

/** Files that nobody came back to. */
export async function deleteOldDrafts(tx: Transaction): Promise<void> {
  await sql`delete from register.import_draft where tenant_id = foundation.current_tenant()
    and state <> 'running' and created_at < now() - interval '7 days'`.execute(tx.tables<unknown>());
}
