import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceInDifferences } from './difference-in-differences.ts';
import type { DifferenceInDifferencesInput } from './difference-in-differences-panel.ts';
import { facit } from './facit.test-data.ts';

type Computed = Extract<ReturnType<typeof differenceInDifferences>, { ok: true }>;

function computed(input: DifferenceInDifferencesInput): Computed {
  const found = differenceInDifferences(input);
  if (!found.ok) throw new Error(`refused: ${found.reason}`);
  return found;
}

function refusal(input: DifferenceInDifferencesInput): string {
  const found = differenceInDifferences(input);
  return found.ok ? 'none' : `${found.reason} ${found.n} of ${found.needed}`;
}

const close = (ours: number, theirs: string | undefined): void =>
  expect(Math.abs(ours - Number(theirs))).toBeLessThanOrEqual(1e-8 * Math.abs(Number(theirs)));

const rows = facit('difference-in-differences-panels.csv');

function panelOf(name: string): Omit<DifferenceInDifferencesInput, 'firstYearAfter'> {
  const own = rows.filter((row) => row.case === name);
  const series = (unit: string) => ({
    unit,
    values: own.filter((row) => row.unit === unit).map(({ value }) => Number(value)),
  });
  const [treated, ...comparison] = [...new Set(own.map(({ unit }) => unit!))];
  return {
    years: [...new Set(own.map(({ year }) => Number(year)))],
    treated: series(treated!),
    comparison: comparison.map(series),
  };
}

describe('difference-in-differences agrees with R', () => {
  for (const expected of facit('difference-in-differences.csv')) {
    test(`in the case ${expected.case}`, () => {
      const found = computed({ ...panelOf(expected.case!), firstYearAfter: Number(expected.after) });
      expect(found.comparisonUnits).toHaveLength(Number(expected.comparison));
      expect(found.yearsBefore).toHaveLength(Number(expected.before_years));
      expect(found.yearsAfter).toHaveLength(Number(expected.after_years));
      close(found.estimate, expected.estimate);
      for (const [ours, theirs] of [
        [found, 'change'],
        [found.panel, 'panel'],
        [found.clustered, 'cluster'],
      ] as const) {
        close(ours.standardError, expected[`${theirs}_se`]);
        close(ours.low, expected[`${theirs}_low`]);
        close(ours.high, expected[`${theirs}_high`]);
        close(ours.p, expected[`${theirs}_p`]);
      }
      expect(found.degreesOfFreedom).toBe(Number(expected.change_df));
      expect(found.panel.degreesOfFreedom).toBe(Number(expected.panel_df));
      expect(found.placebo.rank).toBe(Number(expected.placebo_rank));
      close(found.placebo.p, expected.placebo_p);
      close(found.preTrend.difference, expected.pretrend);
      close(found.preTrend.standardError, expected.pretrend_se);
      close(found.preTrend.t!, expected.pretrend_t);
      close(found.preTrend.p, expected.pretrend_p);
    });
  }

  test('on the estimate for each unit taken for the treated one', () => {
    for (const { case: name, after } of facit('difference-in-differences.csv')) {
      const found = computed({ ...panelOf(name!), firstYearAfter: Number(after) });
      const theirs = facit('difference-in-differences-placebos.csv').filter((row) => row.case === name);
      expect(found.placebo.estimates.map(({ unit }) => unit)).toEqual(theirs.map(({ unit }) => unit));
      found.placebo.estimates.forEach(({ estimate }, i) => {
        close(estimate, theirs[i]!.estimate);
      });
    }
  });
});

const small: DifferenceInDifferencesInput = {
  years: [2019, 2020, 2021, 2022],
  treated: { unit: '1814', values: [10, 10, 7, 7] },
  comparison: [
    { unit: '0001', values: [10, 10, 11, 11] },
    { unit: '0002', values: [12, 12, 12, 12] },
    { unit: '0003', values: [9, 9, 11, 11] },
  ],
  firstYearAfter: 2021,
};

describe('difference-in-differences', () => {
  test('is the difference between two changes, and says the four means', () => {
    const found = computed(small);
    expect(found.means.ownBefore).toBe(10);
    expect(found.means.ownAfter).toBe(7);
    expect(found.means.comparisonAfter - found.means.comparisonBefore).toBeCloseTo(1, 12);
    expect(found.estimate).toBe(-4);
    expect(found.standardError).toBeCloseTo(Math.sqrt(4 / 3), 12);
    expect([found.low, found.high].map((bound) => bound.toFixed(2))).toEqual(['-8.97', '0.97']);
    expect(found.placebo).toMatchObject({ rank: 1, p: 0.25, smallestP: 0.25 });
    expect(found.years.map(({ own }) => own)).toEqual([10, 10, 7, 7]);
    expect(found.years.at(-1)!.comparison).toBeCloseTo(34 / 3, 12);
    expect(found.years.at(-1)!.expected).toBeCloseTo(11, 12);
  });

  test('is the mean gap to the expected line after, and the gap before is nothing', () => {
    const found = computed({ ...panelOf('noisy'), firstYearAfter: 2020 });
    const gaps = found.years.map(({ year, own, expected }) => ({ year, gap: own - expected }));
    const meanGap = (of: readonly { gap: number }[]) => of.reduce((sum, { gap }) => sum + gap, 0) / of.length;
    expect(meanGap(gaps.filter(({ year }) => year < 2020))).toBeCloseTo(0, 9);
    expect(meanGap(gaps.filter(({ year }) => year >= 2020))).toBeCloseTo(found.estimate, 9);
  });

  test('names the years and the municipalities that were left out', () => {
    const { leftOut } = computed({ ...panelOf('missing'), firstYearAfter: 2018 });
    expect(leftOut.years).toEqual([
      { year: 2014, why: 'treatedMissing' },
      { year: 2016, why: 'fewReporting' },
    ]);
    expect(leftOut.units).toEqual([
      { unit: 'u03', missingYears: [2019] },
      { unit: 'u09', missingYears: [2012, 2013, 2015, 2017, 2018, 2019, 2020, 2021] },
    ]);
  });

  test('keeps to the years asked for and passes over years that were half with the action', () => {
    const found = computed({
      ...panelOf('balanced'),
      firstYearAfter: 2020,
      lastYearBefore: 2018,
      yearsBefore: 3,
      yearsAfter: 2,
    });
    expect(found.yearsBefore).toEqual([2016, 2017, 2018]);
    expect(found.yearsAfter).toEqual([2020, 2021]);
    expect(found.leftOut.years).toEqual([]);
  });

  test('passes over the treated municipality in its own comparison group', () => {
    expect(computed({ ...small, comparison: [...small.comparison, small.treated] })).toEqual(computed(small));
  });

  test('says why nothing can be computed', () => {
    const missing = [Number.NaN, Number.NaN, Number.NaN, Number.NaN];
    expect(refusal({ ...small, firstYearAfter: 2020 })).toBe('fewYearsBefore 1 of 2');
    expect(refusal({ ...small, firstYearAfter: 2023 })).toBe('noYearsAfter 0 of 1');
    expect(refusal({ ...small, treated: { unit: '1814', values: [10, 10, Number.NaN, Number.NaN] } })).toBe(
      'noYearsAfter 0 of 1',
    );
    expect(refusal({ ...small, treated: { unit: '1814', values: missing } })).toBe('fewYearsBefore 0 of 2');
    expect(refusal({ ...small, comparison: small.comparison.slice(0, 1) })).toBe('fewComparisonUnits 1 of 2');
    expect(refusal({ ...small, comparison: [] })).toBe('fewComparisonUnits 0 of 2');
    expect(refusal({ ...small, comparison: small.comparison.map(({ unit }) => ({ unit, values: missing })) })).toBe(
      'fewComparisonUnits 0 of 2',
    );
    expect(refusal({ ...small, years: [], treated: { unit: '1814', values: [] }, comparison: [] })).toBe(
      'fewYearsBefore 0 of 2',
    );
  });

  test('refuses a comparison group that moves as one, since it tells nothing of chance', () => {
    const alike = [0.1, 0.2, 0.3].map((level, i) => ({
      unit: `u${i}`,
      values: [level, level, level + 0.7, level + 0.7],
    }));
    expect(refusal({ ...small, comparison: alike })).toBe('noVariation 3 of 3');
  });

  test('tells a certain trend before from none when the others all had the same slope', () => {
    const comparison = [0, 1, 3].map((step, i) => ({ unit: `u${i}`, values: [5, 6, 8 + step, 8 + step] }));
    const before = (values: number[]) => computed({ ...small, treated: { unit: '1814', values }, comparison }).preTrend;
    expect(before([5, 6, 9, 9])).toMatchObject({ difference: 0, t: null, p: 1 });
    expect(before([5, 9, 9, 9])).toMatchObject({ difference: 3, t: null, p: 0 });
  });

  test('throws on input that does not fit together, with the unit', () => {
    expect(() => differenceInDifferences({ ...small, years: [2019, 2020] })).toThrow('1814 has 4 values for 2 years');
    expect(() => differenceInDifferences({ ...small, years: [2019, 2019, 2021, 2022] })).toThrow('ascend');
    expect(() => differenceInDifferences({ ...small, lastYearBefore: 2021 })).toThrow('must precede');
    expect(() =>
      differenceInDifferences({ ...small, comparison: [small.comparison[0]!, small.comparison[0]!] }),
    ).toThrow('0001 is twice');
  });

  const panels = fc
    .record({
      units: fc.integer({ min: 3, max: 9 }),
      before: fc.integer({ min: 2, max: 6 }),
      after: fc.integer({ min: 1, max: 4 }),
    })
    .chain(({ units, before, after }) => {
      const values = fc.array(fc.integer({ min: -1000, max: 1000 }), {
        minLength: before + after,
        maxLength: before + after,
      });
      return fc.record({
        before: fc.constant(before),
        values: fc.array(values, { minLength: units, maxLength: units }),
      });
    });

  test('does not change with the order of the others, with a common movement, or with the level of any unit; and turns with the sign', () => {
    fc.assert(
      fc.property(panels, fc.integer({ min: -99, max: 99 }), ({ before, values }, shift) => {
        const input = (
          transform: (value: number, unit: number, year: number) => number,
        ): DifferenceInDifferencesInput => {
          const [treated, ...comparison] = values.map((row, u) => ({
            unit: `u${u}`,
            values: row.map((value, y) => transform(value, u, y)),
          }));
          return {
            years: values[0]!.map((_, i) => 2000 + i),
            treated: treated!,
            comparison,
            firstYearAfter: 2000 + before,
          };
        };
        const plain = differenceInDifferences(input((value) => value));
        const shuffled = input((value) => value);
        const others = [
          differenceInDifferences({ ...shuffled, comparison: shuffled.comparison.toReversed() }),
          differenceInDifferences(input((value, _, year) => value + shift * year * year)),
          differenceInDifferences(input((value, unit) => value + shift * unit)),
        ];
        const turned = differenceInDifferences(input((value) => -value));
        if (!plain.ok) return;
        for (const other of others) {
          if (!other.ok) throw new Error(other.reason);
          expect(other.estimate).toBeCloseTo(plain.estimate, 7);
          expect(other.low).toBeCloseTo(plain.low, 5);
          expect(other.p).toBeCloseTo(plain.p, 7);
          expect(other.placebo.rank).toBe(plain.placebo.rank);
        }
        if (!turned.ok) throw new Error(turned.reason);
        expect(turned.estimate).toBeCloseTo(-plain.estimate, 7);
        expect(turned.low).toBeCloseTo(-plain.high, 5);
        expect(plain.low).toBeLessThanOrEqual(plain.estimate);
        expect(plain.placebo.p).toBeGreaterThanOrEqual(plain.placebo.smallestP);
        expect(plain.placebo.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('holds the truth in 95 of 100 intervals where years depend on each other, which the clustered one does not', () => {
    const random = normalNumbers(1971);
    const rounds = 3000;
    const held = { change: 0, panel: 0, clustered: 0, placebo: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const [treated, ...comparison] = Array.from({ length: 8 }, (_, u) => {
        let noise = random() / 0.8;
        return {
          unit: `u${u}`,
          values: Float64Array.from({ length: 10 }, () => {
            noise = 0.6 * noise + random();
            return noise;
          }),
        };
      });
      const years = Array.from({ length: 10 }, (_, i) => 2013 + i);
      const found = computed({ years, treated: treated!, comparison, firstYearAfter: 2019 });
      if (found.low <= 0 && found.high >= 0) held.change += 1 / rounds;
      if (found.panel.low <= 0 && found.panel.high >= 0) held.panel += 1 / rounds;
      if (found.clustered.low <= 0 && found.clustered.high >= 0) held.clustered += 1 / rounds;
      if (found.placebo.rank > 1) held.placebo += 1 / rounds;
    }
    expect(Math.abs(held.change - 0.95)).toBeLessThan(0.015);
    expect(Math.abs(held.placebo - 7 / 8)).toBeLessThan(0.02);
    expect(held.panel).toBeLessThan(0.9);
    expect(held.clustered).toBeLessThan(0.65);
  });
});

/** Normal numbers by Box and Muller on a small congruential generator: the same for the same seed. */
function normalNumbers(seed: number): () => number {
  let state = seed;
  const uniform = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}
