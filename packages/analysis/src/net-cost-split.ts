import { decomposeNetCost } from './decompose.ts';
import { type FigureTable, figureAt } from './figure-table.ts';
import type { Area } from './key-figure.ts';
import { costDeviations } from './key-figures/area-indices.ts';

/** kr per inhabitant. */
export interface NetCost {
  readonly netCost: number;
  readonly referenceCost: number;
}

export type NetCostSplit =
  | {
      readonly ok: true;
      readonly own: NetCost;
      /** Mean over the members that have both figures. */
      readonly other: NetCost;
      readonly members: readonly string[];
      readonly inhabitants: number;
      readonly differenceKronor: number;
      /** What conditions explain. */
      readonly structureKronor: number;
      /** What is left: ambition, quality, efficiency. */
      readonly beyondStructureKronor: number;
    }
  | { readonly ok: false; readonly reason: 'noReferenceCost' | 'noComparison' }
  | { readonly ok: false; readonly reason: 'ownMissing'; readonly kpis: readonly string[] };

const INHABITANTS = 'N01951';

/**
 * The difference in net cost (nettokostnad) against a comparison, split into what structure explains (referenskostnad) and what
 * is left (nettokostnadsavvikelse), in kronor. Net cost per inhabitant = reference cost · (1 + deviation / 100).
 *
 * The two parts add up exactly. The comparison is a mean, as in the cost tree. Missing: own figures stop it and are named; a
 * member that lacks either is left out. Not comparable before 2019, when the method changed.
 *
 * @example netCostSplit(figures, 'elderCare', '1814', 2020, members)
 */
export function netCostSplit(
  figures: FigureTable,
  area: Area,
  unit: string,
  year: number,
  others: readonly string[],
): NetCostSplit {
  const ids = costDeviations[area];
  if (!ids || !figures.kpis.includes(ids.referencePerInhabitant)) return { ok: false, reason: 'noReferenceCost' };
  const needed = [ids.percent, ids.referencePerInhabitant, INHABITANTS];
  const missing = needed.filter((kpi) => Number.isNaN(figureAt(figures, kpi, unit, year)));
  if (missing.length > 0) return { ok: false, reason: 'ownMissing', kpis: missing };
  const netCostOf = (of: string): NetCost => {
    const referenceCost = figureAt(figures, ids.referencePerInhabitant, of, year);
    return { referenceCost, netCost: referenceCost * (1 + figureAt(figures, ids.percent, of, year) / 100) };
  };
  const members = others.filter((other) => other !== unit && !Number.isNaN(netCostOf(other).netCost));
  if (members.length === 0) return { ok: false, reason: 'noComparison' };
  const own = netCostOf(unit);
  const other = {
    netCost: members.reduce((sum, member) => sum + netCostOf(member).netCost, 0) / members.length,
    referenceCost: members.reduce((sum, member) => sum + netCostOf(member).referenceCost, 0) / members.length,
  };
  const inhabitants = figureAt(figures, INHABITANTS, unit, year);
  const parts = decomposeNetCost(own.netCost, own.referenceCost, other.netCost, other.referenceCost);
  return {
    ok: true,
    own,
    other,
    members,
    inhabitants,
    differenceKronor: (own.netCost - other.netCost) * inhabitants,
    structureKronor: parts.structure * inhabitants,
    beyondStructureKronor: parts.beyondStructure * inhabitants,
  };
}
