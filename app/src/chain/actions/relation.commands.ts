import { RefusedError } from '../../foundation/http/index.ts';
import { type RegisterWork, readRow, rowToChange } from '../../foundation/register/index.ts';
import type { Relation } from './portfolio.rules.ts';
import { proposal } from './proposal.rules.ts';
import { insertRelation, removeRelation } from './relation.store.ts';

/** How the form says it: this one excludes the other, needs it, or is needed by it. */
export const relationWords = ['excludes', 'requires', 'requiredBy'] as const;
export type RelationWord = (typeof relationWords)[number];

export async function addRelation(
  work: RegisterWork,
  id: string,
  said: { readonly word: RelationWord; readonly other: string; readonly note: string },
): Promise<void> {
  await rowToChange(work, id);
  if (said.other === id || (await readRow(work.tx, proposal, said.other)) === undefined) throw new RefusedError(422);
  await insertRelation(work.tx, { ...ends(id, said), note: said.note.trim().slice(0, 500) });
}

function ends(id: string, { word, other }: { word: RelationWord; other: string }): Omit<Relation, 'id' | 'note'> {
  if (word === 'requiredBy') return { proposal: other, kind: 'requires', other: id };
  if (word === 'requires') return { proposal: id, kind: 'requires', other };
  // What excludes does so both ways, and stands once.
  return id < other ? { proposal: id, kind: 'excludes', other } : { proposal: other, kind: 'excludes', other: id };
}

export async function dropRelation(work: RegisterWork, id: string, relation: string): Promise<void> {
  await rowToChange(work, id);
  await removeRelation(work.tx, relation, id);
}
