import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facit } from './facit.test-data.ts';
import { mannKendall } from './mann-kendall.ts';
import { relativeDevelopment } from './relative-development.ts';
import { theilSen } from './theil-sen.ts';
import { trend } from './trend.ts';
import { volatility } from './volatility.ts';

const close = (ours: number, theirs: string | undefined): void =>
  expect(Math.abs(ours - Number(theirs))).toBeLessThanOrEqual(1e-10 * Math.max(1, Math.abs(Number(theirs))));

describe('Mann–Kendall and Theil–Sen agree with R', () => {
  const rows = facit('series.csv');
  for (const expected of facit('trends.csv')) {
    test(`${expected.series} (${expected.how})`, () => {
      const own = rows.filter(({ series }) => series === expected.series);
      const years = own.map(({ year }) => Number(year));
      const values = own.map(({ value }) => Number(value));
      const found = mannKendall(values);
      expect(found.s).toBe(Number(expected.s));
      close(found.varianceOfS, expected.variance);
      close(found.tau, expected.tau);
      close(found.p, expected.p);
      const line = theilSen(years, values, found.varianceOfS);
      close(line.slope!, expected.slope);
      close(line.low!, expected.low);
      close(line.high!, expected.high);
      close(line.intercept!, expected.intercept);
    });
  }
});

describe('a trend', () => {
  const years = [2014, 2015, 2016, 2017, 2018, 2019, 2020];

  test('has a word that follows from the rule', () => {
    expect(trend(years, [1, 2, 3, 4, 5, 6, 7]).word).toBe('rising');
    expect(trend(years, [7, 6, 5, 4, 3, 2, 1]).word).toBe('falling');
    expect(trend(years, [100, 100, 100, 100, 100, 100, 100]).word).toBe('unchanged');
    expect(trend(years, [100, 100.2, 99.9, 100.1, 100, 99.8, 100.3]).word).toBe('unchanged');
    expect(trend(years, [1, 9, 2, 8, 3, 7, 4]).word).toBe('noCertainTrend');
    expect(trend(years.slice(0, 4), [1, 2, 3, 4]).word).toBe('tooShort');
    expect(trend([], []).word).toBe('tooShort');
  });

  test('is not called rising for a certain but negligible change', () => {
    expect(trend(years, [1000, 1000.1, 1000.2, 1000.3, 1000.4, 1000.5, 1000.6]).word).toBe('unchanged');
  });

  test('passes over gaps, uses the real distance between years and names the years that lack a value', () => {
    const gappy = trend([2014, 2015, 2016, 2017, 2018, 2019, 2020], [Number.NaN, 10, Number.NaN, 14, 16, 18, 20]);
    expect(gappy.slope).toBe(2);
    expect(gappy.gaps).toEqual([2016]);
    expect(gappy.n).toBe(5);
  });

  test('turns its sign when the values do', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 5, maxLength: 12 }), (values) => {
        const at = values.map((_, i) => 2000 + i);
        const up = trend(at, values);
        const down = trend(
          at,
          values.map((value) => -value),
        );
        expect(up.slope! + down.slope!).toBeCloseTo(0, 9);
        expect(up.p).toBeCloseTo(down.p!, 12);
        expect(up.low!).toBeLessThanOrEqual(up.slope!);
        expect(up.high!).toBeGreaterThanOrEqual(up.slope!);
        expect(up.p).toBeGreaterThan(0);
        expect(up.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('against the comparison is the trend of the gap', () => {
    const development = relativeDevelopment(years, [10, 12, 14, 16, 18, 20, 22], [10, 11, 12, 13, 14, 15, 16]);
    expect(development.trend.slope).toBe(1);
    expect(development.trend.word).toBe('rising');
  });
});

describe('volatility', () => {
  test('is 0 for a steady movement and needs four values', () => {
    expect(volatility([10, 12, 14, 16])).toBe(0);
    expect(volatility([10, 12, 14])).toBeNaN();
    expect(volatility([10, 14, 10, 14, 10])).toBeCloseTo((1.4826 * 8) / Math.sqrt(6), 10);
  });

  test('does not change when a steady trend is added', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 10 }),
        fc.integer({ min: -9, max: 9 }),
        (values, slope) => {
          expect(volatility(values.map((value, i) => value + slope * i))).toBeCloseTo(volatility(values), 9);
        },
      ),
    );
  });
});
