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
  /** Waits for a yes, is gone through or brought in, or is in. */
  readonly state: 'preview' | 'running' | 'done';
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
  /** What a person has written instead of what the table says: by the row's place from 0, by field. */
  readonly mended?: Mended;
  /** Rows that a person has left out, by their place from 0. */
  readonly out?: readonly number[];
}

export type Mended = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface KeptTable {
  readonly table: FoundTable;
  readonly rowCount: number;
  /** '' while nobody has said. */
  readonly target: string;
  readonly choice: TableChoice;
}

const columns = sql`id, title, source, format, sha256, media_type as "mediaType", bytes, remarks, wanted, state`;
const own = sql`tenant_id = foundation.current_tenant()`;
/** Nobody but whoever brought it: it has not been said yes to. */
const ownDraft = sql`${own} and created_by is not distinct from foundation.current_person()`;
const touched = sql`version = version + 1, changed_at = now(), changed_by = foundation.current_person()`;

/** PostgreSQL has no place for NUL or half a surrogate pair in a text; files hold both. */
export function json(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('\0', '').toWellFormed() : part,
  );
}

export async function insertDraft(
  tx: Transaction,
  draft: Omit<Draft, 'state'>,
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
    await sql`insert into intake.found_table (tenant_id, draft_id, number, about, row_count, created_by, changed_by)
      values (foundation.current_tenant(), ${id}, ${about.number}, ${json(about)}::jsonb, ${rows.length},
        foundation.current_person(), foundation.current_person())`.execute(tx.tables<unknown>());
    await sql`insert into intake.found_rows (tenant_id, draft_id, number, rows)
      values (foundation.current_tenant(), ${id}, ${about.number}, ${json(rows)}::jsonb)`.execute(tx.tables<unknown>());
  }
}

export async function readDraft(tx: Transaction, id: string): Promise<Draft | undefined> {
  const { rows } = await sql<Draft>`select ${columns} from intake.draft where ${ownDraft} and id = ${id}`.execute(
    tx.tables<unknown>(),
  );
  return rows[0];
}

/** The tables of a draft in their order, with at most `most` rows of each. */
export async function readTables(tx: Transaction, draftId: string, most?: number): Promise<readonly KeptTable[]> {
  const found = await sql<StoredTable>`select about, ${firstRows(most)} as rows, row_count as "rowCount", target, choice
    from intake.found_table t where ${own} and draft_id = ${draftId} order by number`.execute(tx.tables<unknown>());
  return found.rows.map(keptTable);
}

export async function readTable(
  tx: Transaction,
  draftId: string,
  number: number,
  most?: number,
): Promise<KeptTable | undefined> {
  const { rows } =
    await sql<StoredTable>`select about, ${firstRows(most)} as rows, row_count as "rowCount", target, choice
    from intake.found_table t where ${own} and draft_id = ${draftId} and number = ${number}`.execute(
      tx.tables<unknown>(),
    );
  return rows[0] && keptTable(rows[0]);
}

/** A table of many rows is large: what asks for none of them must not read them. */
function firstRows(most: number | undefined) {
  if (most === 0) return sql`'[]'::jsonb`;
  const wanted =
    most === undefined ? sql`r.rows` : sql`jsonb_path_query_array(r.rows, ${`$[0 to ${most - 1}]`}::jsonpath)`;
  return sql`(select ${wanted} from intake.found_rows r
    where r.tenant_id = t.tenant_id and r.draft_id = t.draft_id and r.number = t.number)`;
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

/** What this person has brought and not yet said yes to, the latest first. */
export async function waitingDrafts(tx: Transaction): Promise<readonly WaitingDraft[]> {
  const { rows } = await sql<WaitingDraft>`select id, title, created_at as "broughtAt" from intake.draft
    where ${ownDraft} and state = 'preview' and source <> 'program' order by created_at desc limit 10`.execute(
    tx.tables<unknown>(),
  );
  return rows;
}

export interface WaitingDraft {
  readonly id: string;
  readonly title: string;
  readonly broughtAt: Date;
}

/** True for the one who turned it: two who say yes at once read the file in once. */
export async function turnDraft(
  tx: Transaction,
  id: string,
  from: Draft['state'],
  to: Draft['state'],
): Promise<boolean> {
  const { rows } = await sql`update intake.draft set state = ${to}, ${touched}
    where ${ownDraft} and id = ${id} and state = ${from} returning id`.execute(tx.tables<unknown>());
  return rows.length > 0;
}

export async function deleteDraft(tx: Transaction, id: string): Promise<void> {
  await sql`delete from intake.draft where ${ownDraft} and id = ${id} and state = 'preview'`.execute(
    tx.tables<unknown>(),
  );
}

/** The tables of what has been imported: their rows are in the registers, and the original is kept with the import. */
export async function deleteTables(tx: Transaction, draftId: string): Promise<void> {
  await sql`delete from intake.found_table where ${own} and draft_id = ${draftId}`.execute(tx.tables<unknown>());
}

/** What nobody came back to. */
export async function deleteOldDrafts(tx: Transaction): Promise<void> {
  await sql`delete from intake.draft where ${own} and state = 'preview'
    and created_at < now() - interval '7 days'`.execute(tx.tables<unknown>());
}

/** Of these contents those that a draft has: its original must not be swept before somebody has said yes or no. */
export async function contentsOfDrafts(tx: Transaction, sha256s: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ sha256: string }>`select distinct sha256 from intake.draft
    where ${own} and sha256 = any(${sha256s})`.execute(tx.tables<unknown>());
  return new Set(rows.map(({ sha256 }) => sha256));
}
