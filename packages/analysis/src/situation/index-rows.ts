import { type AreaIndex, areaIndex, indexAreas } from '../area-index.ts';
import type { FigureTable } from '../figure-table.ts';
import { areaIndices } from '../key-figures/area-indices.ts';
import { median } from '../median.ts';
import type { Comparison } from './comparison.ts';
import type { IndexKind, IndexRow } from './index-row.ts';

const kinds: readonly IndexKind[] = ['resource', 'quality', 'efficiency'];

/** All areas' indices of a year, for every municipality; the rows of one municipality and the four fields read from them. */
export function areaIndicesOf(figures: FigureTable, municipalities: readonly string[], year: number): AreaIndex[] {
  return indexAreas.map((area) => areaIndex(figures, area, year, municipalities));
}

/**
 * The 18 rows of a municipality. Published comes first; own computation is shown (ranked, drawn) only where the municipality has
 * no published value and an own one exists.
 */
export function indexRows(
  indices: readonly AreaIndex[],
  municipalities: readonly string[],
  unit: string,
  comparison: Comparison,
): IndexRow[] {
  const position = municipalities.indexOf(unit);
  return indices.flatMap((index) => {
    const members =
      comparison.kind === 'all' ? new Set(municipalities) : new Set(comparison.unitsFor(index.area, null));
    return kinds.map((kind) => indexRow(index, kind, position, municipalities, members));
  });
}

function indexRow(
  index: AreaIndex,
  kind: IndexKind,
  position: number,
  municipalities: readonly string[],
  members: ReadonlySet<string>,
): IndexRow {
  const published = present(index.published[kind], position);
  const own = present(index.own[kind].index, position);
  const shown = published !== null ? 'published' : own !== null ? 'own' : 'none';
  const values = shown === 'own' ? index.own[kind].index : index.published[kind];
  const value = published ?? own;
  const group = values.filter((_, i) => i !== position && members.has(municipalities[i]!));
  const similarN = group.reduce((n, other) => n + (Number.isNaN(other) ? 0 : 1), 0);
  return {
    area: index.area,
    kind,
    kpi: areaIndices[index.area]![kind],
    year: index.year,
    published,
    own,
    ownReason: own === null ? index.own[kind].reasonAt(Math.max(position, 0)) : null,
    ownCertainty: index.own[kind].certainty,
    fromPublishedHalves: kind === 'efficiency' ? present(index.fromPublishedHalves, position) : null,
    shown,
    similarMedian: similarN === 0 ? null : median(group),
    similarN,
    rank: value === null ? null : 1 + values.reduce((better, other) => better + (other > value ? 1 : 0), 0),
    n: values.reduce((n, other) => n + (Number.isNaN(other) ? 0 : 1), 0),
    values,
  };
}

function present(values: Float64Array, position: number): number | null {
  const value = values[position] ?? Number.NaN;
  return Number.isNaN(value) ? null : value;
}
