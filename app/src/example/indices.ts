import {
  areaIndices,
  type ComponentValues,
  componentSetFor,
  compositeIndex,
  efficiencyFromHalves,
} from '@samband/analysis';
import type { Model } from './model.ts';

type IndexArea = Parameters<typeof componentSetFor>[0];

/** The components of elder care's quality index are not public in all detail; the example takes these. */
const elderCareQuality = [
  { kpi: 'U21504', wanted: 'high', weight: 1 },
  { kpi: 'U21463', wanted: 'high', weight: 1 },
  { kpi: 'U23520', wanted: 'high', weight: 1 },
  { kpi: 'U23470', wanted: 'high', weight: 1 },
  { kpi: 'U23401', wanted: 'low', weight: 1 },
] as const;

/** The published indices, by RKA's rule, from the components as they are reported. They begin in 2016, LSS quality in 2017. */
export function publishIndices(model: Model): void {
  for (const [area, ids] of Object.entries(areaIndices) as [IndexArea, (typeof areaIndices)[IndexArea]][]) {
    if (!ids) continue;
    const halves = (['resource', 'quality'] as const).map((kind) =>
      perYear(model, ids[kind], (t, year) => half(model, area, kind, t, year)),
    );
    perYear(
      model,
      ids.efficiency,
      (t) => efficiencyFromHalves(column(model, halves[0]!, t), column(model, halves[1]!, t)).scores,
    );
  }
}

function half(model: Model, area: IndexArea, kind: 'resource' | 'quality', t: number, year: number): Float64Array {
  const units = model.municipalities.length;
  const components =
    area === 'elderCare' && kind === 'quality' ? elderCareQuality : componentSetFor(area, kind, year)?.components;
  if (!components || year < (area === 'lss' && kind === 'quality' ? 2017 : 2016))
    return new Float64Array(units).fill(Number.NaN);
  const values = components.map(
    ({ kpi, wanted, weight }): ComponentValues => ({
      kpi,
      wanted,
      weight,
      values: withYearBefore(model, kpi, t, area === 'lss' || (area === 'elderCare' && kind === 'quality')),
    }),
  );
  return compositeIndex(values).index;
}

/** LSS, and the quality of elder care, let the year before stand in for a missing answer. */
function withYearBefore(model: Model, kpi: string, t: number, allowed: boolean): Float64Array {
  const now = column(model, model.seriesOf(kpi)!, t);
  if (!allowed || t === 0) return now;
  const before = column(model, model.seriesOf(kpi)!, t - 1);
  return now.map((value, u) => (Number.isNaN(value) ? before[u]! : value));
}

function perYear(model: Model, kpi: string, of: (t: number, year: number) => Float64Array): Float64Array {
  const columns = model.years.map((year, t) => of(t, year));
  model.set(kpi, null, (u, t) => columns[t]![u]!);
  return model.seriesOf(kpi)!;
}

function column(model: Model, series: Float64Array, t: number): Float64Array {
  const units = model.municipalities.length;
  return series.subarray(t * units, (t + 1) * units);
}
