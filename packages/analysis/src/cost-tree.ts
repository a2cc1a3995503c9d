import type { CostTreeDefinition, CostTreeNode } from './cost-tree-definitions.ts';
import { decomposeProduct } from './decompose.ts';
import { type FigureTable, figureAt } from './figure-table.ts';
import { kpisOf, kronorPerUnit } from './key-figures/denominator.ts';

export interface CostTreePart {
  readonly id: string;
  readonly title: string;
  /** Null for the rest that no key figure covers. */
  readonly kpi: string | null;
  readonly own: number;
  /** Mean over the comparison's members. */
  readonly other: number;
  /** own − other, in the tree's unit. */
  readonly difference: number;
  /** The difference times the municipality's inhabitants (of the age), in kronor. */
  readonly kronor: number;
  /** Where users are known: how much of the difference is more users, and how much dearer users. */
  readonly byFactor: {
    readonly perUserKpi: string;
    readonly usersPerInhabitant: number;
    readonly otherUsersPerInhabitant: number;
    readonly costPerUser: number;
    readonly otherCostPerUser: number;
    readonly volumeKronor: number;
    readonly priceKronor: number;
  } | null;
  readonly children: readonly CostTreePart[];
}

export type CostTree =
  | {
      readonly ok: true;
      readonly id: string;
      readonly unit: string;
      readonly year: number;
      readonly inhabitants: number;
      /** Members of the comparison that have every key figure of the tree. */
      readonly members: readonly string[];
      readonly root: CostTreePart;
    }
  | { readonly ok: false; readonly reason: 'ownMissing' | 'denominatorMissing'; readonly kpis: readonly string[] }
  | { readonly ok: false; readonly reason: 'noComparison'; readonly n: number };

/**
 * Cost tree (kostnadsträd, boxanalys): where a cost difference comes from, in kronor. Each node's children, with a rest for
 * what no key figure covers, add up to the node; a node with users splits further into volume and price
 * (`decomposeProduct`), which also add up.
 *
 * The comparison is the *mean* of the members that have every part, since means of parts add up to the mean of the whole
 * and medians do not. Users per inhabitant are (kr per inhabitant) / (kr per user); the comparison's cost per user is its
 * mean cost over its mean users, so that the product holds there too.
 * Missing: a part that is missing for the municipality itself stops the tree and is named; a member that lacks one is left out.
 *
 * @example costTree(figures, costTrees[0], '1814', 2020, ['0604', '0617']) // root.kronor = Σ children.kronor
 */
export function costTree(
  figures: FigureTable,
  definition: CostTreeDefinition,
  unit: string,
  year: number,
  others: readonly string[],
): CostTree {
  const kpis = kpisOfTree(definition.root);
  const ownMissing = kpis.filter((kpi) => Number.isNaN(figureAt(figures, kpi, unit, year)));
  if (ownMissing.length > 0) return { ok: false, reason: 'ownMissing', kpis: ownMissing };
  const inhabitants = kronorPerUnit(definition.denominator, (kpi) => figureAt(figures, kpi, unit, year));
  if (Number.isNaN(inhabitants)) {
    return { ok: false, reason: 'denominatorMissing', kpis: kpisOf(definition.denominator) };
  }
  const members = others.filter(
    (other) => other !== unit && kpis.every((kpi) => !Number.isNaN(figureAt(figures, kpi, other, year))),
  );
  if (members.length === 0) return { ok: false, reason: 'noComparison', n: 0 };

  const own = (kpi: string): number => figureAt(figures, kpi, unit, year);
  const mean = (of: (member: string) => number): number =>
    members.reduce((sum, member) => sum + of(member), 0) / members.length;

  const partOf = (node: CostTreeNode): CostTreePart => {
    const other = mean((member) => figureAt(figures, node.kpi, member, year));
    const children = (node.children ?? []).map(partOf);
    const difference = own(node.kpi) - other;
    return {
      id: node.id,
      title: node.title,
      kpi: node.kpi,
      own: own(node.kpi),
      other,
      difference,
      kronor: difference * inhabitants,
      byFactor: node.perUserKpi === undefined ? null : byFactor(node, node.perUserKpi, other),
      children: withRest(node, own(node.kpi), other, children, inhabitants),
    };
  };

  const byFactor = (node: CostTreeNode, perUserKpi: string, other: number): CostTreePart['byFactor'] => {
    const costPerUser = own(perUserKpi);
    const usersPerInhabitant = share(own(node.kpi), costPerUser);
    const otherUsers = mean((member) =>
      share(figureAt(figures, node.kpi, member, year), figureAt(figures, perUserKpi, member, year)),
    );
    const otherCostPerUser = share(other, otherUsers);
    const parts = decomposeProduct(usersPerInhabitant, costPerUser, otherUsers, otherCostPerUser);
    return {
      perUserKpi,
      usersPerInhabitant,
      otherUsersPerInhabitant: otherUsers,
      costPerUser,
      otherCostPerUser,
      volumeKronor: parts.volume * inhabitants,
      priceKronor: parts.price * inhabitants,
    };
  };

  return {
    ok: true,
    id: definition.id,
    unit: definition.unit,
    year,
    inhabitants,
    members,
    root: partOf(definition.root),
  };
}

/** No cost and no users is no share; a price of 0 would otherwise divide by 0. */
function share(cost: number, costPerUser: number): number {
  return costPerUser === 0 ? 0 : cost / costPerUser;
}

/** Under this share of the node on both sides a rest is only the rounding of floating numbers. */
const NO_REST = 1e-9;

function withRest(
  node: CostTreeNode,
  own: number,
  other: number,
  children: readonly CostTreePart[],
  inhabitants: number,
): readonly CostTreePart[] {
  if (children.length === 0) return children;
  const ownRest = own - children.reduce((sum, child) => sum + child.own, 0);
  const otherRest = other - children.reduce((sum, child) => sum + child.other, 0);
  if (Math.abs(ownRest) <= NO_REST * Math.abs(own) && Math.abs(otherRest) <= NO_REST * Math.abs(other)) return children;
  const rest = {
    id: `${node.id}.rest`,
    title: 'Övrigt',
    kpi: null,
    own: ownRest,
    other: otherRest,
    difference: ownRest - otherRest,
    kronor: (ownRest - otherRest) * inhabitants,
    byFactor: null,
    children: [],
  };
  return [...children, rest];
}

function kpisOfTree(node: CostTreeNode): string[] {
  return [
    node.kpi,
    ...(node.perUserKpi === undefined ? [] : [node.perUserKpi]),
    ...(node.children ?? []).flatMap(kpisOfTree),
  ];
}
