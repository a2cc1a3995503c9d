import type { FigureRevision } from '@samband/kolada';
import type { Figures } from '../../foundation/figures/index.ts';
import { searchKeyFigures } from './key-figure-search.queries.ts';

export interface RevisionFilter {
  readonly q: string;
  readonly year: number | undefined;
  readonly unit: string | undefined;
  readonly version: number | undefined;
}

export interface AllRevisions {
  /** Latest first, then by key figure, year and unit. */
  readonly rows: readonly FigureRevision[];
  readonly byKpi: ReadonlyMap<string, readonly FigureRevision[]>;
  readonly years: readonly number[];
  readonly syncs: readonly { readonly version: number; readonly seenAt: string }[];
}

const remembered = new WeakMap<Figures, Promise<AllRevisions>>();

/** Every change the archive has seen; the same for everyone, so it is read once for each version of the archive. */
export function allRevisions(figures: Figures): Promise<AllRevisions> {
  const known = remembered.get(figures) ?? readAll(figures);
  remembered.set(figures, known);
  known.catch(() => remembered.delete(figures));
  return known;
}

async function readAll(figures: Figures): Promise<AllRevisions> {
  const rows = [...(await figures.archive.revisions())].sort((a, b) => b.version - a.version);
  return {
    rows,
    byKpi: Map.groupBy(rows, ({ kpi }) => kpi),
    years: [...new Set(rows.map(({ year }) => year))].sort((a, b) => b - a),
    syncs: [...new Map(rows.map(({ version, seenAt }) => [version, { version, seenAt }])).values()],
  };
}

export function filterRevisions(
  figures: Figures,
  { rows }: AllRevisions,
  { q, year, unit, version }: RevisionFilter,
): readonly FigureRevision[] {
  const kpis =
    q === '' ? undefined : new Set(searchKeyFigures(figures, q, figures.catalogue.size).map(({ kpi }) => kpi));
  return rows.filter(
    (row) =>
      (kpis === undefined || kpis.has(row.kpi)) &&
      (year === undefined || row.year === year) &&
      (unit === undefined || row.unit === unit) &&
      (version === undefined || row.version === version),
  );
}
