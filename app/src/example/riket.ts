import { keyFigureOf } from '@samband/analysis';
import type { Model } from './model.ts';

/** The country: counts are added, rates weighed by inhabitants. Indices and cost deviations have none, as in Kolada. */
export function riketOf(kpi: string, model: Model): (t: number) => number {
  const figure = keyFigureOf(kpi);
  if (!figure || figure.index?.role === 'published' || figure.costBase === 'deviation') return () => Number.NaN;
  const at = model.get(kpi);
  const inhabitants = model.get('N01951');
  const isCount =
    (figure.unit === 'antal' &&
      figure.perspective !== 'quality' &&
      kpi !== 'N15752' &&
      figure.perspective !== 'resource') ||
    figure.unit === 'tkr';
  const decimals = figure.unit.startsWith('kr/') || isCount ? 1 : figure.unit.startsWith('koeff') ? 1_000 : 100;
  return (t) => {
    let sum = 0;
    let weights = 0;
    for (let u = 0; u < model.municipalities.length; u += 1) {
      const value = at(u, t);
      if (Number.isNaN(value)) continue;
      const weight = isCount ? 1 : inhabitants(u, t);
      sum += value * weight;
      weights += weight;
    }
    if (weights === 0) return Number.NaN;
    return Math.round((isCount ? sum : sum / weights) * decimals) / decimals;
  };
}
