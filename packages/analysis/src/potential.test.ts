import { expect, test } from 'vitest';
import { potentialInKronor } from './potential.ts';

const perInhabitant80 = { kpi: 'N23006', denominator: { kind: 'kpi', kpi: 'N01957' } } as const;

test('a gap per inhabitant becomes kronor by the inhabitants of that age', () => {
  expect(potentialInKronor(perInhabitant80, 168_420, 139_870, () => 444)).toMatchObject({
    ok: true,
    kronor: 12_676_200,
    kronorPerUnit: 444,
  });
});

test('a cheaper municipality has a negative amount', () => {
  expect(potentialInKronor(perInhabitant80, 100, 150, () => 10)).toMatchObject({ ok: true, kronor: -500 });
});

test('a deviation in per cent counts on the reference cost', () => {
  const figures: Record<string, number> = { N20016: 12_000, N01951: 10_000 };
  const deviation = {
    kpi: 'N20900',
    denominator: {
      kind: 'shareOfReference',
      referenceKpi: 'N20016',
      populationKpi: 'N01951',
      deviationKpi: 'N20900',
      amountKpi: 'N20029',
    },
  } as const;
  expect(potentialInKronor(deviation, 20, 10, (kpi) => figures[kpi] ?? Number.NaN)).toMatchObject({
    ok: true,
    kronor: 12_000_000,
  });
});

test('what cannot be told says why', () => {
  const missing = (): number => Number.NaN;
  expect(potentialInKronor(perInhabitant80, 1, 2, missing)).toEqual({
    ok: false,
    reason: 'denominatorMissing',
    kpis: ['N01957'],
  });
  expect(potentialInKronor(perInhabitant80, Number.NaN, 2, () => 1)).toMatchObject({
    ok: false,
    reason: 'ownValueMissing',
  });
  expect(potentialInKronor(perInhabitant80, 1, Number.NaN, () => 1)).toMatchObject({
    ok: false,
    reason: 'comparisonMissing',
  });
  expect(
    potentialInKronor({ kpi: 'U23471', denominator: null, noVolumeReason: 'notMoney' }, 1, 2, () => 1),
  ).toMatchObject({ ok: false, reason: 'notMoney' });
});
