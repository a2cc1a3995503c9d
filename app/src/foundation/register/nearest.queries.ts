import type { Transaction } from '../database/index.ts';
import { type Language, type Nearest, nearestNames } from '../texts/index.ts';
import type { FieldFault } from './field.rules.ts';
import { type Kernel, termsOf } from './kernel.ts';
import { mostOptions, type Reference } from './reference.store.ts';
import type { Register } from './register.rules.ts';

const named = 3;

/** So many misspelt words of one sheet get their nearest: a column of ten thousand wrong words is a wrong column. */
const mostWords = 40;

/** The names nearest to one that a reference does not have. With too many to list, those are compared that begin as it does. */
export async function nearestInReference(
  reference: Reference,
  tx: Transaction,
  text: string,
  language: Language,
): Promise<Nearest> {
  const options = await reference.options(tx, language);
  if (options !== undefined)
    return nearestNames(
      options.map(({ label }) => label),
      text,
      named,
    );
  for (const length of [6, 4, 3, 2, 1]) {
    const begun = await reference.suggest(tx, text.trim().slice(0, length), mostOptions, language);
    if (begun.length > 0)
      return nearestNames(
        begun.map(({ label }) => label),
        text,
        named,
      );
  }
  return { alike: false, names: [] };
}

/** Gives each fault about a word that does not exist the few that come nearest to it. */
export function nearestFinder(kernel: Kernel, tx: Transaction, register: Register, language: Language) {
  const found = new Map<string, Promise<Nearest | undefined>>();
  const look = async ({ field: key, value = '' }: FieldFault): Promise<Nearest | undefined> => {
    const field = register.fields[key];
    if (field === undefined) return undefined;
    if (field.kind === 'reference') return nearestInReference(kernel.references.get(field.to)!, tx, value, language);
    if (field.kind !== 'choice') return undefined;
    const terms = (await termsOf(kernel, tx, register, key, field, language)) ?? [];
    return nearestNames(
      terms.filter(({ active }) => active).map(({ label }) => label),
      value,
      named,
    );
  };
  return async (fault: FieldFault): Promise<FieldFault> => {
    if (fault.reason !== 'unknown' && fault.reason !== 'notAChoice') return fault;
    const word = `${fault.field}\n${fault.value}`;
    if (!found.has(word) && found.size < mostWords) found.set(word, look(fault));
    const nearest = await found.get(word);
    return nearest === undefined ? fault : { ...fault, nearest };
  };
}
