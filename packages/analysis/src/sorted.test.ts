import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { medianAbsoluteDeviation } from './median.ts';
import { countAtOrBelow, countBelow, sortedForNow, sortedPresent } from './sorted.ts';

/** Values as key figures have them: spread out, in steps with many equal, or crowded with a few far away; some missing. */
const values = fc
  .tuple(
    fc.constantFrom(
      fc.double({ noDefaultInfinity: true }),
      fc.double({ min: -1e3, max: 1e3, noNaN: true }),
      fc.integer({ min: -5, max: 5 }),
      fc.oneof({ weight: 50, arbitrary: fc.double({ min: 0, max: 1e-3, noNaN: true }) }, fc.integer({ max: 10 ** 9 })),
    ),
    fc.constantFrom(3, 30, 400, 1500),
  )
  .chain(([value, maxLength]) =>
    fc.array(fc.oneof({ weight: 5, arbitrary: value }, fc.constant(Number.NaN)), { maxLength, size: 'max' }),
  );

/** −0 counts as 0. */
const builtIn = (list: readonly number[]) =>
  list
    .filter((value) => !Number.isNaN(value))
    .map((value) => value + 0)
    .sort((a, b) => a - b);

describe('values in rising order', () => {
  test('are what the built-in sort makes of those that exist', () => {
    fc.assert(
      fc.property(values, (list) => {
        expect(Array.from(sortedPresent(list))).toEqual(builtIn(list));
        expect(Array.from(sortedForNow(list))).toEqual(builtIn(list));
      }),
      { numRuns: 200 },
    );
  });

  test('are counted by halving as they are one by one', () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.double({ noNaN: true }), (list, at, other) => {
        const sorted = sortedPresent(list);
        for (const value of [other, sorted[at % Math.max(1, sorted.length)] ?? other]) {
          expect(countBelow(sorted, value)).toBe(sorted.filter((each) => each < value).length);
          expect(countAtOrBelow(sorted, value)).toBe(sorted.filter((each) => each <= value).length);
        }
      }),
    );
  });

  test('give the median distance to the median without a sort of the distances', () => {
    const medianOf = (sorted: readonly number[]) => {
      const [low, high] = [sorted[(sorted.length - 1) >> 1]!, sorted[sorted.length >> 1]!];
      return low === high ? low : 0.5 * low + 0.5 * high;
    };
    const someValues = fc.array(
      fc.oneof(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.integer({ min: 0, max: 4 })),
      {
        minLength: 1,
        maxLength: 300,
      },
    );
    fc.assert(
      fc.property(someValues, (list) => {
        const center = medianOf(builtIn(list));
        const distances = builtIn(list.map((value) => Math.abs(value - center)));
        const [low, high] = [distances[(list.length - 1) >> 1]!, distances[list.length >> 1]!];
        expect(medianAbsoluteDeviation(list)).toBe(1.4826 * (low === high ? low : (low + high) / 2));
      }),
    );
  });
});
