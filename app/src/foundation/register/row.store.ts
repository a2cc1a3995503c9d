import { type RawBuilder, sql } from 'kysely';
import { type RowHistory, type Saved, saveVersion, type Transaction } from '../database/index.ts';
import { likePattern } from '../http/index.ts';
import { newId } from '../ids/index.ts';
import { isText, type Value } from './field.rules.ts';
import {
  columnName,
  type Fields,
  type Register,
  type RegisterColumn,
  type RegisterOf,
  type RowBase,
  type RowOf,
} from './register.rules.ts';

/** A row of any register: its fields by key, beside what every row has. */
export type Row = RowBase & Readonly<Record<string, Value | Date>>;

/** A row as it is read: typed by the fields of its register where they are known, else as of any register. */
export type ReadRow<F extends Fields> = string extends keyof F ? Row : RowOf<F>;

interface DatabaseRow extends RowHistory {
  readonly id: string;
  readonly active: boolean;
  readonly [column: string]: unknown;
}

const tableOf = (register: Register) => sql.table(register.name);
// In brackets: asked once for each statement, not for each row.
const own = sql`tenant_id = (select foundation.current_tenant())`;

export function fromDatabase(register: Register, row: DatabaseRow): Row {
  const base: RowBase = {
    id: row.id,
    active: row.active,
    version: row.version,
    createdAt: new Date(row.created_at),
    createdBy: row.created_by,
    changedAt: new Date(row.changed_at),
    changedBy: row.changed_by,
  };
  const fields = register.columns.map(({ key, column }) => [key, row[column] as Value]);
  return { ...base, ...(Object.fromEntries(fields) as Readonly<Record<string, Value>>) };
}

export async function insertRow(
  tx: Transaction,
  register: Register,
  values: Readonly<Record<string, Value>>,
  id: string = newId(),
): Promise<string> {
  await insertRows(tx, register, [{ id, values }]);
  return id;
}

/** Rows in one statement. What a row does not say is left to the table's defaults. */
export async function insertRows(
  tx: Transaction,
  register: Register,
  rows: readonly { readonly id: string; readonly values: Readonly<Record<string, Value>> }[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = register.columns.filter(({ key }) => rows.some(({ values }) => key in values));
  await sql`insert into ${tableOf(register)}
    (${sql.join([sql`tenant_id, id, created_by, changed_by`, ...columns.map(({ column }) => sql.ref(column))])})
    values ${sql.join(
      rows.map(
        ({ id, values }) =>
          sql`(${sql.join([
            sql`foundation.current_tenant(), ${id}, foundation.current_person(), foundation.current_person()`,
            ...columns.map(({ key }) => sql`${key in values ? values[key] : sql`default`}`),
          ])})`,
      ),
    )}`.execute(tx.tables<unknown>());
}

/** Saves what has changed in the row that the person saw. */
export async function saveRow(
  tx: Transaction,
  register: Register,
  id: string,
  version: number,
  values: Readonly<Record<string, Value>>,
): Promise<Saved<Row>> {
  const byKey = new Map(register.columns.map(({ key, column }) => [key, column]));
  const changes = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key === 'active' ? 'active' : byKey.get(key)!, value]),
  );
  const saved = await saveVersion<DatabaseRow>(tx, register.name, { id }, version, changes);
  if (saved.ok) return { ok: true, row: fromDatabase(register, saved.row) };
  return saved.reason === 'gone' ? saved : { ...saved, theirs: fromDatabase(register, saved.theirs) };
}

/** Saves rows that each change the same fields, in one statement, each only at the version that was read; answers the versions they then have. */
export async function saveRows(
  tx: Transaction,
  register: Register,
  keys: readonly string[],
  rows: readonly {
    readonly id: string;
    readonly version: number;
    readonly values: Readonly<Record<string, Value>>;
  }[],
): Promise<ReadonlyMap<string, number>> {
  if (rows.length === 0) return new Map();
  const byKey = new Map(register.columns.map(({ key, column }) => [key, column]));
  const columns = keys.map((key) => ({ key, column: key === 'active' ? 'active' : byKey.get(key)! }));
  const said = rows.map(({ id, version, values }) => ({
    ...{ id, version },
    ...Object.fromEntries(columns.map(({ key, column }) => [column, values[key] ?? null])),
  }));
  // The table's own row type turns what JSON has into what the columns hold.
  const { rows: saved } = await sql<{ id: string; version: number }>`update ${tableOf(register)} r
    set ${sql.join([
      ...columns.map(({ column }) => sql`${sql.ref(column)} = said.${sql.ref(column)}`),
      sql`version = r.version + 1, changed_at = now(), changed_by = foundation.current_person()`,
    ])}
    from jsonb_populate_recordset(null::${tableOf(register)}, ${JSON.stringify(said)}::jsonb) said
    where r.tenant_id = foundation.current_tenant() and r.id = said.id and r.version = said.version
    returning r.id, r.version`.execute(tx.tables<unknown>());
  return new Map(saved.map(({ id, version }) => [id, version]));
}

/** The declaration is held against its table by a test: that is what lets its types speak for a row. */
function typedRow<F extends Fields>(register: RegisterOf<F>, row: DatabaseRow): ReadRow<F> {
  return fromDatabase(register, row) as ReadRow<F>;
}

export async function readRow<F extends Fields>(
  tx: Transaction,
  register: RegisterOf<F>,
  id: string,
): Promise<ReadRow<F> | undefined> {
  return (await readRows(tx, register, [id]))[0];
}

/** Archives rows in one statement, each only at the version that was read; answers the versions they then have. */
export async function archiveRows(
  tx: Transaction,
  register: Register,
  rows: readonly { readonly id: string; readonly version: number }[],
): Promise<ReadonlyMap<string, number>> {
  const { rows: saved } = await sql<{ id: string; version: number }>`update ${tableOf(register)} r
    set active = false, version = r.version + 1, changed_at = now(), changed_by = foundation.current_person()
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ version }) => version)}::int[]) as seen(id, version)
    where r.tenant_id = foundation.current_tenant() and r.id = seen.id and r.version = seen.version
    returning r.id, r.version`.execute(tx.tables<unknown>());
  return new Map(saved.map(({ id, version }) => [id, version]));
}

/** The rows with these ids, in their order; those that are not there are left out. */
export async function readRows<F extends Fields>(
  tx: Transaction,
  register: RegisterOf<F>,
  ids: readonly string[],
): Promise<readonly ReadRow<F>[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<DatabaseRow>`select * from ${tableOf(register)} where ${own} and id = any(${ids})`.execute(
    tx.tables<unknown>(),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row === undefined ? [] : [typedRow(register, row)];
  });
}

/** Rows in use that are called one of these, whatever the case. */
export async function rowsNamed(
  tx: Transaction,
  register: Register,
  names: readonly string[],
): Promise<readonly Row[]> {
  if (names.length === 0) return [];
  const head = register.columns.find(({ key }) => key === register.heads)!.column;
  const { rows } = await sql<DatabaseRow>`select * from ${tableOf(register)} where ${own} and active
    and lower(${sql.ref(head)}) = any(${names.map((name) => name.toLowerCase())})`.execute(tx.tables<unknown>());
  return rows.map((row) => fromDatabase(register, row));
}

/** All rows that are in use and fit, in the register's own order: for a slice's pages about few rows. */
export async function findRows<F extends Fields>(
  tx: Transaction,
  register: RegisterOf<F>,
  conditions: readonly Condition[] = [],
  limit = 10_000,
): Promise<readonly ReadRow<F>[]> {
  const question: RowQuestion = { words: '', conditions, archived: false, ...ownOrder(register) };
  const { rows } = await sql<DatabaseRow>`select r.* from ${tableOf(register)} r ${joinFor(question)}
    where ${matching(question)} order by ${order(question)} limit ${limit}`.execute(tx.tables<unknown>());
  return rows.map((row) => typedRow(register, row));
}

/** Rows with one of these ids, or with a field that points at one of what is given for it; the archived too, since something may have come of them. */
export async function rowsPointing<F extends Fields>(
  tx: Transaction,
  register: RegisterOf<F>,
  points: Readonly<Partial<Record<keyof F & string, readonly string[]>>>,
  ids: readonly string[] = [],
): Promise<readonly ReadRow<F>[]> {
  const wanted = register.columns.flatMap((column) => {
    const of: readonly string[] = points[column.key] ?? [];
    return of.length === 0 ? [] : [conditionSql({ column, is: 'one', of })];
  });
  if (ids.length > 0) wanted.push(sql`r.id = any(${ids})`);
  if (wanted.length === 0) return [];
  const { rows } = await sql<DatabaseRow>`select r.* from ${tableOf(register)} r
    where r.tenant_id = foundation.current_tenant() and (${sql.join(wanted, sql` or `)}) order by r.id`.execute(
    tx.tables<unknown>(),
  );
  return rows.map((row) => typedRow(register, row));
}

/** Some fields of the rows that a list holds, in its order: for pages that draw many of them. */
export async function pickRows<F extends Fields, K extends keyof F & string>(
  tx: Transaction,
  register: RegisterOf<F>,
  question: RowQuestion,
  keys: readonly K[],
  limit: number,
): Promise<readonly Pick<RowOf<F>, K | 'id' | 'version'>[]> {
  const columns = keys.map((key) => sql`r.${sql.ref(columnName(key))} as ${sql.ref(key)}`);
  const { rows } = await sql<Pick<RowOf<F>, K | 'id' | 'version'>>`
    select ${sql.join([sql`r.id, r.version`, ...columns])} from ${tableOf(register)} r ${joinFor(question)}
    where ${matching(question)} order by ${order(question)} limit ${limit}`.execute(tx.tables<unknown>());
  return rows;
}

/** One thing that rows must fulfil. */
export type Condition =
  | { readonly column: RegisterColumn; readonly is: 'one'; readonly of: readonly (string | number | boolean)[] }
  | { readonly column: RegisterColumn; readonly is: 'holding'; readonly words: string }
  | { readonly column: RegisterColumn; readonly is: 'atLeast' | 'atMost'; readonly value: number | string };

export interface RowQuestion {
  /** Words that all must stand in the row's searched text. */
  readonly words: string;
  readonly conditions: readonly Condition[];
  readonly archived: boolean;
  /** Undefined: by the time of change. */
  readonly sortBy: RegisterColumn | undefined;
  readonly descending: boolean;
  /** For a column that points: the table and the column of the names to sort by. */
  readonly sortNames?: { readonly table: string; readonly column: string } | undefined;
  /** For a choice: its codes in the order they are shown. */
  readonly sortCodes?: readonly string[] | undefined;
}

export function ownOrder(register: Register): Pick<RowQuestion, 'sortBy' | 'descending'> {
  const { sort } = register;
  if (sort === undefined) return { sortBy: undefined, descending: true };
  return { sortBy: register.columns.find(({ key }) => key === sort.by), descending: sort.descending === true };
}

export async function countRows(tx: Transaction, register: Register, question: RowQuestion): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${tableOf(register)} r
    where ${matching(question)}`.execute(tx.tables<unknown>());
  return rows[0]?.count ?? 0;
}

/** One page in the order of the list. Only the ids walk the long way there, and from the end when that is nearer. */
export async function pageOfRows(
  tx: Transaction,
  register: Register,
  question: RowQuestion,
  window: { readonly limit: number; readonly offset: number; readonly total: number },
): Promise<readonly Row[]> {
  const { limit, offset, total } = window;
  const length = Math.max(0, Math.min(limit, total - offset));
  if (length === 0) return [];
  const fromEnd = offset > total / 2;
  const asked = fromEnd ? { ...question, descending: !question.descending } : question;
  const { rows } = await sql<{ id: string }>`select r.id from ${tableOf(register)} r ${joinFor(asked)}
    where ${matching(asked)} order by ${order(asked)}
    limit ${length} offset ${fromEnd ? total - offset - length : offset}`.execute(tx.tables<unknown>());
  const ids = rows.map(({ id }) => id);
  return readRows(tx, register, fromEnd ? ids.toReversed() : ids);
}

/** A row's fields by key, with what it is known by: all that a sheet holds of it. */
export interface SheetRow extends Readonly<Record<string, Value>> {
  readonly id: string;
  readonly version: number;
}

/** Every row that the list holds, in its order, a batch at a time: for files, with the same little memory however many there are. */
export async function* batchesOfRows(
  tx: Transaction,
  register: Register,
  question: RowQuestion,
  size = 1000,
): AsyncGenerator<readonly SheetRow[]> {
  const fields = register.columns.map(({ key, column }) => sql`${sql.ref(`r.${column}`)} as ${sql.ref(key)}`);
  const picked = [sql`r.id, r.version`, ...fields];
  const cursor = sql.ref(`rows_${newId().replaceAll('-', '')}`);
  await sql`declare ${cursor} no scroll cursor for select ${sql.join(picked)} from ${tableOf(register)} r ${joinFor(question)}
    where ${matching(question)} order by ${order(question)}`.execute(tx.tables<unknown>());
  for (;;) {
    const { rows } = await sql<SheetRow>`fetch ${sql.raw(String(size))} from ${cursor}`.execute(tx.tables<unknown>());
    if (rows.length > 0) yield rows;
    if (rows.length < size) break;
  }
  await sql`close ${cursor}`.execute(tx.tables<unknown>());
}

const marks = new WeakMap<Transaction, Promise<string>>();

/**
 * Moves with every audited change of the municipality's rows: what was counted at a mark still holds while it stands. Read once a transaction, before
 * anything else that is asked of it: an older mark only means that something is read anew.
 */
export function changeMark(tx: Transaction): Promise<string> {
  const known = marks.get(tx) ?? readChangeMark(tx);
  marks.set(tx, known);
  return known;
}

async function readChangeMark(tx: Transaction): Promise<string> {
  const { rows } = await sql<{
    sequence: number;
  }>`select sequence from audit.chain where tenant_id = foundation.current_tenant()`.execute(tx.tables<unknown>());
  return String(rows[0]?.sequence ?? 0);
}

function matching({ words, conditions, archived }: RowQuestion): RawBuilder<unknown> {
  const parts = [sql`r.tenant_id = (select foundation.current_tenant())`, sql`r.active = ${!archived}`];
  for (const word of words.toLowerCase().split(/\s+/).filter(Boolean)) {
    parts.push(sql`r.search like ${likePattern(word)}`);
  }
  return sql.join([...parts, ...conditions.map(conditionSql)], sql` and `);
}

function conditionSql(condition: Condition): RawBuilder<unknown> {
  const column = sql.ref(`r.${condition.column.column}`);
  const { field } = condition.column;
  switch (condition.is) {
    case 'one':
      if (condition.of.length === 0) return sql`false`;
      if ('many' in field && field.many === true) {
        return sql`${column}::text[] && ${condition.of}::text[]`;
      }
      return condition.of.length === 1 ? sql`${column} = ${condition.of[0]}` : sql`${column} = any(${condition.of})`;
    case 'holding':
      return sql`lower(${column}) like ${likePattern(condition.words.toLowerCase())}`;
    case 'atLeast':
      return sql`${column} >= ${bound(condition.value)}`;
    case 'atMost':
      return sql`${column} <= ${bound(condition.value)}`;
  }
}

/** A person may ask for more than 2,5 of what is counted in whole numbers, or for more than the column could hold. */
function bound(value: number | string): RawBuilder<unknown> {
  return typeof value === 'number' ? sql`${value}::numeric` : sql`${value}::date`;
}

function order({ sortBy, descending, sortNames, sortCodes }: RowQuestion): RawBuilder<unknown> {
  const turned = descending ? sql` desc` : sql``;
  if (sortBy === undefined) return sql`r.changed_at${turned}, r.id${turned}`;
  const column = sql.ref(`r.${sortBy.column}`);
  const by =
    sortNames !== undefined
      ? sql`sorted.place`
      : sortCodes !== undefined
        ? sql`array_position(${sortCodes}::text[], ${column})`
        : isText(sortBy.field)
          ? sql`(foundation.swedish_order(${column}) collate "C")`
          : column;
  return sql`${by}${turned}, r.id${turned}`;
}

/** The few names are put in order first, so that the many rows are sorted by a number. */
function joinFor({ sortBy, sortNames }: RowQuestion): RawBuilder<unknown> {
  if (sortBy === undefined || sortNames === undefined) return sql``;
  return sql`left join (select id, row_number() over (order by foundation.swedish_order(${sql.ref(sortNames.column)}) collate "C", id) as place
    from ${sql.table(sortNames.table)} where tenant_id = foundation.current_tenant()) sorted on sorted.id = r.${sql.ref(sortBy.column)}`;
}
