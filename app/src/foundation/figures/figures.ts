import type { FigureTable } from '@samband/analysis';
import type { Archive, ArchiveKpi, Gender, Municipality } from '@samband/kolada';
import { type GroupIndex, indexGroups } from './groups.ts';

/** One published version of an archive, read into memory as far as the pages need it. Immutable: a newer version is a new object. */
export interface Figures {
  readonly archive: Archive;
  readonly info: Archive['info'];
  /** All units in the archive's order, regions and Riket among them. */
  readonly units: readonly Municipality[];
  /** Codes of the municipalities, in the same order. */
  readonly municipalities: readonly string[];
  readonly catalogue: ReadonlyMap<string, ArchiveKpi>;
  readonly groups: GroupIndex;
  /** Key figures of the map, gender T, all years. */
  readonly table: FigureTable;
  readonly title: (unit: string) => string;
  /** Values of any key figure by gender; the map's own totals come from memory. */
  series(kpi: string, gender: Gender): Promise<FigureTable>;
  /** When the values of a key figure were fetched, as an ISO time. */
  fetchedAt(kpi: string): string | undefined;
}

/** The texts of six thousand key figures take a tenth of a second: a command that asks once of those in the map reads theirs alone. */
export async function readFigures(
  archive: Archive,
  mapped: readonly string[],
  catalogueOf: 'all' | 'mapped' = 'all',
): Promise<Figures> {
  const [kpis, units, groups] = await Promise.all([
    catalogueOf === 'all' ? archive.kpis() : archive.kpis(mapped),
    archive.units(),
    archive.groups(),
  ]);
  const catalogue = new Map(kpis.map((kpi) => [kpi.id, kpi]));
  const known = mapped.filter((kpi) => catalogue.has(kpi));
  const [table, fetched] = [await archive.figures({ kpis: known, gender: 'T' }), await archive.fetchedAt(known)];
  const titles = new Map(units.map(({ id, title }) => [id, title]));
  const inMemory = new Set(known);
  const recent = new Map<string, Promise<FigureTable>>();
  return {
    archive,
    info: archive.info,
    units,
    municipalities: units.filter(({ type }) => type === 'K').map(({ id }) => id),
    catalogue,
    groups: indexGroups(groups, units),
    table,
    title: (unit) => titles.get(unit) ?? unit,
    series(kpi, gender) {
      if (gender === 'T' && inMemory.has(kpi)) return Promise.resolve(table);
      const key = `${kpi}/${gender}`;
      const series = recent.get(key) ?? archive.figures({ kpis: [kpi], gender });
      remember(recent, key, series, 200);
      return series;
    },
    fetchedAt: (kpi) => fetched.get(kpi),
  };
}

/** Keeps the most recently used entries: a Map gives its oldest key first. */
export function remember<V>(cache: Map<string, V>, key: string, value: V, size: number): void {
  cache.delete(key);
  cache.set(key, value);
  if (cache.size > size) cache.delete(cache.keys().next().value!);
}
