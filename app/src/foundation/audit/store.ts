import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../database/index.ts';
import type { RowImage } from './rules.ts';

export interface EntryRow {
  readonly sequence: number;
  readonly at: Date;
  readonly person_id: string | null;
  readonly request_id: string;
  readonly origin: string;
  readonly operation: 'insert' | 'update' | 'delete';
  readonly table_name: string;
  readonly row_key: Readonly<Record<string, unknown>>;
  readonly before: RowImage | null;
  readonly after: RowImage | null;
}

export interface EntryFilter {
  readonly personIds?: readonly string[] | undefined;
  readonly table?: string | undefined;
  readonly objectId?: string | undefined;
  /** Calendar days in Sweden, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const columns = sql`sequence, at, person_id, request_id, origin, operation, table_name, row_key, before, after`;

/** Newest first; `before` is the sequence that the page before ended with. */
export async function entriesBefore(
  tx: Transaction,
  filter: EntryFilter,
  before: number | undefined,
  limit: number,
): Promise<readonly EntryRow[]> {
  const parts = conditions(filter);
  if (before !== undefined) parts.push(sql`sequence < ${before}`);
  const result = await sql<EntryRow>`select ${columns} from audit.entry
    where ${sql.join(parts, sql` and `)} order by sequence desc limit ${limit}`.execute(tx.tables<unknown>());
  return result.rows;
}

/** The page just above: the entries that follow, turned back to newest first. */
export async function entriesAfter(
  tx: Transaction,
  filter: EntryFilter,
  after: number,
  limit: number,
): Promise<readonly EntryRow[]> {
  const result = await sql<EntryRow>`select ${columns} from audit.entry
    where ${sql.join([...conditions(filter), sql`sequence > ${after}`], sql` and `)} order by sequence limit ${limit}`.execute(
    tx.tables<unknown>(),
  );
  return result.rows.toReversed();
}

function conditions({ personIds, table, objectId, from, to }: EntryFilter): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [sql`tenant_id = foundation.current_tenant()`];
  if (personIds !== undefined) parts.push(sql`person_id = any(${personIds})`);
  if (table !== undefined) parts.push(sql`table_name = ${table}`);
  if (objectId !== undefined) {
    parts.push(
      sql`(row_key = jsonb_build_object('id', ${objectId}::text) or row_key = jsonb_build_object('tenant_id', ${objectId}::text))`,
    );
  }
  if (from !== undefined) parts.push(sql`at >= ${from}::date::timestamp at time zone 'Europe/Stockholm'`);
  if (to !== undefined) parts.push(sql`at < (${to}::date + 1)::timestamp at time zone 'Europe/Stockholm'`);
  return parts;
}

export async function entryAt(tx: Transaction, sequence: number): Promise<EntryRow | undefined> {
  const result = await sql<EntryRow>`select ${columns} from audit.entry
    where tenant_id = foundation.current_tenant() and sequence = ${sequence}`.execute(tx.tables<unknown>());
  return result.rows[0];
}

/** The tables that have entries, one step of the index each. */
export async function auditedTables(tx: Transaction): Promise<readonly string[]> {
  const result = await sql<{ table_name: string }>`with recursive found as (
      (select table_name from audit.entry where tenant_id = foundation.current_tenant() order by table_name limit 1)
      union all
      select (select e.table_name from audit.entry e where e.tenant_id = foundation.current_tenant() and e.table_name > found.table_name order by e.table_name limit 1)
      from found where found.table_name is not null)
    select table_name from found where table_name is not null`.execute(tx.tables<unknown>());
  return result.rows.map(({ table_name }) => table_name);
}

/** How a row stood when it had a certain version; undefined when that was before the trail began. */
export async function rowAtVersion(
  tx: Transaction,
  table: string,
  key: Readonly<Record<string, string>>,
  version: number,
): Promise<RowImage | undefined> {
  const result = await sql<{ after: RowImage }>`select after from audit.entry
    where tenant_id = foundation.current_tenant() and table_name = ${table} and row_key = ${JSON.stringify(key)}::jsonb
      and (after ->> 'version')::int = ${version} order by sequence desc limit 1`.execute(tx.tables<unknown>());
  return result.rows[0]?.after;
}

/** The same of many rows, by their id; those of before the trail began are left out. */
export async function rowsAtVersions(
  tx: Transaction,
  table: string,
  rows: readonly { readonly id: string; readonly version: number }[],
): Promise<ReadonlyMap<string, RowImage>> {
  if (rows.length === 0) return new Map();
  const result = await sql<{ id: string; after: RowImage }>`select distinct on (seen.id) seen.id, e.after
    from unnest(${rows.map(({ id }) => id)}::text[], ${rows.map(({ version }) => version)}::int[]) as seen(id, version)
    join audit.entry e on e.tenant_id = foundation.current_tenant() and e.table_name = ${table}
      and e.row_key = jsonb_build_object('id', seen.id) and (e.after ->> 'version')::int = seen.version
    order by seen.id, e.sequence desc`.execute(tx.tables<unknown>());
  return new Map(result.rows.map(({ id, after }) => [id, after]));
}

/** What has happened to one row, newest first. */
export async function rowHistory(
  tx: Transaction,
  table: string,
  key: Readonly<Record<string, string>>,
  limit: number,
): Promise<readonly EntryRow[]> {
  const result = await sql<EntryRow>`select ${columns} from audit.entry
    where tenant_id = foundation.current_tenant() and table_name = ${table} and row_key = ${JSON.stringify(key)}::jsonb
    order by sequence desc limit ${limit}`.execute(tx.tables<unknown>());
  return result.rows;
}

export interface ChainHead {
  /** Where the chain says that it ends; undefined when that note is missing. */
  readonly sequence: number | undefined;
  readonly hash: string | undefined;
  readonly lastSequence: number;
  readonly lastHash: string | undefined;
}

/** The chain's end and what stands there, as seen in one moment. */
export async function chainHead(tx: Transaction): Promise<ChainHead> {
  const result = await sql<{
    sequence: number | null;
    hash: string | null;
    last_sequence: number | null;
    last_hash: string | null;
  }>`select c.sequence, encode(c.hash, 'hex') as hash, last.sequence as last_sequence, encode(last.hash, 'hex') as last_hash
    from (select 1) one
    left join audit.chain c on c.tenant_id = foundation.current_tenant()
    left join lateral (select sequence, hash from audit.entry where tenant_id = foundation.current_tenant() order by sequence desc limit 1) last on true`.execute(
    tx.tables<unknown>(),
  );
  const row = result.rows[0];
  return {
    sequence: row?.sequence ?? undefined,
    hash: row?.hash ?? undefined,
    lastSequence: row?.last_sequence ?? 0,
    lastHash: row?.last_hash ?? undefined,
  };
}

export interface LinksChecked {
  readonly checked: number;
  readonly lastSequence: number | undefined;
  readonly broken: number | undefined;
}

export async function checkLinks(tx: Transaction, after: number, upTo: number, howMany: number): Promise<LinksChecked> {
  const result = await sql<{ checked: number; last_sequence: number | null; broken: number | null }>`
    select * from audit.check_links(foundation.current_tenant(), ${after}, ${upTo}, ${howMany})`.execute(
    tx.tables<unknown>(),
  );
  const row = result.rows[0];
  return {
    checked: row?.checked ?? 0,
    lastSequence: row?.last_sequence ?? undefined,
    broken: row?.broken ?? undefined,
  };
}
