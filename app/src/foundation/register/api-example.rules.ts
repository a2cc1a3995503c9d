import type { Field, Value } from './field.rules.ts';
import { emptyValue, isMany, isText } from './field.rules.ts';
import { betweenFields, type Register, type RegisterColumn } from './register.rules.ts';

export interface ExampleParts {
  /** What stands in a text. */
  readonly words: (column: RegisterColumn) => string;
  /** What a field points at, by the name of the reference. */
  readonly idOf: (reference: string) => string;
  /** A code of a vocabulary. */
  readonly codeOf: (vocabulary: string) => string;
}

/** A row that the declaration allows, every field filled in: for the description of the interface, and for tests of every register. */
export function exampleValues(register: Register, parts: ExampleParts): Readonly<Record<string, Value>> {
  let values = Object.fromEntries(
    register.columns.map((column) => [column.key, exampleValue(register, column, column.field, parts)]),
  );
  for (let left = register.columns.length; left > 0; left--) {
    const [fault] = betweenFields(register, values).broken;
    if (fault === undefined) break;
    values = { ...values, [fault.field]: another(register, fault.field, values[fault.field] ?? null) };
  }
  return values;
}

/** What the slice's rule does not accept beside the others is left out where it can be, and is one more where it must be there. */
function another(register: Register, key: string, value: Value): Value {
  const { field } = register.columns.find((column) => column.key === key)!;
  if (field.required === true && typeof value === 'number') return value + 1;
  return emptyValue(field);
}

/** One and the same day everywhere, so that no end lies before its beginning. */
const someDay = '2026-03-02';

function exampleValue(register: Register, column: RegisterColumn, field: Field, parts: ExampleParts): Value {
  if (field.kind === 'url') return 'https://www.ekeberga.se/';
  if (isText(field)) return parts.words(column).slice(0, field.max);
  switch (field.kind) {
    case 'number':
      return Math.max(field.min ?? 0, Math.min(field.max ?? 12, 12));
    case 'money':
      return Math.max(field.min ?? 0, 1_250_000);
    case 'scale':
      return field.from;
    case 'date':
      return someDay;
    case 'yes':
      return true;
    case 'choice':
      return oneOrMany(field, typeof field.of === 'string' ? parts.codeOf(field.of) : field.of[0]!);
    case 'reference':
      // No row lies under itself.
      return field.to === register.name ? (isMany(field) ? [] : null) : oneOrMany(field, parts.idOf(field.to));
  }
}

function oneOrMany(field: Field, code: string): Value {
  return isMany(field) ? [code] : code;
}
