import type { IntakeField } from './target.ts';

/** By the key or the label of a field; a value that is chosen from a list may be written as the list shows it. */
export function onceOf(
  said: Readonly<Record<string, string>>,
  fields: readonly IntakeField[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(said).flatMap(([word, text]) => {
      const field = fieldNamed(fields, word);
      return field === undefined ? [] : [[field.key, optionNamed(field, text)?.value ?? text]];
    }),
  );
}

function fieldNamed(fields: readonly IntakeField[], word: string): IntakeField | undefined {
  const asked = word.toLowerCase();
  return forAllRows(fields).find(({ key, label, words }) =>
    [key, label, ...words].some((one) => one.toLowerCase() === asked),
  );
}

function forAllRows(fields: readonly IntakeField[]): readonly IntakeField[] {
  return fields.filter(({ once }) => once !== 'no');
}

function optionNamed({ options }: IntakeField, text: string) {
  return options?.find(({ value, label }) => value === text || label.toLowerCase() === text.toLowerCase());
}

export interface UnknownValue {
  readonly field: IntakeField;
  readonly text: string;
}

/** What is to hold for all rows and is no choice of its field's, once for each field. */
export function unknownIn(
  said: Readonly<Record<string, string>>,
  tables: readonly { readonly target: string; readonly fields: readonly IntakeField[] }[],
): readonly UnknownValue[] {
  const found = new Map<string, UnknownValue>();
  for (const { target, fields } of tables) {
    for (const [word, text] of Object.entries(said)) {
      const field = fieldNamed(fields, word);
      if (field?.options !== undefined && optionNamed(field, text) === undefined)
        found.set(`${target} ${field.key}`, { field, text });
    }
  }
  return [...found.values()];
}

/** What was named and is no field that can hold for all rows in any of the tables, with the fields that there are. */
export function unknownFieldsIn(
  said: Readonly<Record<string, string>>,
  tables: readonly (readonly IntakeField[])[],
): readonly { readonly word: string; readonly fields: readonly string[] }[] {
  const fields = [...new Set(tables.flatMap((one) => forAllRows(one).map(({ label }) => label)))];
  return Object.keys(said)
    .filter((word) => tables.every((one) => fieldNamed(one, word) === undefined))
    .map((word) => ({ word, fields }));
}
