/** Where a cause stands: under which problem, under which cause, and where among its siblings. */
export interface TreeRow {
  readonly id: string;
  readonly problem: string;
  readonly parent: string | null;
  /** Siblings without a place come last, in the order they were made. */
  readonly place: number | null;
}

export interface TreeNode<R extends TreeRow> {
  readonly row: R;
  readonly children: readonly TreeNode<R>[];
}

/** The tree under each problem. A cause whose parent is not among the rows, because it is archived, stands at the top: nothing is lost from view. */
export function treesOf<R extends TreeRow>(rows: readonly R[]): ReadonlyMap<string, readonly TreeNode<R>[]> {
  const ids = new Set(rows.map(({ id }) => id));
  const under = Map.groupBy(rows, ({ parent, problem }) => (parent !== null && ids.has(parent) ? parent : problem));
  const nodes = (parent: string): readonly TreeNode<R>[] =>
    inOrder(under.get(parent) ?? []).map((row) => ({ row, children: nodes(row.id) }));
  return new Map([...new Set(rows.map(({ problem }) => problem))].map((problem) => [problem, nodes(problem)]));
}

export function inOrder<R extends { readonly id: string; readonly place: number | null }>(
  rows: readonly R[],
): readonly R[] {
  return rows.toSorted(
    (a, b) => (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER) || (a.id < b.id ? -1 : 1),
  );
}

/** Parents before their children, each with its depth. */
export function flatTree<R extends TreeRow>(
  nodes: readonly TreeNode<R>[],
  depth = 0,
): readonly { readonly row: R; readonly depth: number }[] {
  return nodes.flatMap((node) => [{ row: node.row, depth }, ...flatTree(node.children, depth + 1)]);
}

export interface Position {
  readonly problem: string;
  readonly parent: string | null;
  /** Among the siblings, the moved one not counted; beyond the last is last. */
  readonly index: number;
}

export const steps = ['up', 'down', 'in', 'out'] as const;
export type Step = (typeof steps)[number];

/** Where a step takes a cause: among its siblings, under the one above it, or out beside its parent. Undefined where there is no such step. */
export function stepOf(rows: readonly TreeRow[], id: string, step: Step): Position | undefined {
  const row = rows.find((one) => one.id === id);
  if (row === undefined) return undefined;
  const { problem } = row;
  const parent = seenParent(rows, row);
  const siblings = siblingsOf(rows, problem, parent);
  const index = siblings.findIndex((one) => one.id === id);
  if (step === 'up') return index === 0 ? undefined : { problem, parent, index: index - 1 };
  if (step === 'down') return index === siblings.length - 1 ? undefined : { problem, parent, index: index + 1 };
  if (step === 'in') {
    const above = siblings[index - 1];
    return above && { problem, parent: above.id, index: siblingsOf(rows, problem, above.id).length };
  }
  const outer = rows.find((one) => one.id === parent);
  if (outer === undefined) return undefined;
  const beside = seenParent(rows, outer);
  return {
    problem,
    parent: beside,
    index: siblingsOf(rows, problem, beside).findIndex((one) => one.id === outer.id) + 1,
  };
}

function seenParent(rows: readonly TreeRow[], { parent }: TreeRow): string | null {
  return rows.some(({ id }) => id === parent) ? parent : null;
}

export function siblingsOf<R extends TreeRow>(
  rows: readonly R[],
  problem: string,
  parent: string | null,
): readonly R[] {
  return inOrder(rows.filter((row) => row.problem === problem && seenParent(rows, row) === parent));
}

export function isUnder(rows: readonly TreeRow[], id: string, above: string): boolean {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const seen = new Set<string>();
  for (let at = byId.get(id); at !== undefined && !seen.has(at.id); at = byId.get(at.parent ?? '')) {
    if (at.id === above) return true;
    seen.add(at.id);
  }
  return false;
}

export type MoveFault = 'underItself' | 'noSuchPlace';

/**
 * What a move changes: the cause itself, all that lies under it when it comes to another problem, and its new siblings only when there
 * is no number free between them. The rows are those of both problems.
 */
export function moved<R extends TreeRow>(
  rows: readonly R[],
  id: string,
  to: Position,
): { readonly ok: true; readonly changed: readonly TreeRow[] } | { readonly ok: false; readonly reason: MoveFault } {
  const row = rows.find((one) => one.id === id);
  const parent = to.parent === null ? undefined : rows.find((one) => one.id === to.parent);
  if (row === undefined || (to.parent !== null && parent?.problem !== to.problem)) {
    return { ok: false, reason: 'noSuchPlace' };
  }
  if (to.parent !== null && isUnder(rows, to.parent, id)) return { ok: false, reason: 'underItself' };
  const siblings = siblingsOf(rows, to.problem, to.parent).filter((one) => one.id !== id);
  const index = Math.max(0, Math.min(to.index, siblings.length));
  const placed = placeBetween(siblings, index);
  const changed: TreeRow[] = [{ id, problem: to.problem, parent: to.parent, place: placed.place }];
  for (const sibling of siblings) {
    const place = placed.renumbered.get(sibling.id);
    if (place !== undefined && place !== sibling.place) changed.push({ ...sibling, place });
  }
  if (row.problem !== to.problem) {
    const below = rows.filter((one) => one.id !== id && isUnder(rows, one.id, id));
    changed.push(...below.map((one) => ({ ...one, problem: to.problem })));
  }
  return {
    ok: true,
    changed: changed.map((one) => ({ id: one.id, problem: one.problem, parent: one.parent, place: one.place })),
  };
}

/** Room between neighbours, so that moving one cause seldom touches the others, whom somebody else may be changing. */
export const placeStep = 1024;

function placeBetween(
  siblings: readonly TreeRow[],
  index: number,
): { readonly place: number; readonly renumbered: ReadonlyMap<string, number> } {
  const before = index === 0 ? 0 : siblings[index - 1]?.place;
  const after = index === siblings.length ? (before ?? 0) + 2 * placeStep : siblings[index]?.place;
  if (before != null && after != null && after - before > 1) {
    return { place: Math.floor((before + after) / 2), renumbered: new Map() };
  }
  const numbers = siblings.map((sibling, at) => [sibling.id, (at + (at < index ? 1 : 2)) * placeStep] as const);
  return { place: (index + 1) * placeStep, renumbered: new Map(numbers) };
}
