import { sql } from 'kysely';
import type { Transaction } from './transaction.ts';

/** What the tests of the whole database read from PostgreSQL's own catalogue. */
export interface CatalogueTable {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly forced: boolean;
  readonly columns: readonly CatalogueColumn[];
}

export interface CatalogueColumn {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** Has a default, or is made by the database itself. */
  readonly filled: string | null;
  readonly identity: boolean;
}

/** Every table of ours, in order of name. The queue's own tables belong to graphile_worker, which makes and keeps them. */
export async function catalogueTables(tx: Transaction): Promise<readonly CatalogueTable[]> {
  const result = await sql<CatalogueTable>`
    select c.oid::int as oid, n.nspname as schema, c.relname as name, c.relforcerowsecurity as forced,
      (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'required', a.attnotnull,
          'filled', pg_get_expr(d.adbin, d.adrelid), 'identity', a.attidentity <> '') order by a.attnum)
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and n.nspname not like 'pg\\_%'
    order by n.nspname collate "C", c.relname collate "C"`.execute(tx.tables<unknown>());
  return result.rows;
}

export interface CatalogueKey {
  readonly table: string;
  readonly definition: string;
  readonly kind: 'p' | 'f';
  readonly columns: readonly string[];
}

export async function catalogueKeys(tx: Transaction): Promise<readonly CatalogueKey[]> {
  const result = await sql<CatalogueKey>`
    select n.nspname || '.' || c.relname as table, k.contype as kind, pg_get_constraintdef(k.oid) as definition,
      (select array_agg(a.attname::text order by place) from unnest(k.conkey) with ordinality as key(number, place)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = key.number) as columns
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype in ('p', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
    order by 1, 3`.execute(tx.tables<unknown>());
  return result.rows;
}

export interface CataloguePolicy {
  readonly table: string;
  readonly name: string;
  /** r, a, w, d for one command, * for all. */
  readonly command: string;
  readonly roles: readonly string[];
  readonly using: string | null;
  readonly check: string | null;
}

/** The owner of a table has another name on every server; it is called `owner` here. */
export async function cataloguePolicies(tx: Transaction): Promise<readonly CataloguePolicy[]> {
  const result = await sql<CataloguePolicy>`
    select n.nspname || '.' || c.relname as table, p.polname as name, p.polcmd as command,
      (select array_agg(case role when 0 then 'public' when c.relowner then 'owner' else pg_get_userbyid(role)::text end order by 1) from unnest(p.polroles) role) as roles,
      pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
    order by n.nspname collate "C", c.relname collate "C", p.polname`.execute(tx.tables<unknown>());
  return result.rows;
}
