import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registers } from '../../wiring.ts';
import { type CatalogueColumn, catalogueKeys, catalogueTables } from '../database/catalogue.ts';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { languages } from '../texts/index.ts';
import { columnTypes, type Field, isMany, isText } from './field.rules.ts';
import type { Register, RegisterColumn } from './register.rules.ts';

/** What every register's table has besides its fields. */
const baseColumns = [
  'tenant_id',
  'id',
  'active',
  'version',
  'created_at',
  'created_by',
  'changed_at',
  'changed_by',
  'search',
];

/** Columns that only the slice's own pages know: no form, list or sheet has a place for them. */
const ownColumns: Readonly<Record<string, readonly string[]>> = {
  // What an action is part of, and where it stands in its plan.
  'actions.action': ['place'],
};

/** A declaration and its table as they stand in PostgreSQL's own catalogue. */
interface Standing {
  readonly forced: boolean;
  readonly columns: ReadonlyMap<string, CatalogueColumn>;
  /** The conditions of its checks, as PostgreSQL prints them. */
  readonly checks: readonly string[];
  readonly indexes: readonly string[];
  readonly triggers: readonly string[];
  readonly generated: readonly string[];
  readonly foreignKeys: readonly string[];
}

let database: TestDatabase;
const tables = new Map<string, Standing>();

beforeAll(async () => {
  database = await createTestDatabase();
  await database.asOwner(async (tx) => {
    const keys = await catalogueKeys(tx);
    const list = async (oid: number, query: ReturnType<typeof sql.raw<{ text: string }>>) =>
      (await sql<{ text: string }>`${query} ${oid}`.execute(tx.tables<unknown>())).rows.map(({ text }) => text);
    for (const { oid, schema, name, forced, columns } of await catalogueTables(tx)) {
      const table = `${schema}.${name}`;
      if (!registers.some((register) => register.name === table)) continue;
      tables.set(table, {
        forced,
        columns: new Map(columns.map((column) => [column.name, column])),
        checks: await list(
          oid,
          sql.raw("select pg_get_constraintdef(oid) as text from pg_constraint where contype = 'c' and conrelid ="),
        ),
        indexes: await list(oid, sql.raw('select pg_get_indexdef(indexrelid) as text from pg_index where indrelid =')),
        triggers: await list(oid, sql.raw('select pg_get_triggerdef(oid) as text from pg_trigger where tgrelid =')),
        generated: await list(
          oid,
          sql.raw("select attname::text as text from pg_attribute where attgenerated = 's' and attrelid ="),
        ),
        foreignKeys: keys.filter((key) => key.table === table && key.kind === 'f').map((key) => key.columns.join(',')),
      });
    }
  });
});
afterAll(() => database?.drop());

describe.each(registers.map((register) => [register.name, register] as const))('the register %s', (name, register) => {
  const standing = () => {
    const found = tables.get(name);
    if (found === undefined) throw new Error(`there is no table ${name}`);
    return found;
  };
  /** Every field that is not as it should be, with what is wrong. */
  const faults = (check: (column: RegisterColumn, found: CatalogueColumn, table: Standing) => string | undefined) =>
    register.columns.flatMap((column) => {
      const found = standing().columns.get(column.column);
      const fault = found && check(column, found, standing());
      return fault === undefined ? [] : [`${column.key}: ${fault}`];
    });

  test('has a column for every field, of a type that can hold it, and none besides', () => {
    const declared = register.columns.map(({ column }) => column);
    expect([...standing().columns.keys()].toSorted()).toEqual(
      [...baseColumns, ...(ownColumns[name] ?? []), ...declared].toSorted(),
    );
    expect(
      faults(({ field }, { type }) => {
        const types = columnTypes(field);
        return types.includes(type.replace(/\(.*\)/, '')) ? undefined : `${type}, not ${types.join(' or ')}`;
      }),
    ).toEqual([]);
  });

  test('takes nothing for an answer just where the declaration does', () => {
    expect(faults(({ field }, { required, filled }) => emptinessFault(field, required, filled))).toEqual([]);
  });

  test('bounds what it holds as the declaration does', () => {
    expect(faults(({ column, field }, _found, { checks }) => boundFault(column, field, checks))).toEqual([]);
  });

  test('points only at rows of the same municipality that are there', () => {
    expect(
      faults(({ column, field }, { type }, { foreignKeys }) =>
        field.kind !== 'reference' ||
        type !== 'uuid' ||
        foreignKeys.some((columns) => columns.startsWith('tenant_id,') && columns.split(',').includes(column))
          ? undefined
          : 'no foreign key',
      ),
    ).toEqual([]);
  });

  test('is protected, audited, searched, and read in its own order without sorting all of it', () => {
    const { forced, triggers, generated, indexes } = standing();
    expect(forced).toBe(true);
    expect(triggers.some((trigger) => trigger.includes('audit.append'))).toBe(true);
    expect(generated).toEqual(['search']);
    const expression = ownOrder(register);
    if (expression === undefined) return;
    expect(
      indexes.filter((index) => indexBegins(index, expression)),
      `${expression} in ${indexes.join('\n')}`,
    ).not.toEqual([]);
  });

  test.each(languages)('has a word for every field and every code (%s)', (language) => {
    const words = register.texts(language);
    const missing = register.columns.flatMap(({ key, field }) => {
      const codes = field.kind === 'choice' && typeof field.of !== 'string' ? field.of : [];
      return [
        ...(words.fields[key] ? [] : [key]),
        ...codes.filter((code) => !words.choices?.[key]?.[code]).map((code) => `${key} ${code}`),
      ];
    });
    expect(missing).toEqual([]);
    const known = new Set(register.columns.map(({ key }) => key));
    const named = [words.fields, words.help ?? {}, words.choices ?? {}].flatMap((one) => Object.keys(one));
    expect(named.filter((key) => !known.has(key))).toEqual([]);
  });
});

function emptinessFault(field: Field, required: boolean, filled: string | null): string | undefined {
  const holds = isText(field) || isMany(field) || field.kind === 'yes' || field.required === true;
  if (required !== holds) return holds ? 'may be null' : 'may not be null';
  const empty = isText(field) ? "''::text" : isMany(field) ? '{}' : undefined;
  if (field.required === true || empty === undefined) return undefined;
  return filled?.startsWith(`'${empty.replaceAll("'", '')}'`) || filled?.startsWith(empty)
    ? undefined
    : `begins as ${filled}`;
}

function boundFault(column: string, field: Field, checks: readonly string[]): string | undefined {
  const about = checks.filter((check) => new RegExp(`\\b${column}\\b`).test(check));
  const limits = (of: string, sign: '>=' | '<=') =>
    about.flatMap((check) =>
      [...check.matchAll(new RegExp(`${of} ${sign} '?(-?\\d+)`, 'g'))].map((match) => Number(match[1])),
    );
  const differs = (what: string, found: readonly number[], declared: number | undefined) =>
    declared === undefined
      ? found.length > 0 && `${what} ${found.join(', ')} in the table only`
      : !found.includes(declared) &&
        `${what} ${declared} in the declaration, ${found.join(', ') || 'none'} in the table`;
  const faults: (string | false)[] = [];
  if (isText(field)) {
    faults.push(differs('at most', limits(`length\\(${column}\\)`, '<='), field.max));
    if (field.required === true) faults.push(differs('at least', limits(`length\\(${column}\\)`, '>='), 1));
  } else if (field.kind === 'scale') {
    faults.push(differs('from', limits(`\\b${column}`, '>='), field.from));
    faults.push(differs('to', limits(`\\b${column}`, '<='), field.to));
  } else if (field.kind === 'number' || field.kind === 'money') {
    const most = field.kind === 'number' ? field.max : undefined;
    const least = limits(`\\b${column}`, '>=');
    const greatest = limits(`\\b${column}`, '<=');
    if (least.length > 0) faults.push(differs('least', least, field.min));
    if (greatest.length > 0) faults.push(differs('greatest', greatest, most));
  } else if (field.kind === 'choice' && typeof field.of !== 'string') {
    const codes = about
      .filter((check) => check.includes('ARRAY[') || /= '[^']*'::text/.test(check))
      .map((check) => [...check.matchAll(/'([^']*)'::text/g)].map((match) => String(match[1])).toSorted());
    const declared = field.of.toSorted();
    const same = codes.some((found) => found.join(' ') === declared.join(' '));
    faults.push(
      !same && `codes ${declared.join(', ')}, in the table ${codes.map((one) => one.join(', ')).join('; ') || 'any'}`,
    );
  }
  return faults.filter((fault) => fault !== false).join('; ') || undefined;
}

/** What the list is sorted by before anybody has said otherwise; undefined where the order is that of words elsewhere. */
function ownOrder(register: Register): string | undefined {
  const { sort } = register;
  if (sort === undefined) return 'changed_at';
  const { column, field } = register.columns.find(({ key }) => key === sort.by)!;
  if (field.kind === 'reference' || field.kind === 'choice') return undefined;
  return isText(field) ? `foundation.swedish_order(${column})` : column;
}

function indexBegins(index: string, expression: string): boolean {
  const keys = index.slice(index.indexOf('(') + 1).replace(/^tenant_id, (active, )?/, '');
  return keys.startsWith(expression) || keys.startsWith(`((${expression}`) || keys.startsWith(`(${expression}`);
}
