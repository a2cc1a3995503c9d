import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Archive, archiveStatus, exportArchive, importIntoArchive, openArchive } from './index.ts';
import { Trial } from './trial.ts';

const folder = resolve(import.meta.dirname, '../../../../../shared/kolada');

describe.skipIf(!existsSync(folder))('the real files (skipped unless ../shared/kolada is there)', () => {
  const trial = new Trial();
  let archive: Archive;
  beforeAll(async () => {
    const report = await importIntoArchive(trial.archive, {
      values: `${folder}/values-2010-2021.csv.gz`,
      catalogue: `${folder}/kpi-catalogue-v3-2026-03.json.gz`,
      units: `${folder}/municipality-v3-2026-03.json`,
      groups: `${folder}/municipality_groups-v3-2026-03.json.gz`,
    });
    expect(report).toMatchObject({
      rows: 940_174,
      numbers: 843_561,
      nulls: 96_613,
      kpis: 241,
      kpisWithoutCatalogue: [],
    });
    archive = await openArchive(trial.archive);
  }, 120_000);
  afterAll(async () => {
    await archive.close();
    trial[Symbol.dispose]();
  });

  it('are counted as they are described', async () => {
    expect(await archiveStatus(trial.archive)).toMatchObject({
      values: 843_561,
      nulls: 96_613,
      kpis: 6099,
      kpisWithValues: 241,
      units: 312,
      groups: 3630,
      firstYear: 2010,
      lastYear: 2021,
      unfinishedSync: false,
    });
    const groups = await archive.groups();
    expect(groups.filter((group) => group.kind === 'similar')).toHaveLength(3542);
    expect(groups.find((group) => group.id === 'G176601')).toMatchObject({
      area: 'äldreomsorg',
      edition: 2024,
      unitTitle: 'Lekeberg',
    });
  });

  it('have a zero index that is a zero, and indices that are missing', async () => {
    const table = await archive.figures({ kpis: ['U15900', 'U15010', 'U15401', 'U20900'], years: [2021, 2021] });
    const of = (kpi: number, unit: string) => table.values[kpi * table.units.length + table.units.indexOf(unit)];
    expect([of(0, '0319'), of(1, '0319'), of(2, '0319')]).toContain(0);
    expect(of(3, '1814')).toBeNaN();
  });

  it('give the same figures after an export and an import', async () => {
    await exportArchive(trial.archive, { parquetDir: `${trial.folder}/parquet` });
    const copy = `${trial.folder}/copy.duckdb`;
    await importIntoArchive(copy, {
      values: `${trial.folder}/parquet/values.parquet`,
      units: `${folder}/municipality-v3-2026-03.json`,
    });
    const other = await openArchive(copy);
    const kpis = (await other.kpis()).map((kpi) => kpi.id);
    for (const gender of ['T', 'K', 'M'] as const) {
      const [a, b] = [await archive.figures({ kpis, gender }), await other.figures({ kpis, gender })];
      expect(Buffer.from(a.values.buffer).equals(Buffer.from(b.values.buffer))).toBe(true);
    }
    expect(other.info.nulls).toBe(96_613);
    await other.close();
  }, 120_000);
});
