import type { Permission, Scope } from '../access/index.ts';
import type { Language } from '../texts/index.ts';
import { emptyValue, type Field, type FieldFault, type Value, type ValueOf } from './field.rules.ts';

export type Fields = Readonly<Record<string, Field>>;

/** A row as the program sees it: the declared fields, and what every row has. */
export type RowOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> } & RowBase;
export type ValuesOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> };

export interface RowBase {
  readonly id: string;
  readonly active: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly changedAt: Date;
  readonly changedBy: string | null;
}

export interface RegisterTexts {
  /** "Fokusområden", "fokusområde", "ett fokusområde tillagt" */
  readonly title: string;
  readonly one: string;
  readonly lead?: string;
  readonly create: string;
  readonly empty: string;
  readonly emptyHelp?: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly help?: Readonly<Record<string, string>>;
  /** The words of fixed codes and of the steps of a scale, by field and code. */
  readonly choices?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A rule of the slice's own that a row breaks. */
export interface RuleFault {
  readonly field: string;
  readonly text: (language: Language) => string;
}

export interface Declaration<F extends Fields> {
  /** `slice.table`. */
  readonly name: `${string}.${string}`;
  /** Where its pages stand, `/fokus`. */
  readonly path: `/${string}`;
  readonly read: Permission;
  readonly write: Permission;
  readonly texts: (language: Language) => RegisterTexts;
  readonly fields: F;
  /** The text that names a row. */
  readonly heads: keyof F & string;
  /** Columns of the list, after the one that names the row. */
  readonly list: readonly (keyof F & string)[];
  /** Filters that are always seen, of fields that need not stand in the list; the other columns' lie under "Fler filter". */
  readonly filters?: readonly (keyof F & string)[];
  /** The order that the list begins in; newest change first unless said. */
  readonly sort?: { readonly by: keyof F & string; readonly descending?: boolean };
  /** Fields that say in which parts of the organisation a row lies. A role that holds for one part opens only its rows for change. */
  readonly scope?: Readonly<Partial<Record<'department' | 'unit' | 'committee', keyof F & string>>>;
  /** Fields that people do not write: pages and rules of the slice set them. They are shown, filtered and exported. */
  readonly kept?: readonly (keyof F & string)[];
  /** Fields that the page of a row leaves out, because the slice shows them there in its own way. */
  readonly shownBySlice?: readonly (keyof F & string)[];
  /**
   * Fields that are chosen when a row is made and changed on a page of the slice afterwards, because more than the row changes with them. The form of
   * the row shows them, and the way there.
   */
  readonly elsewhere?: Readonly<
    Partial<
      Record<
        keyof F & string,
        { readonly href: (id: string) => string; readonly words: (language: Language) => string }
      >
    >
  >;
  /** What the fields must agree on between them. */
  readonly rule?: (values: ValuesOf<F>) => readonly RuleFault[];
  /** What constraints of the table refuse, in words, by their names: what can only be known among all rows. */
  readonly refusals?: Readonly<Record<string, RuleFault>>;
  /** A date that someone should be reminded of, who, and when it no longer matters. */
  readonly reminders?: readonly Reminder<F>[];
}

export interface Reminder<F extends Fields> {
  readonly date: keyof F & string;
  readonly person: keyof F & string;
  /** The values by which it no longer matters; one of them is enough. They are data, so that rows that are done with are never read. */
  readonly over: Readonly<Partial<Record<keyof F & string, readonly (string | boolean)[]>>>;
}

/** A register whatever its fields: what is the same for all of them asks no more. */
export interface Register extends Omit<Declaration<Fields>, 'rule' | 'reminders'> {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly RegisterColumn[];
  readonly rule?: (values: never) => readonly RuleFault[];
  readonly reminders?: readonly {
    readonly date: string;
    readonly person: string;
    readonly over: Readonly<Partial<Record<string, readonly (string | boolean)[]>>>;
  }[];
}

/** One whose rows are typed by its fields. */
export interface RegisterOf<F extends Fields> extends Register {
  readonly fields: F;
}

export interface RegisterColumn {
  readonly key: string;
  /** In the table: `experiencedBy` is `experienced_by`. */
  readonly column: string;
  readonly field: Field;
}

/** Declares a register. What is wrong in a declaration stops the program at its start, with the name of the register. */
export function defineRegister<const F extends Fields>(declaration: Declaration<F>): RegisterOf<F> {
  const { name, fields, heads, list } = declaration;
  const [schema = '', table = ''] = name.split('.');
  const over = (declaration.reminders ?? []).flatMap((reminder) => Object.keys(reminder.over));
  for (const key of [
    heads,
    ...list,
    ...(declaration.filters ?? []),
    ...Object.values(declaration.scope ?? {}),
    ...over,
  ]) {
    if (!(key in fields)) throw new Error(`${name}: ${key} is no field of it`);
  }
  if (fields[heads]?.kind !== 'text') throw new Error(`${name}: what names a row must be a text of one line`);
  const columns = Object.entries(fields).map(([key, field]) => ({ key, column: columnName(key), field }));
  return { ...declaration, schema, table, columns };
}

export function columnName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The fields that a person writes, in the order of the form. */
export function writtenColumns(register: Register): readonly RegisterColumn[] {
  const kept = new Set<string>(register.kept ?? []);
  return register.columns.filter(({ key }) => !kept.has(key));
}

export function emptyValues(register: Register): Readonly<Record<string, Value>> {
  return Object.fromEntries(register.columns.map(({ key, field }) => [key, emptyValue(field)]));
}

/** What a period and the slice's own rule say of values that each are right by themselves. */
export function betweenFields(
  register: Register,
  values: Readonly<Record<string, Value>>,
): { readonly faults: readonly FieldFault[]; readonly broken: readonly RuleFault[] } {
  const faults = register.columns.flatMap(({ key, field }): FieldFault[] => {
    if (field.kind !== 'date' || field.notBefore === undefined) return [];
    const [begins, ends] = [values[field.notBefore], values[key]];
    return typeof begins === 'string' && typeof ends === 'string' && ends < begins
      ? [{ field: key, reason: 'endsBeforeStart', value: ends, limit: begins }]
      : [];
  });
  return { faults, broken: register.rule?.(values as never) ?? [] };
}

/** The parts of the organisation that a row says it lies in; the units above are added by whoever can look them up. */
export function partsOfRow(register: Register, row: object): readonly Scope[] {
  return Object.entries(register.scope ?? {}).flatMap(([kind, key]) => {
    const value = (row as Readonly<Record<string, unknown>>)[key as string];
    const ids = typeof value === 'string' ? [value] : Array.isArray(value) ? (value as string[]) : [];
    return ids.map((id) => ({ kind: kind as 'department' | 'unit' | 'committee', id }));
  });
}
