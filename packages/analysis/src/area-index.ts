import { type CompositeIndex, compositeIndex } from './composite-index.ts';
import { efficiencyFromHalves } from './efficiency-from-halves.ts';
import { type FigureTable, figureAt, figuresOf, positionsOf } from './figure-table.ts';
import { type Certainty, type ComponentSet, componentSetFor } from './index-components.ts';
import { areaIndices } from './key-figures/area-indices.ts';
import type { IndexArea, OwnIndexReason } from './situation/index-row.ts';

/** In which fewer municipalities with all components than this, an own index is not computed. */
export const MINIMUM_FOR_INDEX = 40;

export const indexAreas: readonly IndexArea[] = [
  'preschool',
  'compulsorySchool',
  'upperSecondarySchool',
  'elderCare',
  'lss',
  'socialAssistance',
];

export interface OwnHalf {
  /** Per municipality; `NaN` where there is none. */
  readonly index: Float64Array;
  readonly certainty: Certainty | null;
  /** Why municipality i has none; null where it has. */
  readonly reasonAt: (i: number) => OwnIndexReason | null;
}

export interface AreaIndex {
  readonly area: IndexArea;
  readonly year: number;
  readonly published: { readonly [kind in 'resource' | 'quality' | 'efficiency']: Float64Array };
  readonly own: { readonly [kind in 'resource' | 'quality' | 'efficiency']: OwnHalf };
  readonly fromPublishedHalves: Float64Array;
}

/**
 * All three indices of an area and year for every municipality: as published, from components where the components are known
 * and in the table, and efficiency recomputed from the published halves. Method: docs/methods/rka-index.md.
 *
 * Only efficiency from two *own* halves is called own; halves of mixed origin are not joined.
 */
export function areaIndex(
  figures: FigureTable,
  area: IndexArea,
  year: number,
  municipalities: readonly string[],
): AreaIndex {
  const ids = areaIndices[area]!;
  const published = {
    resource: figuresOf(figures, ids.resource, year, municipalities),
    quality: figuresOf(figures, ids.quality, year, municipalities),
    efficiency: figuresOf(figures, ids.efficiency, year, municipalities),
  };
  const resource = ownHalf(figures, area, 'resource', year, municipalities);
  const quality = ownHalf(figures, area, 'quality', year, municipalities);
  return {
    area,
    year,
    published,
    own: { resource, quality, efficiency: ownEfficiency(resource, quality) },
    fromPublishedHalves: efficiencyFromHalves(published.resource, published.quality).scores,
  };
}

function ownHalf(
  figures: FigureTable,
  area: IndexArea,
  kind: 'resource' | 'quality',
  year: number,
  municipalities: readonly string[],
): OwnHalf {
  const none = (reason: OwnIndexReason, certainty: Certainty | null = null): OwnHalf => ({
    index: new Float64Array(municipalities.length).fill(Number.NaN),
    certainty,
    reasonAt: () => reason,
  });
  const set = componentSetFor(area, kind, year);
  if (!set) return none({ code: 'noComponentSet' });
  if (!set.recompute) return none({ code: 'componentsUncertain' }, set.certainty);
  const known = positionsOf(figures).kpi;
  const absent = set.components.map((component) => component.kpi).filter((kpi) => !known.has(kpi));
  if (absent.length > 0) return none({ code: 'componentNotInTable', kpis: absent }, set.certainty);
  const composite = computeSet(figures, set, year, municipalities);
  if (composite.n < MINIMUM_FOR_INDEX) {
    // In the catalogue but never fetched, or not measured that year: then the key figure is the reason, not the municipalities.
    const empty = set.components
      .map((component) => component.kpi)
      .filter((kpi) => composite.missing.every((missing) => missing.includes(kpi)));
    if (empty.length > 0) return none({ code: 'componentNotInTable', kpis: empty }, set.certainty);
    return none({ code: 'tooFewMunicipalities', n: composite.n }, set.certainty);
  }
  return {
    index: composite.index,
    certainty: set.certainty,
    reasonAt: (i) =>
      Number.isNaN(composite.index[i]!) ? { code: 'componentMissing', kpis: composite.missing[i]! } : null,
  };
}

function computeSet(
  figures: FigureTable,
  set: ComponentSet,
  year: number,
  municipalities: readonly string[],
): CompositeIndex {
  return compositeIndex(
    set.components.map((component) => ({
      ...component,
      values: Float64Array.from(municipalities, (unit) =>
        withStandIn(figures, component.kpi, unit, year, set.whenMissing),
      ),
    })),
  );
}

function withStandIn(
  figures: FigureTable,
  kpi: string,
  unit: string,
  year: number,
  whenMissing: ComponentSet['whenMissing'],
): number {
  const value = figureAt(figures, kpi, unit, year);
  if (!Number.isNaN(value) || whenMissing === 'none') return value;
  const before = figureAt(figures, kpi, unit, year - 1);
  if (!Number.isNaN(before) || whenMissing === 'yearBefore') return before;
  return figureAt(figures, kpi, unit, year + 1);
}

function ownEfficiency(resource: OwnHalf, quality: OwnHalf): OwnHalf {
  const index = efficiencyFromHalves(resource.index, quality.index).scores;
  return {
    index,
    certainty:
      resource.certainty === null || quality.certainty === null
        ? null
        : resource.certainty === 'certain' && quality.certainty === 'certain'
          ? 'certain'
          : 'inferred',
    reasonAt: (i) => {
      if (!Number.isNaN(index[i]!)) return null;
      const halves: ('resource' | 'quality')[] = [];
      if (Number.isNaN(resource.index[i]!)) halves.push('resource');
      if (Number.isNaN(quality.index[i]!)) halves.push('quality');
      return { code: 'halfMissing', halves };
    },
  };
}
