import type { DataRow, Group, Kpi, Municipality, Ou, OuDataRow } from '../model.ts';
import type { SimulatorSource } from './source.ts';

export interface MemoryContents {
  kpis: readonly Kpi[];
  municipalities: readonly Municipality[];
  groups?: readonly Group[];
  kpiGroups?: readonly Group[];
  ous?: readonly Ou[];
  readonly rows: readonly DataRow[];
  readonly ouRows?: readonly OuDataRow[];
}

/** For tests. The catalogue lists of `contents` may be replaced between requests, as Kolada does with its own. */
export function memorySource(contents: MemoryContents): SimulatorSource {
  const blocks = Map.groupBy(contents.rows, (row) => `${row.kpi}/${row.period}`);
  const ouBlocks = Map.groupBy(contents.ouRows ?? [], (row) => `${row.kpi}/${row.period}`);
  const years = [...new Set([...contents.rows, ...(contents.ouRows ?? [])].map((row) => row.period))].sort(
    (a, b) => a - b,
  );
  return {
    kpis: () => contents.kpis,
    municipalities: () => contents.municipalities,
    groups: () => contents.groups ?? [],
    kpiGroups: () => contents.kpiGroups ?? [],
    ous: () => contents.ous ?? [],
    years: () => years,
    rows: (kpi, year) => blocks.get(`${kpi}/${year}`) ?? [],
    ouRows: (kpi, year) => ouBlocks.get(`${kpi}/${year}`) ?? [],
  };
}
