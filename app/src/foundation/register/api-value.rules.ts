import { type Field, isMany, isText, moneyFactor, plainNumber, type Value } from './field.rules.ts';
import { type Names, wordsOf } from './names.rules.ts';
import type { Register, RegisterColumn } from './register.rules.ts';
import type { Row } from './row.store.ts';

/** What stands in JSON: a number is a number, what is chosen has code and words, what is pointed at has id and name. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [member: string]: Json };

export function jsonOf(names: Names, column: RegisterColumn, value: Value): Json {
  const { field } = column;
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return field.kind === 'money' ? value / moneyFactor[field.unit] : value;
  if (typeof value !== 'string') return value.map((code) => named(names, column, code));
  return field.kind === 'choice' || field.kind === 'reference' ? named(names, column, value) : value;
}

function named(names: Names, column: RegisterColumn, code: string): Json {
  const label = wordsOf(names, column, code);
  return column.field.kind === 'reference' ? { id: code, label } : { code, label };
}

/** What every row has besides its fields, in the order of the answer. */
export const baseMembers = ['id', 'version', 'active', 'createdAt', 'createdBy', 'changedAt', 'changedBy'] as const;

export function rowJson(names: Names, register: Register, row: Row): Json {
  const person = (id: string | null) => id && { id, label: names.labels.get('person')?.get(id) ?? id };
  const { id, version, active, createdAt, createdBy, changedAt, changedBy } = row;
  return {
    ...{ id, version, active },
    ...{ createdAt: createdAt.toISOString(), createdBy: person(createdBy) },
    ...{ changedAt: changedAt.toISOString(), changedBy: person(changedBy) },
    ...Object.fromEntries(
      register.columns.map((column) => [column.key, jsonOf(names, column, row[column.key] as Value)]),
    ),
  };
}

/** What a field takes in JSON, as the fault says it. */
export type Expected = 'text' | 'number' | 'yesOrNo' | 'codeOrLabel' | 'listOfCodes';

/**
 * Turns JSON into what a form would have sent, so that both are read by the same rules. A code, an id, a label, or the very object that was given
 * out: all name the same.
 */
export function inputOfJson(
  field: Field,
  json: unknown,
): { readonly ok: true; readonly input: string } | { readonly ok: false; readonly expected: Expected } {
  const expected = expectedOf(field);
  const input = json === null ? '' : read(expected, json);
  return input === undefined ? { ok: false, expected } : { ok: true, input };
}

function expectedOf(field: Field): Expected {
  if (isText(field) || field.kind === 'date') return 'text';
  if (field.kind === 'yes') return 'yesOrNo';
  if (field.kind !== 'choice' && field.kind !== 'reference') return 'number';
  return isMany(field) ? 'listOfCodes' : 'codeOrLabel';
}

function read(expected: Expected, json: unknown): string | undefined {
  switch (expected) {
    case 'text':
      return typeof json === 'string' ? withoutNul(json) : undefined;
    case 'number':
      return typeof json === 'number' ? plainNumber(json) : undefined;
    case 'yesOrNo':
      return typeof json === 'boolean' ? (json ? 'ja' : 'nej') : undefined;
    case 'codeOrLabel':
      return codeIn(json);
    case 'listOfCodes': {
      const codes = Array.isArray(json) ? json.map(codeIn) : [undefined];
      return codes.includes(undefined) ? undefined : codes.join('\n');
    }
  }
}

function codeIn(json: unknown): string | undefined {
  if (typeof json === 'string') return withoutNul(json);
  if (typeof json !== 'object' || json === null) return undefined;
  const { id, code, label } = json as Record<string, unknown>;
  const said = id ?? code ?? label;
  return typeof said === 'string' ? withoutNul(said) : undefined;
}

/** PostgreSQL has no place for the character NUL. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}
