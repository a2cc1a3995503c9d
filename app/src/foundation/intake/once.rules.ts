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
  return fields.find(({ key, label }) => [key, label].some((one) => one.toLowerCase() === word.toLowerCase()));
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
