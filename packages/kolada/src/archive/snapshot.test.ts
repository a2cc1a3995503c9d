import { expect, it } from 'vitest';
import { createSnapshot, diffSnapshot, exportArchive, importIntoArchive, openArchive, type Snapshot } from './index.ts';
import { Trial, trialGroup, trialKpi } from './trial.ts';

const title = 'Liknande kommuner förskola, Ekeberga, 2024';

async function standing(): Promise<Trial> {
  const trial = new Trial();
  await importIntoArchive(trial.archive, {
    units: trial.units(),
    catalogue: trial.kpis([trialKpi('N00001'), trialKpi('N00002')]),
    groups: trial.groups([trialGroup('G1', title, ['0102'])]),
    values: trial.values(
      'N00001,0101,2019,T,1',
      'N00001,0101,2020,T,0',
      'N00001,0102,2020,T,',
      'N00002,0103,2020,K,3.5',
    ),
    fetchedAt: '2026-01-01T00:00:00.000Z',
  });
  return trial;
}

it('a snapshot holds what was used, survives JSON, and differs in nothing from what it was taken of', async () => {
  using trial = await standing();
  const archive = await openArchive(trial.archive);
  const selection = {
    kpis: ['N00001', 'N00002'],
    genders: ['T', 'K'] as const,
    groups: ['G1'],
    years: [2019, 2020] as const,
  };
  const snapshot = JSON.parse(JSON.stringify(await createSnapshot(archive, selection))) as Snapshot;
  expect(snapshot.archive.version).toBe(1);
  expect(snapshot.kpis[0]).toMatchObject({
    id: 'N00001',
    title: 'Nyckeltal N00001',
    fetchedAt: '2026-01-01T00:00:00.000Z',
  });
  expect(snapshot.groups[0]).toMatchObject({ id: 'G1', edition: 2024, members: [{ id: '0102', title: 'Björkhult' }] });
  expect(snapshot.series.find((each) => each.kpi === 'N00001' && each.gender === 'T')).toMatchObject({
    values: [
      [null, 1, null, null],
      [null, 0, null, null],
    ],
    missing: [{ unit: '0102', year: 2020, status: '' }],
  });
  expect(await diffSnapshot(archive, snapshot)).toEqual([]);
  expect((await createSnapshot(archive, { ...selection, now: () => new Date(0) })).id).toBe(snapshot.id);
  expect((await createSnapshot(archive, { ...selection, kpis: ['N00001'] })).id).not.toBe(snapshot.id);
  await archive.close();
});

it('after a later fetch the diff lists values, members and texts that moved', async () => {
  using trial = await standing();
  const archive = await openArchive(trial.archive);
  const snapshot = await createSnapshot(archive, { kpis: ['N00001', 'N00002'], genders: ['T', 'K'], groups: ['G1'] });
  await importIntoArchive(trial.archive, {
    catalogue: trial.kpis([trialKpi('N00001', { title: 'Nytt namn' })]),
    groups: trial.groups([trialGroup('G1', title.replace('2024', '2025'), ['0103'])]),
    values: trial.values('N00001,0101,2020,T,2', 'N00001,0102,2020,T,7', 'N00002,0103,2020,K,', 'N00001,0101,2019,T,1'),
  });
  await archive.refresh();
  expect(await diffSnapshot(archive, snapshot)).toEqual([
    { kind: 'kpiText', kpi: 'N00001', field: 'title', old: 'Nyckeltal N00001', new: 'Nytt namn' },
    { kind: 'kpiVanished', kpi: 'N00002', old: 'Nyckeltal N00002' },
    { kind: 'groupTitle', group: 'G1', old: title, new: title.replace('2024', '2025') },
    { kind: 'members', group: 'G1', added: ['0103'], removed: ['0102'] },
    { kind: 'value', kpi: 'N00001', year: 2020, unit: '0101', gender: 'T', old: 0, new: 2 },
    { kind: 'value', kpi: 'N00001', year: 2020, unit: '0102', gender: 'T', old: null, new: 7 },
    { kind: 'value', kpi: 'N00002', year: 2020, unit: '0103', gender: 'K', old: 3.5, new: null },
  ]);
  await archive.close();
});

it('what is exported as Parquet can be imported again, figure for figure', async () => {
  using trial = await standing();
  const { files } = await exportArchive(trial.archive, { parquetDir: `${trial.folder}/parquet` });
  expect(files.map((file) => file.path.split('/').at(-1))).toEqual([
    'values.parquet',
    'kpi.parquet',
    'municipality.parquet',
    'municipality_groups.parquet',
    'kpi_groups.parquet',
    'revisions.parquet',
  ]);
  const copy = `${trial.folder}/copy.duckdb`;
  const report = await importIntoArchive(copy, {
    values: `${trial.folder}/parquet/values.parquet`,
    units: trial.units(),
  });
  expect(report).toMatchObject({ rows: 4, numbers: 3, nulls: 1 });
  const [one, other] = [await openArchive(trial.archive), await openArchive(copy)];
  for (const gender of ['T', 'K'] as const) {
    const query = { kpis: ['N00001', 'N00002'], gender, years: [2019, 2020] as const };
    expect((await other.figures(query)).values).toEqual((await one.figures(query)).values);
    expect(await other.missing('N00001', gender)).toEqual(await one.missing('N00001', gender));
  }
  await Promise.all([one.close(), other.close()]);
});

it('a Parquet file with other columns is refused', async () => {
  using trial = await standing();
  await exportArchive(trial.archive, { parquetDir: trial.folder });
  await expect(importIntoArchive(trial.archive, { values: `${trial.folder}/kpi.parquet` })).rejects.toMatchObject({
    faults: [{ fault: 'wrongColumns' }],
  });
  const text = trial.file('text.parquet', 'not Parquet');
  await expect(importIntoArchive(trial.archive, { values: text })).rejects.toMatchObject({
    faults: [{ fault: 'notParquet' }],
  });
});
