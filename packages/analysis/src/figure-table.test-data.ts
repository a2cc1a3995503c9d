import type { FigureTable } from './figure-table.ts';

/** A table from a rule; `undefined` is missing. */
export function tableOf(
  kpis: readonly string[],
  units: readonly string[],
  years: readonly number[],
  value: (kpi: string, unit: number, year: number) => number | undefined,
): FigureTable {
  const values = new Float64Array(kpis.length * years.length * units.length);
  let at = 0;
  for (const kpi of kpis)
    for (const year of years)
      for (let u = 0; u < units.length; u += 1) values[at++] = value(kpi, u, year) ?? Number.NaN;
  return { kpis, units, years, values };
}

/** Codes 0100, 0101, …: invented municipalities. */
export function codes(count: number): string[] {
  return Array.from({ length: count }, (_, i) => String(100 + i).padStart(4, '0'));
}
