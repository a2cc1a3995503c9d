import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatDate,
  formatDateTime,
  formatDay,
  formatFigure,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRank,
  formatSigned,
  formatWeek,
  weekNumber,
} from './format.ts';

const plain = (text: string) => text.replaceAll('\u00a0', '_').replaceAll('\u2212', '~');

describe('numbers', () => {
  test('Swedish numbers have a no-break space between thousands, a comma, and a real minus', () => {
    expect(plain(formatNumber(1234567.891, 'sv', 1))).toBe('1_234_567,9');
    expect(plain(formatNumber(-1234.5, 'sv', 1))).toBe('~1_234,5');
    expect(plain(formatNumber(999, 'sv'))).toBe('999');
  });

  test('English numbers have commas and a point', () => {
    expect(formatNumber(1234567.891, 'en', 1)).toBe('1,234,567.9');
  });

  test('what is rounded to zero has no minus, and halves go away from zero', () => {
    expect(formatNumber(-0.04, 'sv', 1)).toBe('0,0');
    expect(formatNumber(1.005, 'sv', 2)).toBe('1,01');
    expect(plain(formatNumber(-2.5, 'sv'))).toBe('~3');
  });

  test('a number that is not finite is refused, for a missing figure is never written as one', () => {
    expect(() => formatNumber(Number.NaN, 'sv')).toThrow(/finite/);
  });

  test('differences carry their sign, and no difference has none', () => {
    expect([formatSigned(1.4, 'sv', 1), plain(formatSigned(-1.4, 'sv', 1)), formatSigned(0, 'sv', 1)]).toEqual([
      '+1,4',
      '~1,4',
      '0,0',
    ]);
  });

  test('a key figure has as many decimals as it deserves', () => {
    expect([168_420.4, 48.23, 3.407, 12].map((value) => plain(formatFigure(value, 'sv')))).toEqual([
      '168_420',
      '48,2',
      '3,41',
      '12',
    ]);
  });

  test('kronor are told in the size people speak of', () => {
    expect([9_800, 184_400, 25_600_000, -1_250_000].map((value) => plain(formatMoney(value, 'sv')))).toEqual([
      '9_800_kr',
      '184_tkr',
      '25,6_mnkr',
      '~1,3_mnkr',
    ]);
  });

  test('percent and rank read as in the situation analysis', () => {
    expect(plain(formatPercent(20.3, 'sv'))).toBe('20,3_%');
    expect(formatRank(277, 290)).toBe('277/290');
  });

  test('any number written in Swedish can be read back within its rounding', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e12, max: 1e12, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (value, decimals) => {
          const read = Number(
            plain(formatNumber(value, 'sv', decimals))
              .replaceAll('_', '')
              .replace('~', '-')
              .replace(',', '.'),
          );
          expect(Math.abs(read - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals * 1.001 + Math.abs(value) * 1e-14);
        },
      ),
    );
  });
});

describe('dates', () => {
  test('an instant is written in Swedish time, summer and winter', () => {
    expect(formatDateTime('2024-07-01T22:30:00Z')).toBe('2024-07-02 00:30');
    expect(formatDateTime('2024-01-01T22:30:00Z')).toBe('2024-01-01 23:30');
    expect(formatDate('2024-03-31T00:59:00Z')).toBe('2024-03-31');
    expect(formatDateTime('2024-03-31T01:00:00Z')).toBe('2024-03-31 03:00');
    expect(formatDateTime('2024-10-27T01:00:00Z')).toBe('2024-10-27 02:00');
  });

  test('a date without a time is taken as it stands', () => {
    expect(formatDate('2024-08-30')).toBe('2024-08-30');
  });

  test('weeks are counted as ISO 8601 does around new year', () => {
    expect(['2020-12-31', '2021-01-01', '2021-01-04', '2026-09-09', '2024-12-30'].map(weekNumber)).toEqual([
      53, 53, 1, 37, 1,
    ]);
    expect(plain(formatWeek('2026-09-09', 'sv'))).toBe('v._37');
  });

  test('a near day is written without its year', () => {
    expect(plain(formatDay('2026-09-05', 'sv'))).toBe('5_sep');
  });
});
