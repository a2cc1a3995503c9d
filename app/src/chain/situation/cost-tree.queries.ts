import {
  type Area,
  type CostTree,
  type CostTreeDefinition,
  costDeviations,
  costTree,
  costTrees,
  figureAt,
  median,
} from '@samband/analysis';
import type { Figures } from '../../foundation/figures/index.ts';
import { type Choice, chooseComparison } from './choice.rules.ts';

export interface CostTreeView {
  readonly definition: CostTreeDefinition;
  readonly tree: CostTree;
  readonly deviations: readonly CostDeviationRow[];
}

/** Net cost against reference cost for one service. */
export interface CostDeviationRow {
  readonly area: Area;
  readonly kpi: string;
  readonly percent: number;
  readonly kronor: number | null;
  readonly referencePerInhabitant: number | null;
  readonly comparisonMedian: number | null;
}

export type CostTreeAnswer =
  | { readonly ok: true; readonly view: CostTreeView }
  | { readonly ok: false; readonly reason: 'noSimilar' | 'noClass' | 'emptySet' };

export function costTreeOf(figures: Figures, choice: Choice, treeId: string): CostTreeAnswer {
  const chosen = chooseComparison(figures.groups, figures.municipalities, choice.unit, choice.compareWith);
  if (!chosen.ok) return chosen;
  const definition = costTrees.find(({ id }) => id === treeId) ?? costTrees[0]!;
  const membersFor = (area: Area) => chosen.comparison.unitsFor(area, null);
  const tree = costTree(figures.table, definition, choice.unit, choice.year, membersFor(definition.area));
  return { ok: true, view: { definition, tree, deviations: deviationsOf(figures, choice, membersFor) } };
}

function deviationsOf(
  figures: Figures,
  { unit, year }: Choice,
  membersFor: (area: Area) => readonly string[],
): readonly CostDeviationRow[] {
  const at = (kpi: string, code: string) => figureAt(figures.table, kpi, code, year);
  const known = (value: number) => (Number.isNaN(value) ? null : value);
  return Object.entries(costDeviations).flatMap(([name, { percent, millionKronor, referencePerInhabitant }]) => {
    const area = name as Area;
    const value = at(percent, unit);
    if (Number.isNaN(value)) return [];
    const others = membersFor(area)
      .filter((code) => code !== unit)
      .map((code) => at(percent, code))
      .filter((other) => !Number.isNaN(other));
    const amount = at(millionKronor, unit);
    return [
      {
        area,
        kpi: percent,
        percent: value,
        kronor: Number.isNaN(amount) ? null : amount * 1e6,
        referencePerInhabitant: known(at(referencePerInhabitant, unit)),
        comparisonMedian: others.length === 0 ? null : median(others),
      },
    ];
  });
}
