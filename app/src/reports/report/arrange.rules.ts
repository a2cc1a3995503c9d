import type { ComposedPart, PartContent } from '../part/index.ts';

/** A part of a report as it is kept: what was taken in by its hash, and what people have written around it. */
export interface KeptPart {
  readonly id: string;
  /** `own` for a section that somebody has added. */
  readonly kind: string;
  readonly subject: string | null;
  /** The chapter that it stands in. */
  readonly parent: string | null;
  readonly place: number;
  readonly appendix: boolean;
  readonly chosen: boolean;
  /** False when what it told of is no longer part of the report. */
  readonly present: boolean;
  /** A heading of the author's own; '' for the one that comes with the part. */
  readonly heading: string;
  readonly textBefore: string;
  readonly textAfter: string;
  /** Of the material that was taken in; null for a section of one's own. */
  readonly material: string | null;
  /** As 2026-03-02. */
  readonly takenOn: string | null;
  readonly version: number;
}

export function keyOfPart({ kind, subject }: { readonly kind: string; readonly subject: string | null }): string {
  return subject === null ? kind : `${kind}-${subject}`;
}

export interface FlatPart {
  readonly key: string;
  readonly kind: string;
  readonly subject: string | null;
  readonly parentKey: string | null;
  readonly appendix: boolean;
  readonly content: PartContent;
}

/** Chapters before their parts. */
export function flatParts(parts: readonly ComposedPart[], parentKey: string | null = null): readonly FlatPart[] {
  return parts.flatMap((part) => {
    const key = keyOfPart(part);
    const { kind, subject, content, appendix = false } = part;
    return [{ key, kind, subject, parentKey, appendix, content }, ...flatParts(part.parts ?? [], key)];
  });
}

/** Among its siblings, in order. */
export function inOrder<P extends Pick<KeptPart, 'place' | 'id'>>(parts: readonly P[]): readonly P[] {
  return parts.toSorted((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
}

export interface Arrangement {
  /** Parts that are new in the report, with where they belong. */
  readonly added: readonly (FlatPart & {
    readonly id: string;
    readonly parent: string | null;
    readonly place: number;
  })[];
  /** Kept parts whose place or presence is another than before. */
  readonly moved: readonly { readonly id: string; readonly place: number; readonly present: boolean }[];
}

/**
 * Where the parts of a report stand once what the chain now tells has been taken in. The author's order holds; a new part comes after the one it follows in the
 * chain; what is no longer told of stays, marked as absent, so that what was written around it is not lost. `newId` is asked once for each new part.
 */
export function arrange(kept: readonly KeptPart[], fresh: readonly FlatPart[], newId: () => string): Arrangement {
  const ids = new Map(kept.filter(({ kind }) => kind !== 'own').map((part) => [keyOfPart(part), part.id]));
  const wanted = new Set(fresh.map(({ key }) => key));
  const added: (FlatPart & { id: string; parent: string | null; place: number })[] = [];
  for (const part of fresh) {
    if (ids.has(part.key)) continue;
    const id = newId();
    ids.set(part.key, id);
    added.push({ ...part, id, parent: part.parentKey === null ? null : (ids.get(part.parentKey) ?? null), place: 0 });
  }
  const places = new Map<string, number>();
  const groups = Map.groupBy(fresh, ({ parentKey, appendix }) => `${parentKey ?? ''}|${appendix}`);
  for (const siblings of groups.values()) {
    const { parentKey, appendix } = siblings[0]!;
    const parent = parentKey === null ? null : (ids.get(parentKey) ?? null);
    const order = inOrder(kept.filter((part) => part.parent === parent && part.appendix === appendix)).map(
      ({ id }) => id,
    );
    let after = -1;
    for (const { key } of siblings) {
      const id = ids.get(key)!;
      const at = order.indexOf(id);
      if (at === -1) order.splice(after + 1, 0, id);
      after = order.indexOf(id);
    }
    for (const [index, id] of order.entries()) places.set(id, index + 1);
  }
  const chapters = new Set(
    kept.filter((part) => part.kind !== 'own' && !wanted.has(keyOfPart(part))).map(({ id }) => id),
  );
  return {
    added: added.map((part) => ({ ...part, place: places.get(part.id) ?? 1 })),
    moved: kept.flatMap(({ id, kind, subject, parent, place, present }) => {
      const here = kind === 'own' ? parent === null || !chapters.has(parent) : wanted.has(keyOfPart({ kind, subject }));
      const next = { id, place: places.get(id) ?? place, present: here };
      return next.place === place && next.present === present ? [] : [next];
    }),
  };
}

/** A step up or down, or before the sibling with this id; null is last. */
export type Move = 'up' | 'down' | { readonly before: string | null };

/** The places of a part and its siblings once it has been moved among those that are seen; undefined where there is no such place. */
export function movedPart(
  parts: readonly KeptPart[],
  id: string,
  move: Move,
): readonly { readonly id: string; readonly place: number }[] | undefined {
  const part = parts.find((one) => one.id === id);
  if (part === undefined) return undefined;
  const siblings = inOrder(
    parts.filter(({ parent, appendix }) => parent === part.parent && appendix === part.appendix),
  );
  const seen = siblings.filter(({ present }) => present).map((one) => one.id);
  const at = seen.indexOf(id);
  const to = placeOf(seen, at, move);
  if (at === -1 || to === undefined) return undefined;
  const other = seen[to]!;
  const order = siblings.map((one) => one.id);
  const [from, there] = [order.indexOf(id), order.indexOf(other)];
  order.splice(from, 1);
  order.splice(there, 0, id);
  return order.flatMap((each, index) =>
    siblings.find((one) => one.id === each)?.place === index + 1 ? [] : [{ id: each, place: index + 1 }],
  );
}

/** Whose place it takes among those that are seen. */
function placeOf(seen: readonly string[], at: number, move: Move): number | undefined {
  if (typeof move === 'string') {
    const to = at + (move === 'up' ? -1 : 1);
    return to >= 0 && to < seen.length ? to : undefined;
  }
  if (move.before === null) return seen.length - 1;
  const before = seen.indexOf(move.before);
  if (before === -1) return undefined;
  return before > at ? before - 1 : before;
}

/** What people wrote around a part that is no longer in the report. */
export function withoutPlace(parts: readonly KeptPart[]): readonly KeptPart[] {
  return inOrder(
    parts.filter(
      ({ present, kind, chosen, textBefore, textAfter }) =>
        !present && ((kind === 'own' && chosen) || `${textBefore}${textAfter}` !== ''),
    ),
  );
}
