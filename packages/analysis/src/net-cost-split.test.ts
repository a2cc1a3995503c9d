import { expect, test } from 'vitest';
import { tableOf } from './figure-table.test-data.ts';
import { netCostSplit } from './net-cost-split.ts';

const units = ['a', 'b', 'c', 'd'];
const figures = tableOf(['N01951', 'N20900', 'N20016'], units, [2020], (kpi, unit) => {
  if (kpi === 'N01951') return 1000;
  if (kpi === 'N20016') return unit === 3 ? undefined : [10_000, 9_000, 9_000][unit];
  return [20, 0, 10, 5][unit];
});

test('structure and the rest add up to the difference in net cost', () => {
  const split = netCostSplit(figures, 'elderCare', 'a', 2020, units);
  if (!split.ok) throw new Error(split.reason);
  expect(split.members).toEqual(['b', 'c']);
  expect(split.own.netCost).toBeCloseTo(12_000, 9);
  expect(split.structureKronor).toBeCloseTo(1_000_000, 6);
  expect(split.structureKronor + split.beyondStructureKronor).toBeCloseTo(split.differenceKronor, 6);
});

test('what is missing is named, and an area without reference cost says so', () => {
  expect(netCostSplit(figures, 'elderCare', 'd', 2020, units)).toEqual({
    ok: false,
    reason: 'ownMissing',
    kpis: ['N20016'],
  });
  expect(netCostSplit(figures, 'lss', 'a', 2020, units)).toEqual({ ok: false, reason: 'noReferenceCost' });
  expect(netCostSplit(figures, 'elderCare', 'a', 2020, ['a', 'd'])).toEqual({ ok: false, reason: 'noComparison' });
});
