import { splitValues } from '@samband/documents/matching';
import type { Transaction } from '../database/index.ts';
import { columnOptions, type Kernel, type Register, type RegisterColumn, writtenColumns } from '../register/index.ts';
import { type Language, languages } from '../texts/index.ts';
import type { Lookup } from './cell.rules.ts';
import type { RawRow } from './register-line.rules.ts';
import type { IntakeField, IntakeWork } from './target.ts';

/** The fields that people write in a register, with the words that stand over them in tables. */
export async function fieldsOf(
  { kernel, tx, language }: IntakeWork,
  register: Register,
): Promise<readonly IntakeField[]> {
  const fields: IntakeField[] = [];
  for (const column of writtenColumns(register)) {
    const { key, field } = column;
    const isFile = field.kind === 'reference' && field.to === 'attachment';
    if (isFile) continue;
    const labels = languages.map((language) => register.texts(language).fields[key] ?? key);
    const own = key === register.heads ? languages.map((language) => register.texts(language).one) : [];
    const options = await optionsIn(kernel, tx, register, column);
    fields.push({
      key,
      label: register.texts(language).fields[key] ?? key,
      words: [...new Set([...labels, ...own, key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)])],
      kind: kindOf(column),
      required: field.required === true,
      choices: field.kind === 'choice' ? options.map(({ value, words }) => ({ key: value, words })) : undefined,
      once: key === register.heads ? 'no' : 'may',
      many: 'many' in field && field.many === true,
      lookUp: field.kind === 'reference' ? `/uppslag/${field.to}` : undefined,
      options: options.length === 0 ? undefined : chosenFrom(options, language),
    });
  }
  return fields;
}

/** By their words, as tables have them; by what they are where two are called the same. */
function chosenFrom(options: Awaited<ReturnType<typeof optionsIn>>, language: Language): IntakeField['options'] {
  const times = Map.groupBy(options, ({ words }) => words[0]);
  return options.map(({ value, words, said }) => ({
    value: times.get(words[0])!.length > 1 ? value : words[0]!,
    label: said[language] ?? words[0]!,
  }));
}

function kindOf({ field }: RegisterColumn): IntakeField['kind'] {
  switch (field.kind) {
    case 'date':
    case 'yes':
      return field.kind;
    case 'number':
      return field.year === true ? 'year' : 'number';
    case 'money':
    case 'scale':
      return 'number';
    case 'choice':
      return field.many === true ? 'values' : 'choice';
    case 'reference':
      return field.to === 'person' ? 'person' : 'text';
    default:
      return 'text';
  }
}

/** What can be chosen, with its words in every language: tables are written in either. */
async function optionsIn(kernel: Kernel, tx: Transaction, register: Register, column: RegisterColumn) {
  const found = new Map<string, { readonly words: string[]; readonly said: Partial<Record<Language, string>> }>();
  for (const language of languages) {
    for (const { value, label } of (await columnOptions(kernel, tx, register, column, language)) ?? []) {
      const { words, said } = found.get(value) ?? { words: [], said: {} };
      found.set(value, { words: [...new Set([...words, label])], said: { ...said, [language]: label } });
    }
  }
  return [...found].map(([value, about]) => ({ value, ...about }));
}

/** Of every choice and reference that the rows have, what their words mean; asked once for all rows. */
export async function lookUp(
  { kernel, tx }: IntakeWork,
  register: Register,
  columns: readonly RegisterColumn[],
  rows: readonly RawRow[],
): Promise<ReadonlyMap<string, Lookup>> {
  const lookups = new Map<string, Lookup>();
  for (const column of columns) {
    const { key, field } = column;
    if (field.kind !== 'choice' && field.kind !== 'reference') continue;
    if (!rows.some(({ inputs }) => (inputs[key] ?? '').trim() !== '')) continue;
    const options = await optionsIn(kernel, tx, register, column);
    const byWords = new Map(
      options.flatMap(({ value, words }) => words.map((word) => [word.toLowerCase(), { value, words }])),
    );
    const known = (text: string) =>
      byWords.get(text.toLowerCase())?.words[0] ?? options.find(({ value }) => value === text)?.words[0];
    const words = options.flatMap((option) => option.words.flatMap((word) => [word, word.replace(/, .*$/, '')]));
    if (field.kind === 'choice') {
      lookups.set(key, { words, known });
      continue;
    }
    const asked = new Set(rows.flatMap(({ inputs }) => candidates(inputs[key] ?? '', words)));
    const found = await kernel.references.get(field.to)!.find(tx, [...asked]);
    lookups.set(key, {
      words,
      known: (text) => {
        const ids = found.get(text) ?? [];
        // Said by what it is and not by what it is called, which others may be too.
        if (ids[0] === text) return text;
        return ids.length > 1 ? (known(text) ?? 'ambiguous') : ids[0] && (known(text) ?? text);
      },
    });
  }
  return lookups;
}

function candidates(cell: string, words: readonly string[]): readonly string[] {
  const whole = cell.trim().replace(/\s+/g, ' ');
  if (whole === '') return [];
  const parts = [whole, ...splitValues(cell, words).map((value) => value.text)];
  return parts.flatMap((part) => [part, part.replace(/\s*[(,].*$/s, '').trim()]).filter(Boolean);
}
