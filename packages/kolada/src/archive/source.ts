import type { DataRow, DataValue } from '../model.ts';
import { genders } from '../model.ts';
import type { ChangedRow, SimulatorSource } from '../simulator/source.ts';
import type { Archive } from './archive.ts';

/** Lets the simulator answer from an archive, as Kolada would: nulls as rows of their own, nothing for what was never reported. */
export function archiveSource(archive: Archive): SimulatorSource {
  const remembered = new Map<string, Promise<RowsByYear>>();
  let version = archive.info.version;
  return {
    kpis: async () => (await archive.kpis()).filter((kpi) => !kpi.vanished),
    municipalities: () => archive.units(),
    groups: () => archive.groups(),
    kpiGroups: () => archive.kpiGroups(),
    years: () => {
      const { firstYear, lastYear } = archive.info;
      return firstYear === null || lastYear === null
        ? []
        : Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
    },
    async rows(kpi, year) {
      if (archive.info.version !== version) remembered.clear();
      version = archive.info.version;
      // One KPI is asked for year after year; reading all its years at once costs what one does.
      let rows = remembered.get(kpi);
      if (!rows) {
        rows = rowsOf(archive, kpi);
        remembered.set(kpi, rows);
        rows.catch(() => remembered.delete(kpi));
        if (remembered.size > kpisRemembered) remembered.delete(remembered.keys().next().value!);
      }
      return (await rows).get(year) ?? [];
    },
    async changedSince(date) {
      const changed = (await archive.revisions({ since: date })).map(
        ({ kpi, year, unit }): ChangedRow => ({ kpi, year, unit }),
      );
      return changed;
    },
  };
}

type RowsByYear = ReadonlyMap<number, readonly DataRow[]>;

const kpisRemembered = 50;

async function rowsOf(archive: Archive, kpi: string): Promise<RowsByYear> {
  const rows = new Map<string, { period: number; municipality: string; values: DataValue[] }>();
  const put = (period: number, municipality: string, value: DataValue) => {
    const key = `${period} ${municipality}`;
    const row = rows.get(key) ?? { period, municipality, values: [] };
    row.values.push(value);
    rows.set(key, row);
  };
  for (const gender of genders) {
    const table = await archive.figures({ kpis: [kpi], gender });
    table.values.forEach((value, index) => {
      if (Number.isNaN(value)) return;
      const [year, unit] = [Math.floor(index / table.units.length), index % table.units.length];
      put(table.years[year]!, table.units[unit]!, { gender, count: 1, status: '', value, isDeleted: false });
    });
    for (const { year, unit, status } of await archive.missing(kpi, gender)) {
      put(year, unit, { gender, count: 1, status, value: null, isDeleted: false });
    }
  }
  return Map.groupBy(
    rows.values().map((row) => ({ kpi, ...row })),
    ({ period }) => period,
  );
}
