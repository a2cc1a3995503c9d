import type { FoundTable, ReadFormat, ReadRemark } from '@samband/documents/reading';
import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';
import type { FileType } from '../files/index.ts';
import type { Source } from './import.rules.ts';

export interface Draft {
  readonly id: string;
  readonly title: string;
  readonly source: Source;
  readonly format: ReadFormat;
  readonly sha256: string;
  readonly mediaType: FileType;
  readonly bytes: number;
  readonly remarks: readonly ReadRemark[];
  readonly wanted: string;
  readonly state: 'preview' | 'running' | 'done' | 'refused';
  readonly done: number;
  readonly total: number;
}

/** What a person has said about a table's columns and rows; what they have not said is suggested. */
export interface TableChoice {
  /** By place of the column: the key of a field, '' for none. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly once?: Readonly<Record<string, string>>;
  readonly year?: number;
  readonly order?: 'dayFirst' | 'monthFirst' | 'yearFirst';
  readonly sameName?: 'change' | 'add';
  /** Rows with faults are left out instead of stopping the import. */
  readonly leaveOut?: boolean;
}

export interface KeptTable {
  readonly table: FoundTable;
  readonly rowCount: number;
  /** '' while nobody has said. */
  readonly target: string;
  readonly choice: TableChoice;
}

const columns = sql`id, title, source, format, sha256, media_type as "mediaType", bytes, remarks, wanted, state, done, total`;
const own = sql`tenant_id = foundation.current_tenant()`;
/** Nobody but whoever brought it: it has not been said yes to. */
const ownDraft = sql`${own} and created_by is not distinct from foundation.current_person()`;
const touched = sql`version = version + 1, changed_at = now(), changed_by = foundation.current_person()`;

/** PostgreSQL has no place for NUL or half a surrogate pair in a text; files hold both. */
function json(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('\0', '').toWellFormed() : part,
  );
}

export async function insertDraft(
  tx: Transaction,
  draft: Omit<Draft, 'state' | 'done' | 'total'>,
  tables: readonly FoundTable[],
): Promise<void> {
  const { id, title, source, format, sha256, mediaType, bytes, remarks, wanted } = draft;
  await sql`insert into intake.draft
      (tenant_id, id, title, source, format, sha256, media_type, bytes, remarks, wanted, created_by, changed_by)
    values (foundation.current_tenant(), ${id}, ${title}, ${source}, ${format}, ${sha256}, ${mediaType}, ${bytes},
      ${json(remarks)}::jsonb, ${wanted}, foundation.current_person(), foundation.current_person())`.execute(
    tx.tables<unknown>(),
  );
  for (const { rows, ...about } of tables) {
    await sql`insert into intake.found_table (tenant_id, draft_id, number, about, rows, row_count, created_by, changed_by)
      values (foundation.current_tenant(), ${id}, ${about.number}, ${json(about)}::jsonb, ${json(rows)}::jsonb,
        ${rows.length}, foundation.current_person(), foundation.current_person())`.execute(tx.tables<unknown>());
  }
}

export async function readDraft(tx: Transaction, id: string): Promise<Draft | undefined> {
  const { rows } = await sql<Draft>`select ${columns} from intake.draft where ${ownDraft} and id = ${id}`.execute(
    tx.tables<unknown>(),
  );
  return rows[0];
}

/** The tables of a draft in their order, with at most `rows` rows of each. */
export async function readTables(tx: Transaction, draftId: string, most?: number): Promise<readonly KeptTable[]> {
  const rows =
    most === undefined
      ? sql`rows`
      : sql`(select coalesce(jsonb_agg(one order by place), '[]') from jsonb_array_elements(rows)
          with ordinality as given(one, place) where place <= ${most})`;
  const found = await sql<StoredTable>`select about, ${rows} as rows, row_count as "rowCount", target, choice
    from intake.found_table where ${own} and draft_id = ${draftId} order by number`.execute(tx.tables<unknown>());
  return found.rows.map(keptTable);
}

export async function readTable(tx: Transaction, draftId: string, number: number): Promise<KeptTable | undefined> {
  const { rows } = await sql<StoredTable>`select about, rows, row_count as "rowCount", target, choice
    from intake.found_table where ${own} and draft_id = ${draftId} and number = ${number}`.execute(
    tx.tables<unknown>(),
  );
  return rows[0] && keptTable(rows[0]);
}

interface StoredTable extends Omit<KeptTable, 'table'> {
  readonly about: Omit<FoundTable, 'rows'>;
  readonly rows: FoundTable['rows'];
}

function keptTable({ about, rows, ...rest }: StoredTable): KeptTable {
  return { ...rest, table: { ...about, rows } };
}

/** A table that is to go elsewhere loses what was said about its columns: they were another's fields. */
export async function saveTarget(tx: Transaction, draftId: string, number: number, target: string): Promise<void> {
  await sql`update intake.found_table set target = ${target}, choice = '{}', ${touched}
    where ${own} and draft_id = ${draftId} and number = ${number} and target <> ${target}`.execute(
    tx.tables<unknown>(),
  );
}

export async function saveChoice(tx: Transaction, draftId: string, number: number, choice: TableChoice): Promise<void> {
  await sql`update intake.found_table set choice = ${json(choice)}::jsonb, ${touched}
    where ${own} and draft_id = ${draftId} and number = ${number}`.execute(tx.tables<unknown>());
}

/** True for the one who turned it: two who say yes at once read the file in once. */
export async function turnDraft(
  tx: Transaction,
  id: string,
  from: readonly Draft['state'][],
  to: Draft['state'],
): Promise<boolean> {
  const { rows } = await sql`update intake.draft set state = ${to}, ${touched}
    where ${ownDraft} and id = ${id} and state = any(${from}) returning id`.execute(tx.tables<unknown>());
  return rows.length > 0;
}

export async function noteProgress(tx: Transaction, id: string, done: number, total: number): Promise<void> {
  await sql`update intake.draft set done = ${done}, total = ${total} where ${own} and id = ${id}`.execute(
    tx.tables<unknown>(),
  );
}

export async function deleteDraft(tx: Transaction, id: string): Promise<void> {
  await sql`delete from intake.draft where ${ownDraft} and id = ${id} and state in ('preview', 'refused')`.execute(
    tx.tables<unknown>(),
  );
}

/** The tables of what has been imported: their rows are in the registers, and the original is kept with the import. */
export async function deleteTables(tx: Transaction, draftId: string): Promise<void> {
  await sql`delete from intake.found_table where ${own} and draft_id = ${draftId}`.execute(tx.tables<unknown>());
}

/** What nobody came back to. */
export async function deleteOldDrafts(tx: Transaction): Promise<void> {
  await sql`delete from intake.draft where ${own} and state in ('preview', 'refused')
    and created_at < now() - interval '7 days'`.execute(tx.tables<unknown>());
}

/** Of these contents those that a draft has: its original must not be swept before somebody has said yes or no. */
export async function contentsOfDrafts(tx: Transaction, sha256s: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ sha256: string }>`select distinct sha256 from intake.draft
    where ${own} and sha256 = any(${sha256s})`.execute(tx.tables<unknown>());
  return new Set(rows.map(({ sha256 }) => sha256));
}
