import type { Transaction } from '../../foundation/database/index.ts';
import type { Kernel } from '../../foundation/register/index.ts';
import type { Language } from '../../foundation/texts/index.ts';

/** The people or committees that can be chosen; undefined when they are too many for a list, and one writes the name. */
export function namedOptions(kernel: Kernel, tx: Transaction, to: 'person' | 'committee', language: Language) {
  return kernel.references.get(to)!.options(tx, language);
}

/** The ids of those who are named, by what was written: what means nobody or several people is left out. */
export async function personIds(
  kernel: Kernel,
  tx: Transaction,
  written: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = [...new Set(written.map((text) => text.trim()).filter(Boolean))];
  const found = await kernel.references.get('person')!.find(tx, names);
  return new Map(
    [...found].flatMap(([text, ids]): [string, string][] =>
      ids.length === 1 && ids[0] !== undefined ? [[text, ids[0]]] : [],
    ),
  );
}

export function personNames(kernel: Kernel, tx: Transaction, ids: readonly string[], language: Language) {
  return kernel.references.get('person')!.labels(tx, [...new Set(ids)], language);
}
