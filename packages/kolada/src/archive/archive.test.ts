import { existsSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createArchive, importIntoArchive, openArchive } from './index.ts';
import { Trial, trialGroup, trialKpi, trialUnits } from './trial.ts';

const january = () => new Date('2026-01-15T12:00:00.000Z');
const march = () => new Date('2026-03-15T12:00:00.000Z');

async function small(trial: Trial, ...rows: string[]) {
  return importIntoArchive(trial.archive, {
    units: trial.units(),
    catalogue: trial.kpis([trialKpi('N00001'), trialKpi('N00002'), trialKpi('U00001')]),
    values: trial.values(...rows),
    now: january,
  });
}

it('figures come back where they belong, a zero as a zero and a missing one as missing', async () => {
  using trial = new Trial();
  const report = await small(
    trial,
    'N00001,0101,2019,T,0',
    'N00001,0101,2020,T,',
    'N00002,0103,2021,T,-7.25',
    'N00001,0102,2020,K,3',
  );
  expect(report).toMatchObject({ version: 1, rows: 4, numbers: 3, nulls: 1, kpis: 2, kpisWithoutCatalogue: [] });

  const archive = await openArchive(trial.archive);
  const table = await archive.figures();
  expect(table.kpis).toEqual(['N00001', 'N00002', 'U00001']);
  expect(table.units).toEqual(trialUnits.map((unit) => unit.id));
  expect(table.years).toEqual([2019, 2020, 2021]);
  const at = (kpi: number, year: number, unit: number) => table.values[(kpi * 3 + year) * 4 + unit];
  expect(at(0, 0, 1)).toBe(0);
  expect(at(0, 1, 1)).toBeNaN();
  expect(at(1, 2, 3)).toBe(-7.25);
  expect(table.values.filter((value) => !Number.isNaN(value))).toHaveLength(2);
  expect(await archive.missing('N00001')).toEqual([{ unit: '0101', year: 2020, status: '' }]);
  expect((await archive.figures({ gender: 'K', kpis: ['N00001'], years: [2020, 2020] })).values[2]).toBe(3);
  await archive.close();
});

it('figures in shared memory are the same figures', async () => {
  using trial = new Trial();
  await small(trial, 'N00001,0101,2019,T,1', 'N00002,0103,2021,T,-7.25');
  const archive = await openArchive(trial.archive);
  const shared = await archive.figures({ inSharedMemory: true });
  expect(shared.values.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(shared).toEqual(await archive.figures());
  await archive.close();
});

it('KPIs come in the order asked for, unknown ones empty and repeated ones twice', async () => {
  using trial = new Trial();
  await small(trial, 'N00001,0101,2020,T,1', 'N00002,0101,2020,T,2');
  const archive = await openArchive(trial.archive);
  const table = await archive.figures({ kpis: ['N00002', 'N99999', 'N00001', 'N00002'] });
  expect([0, 1, 2, 3].map((kpi) => table.values[kpi * 4 + 1])).toEqual([2, Number.NaN, 1, 2]);
  expect((await archive.figures({ kpis: [] })).values).toHaveLength(0);
  expect((await archive.figures({ kpis: ['N00001'], years: [1990, 1991] })).values.every(Number.isNaN)).toBe(true);
  await archive.close();
});

it('an archive without any figure answers with empty tables', async () => {
  using trial = new Trial();
  await importIntoArchive(trial.archive, { units: trial.units(), catalogue: trial.kpis([trialKpi('N00001')]) });
  const archive = await openArchive(trial.archive);
  expect(archive.info).toMatchObject({ values: 0, firstYear: null, lastYear: null, fetchedAt: '' });
  expect((await archive.figures()).values).toHaveLength(0);
  await archive.close();
});

it('a second import keeps what it does not speak of and logs what it changes', async () => {
  using trial = new Trial();
  await small(trial, 'N00001,0101,2020,T,1', 'N00001,0102,2020,T,2', 'N00001,0103,2020,T,');
  const report = await importIntoArchive(trial.archive, {
    values: trial.values(
      'N00001,0101,2020,T,1',
      'N00001,0102,2020,T,2.5',
      'N00001,0103,2020,T,9',
      'N00001,0101,2021,T,4',
    ),
    now: march,
  });
  expect(report).toMatchObject({ version: 2, revisions: 2 });
  const archive = await openArchive(trial.archive);
  expect([...(await archive.figures({ kpis: ['N00001'], years: [2020, 2020] })).values.slice(1)]).toEqual([1, 2.5, 9]);
  expect(await archive.revisions({ sinceVersion: 1 })).toEqual([
    {
      kpi: 'N00001',
      unit: '0102',
      year: 2020,
      gender: 'T',
      old: 2,
      new: 2.5,
      seenAt: march().toISOString(),
      version: 2,
    },
    {
      kpi: 'N00001',
      unit: '0103',
      year: 2020,
      gender: 'T',
      old: null,
      new: 9,
      seenAt: march().toISOString(),
      version: 2,
    },
  ]);
  expect(await archive.revisions({ kpis: ['N00002'] })).toEqual([]);
  expect(await archive.missing('N00001')).toEqual([]);
  expect(await archive.fetchedAt(['N00001', 'N00002'])).toEqual(new Map([['N00001', march().toISOString()]]));
  await archive.close();
});

it('a vanished KPI and a changed group stay readable as they were', async () => {
  using trial = new Trial();
  const title = 'Liknande kommuner förskola, Ekeberga, 2024';
  await importIntoArchive(trial.archive, {
    units: trial.units(),
    catalogue: trial.kpis([trialKpi('N00001', { publicationDate: '2026-04-01' }), trialKpi('N00002')]),
    groups: trial.groups([trialGroup('G1', title, ['0102']), trialGroup('G2', 'Nätverket', ['0101'])]),
    kpiGroups: trial.groups(
      [{ id: 'G2KPI1', title: 'Grupp', members: [{ id: 'N00002', title: 'Två' }] }],
      'kpi_groups',
    ),
    values: trial.values('N00002,0101,2020,T,2'),
    now: january,
  });
  await importIntoArchive(trial.archive, {
    catalogue: trial.kpis([trialKpi('N00001', { publicationDate: '2027-04-01' })]),
    groups: trial.groups([trialGroup('G1', title, ['0103'])]),
    now: march,
  });
  const archive = await openArchive(trial.archive);
  const [first, second] = await archive.kpis();
  expect(first).toMatchObject({ vanished: false, publicationDate: '2027-04-01' });
  expect(second).toMatchObject({
    id: 'N00002',
    vanished: true,
    title: 'Nyckeltal N00002',
    valueCount: 1,
    lastSeen: january().toISOString(),
  });
  expect(await archive.kpis(['N00002', 'N99999'])).toEqual([second]);
  expect(await archive.kpis([])).toEqual([]);
  expect((await archive.figures({ kpis: ['N00002'] })).values[1]).toBe(2);
  expect((await archive.kpiHistory('N00001')).map((text) => [text.publicationDate, text.validTo])).toEqual([
    ['2026-04-01', march().toISOString()],
    ['2027-04-01', null],
  ]);
  expect((await archive.groups()).map((group) => group.members[0]?.id)).toEqual(['0103']);
  expect((await archive.groups())[0]).toMatchObject({
    kind: 'similar',
    edition: 2024,
    area: 'förskola',
    unitTitle: 'Ekeberga',
  });
  expect((await archive.groupsAsOf('2026-02-01')).map((group) => group.members[0]?.id)).toEqual(['0102', '0101']);
  expect(await archive.groupsAsOf('2025-01-01')).toEqual([]);
  expect((await archive.kpiGroups())[0]?.members[0]?.title).toBe('Två');
  await archive.close();
});

it('a new municipality is added at the end, and the others keep their places', async () => {
  using trial = new Trial();
  await small(trial, 'N00001,0101,2020,T,1');
  await importIntoArchive(trial.archive, {
    units: trial.units([{ id: '0100', title: 'Aspö', type: 'K' }, ...trialUnits]),
    values: trial.values('N00001,0100,2020,T,5'),
  });
  const archive = await openArchive(trial.archive);
  const table = await archive.figures({ kpis: ['N00001'] });
  expect(table.units.at(-1)).toBe('0100');
  expect([table.values[1], table.values[4]]).toEqual([1, 5]);
  await archive.close();
});

it('a reader goes on with its own version until it refreshes', async () => {
  using trial = new Trial();
  await small(trial, 'N00001,0101,2020,T,1');
  const archive = await openArchive(trial.archive);
  const value = async () => (await archive.figures({ kpis: ['N00001'] })).values[1];
  expect(await archive.refresh()).toBe(false);
  await importIntoArchive(trial.archive, { values: trial.values('N00001,0101,2020,T,2') });
  expect([await value(), archive.info.version]).toEqual([1, 1]);

  const asked = archive.figures({ kpis: ['N00001'] });
  expect(await archive.refresh()).toBe(true);
  expect((await asked).values[1]).toBe(1);
  expect([await value(), archive.info.version]).toEqual([2, 2]);
  await archive.close();
  await expect(value()).rejects.toMatchObject({ code: 'closed' });
});

it('a writer leaves nothing behind but the archive', async () => {
  using trial = new Trial();
  await small(trial, 'N00001,0101,2020,T,1');
  trial.file('kolada.duckdb.next', 'half of something');
  await importIntoArchive(trial.archive, { values: trial.values('N00001,0101,2020,T,2') });
  expect(readdirSync(trial.folder).filter((name) => name.startsWith('kolada'))).toEqual(['kolada.duckdb']);
});

it('generated figures are written in one go and read back alike', async () => {
  using trial = new Trial();
  const kpis = Array.from({ length: 30 }, (_, index) => trialKpi(`N${String(90 - index).padStart(5, '0')}`));
  const years = [2018, 2019, 2020];
  const units = trialUnits.map((unit) => unit.id).reverse();
  const values = Float64Array.from({ length: 30 * 3 * 4 }, (_, index) => (index % 5 === 0 ? Number.NaN : index / 8));
  const table = { kpis: kpis.map((kpi) => kpi.id), units, years, values };
  const content = { kpis, units: trialUnits, tables: { T: table }, exampleData: true };
  expect(await createArchive(trial.archive, content)).toEqual({ values: 288 });
  await expect(createArchive(trial.archive, content)).rejects.toMatchObject({ code: 'exists' });
  const archive = await openArchive(trial.archive);
  expect(archive.info).toMatchObject({ exampleData: true, values: 288, firstYear: 2018, lastYear: 2020 });
  const read = await archive.figures({ kpis: table.kpis });
  for (let at = 0; at < values.length; at += 4) {
    expect([...read.values.slice(at, at + 4)]).toEqual([...values.slice(at, at + 4)].reverse());
  }
  await archive.close();
  await createArchive(trial.archive, { ...content, replace: true });
  expect(existsSync(trial.archive)).toBe(true);
});
