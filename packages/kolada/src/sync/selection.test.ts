import { expect, it } from 'vitest';
import { trialKpi } from '../archive/trial.ts';
import { batchKpis, dayBefore, selectKpis } from './selection.ts';

const catalogue = [
  trialKpi('N00001', { operatingArea: 'Förskola' }),
  trialKpi('N00002', { operatingArea: 'Grundskola' }),
  trialKpi('N00003', { operatingArea: 'Grundskola', municipalityType: 'L' }),
  trialKpi('U00001', { operatingArea: 'Äldreomsorg', municipalityType: 'A' }),
];
const groups = [
  {
    id: 'G2KPI1',
    title: 'Blandat',
    members: [
      { id: 'U00001', title: '' },
      { id: 'N99999', title: '' },
    ],
  },
];
const chosen = (selection: Parameters<typeof selectKpis>[0]) =>
  selectKpis(selection, catalogue, groups).kpis.map((kpi) => kpi.id);

it('KPIs, groups and areas add up, each KPI once and in catalogue order', () => {
  expect(chosen({ kpis: ['U00001', 'N00001'], kpiGroups: ['G2KPI1'], operatingAreas: ['Grundskola'] })).toEqual([
    'N00001',
    'N00002',
    'N00003',
    'U00001',
  ]);
  expect(chosen({ everything: true, municipalitiesOnly: true })).toEqual(['N00001', 'N00002', 'U00001']);
  expect(chosen({})).toEqual([]);
});

it('what the catalogue does not know is named', () => {
  const { unknown } = selectKpis(
    { kpis: ['N12345'], kpiGroups: ['G2KPI9'], operatingAreas: ['Hamnar'] },
    catalogue,
    groups,
  );
  expect(unknown).toEqual(['N12345', 'G2KPI9', 'Hamnar']);
});

it('only KPIs with the same kind of unit and the same day since share a question', () => {
  const batches = batchKpis(catalogue, new Map([['N00002', '2026-01-01']]), 25);
  expect(batches.map((batch) => [batch.type, batch.fromDate, batch.kpis.join()])).toEqual([
    ['K', null, 'N00001'],
    ['K', '2026-01-01', 'N00002'],
    ['L', null, 'N00003'],
    ['A', null, 'U00001'],
  ]);
  expect(
    batchKpis(
      Array.from({ length: 60 }, (_, at) => trialKpi(`N${10000 + at}`)),
      new Map(),
      25,
    ).map((b) => b.kpis.length),
  ).toEqual([25, 25, 10]);
});

it('the day asked from is one earlier than the fetch', () => {
  expect(dayBefore('2026-03-01T00:30:00.000Z')).toBe('2026-02-28');
});
