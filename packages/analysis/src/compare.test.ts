import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from './compare.ts';

const figures = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 60 });
const own = { kind: 'own', direction: 'low' } as const;

describe('a comparison', () => {
  test('gives n, rank, percentile, class, median and difference', () => {
    expect(compare(30, [10, 20, 40, 50], own)).toEqual({
      ok: true,
      n: 4,
      rank: 3,
      percentile: 50,
      quartileClass: 'middle',
      median: 30,
      difference: 0,
      relativeDifference: 0,
      smallGroup: true,
    });
  });

  test('divides by the absolute median, since figures may be negative, and not at all by 0', () => {
    const negative = compare(-8, [-10, -10, -10], own);
    expect(negative).toMatchObject({ difference: 2, relativeDifference: 0.2 });
    expect(compare(5, [-1, 0, 1], own)).toMatchObject({ relativeDifference: null });
  });

  test('is refused with a reason when the value is missing or too few have reported', () => {
    expect(compare(Number.NaN, [1, 2, 3], own)).toEqual({ ok: false, reason: 'valueMissing' });
    expect(compare(1, [1, Number.NaN, 3], { kind: 'similar', direction: 'low' })).toEqual({
      ok: false,
      reason: 'tooFew',
      n: 2,
      needed: 4,
    });
  });

  test('has no class without a direction, and all equal are in the middle', () => {
    expect(compare(1, [2, 3], { kind: 'own', direction: null })).toMatchObject({ quartileClass: null });
    expect(compare(7, [7, 7, 7], own)).toMatchObject({ quartileClass: 'middle', rank: 1, percentile: 50 });
  });

  test('puts a quarter at most in the best and the worst class', () => {
    const everyone = Array.from({ length: 40 }, (_, i) => i);
    const classes = everyone.map((value) => {
      const compared = compare(
        value,
        everyone.filter((other) => other !== value),
        own,
      );
      return compared.ok ? compared.quartileClass : undefined;
    });
    expect(classes.filter((c) => c === 'best').length).toBe(10);
    expect(classes.filter((c) => c === 'worst').length).toBe(10);
  });

  test('does not depend on the order of the others, and stays within its bounds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100, max: 100 }),
        figures,
        fc.constantFrom('low' as const, 'high' as const),
        (value, others, direction) => {
          const one = compare(value, others, { kind: 'own', direction });
          expect(compare(value, [...others].reverse(), { kind: 'own', direction })).toEqual(one);
          if (!one.ok) throw new Error('compared with at least one');
          expect(one.rank).toBeGreaterThanOrEqual(1);
          expect(one.rank).toBeLessThanOrEqual(others.length + 1);
          expect(one.percentile).toBeGreaterThan(0);
          expect(one.percentile).toBeLessThan(100);
        },
      ),
    );
  });

  test('mirrors when values and direction are turned', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 100 }), figures, (value, others) => {
        const low = compare(value, others, own);
        const high = compare(
          -value,
          others.map((other) => -other),
          { kind: 'own', direction: 'high' },
        );
        if (!low.ok || !high.ok) throw new Error('compared with at least one');
        expect([high.rank, high.quartileClass]).toEqual([low.rank, low.quartileClass]);
        expect(high.percentile).toBeCloseTo(100 - low.percentile, 9);
      }),
    );
  });
});
