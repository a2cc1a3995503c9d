import { sql } from 'kysely';
import { type RowHistory, type Saved, saveVersion, type Transaction } from '../database/index.ts';
import type { FileType } from '../files/index.ts';
import { newId } from '../ids/index.ts';

export interface Attachment {
  readonly id: string;
  readonly register: string;
  readonly rowId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly mediaType: FileType;
  readonly bytes: number;
  readonly active: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

const columns = sql`id, register, row_id as "rowId", file_name as "fileName", sha256, media_type as "mediaType", bytes, active, version,
  created_at as "createdAt", created_by as "createdBy"`;

/** Of these rows, the removed ones too, in the order they came. */
export async function attachmentsOfRows(
  tx: Transaction,
  register: string,
  rowIds: readonly string[],
): Promise<readonly Attachment[]> {
  const { rows } = await sql<Attachment>`select ${columns} from register.attachment
    where tenant_id = foundation.current_tenant() and register = ${register} and row_id = any(${rowIds})
    order by created_at, id`.execute(tx.tables<unknown>());
  return rows;
}

export async function readAttachment(tx: Transaction, id: string): Promise<Attachment | undefined> {
  const { rows } = await sql<Attachment>`select ${columns} from register.attachment
    where tenant_id = foundation.current_tenant() and id = ${id}`.execute(tx.tables<unknown>());
  return rows[0];
}

/** What the row has by this content already, when it has; then nothing is added. */
export async function insertAttachment(
  tx: Transaction,
  attachment: Pick<Attachment, 'register' | 'rowId' | 'fileName' | 'sha256' | 'mediaType' | 'bytes'>,
): Promise<string | undefined> {
  const { register, rowId, fileName, sha256, mediaType, bytes } = attachment;
  const { rows } = await sql`insert into register.attachment
      (tenant_id, id, register, row_id, file_name, sha256, media_type, bytes, created_by, changed_by)
    values (foundation.current_tenant(), ${newId()}, ${register}, ${rowId}, ${fileName}, ${sha256}, ${mediaType}, ${bytes},
      foundation.current_person(), foundation.current_person())
    on conflict (tenant_id, register, row_id, sha256) where active do nothing returning 1`.execute(
    tx.tables<unknown>(),
  );
  return rows.length > 0 ? undefined : nameOfContent(tx, register, rowId, sha256);
}

/** What an attachment of the row with this content is called. */
export async function nameOfContent(
  tx: Transaction,
  register: string,
  rowId: string,
  sha256: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select file_name as name from register.attachment
    where tenant_id = foundation.current_tenant() and register = ${register} and row_id = ${rowId} and sha256 = ${sha256} and active`.execute(
    tx.tables<unknown>(),
  );
  return rows[0]?.name;
}

export function saveAttachment(
  tx: Transaction,
  { id, version }: Attachment,
  active: boolean,
): Promise<Saved<RowHistory>> {
  return saveVersion(tx, 'register.attachment', { id }, version, { active });
}

/** Of these contents those that some attachment has; a removed one can be taken back, so it counts too. */
export async function contentsInUse(tx: Transaction, sha256s: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ sha256: string }>`select distinct sha256 from register.attachment
    where tenant_id = foundation.current_tenant() and sha256 = any(${sha256s})`.execute(tx.tables<unknown>());
  return new Set(rows.map(({ sha256 }) => sha256));
}
