import { type Actor, may } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import type { Language } from '../texts/index.ts';
import { type Kernel, linkableKinds } from './kernel.ts';
import { type End, linksOf } from './link.store.ts';
import type { Register } from './register.rules.ts';

export interface ShownLink {
  readonly id: string;
  readonly kind: string;
  /** What it leads to. */
  readonly other: End;
  readonly label: string;
  readonly href: string | undefined;
  readonly note: string;
  readonly active: boolean;
}

export interface LinksPart {
  readonly links: readonly ShownLink[];
  /** What can be linked to by this person, as a list to choose from. */
  readonly kinds: readonly { readonly value: string; readonly label: string }[];
}

/** Only what the person may read is shown, and only what is still there. */
export async function linksPart(
  kernel: Kernel,
  tx: Transaction,
  actor: Actor,
  register: Register,
  rowId: string,
  language: Language,
): Promise<LinksPart> {
  const kinds = linkableKinds(kernel).filter(({ read }) => may(actor, read));
  const titles = new Map(kinds.map(({ kind, title }) => [kind, title(language)]));
  const found = (await linksOf(tx, { kind: register.name, id: rowId })).filter(({ other }) => titles.has(other.kind));
  const labels = new Map<string, ReadonlyMap<string, string>>();
  for (const [kind, links] of Map.groupBy(found, ({ other }) => other.kind)) {
    const ids = [...new Set(links.map(({ other }) => other.id))];
    labels.set(kind, await kernel.references.get(kind)!.labels(tx, ids, language));
  }
  const links = found.flatMap(({ id, other, note, active }): readonly ShownLink[] => {
    const label = labels.get(other.kind)?.get(other.id);
    if (label === undefined) return [];
    return [
      {
        id,
        kind: titles.get(other.kind)!,
        other,
        label,
        href: kernel.references.get(other.kind)!.href(other.id),
        note,
        active,
      },
    ];
  });
  return { links, kinds: [...titles].map(([value, label]) => ({ value, label })) };
}
