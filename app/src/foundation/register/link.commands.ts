import { may } from '../access/index.ts';
import { RefusedError } from '../http/index.ts';
import type { Nearest } from '../texts/index.ts';
import { linkableKinds } from './kernel.ts';
import { areLinked, type End, insertLink, linksOf, setLinkActive } from './link.store.ts';
import { nearestInReference } from './nearest.queries.ts';
import { type RegisterWork, rowToChange } from './row.commands.ts';

export const longestNote = 500;

export interface LinkInputs {
  readonly kind: string;
  readonly name: string;
  readonly note: string;
}

export type LinkAnswer =
  | { readonly ok: true /** False when they were linked already. */; readonly added: boolean }
  | {
      readonly ok: false;
      readonly field: keyof LinkInputs;
      readonly reason: 'required' | 'ambiguous' | 'itself' | 'tooLong';
    }
  | { readonly ok: false; readonly field: 'name'; readonly reason: 'unknown'; readonly nearest: Nearest };

export async function addLink(work: RegisterWork, rowId: string, inputs: LinkInputs): Promise<LinkAnswer> {
  const { kernel, tx, actor, register } = work;
  await rowToChange(work, rowId);
  const [kind, name, note] = [inputs.kind, inputs.name.trim(), inputs.note.trim()];
  const linkable = linkableKinds(kernel).find((one) => one.kind === kind && may(actor, one.read));
  if (linkable === undefined) return { ok: false, field: 'kind', reason: 'required' };
  if (name === '') return { ok: false, field: 'name', reason: 'required' };
  if (note.length > longestNote) return { ok: false, field: 'note', reason: 'tooLong' };
  const reference = kernel.references.get(kind)!;
  const found = (await reference.find(tx, [name])).get(name) ?? [];
  if (found.length === 0) {
    const nearest = await nearestInReference(reference, tx, name, work.language);
    return { ok: false, field: 'name', reason: 'unknown', nearest };
  }
  if (found.length > 1) return { ok: false, field: 'name', reason: 'ambiguous' };
  const [from, to]: [End, End] = [
    { kind: register.name, id: rowId },
    { kind, id: found[0]! },
  ];
  if (from.kind === to.kind && from.id === to.id) return { ok: false, field: 'name', reason: 'itself' };
  return { ok: true, added: await insertLink(tx, from, to, note) };
}

/** From either end, by whoever may change the row there. Removing hides, and can be undone. */
export async function setLinked(work: RegisterWork, rowId: string, linkId: string, active: boolean): Promise<void> {
  const { tx, register } = work;
  await rowToChange(work, rowId);
  const here = { kind: register.name, id: rowId };
  const link = (await linksOf(tx, here)).find(({ id }) => id === linkId);
  if (link === undefined) throw new RefusedError(404);
  // They may have been linked anew meanwhile: once is enough.
  if (active && (await areLinked(tx, here, link.other))) return;
  await setLinkActive(tx, linkId, active);
}
