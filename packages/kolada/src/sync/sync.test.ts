import { expect, it } from 'vitest';
import { openArchive } from '../archive/index.ts';
import { Trial, trialGroup, trialKpi, trialUnits } from '../archive/trial.ts';
import { createKoladaClient, KoladaHttpError } from '../client/index.ts';
import type { DataRow } from '../model.ts';
import { generatedSource, type MemoryContents, memorySource, startSimulator } from '../simulator/index.ts';
import { type SyncOptions, syncArchive } from './index.ts';

const january = () => new Date('2026-01-15T12:00:00.000Z');
const march = () => new Date('2026-03-15T12:00:00.000Z');

function row(kpi: string, municipality: string, period: number, value: number | null, status = ''): DataRow {
  return { kpi, municipality, period, values: [{ gender: 'T', count: 1, status, value, isDeleted: false }] };
}

function contents(rows: readonly DataRow[]): MemoryContents {
  return {
    kpis: [trialKpi('N00001'), trialKpi('N00002'), trialKpi('N00003')],
    municipalities: trialUnits,
    groups: [trialGroup('G1', 'Liknande kommuner förskola, Ekeberga, 2024', ['0102'])],
    rows,
  };
}

const plain = [
  row('N00001', '0101', 2019, 0),
  row('N00001', '0101', 2020, 1.5),
  row('N00001', '0102', 2020, null, 'Privacy'),
  row('N00001', '0000', 2020, 2),
  row('N00002', '0103', 2020, 3),
];

async function withSync(source: MemoryContents, options: Partial<SyncOptions> = {}) {
  const trial = new Trial();
  const simulator = await startSimulator(memorySource(source), { seed: 7 });
  const client = createKoladaClient({ baseUrl: simulator.url, retry: { attempts: 2, baseMs: 1 } });
  const sync = (more: Partial<SyncOptions> = {}) =>
    syncArchive(trial.archive, {
      client,
      selection: { everything: true },
      years: [2019, 2020],
      now: january,
      ...options,
      ...more,
    });
  const figures = async (kpi: string) => {
    const archive = await openArchive(trial.archive);
    const { values } = await archive.figures({ kpis: [kpi], years: [2019, 2020] });
    await archive.close();
    return [...values];
  };
  const stop = async () => {
    await simulator.close();
    trial[Symbol.dispose]();
  };
  return { trial, simulator, client, sync, figures, [Symbol.asyncDispose]: stop };
}

it('a first sync brings lists and figures, nulls with their word, and says what stayed silent', async () => {
  await using at = await withSync(contents(plain));
  const phases = new Set<string>();
  const report = await at.sync({ onProgress: ({ phase }) => phases.add(phase) });
  expect(report).toMatchObject({
    version: 1,
    kpis: 3,
    values: 5,
    resumed: 0,
    silent: ['N00003'],
    emptied: [],
    failed: [],
  });
  expect([...phases]).toEqual(['catalogue', 'figures', 'publishing', 'done']);
  const archive = await openArchive(at.trial.archive);
  expect(await at.figures('N00001')).toEqual([Number.NaN, 0, Number.NaN, Number.NaN, 2, 1.5, Number.NaN, Number.NaN]);
  expect(await archive.missing('N00001')).toEqual([{ unit: '0102', year: 2020, status: 'Privacy' }]);
  expect(await archive.groups()).toHaveLength(1);
  expect((await archive.fetchedAt(['N00002'])).get('N00002')).toBe(january().toISOString());
  await archive.close();
});

it('a later sync asks only for what changed, and a deleted figure becomes missing with a row in the log', async () => {
  await using at = await withSync(contents(plain));
  await at.sync();
  at.simulator.revise('N00001', '0101', 2020, 'T', 9, { date: '2026-02-01' });
  at.simulator.revise('N00002', '0103', 2020, 'T', null, { date: '2026-02-01', deleted: true });
  const before = at.simulator.requests().length;
  const report = await at.sync({ now: march });
  expect(report).toMatchObject({ version: 2, incremental: 3, revisions: 2, values: 2 });
  const asked = at.simulator
    .requests()
    .slice(before)
    .filter((request) => request.path.includes('/data'));
  expect(asked.every((request) => request.path.includes('from_date=2026-01-14'))).toBe(true);
  expect((await at.figures('N00001')).slice(4)).toEqual([2, 9, Number.NaN, Number.NaN]);
  const archive = await openArchive(at.trial.archive);
  expect(await archive.missing('N00002')).toEqual([{ unit: '0103', year: 2020, status: 'deleted' }]);
  expect((await archive.revisions({ sinceVersion: 1 })).map(({ kpi, old, new: now }) => [kpi, old, now])).toEqual([
    ['N00001', 1.5, 9],
    ['N00002', 3, null],
  ]);
  await archive.close();
});

it('a wider span of years is fetched whole again', async () => {
  await using at = await withSync(contents([...plain, row('N00001', '0101', 2018, 8)]));
  await at.sync();
  expect(await at.sync({ years: [2018, 2020] })).toMatchObject({ incremental: 0, values: 6, revisions: 0 });
});

it('a KPI that answers with nothing where it had figures is reported and kept', async () => {
  await using at = await withSync(contents(plain));
  await at.sync();
  await using silent = await withSync(contents(plain.slice(0, 4)));
  const report = await at.sync({ client: silent.client, years: [2018, 2020] });
  expect(report.emptied).toEqual(['N00002']);
  expect((await at.figures('N00002'))[7]).toBe(3);
});

it('a whole answer without rows that were there keeps them, and counts them by KPI', async () => {
  await using at = await withSync(contents([...plain, row('N00001', '0103', 2018, 7)]));
  await at.sync({ years: [2018, 2020] });
  await using poorer = await withSync(contents([row('N00001', '0000', 2020, 2), row('N00002', '0103', 2020, 3)]));
  const report = await at.sync({ client: poorer.client, years: [2017, 2020] });
  expect(report).toMatchObject({ emptied: [], revisions: 0, absent: [{ kpi: 'N00001', figures: 4 }] });
  expect(await at.figures('N00001')).toEqual([Number.NaN, 0, Number.NaN, Number.NaN, 2, 1.5, Number.NaN, Number.NaN]);
  expect((await at.sync({ client: poorer.client, years: [2017, 2020] })).absent).toEqual([]);
});

it('figures of units that are no longer asked about are kept and not counted as absent', async () => {
  const ofAll = [row('N00001', '0000', 2018, 1), row('N00001', '0101', 2018, 2), row('N00001', '0103', 2019, 3)];
  const withType = (municipalityType: 'A' | 'L', rows: readonly DataRow[]) => ({
    ...contents(rows),
    kpis: [trialKpi('N00001', { municipalityType })],
  });
  await using at = await withSync(withType('A', [...ofAll, row('N00001', '0000', 2019, 4)]));
  await at.sync({ years: [2018, 2020] });
  // Of Riket alone from now on: its figure for 2018 is not answered, and the municipalities' were not asked for.
  await using later = await withSync(withType('L', [row('N00001', '0000', 2019, 4)]));
  const report = await at.sync({ client: later.client, years: [2017, 2020] });
  expect(report).toMatchObject({ revisions: 0, absent: [{ kpi: 'N00001', figures: 1 }] });
  expect((await at.figures('N00001'))[3]).toBe(3);
});

it('an answer that cannot be read fails its own KPI and leaves what was there', async () => {
  await using at = await withSync(contents(plain));
  await at.sync();
  const spoilt = plain.map((each) =>
    each.kpi === 'N00002' ? row('N00002', '0103', 2020, '3,1' as unknown as number) : { ...each },
  );
  await using other = await withSync(contents(spoilt));
  const report = await at.sync({ client: other.client, years: [2018, 2020] });
  expect(report.failed).toMatchObject([{ kpi: 'N00002', message: expect.stringContaining('value') as unknown }]);
  expect((await at.figures('N00002'))[7]).toBe(3);
  expect((await at.figures('N00001'))[1]).toBe(0);
});

it('a list that comes back much shorter is not believed', async () => {
  await using at = await withSync(contents(plain));
  await at.sync();
  await using other = await withSync({ ...contents(plain), kpis: [trialKpi('N00001')] });
  const report = await at.sync({ client: other.client });
  expect(report.shrunk).toEqual([{ list: 'kpi', had: 3, got: 1 }]);
  const archive = await openArchive(at.trial.archive);
  expect((await archive.kpis()).every((kpi) => !kpi.vanished)).toBe(true);
  await archive.close();
});

it('group rows never come among the units, and only the genders asked for are kept', async () => {
  using trial = new Trial();
  await using simulator = await startSimulator(
    generatedSource({ kpis: 6, units: 40, years: [2019, 2020], genders: true, groups: 20 }),
    { faults: { shuffleGenders: true } },
  );
  const client = createKoladaClient({ baseUrl: simulator.url });
  await syncArchive(trial.archive, { client, selection: { everything: true }, years: [2019, 2020], genders: ['T'] });
  const archive = await openArchive(trial.archive);
  expect(await archive.units()).toHaveLength(40);
  expect(archive.info.values + archive.info.nulls).toBe(6 * 40 * 2);
  expect((await archive.figures({ gender: 'K' })).values.every(Number.isNaN)).toBe(true);
  await archive.close();
});

it('when Kolada stops answering nothing is published, and the next run takes up what was fetched', async () => {
  using trial = new Trial();
  await using simulator = await startSimulator(generatedSource({ kpis: 60, units: 40, years: [2020] }));
  const client = createKoladaClient({ baseUrl: simulator.url, retry: { attempts: 1 } });
  const options = { client, selection: { everything: true }, years: [2020, 2020] as const };
  const broken = syncArchive(trial.archive, {
    ...options,
    onProgress: ({ kpisDone }) => {
      if (kpisDone >= 25) simulator.setFaults({ serverError: 1 });
    },
  });
  await expect(broken).rejects.toBeInstanceOf(KoladaHttpError);
  await expect(openArchive(trial.archive)).rejects.toMatchObject({ code: 'missing' });
  simulator.setFaults({});
  const report = await syncArchive(trial.archive, options);
  expect(report.kpis).toBe(60);
  expect(report.resumed).toBeGreaterThanOrEqual(25);
});

it('a sync that is called off stops, and keeps what it has for the next', async () => {
  using trial = new Trial();
  await using simulator = await startSimulator(generatedSource({ kpis: 60, units: 40, years: [2020] }));
  const client = createKoladaClient({ baseUrl: simulator.url });
  const stop = new AbortController();
  const options = { client, selection: { everything: true }, years: [2020, 2020] as const };
  const called = syncArchive(trial.archive, {
    ...options,
    signal: stop.signal,
    onProgress: ({ kpisDone }) => {
      if (kpisDone >= 25) stop.abort();
    },
  });
  await expect(called).rejects.toThrow(/abort/i);
  expect((await syncArchive(trial.archive, options)).resumed).toBeGreaterThanOrEqual(25);
});
