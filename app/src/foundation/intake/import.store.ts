import { sql } from 'kysely';
import type { Transaction } from '../database/index.ts';

/** One table of an import that went into one target. */
export interface Part {
  readonly number: number;
  readonly target: string;
  readonly title: string;
  readonly added: number;
  readonly changed: number;
  readonly already: number;
  readonly leftOut: number;
  readonly undo: unknown;
  readonly undoneAt: Date | null;
}

const own = sql`tenant_id = foundation.current_tenant()`;

/** Imports of a municipality take turns, so that two at once of the same do not add it twice. */
export async function lockImports(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(foundation.current_tenant()::text || 'intake', 0))`.execute(
    tx.tables<unknown>(),
  );
}

export async function insertPart(
  tx: Transaction,
  importId: string,
  part: Omit<Part, 'undoneAt'> & { readonly print: string },
): Promise<void> {
  const { number, target, title, print, added, changed, already, leftOut, undo } = part;
  await sql`insert into intake.part
      (tenant_id, import_id, number, target, title, print, added, changed, already, left_out, undo, created_by, changed_by)
    values (foundation.current_tenant(), ${importId}, ${number}, ${target}, ${title.slice(0, 300)}, ${print}, ${added}, ${changed},
      ${already}, ${leftOut}, ${JSON.stringify(undo)}::jsonb, foundation.current_person(), foundation.current_person())`.execute(
    tx.tables<unknown>(),
  );
}

export async function partsOf(tx: Transaction, importId: string): Promise<readonly Part[]> {
  const { rows } = await sql<Part>`select number, target, title, added, changed, already, left_out as "leftOut", undo,
      undone_at as "undoneAt" from intake.part where ${own} and import_id = ${importId} order by number`.execute(
    tx.tables<unknown>(),
  );
  return rows;
}

export async function markPartsUndone(tx: Transaction, importId: string): Promise<void> {
  await sql`update intake.part set undone_at = now(), version = version + 1, changed_at = now(),
      changed_by = foundation.current_person()
    where ${own} and import_id = ${importId} and undone_at is null`.execute(tx.tables<unknown>());
}

export interface EarlierImport {
  readonly id: string;
  readonly title: string;
  readonly importedOn: string;
}

const earlier = sql`i.id, i.title, i.imported_on as "importedOn"`;

/** The import, not undone since, that put the same table into the same target; the latest. */
export async function importOfTable(
  tx: Transaction,
  target: string,
  print: string,
): Promise<EarlierImport | undefined> {
  const { rows } = await sql<EarlierImport>`select ${earlier} from intake.part p
    join intake.import i on i.tenant_id = p.tenant_id and i.id = p.import_id
    where p.tenant_id = foundation.current_tenant() and p.target = ${target} and p.print = ${print} and p.undone_at is null
    order by i.id desc limit 1`.execute(tx.tables<unknown>());
  return rows[0];
}

/** The import, not undone since, that the same file was brought by; the latest. */
export async function importOfContent(tx: Transaction, sha256: string): Promise<EarlierImport | undefined> {
  const { rows } = await sql<EarlierImport>`select ${earlier} from intake.draft d
    join intake.import i on i.tenant_id = d.tenant_id and i.id = d.id
    where d.tenant_id = foundation.current_tenant() and d.sha256 = ${sha256} and i.state = 'imported'
    order by i.id desc limit 1`.execute(tx.tables<unknown>());
  return rows[0];
}

export async function insertPrints(
  tx: Transaction,
  importId: string,
  target: string,
  rows: readonly { readonly print: string; readonly rowId: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into intake.row_print (tenant_id, import_id, target, print, row_id)
    select foundation.current_tenant(), ${importId}, ${target}, one.print, one.id
    from unnest(${rows.map(({ print }) => print)}::text[], ${rows.map(({ rowId }) => rowId)}::uuid[]) as one(print, id)
    on conflict do nothing`.execute(tx.tables<unknown>());
}

/** Of these prints those that an import, not undone since, has made rows of. */
export async function knownPrints(
  tx: Transaction,
  target: string,
  prints: readonly string[],
): Promise<ReadonlySet<string>> {
  if (prints.length === 0) return new Set();
  const { rows } = await sql<{ print: string }>`select distinct p.print from intake.row_print p
    join intake.import i on i.tenant_id = p.tenant_id and i.id = p.import_id and i.state = 'imported'
    where p.tenant_id = foundation.current_tenant() and p.target = ${target} and p.print = any(${prints})`.execute(
    tx.tables<unknown>(),
  );
  return new Set(rows.map(({ print }) => print));
}
