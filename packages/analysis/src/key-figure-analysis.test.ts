import { describe, expect, test } from 'vitest';
import { codes, tableOf } from './figure-table.test-data.ts';
import { keyFigureAnalysis } from './key-figure-analysis.ts';

const municipalities = codes(100);
const units = [...municipalities, '0000'];
const years = [2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021];
const figures = tableOf(['N20900', 'X'], units, years, (kpi, unit, year) => {
  if (unit === 100) return 1;
  if (kpi === 'X' && unit === 5 && year > 2019) return undefined;
  return unit + (year - 2012) * 0.5;
});
const question = {
  figures,
  unit: '0105',
  year: 2021,
  municipalities,
  groups: [{ id: 'similar', units: ['0106', '0107', '0108', '0109', '0105'] }],
  direction: 'low' as const,
};

describe('the analysis of one key figure', () => {
  test('uses the latest year with a value at most two years back, and says so', () => {
    const analysis = keyFigureAnalysis({ ...question, kpi: 'X' });
    expect(analysis.usedYear).toBe(2019);
    expect(analysis.flags).toContainEqual({ code: 'olderYear', year: 2019 });
    expect(keyFigureAnalysis({ ...question, kpi: 'X', unit: '9999' })).toMatchObject({
      usedYear: null,
      value: null,
      rank: null,
      flags: [],
    });
  });

  test('leaves the municipality itself out of its group, and Riket out of the distribution', () => {
    const analysis = keyFigureAnalysis({ ...question, kpi: 'X' });
    expect(analysis.groups[0]?.median[0]).toBe(7.5);
    expect(analysis.distribution.every(({ unit }) => unit !== '0000')).toBe(true);
    expect(analysis.riket[0]).toBe(1);
    expect(analysis).toMatchObject({ rank: 6, n: 100, quartileClass: 'best' });
  });

  test('draws no trend across a break', () => {
    const analysis = keyFigureAnalysis({ ...question, kpi: 'N20900' });
    expect(analysis.trend).toMatchObject({ word: 'tooShort', n: 3 });
    expect(analysis.flags).toContainEqual({ code: 'breakInSeries', year: 2019 });
  });

  test('has a band of quartiles per year that does not depend on who asks', () => {
    const one = keyFigureAnalysis({ ...question, kpi: 'X' }).band;
    expect(keyFigureAnalysis({ ...question, kpi: 'X', unit: '0150' }).band).toEqual(one);
    expect(one.lower[0]).toBeLessThan(one.upper[0]!);
  });
});
