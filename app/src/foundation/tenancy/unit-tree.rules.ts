export interface UnitInTree {
  readonly id: string;
  readonly parentId: string | null;
}

/** The unit itself and all that it lies in, nearest first. Ends even if the rows were tied into a ring. */
export function withAncestors(units: ReadonlyMap<string, UnitInTree>, id: string): readonly string[] {
  const found = new Set<string>();
  for (let at: string | null | undefined = id; at && !found.has(at); at = units.get(at)?.parentId) found.add(at);
  return [...found];
}

/** Would the unit lie within itself if it were moved under `parentId`? */
export function wouldTieRing(units: ReadonlyMap<string, UnitInTree>, id: string, parentId: string): boolean {
  return withAncestors(units, parentId).includes(id);
}

export interface TreeNode<T> {
  readonly item: T;
  readonly children: readonly TreeNode<T>[];
}

/** The units as a tree in the order they are given. A unit whose parent is not among them stands at the top. */
export function treeOf<T extends UnitInTree>(units: readonly T[]): readonly TreeNode<T>[] {
  const ids = new Set(units.map(({ id }) => id));
  const byParent = Map.groupBy(units, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : ''));
  const nodes = (parent: string): readonly TreeNode<T>[] =>
    (byParent.get(parent) ?? []).map((item) => ({ item, children: nodes(item.id) }));
  return nodes('');
}
