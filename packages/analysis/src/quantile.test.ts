import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facit, samples } from './facit.test-data.ts';
import { median, medianAbsoluteDeviation } from './median.ts';
import { normalDistribution } from './normal-distribution.ts';
import { type QuantileType, quantile, rankAtFraction } from './quantile.ts';
import { sortedPresent } from './sorted.ts';

const figures = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 60 });
const types = fc.constantFrom<QuantileType>(1, 2, 6, 7);

describe('quantiles, median and MAD agree with R', () => {
  const inputs = samples();
  for (const { sample, measure, type, p, value } of facit('quantiles.csv')) {
    test(`${measure} ${type ?? ''} of ${sample} at ${p}`, () => {
      const values = inputs.get(sample!)!;
      const ours =
        measure === 'median'
          ? median(values)
          : measure === 'mad'
            ? medianAbsoluteDeviation(values)
            : quantile(sortedPresent(values), Number(p), Number(type) as QuantileType);
      expect(Math.abs(ours - Number(value))).toBeLessThanOrEqual(1e-10 * Math.max(1, Math.abs(Number(value))));
    });
  }

  test('the normal distribution agrees with R’s pnorm, far tails included', () => {
    for (const { z, p } of facit('normal.csv')) {
      expect(Math.abs(normalDistribution(Number(z)) - Number(p)) / Number(p)).toBeLessThan(1e-10);
    }
  });
});

describe('a quantile', () => {
  test('lies between the smallest and the greatest value, and rises with p', () => {
    fc.assert(
      fc.property(
        figures,
        types,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, type, a, b) => {
          const sorted = sortedPresent(values);
          const low = quantile(sorted, Math.min(a, b), type);
          const high = quantile(sorted, Math.max(a, b), type);
          const slack = 1e-9 * Math.max(1, Math.abs(low), Math.abs(high));
          expect(low).toBeGreaterThanOrEqual(sorted[0]! - slack);
          expect(high).toBeLessThanOrEqual(sorted.at(-1)! + slack);
          expect(low).toBeLessThanOrEqual(high + slack);
        },
      ),
    );
  });

  test('of type 1 is one of the values', () => {
    fc.assert(
      fc.property(figures, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        expect(values).toContain(quantile(sortedPresent(values), p, 1));
      }),
    );
  });

  test('of no values is missing, and a p outside 0–1 is refused', () => {
    expect(quantile([], 0.5, 7)).toBeNaN();
    expect(() => quantile([1], 1.1, 7)).toThrow('1.1');
  });

  test('of type 1 at 1/40 and 39/40 has the rank in whole numbers', () => {
    for (let n = 1; n <= 400; n += 1) {
      expect(rankAtFraction(n, 1, 40)).toBe(Math.floor((n + 39) / 40));
      expect(rankAtFraction(n, 39, 40)).toBe(Math.floor((39 * n + 39) / 40));
    }
    expect([rankAtFraction(276, 1, 40), rankAtFraction(276, 39, 40)]).toEqual([7, 270]);
    expect(rankAtFraction(280, 1, 40)).toBe(7);
  });
});

describe('the median', () => {
  test('does not depend on the order, and missing values are left out', () => {
    fc.assert(
      fc.property(figures, (values) => {
        expect(median([...values, Number.NaN].reverse())).toBe(median(values));
        expect(medianAbsoluteDeviation([...values].reverse())).toBe(medianAbsoluteDeviation(values));
      }),
    );
    expect(median([Number.NaN])).toBeNaN();
  });
});
