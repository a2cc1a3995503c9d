import type { PartContent } from '../part/index.ts';
import { type FlatPart, type KeptPart, keyOfPart } from './arrange.rules.ts';
import { titleOf } from './assemble.rules.ts';
import { type Change, changesBetween } from './changes.rules.ts';

/** A part as the chain would tell it now, with the hash of its content. */
export interface FreshPart extends FlatPart {
  readonly hash: string;
}

/** What would be another if a part were taken in anew. */
export interface PartChanges {
  /** Undefined for a part that the report does not have yet. */
  readonly part: KeptPart | undefined;
  readonly title: string;
  readonly kind: 'changed' | 'new' | 'gone';
  /** Of the content that would be taken in; '' when it is gone. */
  readonly hash: string;
  readonly changes: readonly Change[];
}

/** What differs between the report as it is kept and what the chain tells now. */
export function partChanges(
  kept: readonly KeptPart[],
  fresh: readonly FreshPart[],
  materials: ReadonlyMap<string, PartContent>,
): readonly PartChanges[] {
  const byKey = new Map(kept.filter(({ kind }) => kind !== 'own').map((part) => [keyOfPart(part), part]));
  const wanted = new Set(fresh.map(({ key }) => key));
  // Parts of two chapters may be called the same.
  const chapters = new Map(fresh.map(({ key, content }) => [key, content.title]));
  const named = ({ parentKey, content }: FreshPart) =>
    [parentKey === null ? '' : chapters.get(parentKey), content.title].filter(Boolean).join(': ');
  const changed = fresh.flatMap((one): readonly PartChanges[] => {
    const part = byKey.get(one.key);
    const { hash, content } = one;
    if (part === undefined || !part.present) {
      return [{ part, title: named(one), kind: 'new', hash, changes: [] }];
    }
    const before = materials.get(part.material ?? '');
    const changes = before === undefined || part.material === hash ? [] : changesBetween(before, content);
    return changes.length === 0 ? [] : [{ part, title: named(one), kind: 'changed', hash, changes }];
  });
  const gone = kept.filter((part) => part.kind !== 'own' && part.present && !wanted.has(keyOfPart(part)));
  return [
    ...changed,
    ...gone.map(
      (part): PartChanges => ({
        part,
        title: titleOf(part, materials),
        kind: 'gone',
        hash: '',
        changes: [],
      }),
    ),
  ];
}

/** How many things are another: what is told in the sentence over the list. */
export function changeCount(changes: readonly PartChanges[]): number {
  return changes.reduce((sum, one) => sum + Math.max(1, one.changes.length), 0);
}
