import type { DataRow, Group, Kpi, Municipality, Ou, OuDataRow } from '../model.ts';

type Answer<T> = T | Promise<T>;

/** Where the simulator takes its figures: memory, a generator, an archive. Lists are asked for at every request, so a source may change. */
export interface SimulatorSource {
  kpis(): Answer<readonly Kpi[]>;
  municipalities(): Answer<readonly Municipality[]>;
  groups(): Answer<readonly Group[]>;
  kpiGroups(): Answer<readonly Group[]>;
  /** Every year for which some KPI has rows. */
  years(): Answer<readonly number[]>;
  /**
   * The rows of municipalities, regions and Riket for one KPI and year; never group rows, which the simulator computes.
   * `units`, when given, are the only ones that will be used: a source may skip the rest but need not.
   */
  rows(kpi: string, year: number, units?: ReadonlySet<string>): Answer<readonly DataRow[]>;
  ous?(): Answer<readonly Ou[]>;
  ouRows?(kpi: string, year: number): Answer<readonly OuDataRow[]>;
  /** What changed on or after `date` (`YYYY-MM-DD`). Without it every row counts as changed on 2000-01-01. */
  changedSince?(date: string): Answer<readonly ChangedRow[]>;
}

export interface ChangedRow {
  readonly kpi: string;
  readonly year: number;
  readonly unit: string;
}
