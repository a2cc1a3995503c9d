import { describe, expect, test } from 'vitest';
import { facit } from './facit.test-data.ts';
import { tCritical, tTwoSidedP } from './t-distribution.ts';

describe("Student's t", () => {
  test('has the p-values and critical values of R, in the middle and far out', () => {
    for (const { t, df, p, critical95 } of facit('t-distribution.csv')) {
      const expected = Number(p);
      expect(Math.abs(tTwoSidedP(Number(t), Number(df)) - expected), `t ${t}, df ${df}`).toBeLessThanOrEqual(
        1e-11 * expected,
      );
      expect(Math.abs(tTwoSidedP(-Number(t), Number(df)) - expected)).toBeLessThanOrEqual(1e-11 * expected);
      expect(tCritical(0.05, Number(df))).toBeCloseTo(Number(critical95), 10);
    }
  });

  test('gives back the p that a critical value was asked for', () => {
    for (const df of [1, 2, 7, 30, 500]) {
      for (const p of [1, 0.9, 0.5, 0.1, 0.01, 1e-6]) expect(tTwoSidedP(tCritical(p, df), df) / p).toBeCloseTo(1, 9);
    }
  });

  test('is never surer than certain', () => {
    expect(tTwoSidedP(0, 3)).toBe(1);
    expect(tTwoSidedP(Number.POSITIVE_INFINITY, 3)).toBe(0);
    expect(tTwoSidedP(1e200, 3)).toBe(0);
    expect(() => tTwoSidedP(1, 0)).toThrow('degrees of freedom');
    expect(() => tCritical(0, 5)).toThrow('tCritical');
  });
});
