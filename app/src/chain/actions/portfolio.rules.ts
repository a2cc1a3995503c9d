/** That two proposals cannot both be done, or that one needs the other. */
export interface Relation {
  readonly id: string;
  readonly proposal: string;
  readonly kind: 'excludes' | 'requires';
  readonly other: string;
  readonly note: string;
}

export interface InOrder {
  readonly id: string;
  /** What it costs during the years of the budget; undefined when there is no calculation. */
  readonly cost: number | undefined;
}

export interface Placed {
  readonly id: string;
  readonly cost: number | undefined;
  /** Cost of this one and all before it. */
  readonly cumulated: number;
  /** The money is enough as far as here. Undefined without a budget. */
  readonly within: boolean | undefined;
}

/** Adds up in the order given. Once the money is at an end it is so for all that follow, also for what would fit by itself: the order is what was decided. */
export function placeInBudget(rows: readonly InOrder[], budget: number | undefined): readonly Placed[] {
  let cumulated = 0;
  return rows.map(({ id, cost }) => {
    cumulated += cost ?? 0;
    return { id, cost, cumulated, within: budget === undefined ? undefined : cumulated <= budget };
  });
}

export interface Contradiction {
  readonly kind: 'bothOfExcluding' | 'withoutRequired' | 'beforeRequired';
  /** The first is the one that the warning is about. */
  readonly proposal: string;
  readonly other: string;
}

/**
 * What does not hold together in a portfolio. `order` is all that is on the table in its order; `inside` says which of them are to be done: those that the
 * budget covers, or all where there is none. A required one that has been decided already is not missed.
 */
export function contradictions(
  relations: readonly Relation[],
  order: readonly string[],
  inside: ReadonlySet<string>,
  decided: ReadonlySet<string> = new Set(),
): readonly Contradiction[] {
  const done = (id: string) => inside.has(id) || decided.has(id);
  return relations.flatMap(({ kind, proposal, other }): Contradiction[] => {
    if (kind === 'excludes') {
      return done(proposal) && done(other) && !(decided.has(proposal) && decided.has(other))
        ? [{ kind: 'bothOfExcluding', proposal, other }]
        : [];
    }
    if (!inside.has(proposal)) return [];
    if (!done(other)) return [{ kind: 'withoutRequired', proposal, other }];
    const later = !decided.has(other) && order.indexOf(other) > order.indexOf(proposal);
    return later ? [{ kind: 'beforeRequired', proposal, other }] : [];
  });
}
