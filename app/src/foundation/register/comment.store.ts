import { sql } from 'kysely';
import { type RowHistory, type Saved, saveVersion, type Transaction } from '../database/index.ts';
import { newId } from '../ids/index.ts';

export interface Comment {
  readonly id: string;
  readonly body: string;
  readonly mentioned: readonly string[];
  readonly active: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly changedAt: Date;
}

const columns = sql`id, body, mentioned, active, version, created_at as "createdAt", created_by as "createdBy", changed_at as "changedAt"`;

const ofRow = (register: string, rowId: string) =>
  sql`tenant_id = foundation.current_tenant() and register = ${register} and row_id = ${rowId}`;

/** Those in use, and the person's own removed ones; the latest `most`, oldest first. */
export async function commentsOfRow(
  tx: Transaction,
  register: string,
  rowId: string,
  most: number,
): Promise<{ readonly comments: readonly Comment[]; readonly total: number }> {
  const { rows } = await sql<
    Comment & { total: number }
  >`select ${columns}, count(*) over () as total from register.comment
    where ${ofRow(register, rowId)} and (active or created_by = foundation.current_person())
    order by created_at desc, id desc limit ${most}`.execute(tx.tables<unknown>());
  return { comments: rows.toReversed(), total: rows[0]?.total ?? 0 };
}

export async function readComment(
  tx: Transaction,
  register: string,
  rowId: string,
  id: string,
): Promise<Comment | undefined> {
  const { rows } = await sql<Comment>`select ${columns} from register.comment
    where ${ofRow(register, rowId)} and id = ${id}`.execute(tx.tables<unknown>());
  return rows[0];
}

export async function insertComment(
  tx: Transaction,
  comment: {
    readonly register: string;
    readonly rowId: string;
    readonly body: string;
    readonly mentioned: readonly string[];
  },
): Promise<string> {
  const id = newId();
  await sql`insert into register.comment (tenant_id, id, register, row_id, body, mentioned, created_by, changed_by)
    values (foundation.current_tenant(), ${id}, ${comment.register}, ${comment.rowId}, ${comment.body}, ${comment.mentioned},
      foundation.current_person(), foundation.current_person())`.execute(tx.tables<unknown>());
  return id;
}

export function saveComment(
  tx: Transaction,
  id: string,
  version: number,
  changes: Partial<Pick<Comment, 'body' | 'mentioned' | 'active'>>,
): Promise<Saved<RowHistory & { body: string }>> {
  return saveVersion<RowHistory & { body: string }>(tx, 'register.comment', { id }, version, changes);
}

/** False when the person has been told of this comment before. */
export async function insertMention(tx: Transaction, commentId: string, personId: string): Promise<boolean> {
  const { rows } = await sql`insert into register.mention (tenant_id, comment_id, person_id)
    values (foundation.current_tenant(), ${commentId}, ${personId}) on conflict do nothing returning 1`.execute(
    tx.tables<unknown>(),
  );
  return rows.length > 0;
}

/** The person has opened the row. */
export async function markMentionsSeen(tx: Transaction, register: string, rowId: string): Promise<void> {
  await sql`update register.mention m set seen_at = now() from register.comment c
    where m.tenant_id = foundation.current_tenant() and m.person_id = foundation.current_person() and m.seen_at is null
      and c.tenant_id = m.tenant_id and c.id = m.comment_id and c.register = ${register} and c.row_id = ${rowId}`.execute(
    tx.tables<unknown>(),
  );
}

export interface UnseenMention {
  readonly commentId: string;
  readonly register: string;
  readonly rowId: string;
  readonly by: string | null;
}

export async function unseenMentions(tx: Transaction, personId: string): Promise<readonly UnseenMention[]> {
  const { rows } =
    await sql<UnseenMention>`select c.id as "commentId", c.register, c.row_id as "rowId", c.created_by as by
    from register.mention m join register.comment c on c.tenant_id = m.tenant_id and c.id = m.comment_id
    where m.tenant_id = foundation.current_tenant() and m.person_id = ${personId} and m.seen_at is null
      and c.active and ${personId} = any(c.mentioned)
    order by c.created_at desc limit 20`.execute(tx.tables<unknown>());
  return rows;
}
