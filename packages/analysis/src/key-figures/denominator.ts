import type { Denominator } from './types.ts';

/**
 * Kronor that one unit of the figure is worth, so that `gap × kronorPerUnit` is an amount in kronor.
 * `figureOf` gives the municipality's value of a KPI in the year of the gap, NaN when missing; the answer is then NaN.
 *
 * - `kpi`: the count itself (kr/inv × inhabitants).
 * - `sum`: the counts together (kr/inv 65+ × (65–79 + 80+)).
 * - `product`: factor × all of them (kr/inv 0–20 × share in per cent × inhabitants × 0.01).
 * - `quotient`: all of them multiplied, by one more: users = kr per inhabitant × inhabitants / kr per user.
 * - `firstOf`: the first that has a number; a count that is published comes before one that is worked out.
 * - `shareOfReference`: the figure is a deviation in per cent of a reference cost; one percentage point is
 *   reference per inhabitant × inhabitants / 100. Without the reference it follows from the same deviation in
 *   million kronor, unless the deviation is so near zero that rounding would decide.
 */
export function kronorPerUnit(denominator: Denominator, figureOf: (kpi: string) => number): number {
  switch (denominator.kind) {
    case 'kpi':
      return figureOf(denominator.kpi);
    case 'sum':
      return denominator.kpis.reduce((sum, kpi) => sum + figureOf(kpi), 0);
    case 'product':
      return denominator.kpis.reduce((product, kpi) => product * figureOf(kpi), denominator.factor);
    case 'quotient': {
      const divisor = figureOf(denominator.by);
      if (divisor === 0) return Number.NaN;
      return denominator.kpis.reduce((product, kpi) => product * figureOf(kpi), 1) / divisor;
    }
    case 'firstOf': {
      for (const each of denominator.of) {
        const worth = kronorPerUnit(each, figureOf);
        if (!Number.isNaN(worth)) return worth;
      }
      return Number.NaN;
    }
    case 'shareOfReference': {
      const fromReference = (figureOf(denominator.referenceKpi) * figureOf(denominator.populationKpi)) / 100;
      if (!Number.isNaN(fromReference)) return fromReference;
      const deviation = figureOf(denominator.deviationKpi);
      return Math.abs(deviation) < 0.5 ? Number.NaN : (figureOf(denominator.amountKpi) * 1e6) / deviation;
    }
  }
}

/** Every KPI that a denominator reads. */
export function kpisOf(denominator: Denominator): readonly string[] {
  switch (denominator.kind) {
    case 'kpi':
      return [denominator.kpi];
    case 'sum':
    case 'product':
      return denominator.kpis;
    case 'quotient':
      return [...denominator.kpis, denominator.by];
    case 'firstOf':
      return denominator.of.flatMap(kpisOf);
    case 'shareOfReference':
      return [denominator.referenceKpi, denominator.populationKpi, denominator.deviationKpi, denominator.amountKpi];
  }
}
