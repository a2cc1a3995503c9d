import { inputOf, type Value } from './field.rules.ts';
import type { RegisterColumn } from './register.rules.ts';
import type { Term } from './vocabulary.rules.ts';

/** What it takes to show values as people read them: the words of codes, and the names of what is pointed at. */
export interface Names {
  readonly terms: ReadonlyMap<string, readonly Term[]>;
  readonly labels: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly href: (reference: string, id: string) => string | undefined;
}

/** The words of one code of a column: a term, or the name of what is pointed at. The code itself when it is no longer there. */
export function wordsOf(names: Names, { key, field }: RegisterColumn, code: string): string {
  if (field.kind === 'reference') return names.labels.get(field.to)?.get(code) ?? code;
  return names.terms.get(key)?.find((term) => term.code === code)?.label ?? code;
}

/** A value as a form or a sheet holds it. */
export function inputOfColumn(names: Names, column: RegisterColumn, value: Value): string {
  if (column.field.kind === 'scale' && typeof value === 'number') return wordsOf(names, column, String(value));
  return inputOf(column.field, value, (code) => wordsOf(names, column, code));
}
