import { sql } from 'kysely';
import { type CatalogueTable, cataloguePolicies, catalogueTables } from './catalogue.ts';
import type { Transaction } from './transaction.ts';

/**
 * The schema as text to read, the same for the same migrations: tables with columns and constraints, indexes, policies, triggers, rights,
 * functions. For reviewers, who then see the end state and not only the steps; nothing is made from it.
 */
export async function schemaText(tx: Transaction): Promise<string> {
  const tables = await catalogueTables(tx);
  const blocks: string[] = [];
  for (const table of tables) blocks.push(await tableText(tx, table));
  return `${[...blocks, ...(await functionTexts(tx))].join('\n\n')}\n`;
}

async function tableText(tx: Transaction, table: CatalogueTable): Promise<string> {
  const name = `${table.schema}.${table.name}`;
  const columns = table.columns.map((column) =>
    [
      `  ${column.name} ${column.type}`,
      column.required ? 'not null' : '',
      column.identity ? 'generated as identity' : column.filled === null ? '' : `default ${column.filled}`,
    ]
      .filter(Boolean)
      .join(' '),
  );
  const constraints = (await lines(tx, constraintsOf(table.oid))).map((line) => `  ${line}`);
  const protection = table.forced ? ['alter table force row level security'] : [];
  return [
    `table ${name} (`,
    `${[...columns, ...constraints].join(',\n')}`,
    ')',
    ...protection,
    ...(await lines(tx, indexesOf(table.oid))).toSorted(),
    ...(await policyLines(tx, name)),
    ...(await lines(tx, triggersOf(table.oid))).toSorted(),
    ...(await lines(tx, rightsOf(table.oid))).toSorted(),
  ].join('\n');
}

async function policyLines(tx: Transaction, table: string): Promise<readonly string[]> {
  const words: Record<string, string> = { '*': 'all', r: 'select', a: 'insert', w: 'update', d: 'delete' };
  const policies = (await cataloguePolicies(tx)).filter((policy) => policy.table === table);
  return policies.map(({ name, command, roles, using, check }) =>
    [
      `policy ${name} for ${words[command]} to ${roles.join(', ')}`,
      using === null ? '' : `using (${oneLine(using)})`,
      check === null ? '' : `with check (${oneLine(check)})`,
    ]
      .filter(Boolean)
      .join(' '),
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

async function lines(tx: Transaction, query: ReturnType<typeof sql<{ line: string }>>): Promise<readonly string[]> {
  const result = await query.execute(tx.tables<unknown>());
  return result.rows.map(({ line }) => line);
}

// Since version 18 PostgreSQL keeps `not null` as constraints (contype n) too; the columns already say it.
const constraintsOf = (oid: number) => sql<{ line: string }>`
  select pg_get_constraintdef(oid) as line from pg_constraint where conrelid = ${oid} and contype in ('p', 'u', 'f', 'c', 'x')
  order by array_position(array['p', 'u', 'f', 'c', 'x'], contype::text), pg_get_constraintdef(oid) collate "C"`;

const indexesOf = (oid: number) => sql<{ line: string }>`
  select pg_get_indexdef(indexrelid) as line from pg_index
  where indrelid = ${oid} and not indisprimary`;

const triggersOf = (oid: number) => sql<{ line: string }>`
  select pg_get_triggerdef(oid) as line from pg_trigger where tgrelid = ${oid} and not tgisinternal`;

const rightsOf = (oid: number) => sql<{ line: string }>`
  select 'grant ' || string_agg(lower(privilege_type), ', ' order by privilege_type) || ' to ' || pg_get_userbyid(grantee) as line
  from pg_class c, aclexplode(c.relacl) where c.oid = ${oid} and grantee <> c.relowner and grantee <> 0 group by grantee`;

async function functionTexts(tx: Transaction): Promise<readonly string[]> {
  const result = await sql<{ text: string; open: boolean }>`
    select pg_get_functiondef(p.oid) as text, has_function_privilege('samband_app', p.oid, 'execute') as open
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and n.nspname not like 'pg\\_%'
    order by n.nspname collate "C", p.proname collate "C", p.oid::regprocedure::text collate "C"`.execute(
    tx.tables<unknown>(),
  );
  return result.rows.map(({ text, open }) => `${text.trim()}${open ? '' : '\n-- not for samband_app'}`);
}
