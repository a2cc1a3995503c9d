import type { FigureTable } from '@samband/analysis';
import type { Municipality } from '@samband/kolada';
import { describe, expect, test } from 'vitest';
import { chooseComparison, findMunicipality, latestFullYear, yearsWithFigures } from './choice.rules.ts';

const units: readonly Municipality[] = [
  { id: '0000', title: 'Riket', type: 'L' },
  { id: '9001', title: 'Almby', type: 'K' },
  { id: '9002', title: 'Örnäs', type: 'K' },
  { id: '9003', title: 'Åbyåsen', type: 'K' },
];

describe('finding a municipality', () => {
  test.each(['9002', 'Örnäs', 'örnäs', 'ORNAS', ' ornas ', 'Örnäs kommun'])('%j is Örnäs', (text) => {
    expect(findMunicipality(units, text)).toEqual({ ok: true, unit: '9002' });
  });

  test('the genitive before "kommun" is the municipality too', () => {
    expect(findMunicipality(units, 'Almbys kommun')).toEqual({ ok: true, unit: '9001' });
  });

  test('Riket and regions are no municipalities', () => {
    expect(findMunicipality(units, 'Riket').ok).toBe(false);
  });

  test('a misspelling gives the nearest names, and a huge text is no harm', () => {
    const answer = findMunicipality(units, 'Almbyy');
    expect(!answer.ok && answer.nearest[0]?.title).toBe('Almby');
    expect(findMunicipality(units, '😀%"\''.repeat(500)).ok).toBe(false);
  });

  test.each([
    ['Amby', 'Almby'],
    ['Örnös', 'Örnäs'],
    ['Almby, Skåne', 'Almby'],
    ['Åbyå', 'Åbyåsen'],
    ['9004', 'Almby'],
  ])('%j is alike, and %j comes first', (text, name) => {
    const answer = findMunicipality(units, text);
    expect(!answer.ok && { alike: answer.alike, first: answer.nearest[0]?.title }).toEqual({
      alike: true,
      first: name,
    });
  });

  test.each(['bya', 'Atlantis', '1234', 'x', '!!!'])(
    'nothing is like %j, and the nearest are named all the same',
    (text) => {
      const answer = findMunicipality(units, text);
      expect(!answer.ok && { alike: answer.alike, named: answer.nearest.length }).toEqual({ alike: false, named: 3 });
    },
  );

  test('near nothing lies nothing', () => {
    expect(findMunicipality(units, ' ')).toMatchObject({ ok: false, alike: false, nearest: [] });
  });

  test.each(['Almbys stad', 'almby stad'])('%j is Almby', (text) => {
    expect(findMunicipality(units, text)).toEqual({ ok: true, unit: '9001' });
  });
});

/** Two key figures, three municipalities and Riket; 2021 has just opened for reporting. */
const table: FigureTable = {
  kpis: ['N00001', 'N00002'],
  units: units.map(({ id }) => id),
  years: [2019, 2020, 2021],
  values: Float64Array.from([
    ...[1, 1, 2, 3, 1, 1, 2, 3, 1, Number.NaN, Number.NaN, Number.NaN],
    ...[Number.NaN, Number.NaN, Number.NaN, Number.NaN, 5, 1, 2, Number.NaN, 1, Number.NaN, Number.NaN, 3],
  ]),
};
const municipalities = ['9001', '9002', '9003'];

test('a year counts when half of the municipalities have values, whatever Riket has', () => {
  expect(yearsWithFigures(table, municipalities)).toEqual([2020, 2019]);
  expect(latestFullYear(table, municipalities)).toBe(2020);
});

test('an empty table has no years', () => {
  expect(yearsWithFigures({ kpis: [], units: [], years: [], values: new Float64Array() }, [])).toEqual([]);
  expect(latestFullYear({ kpis: [], units: [], years: [], values: new Float64Array() }, [])).toBeUndefined();
});

test('a comparison with chosen municipalities leaves oneself out, and an empty one is refused', () => {
  const groups = { similar: () => undefined, municipalityClass: () => undefined, byId: () => undefined };
  const chosen = chooseComparison(groups, municipalities, '9001', { kind: 'own', units: ['9001', '9003'] });
  expect(chosen.ok && chosen.comparison.unitsFor('lss', null)).toEqual(['9003']);
  expect(chooseComparison(groups, municipalities, '9001', { kind: 'own', units: ['9001'] })).toEqual({
    ok: false,
    reason: 'emptySet',
  });
  expect(chooseComparison(groups, municipalities, '9001', { kind: 'similar' })).toEqual({
    ok: false,
    reason: 'noSimilar',
  });
  expect(chooseComparison(groups, municipalities, '9001', { kind: 'class' })).toEqual({ ok: false, reason: 'noClass' });
});
