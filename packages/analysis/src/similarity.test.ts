import { describe, expect, test } from 'vitest';
import { codes, tableOf } from './figure-table.test-data.ts';
import { similarMunicipalities } from './similarity.ts';

const units = codes(20);
const both = [
  { kpi: 'A', weight: 1 },
  { kpi: 'B', weight: 1 },
];

describe('the own similarity search', () => {
  test('finds the nearest by standardised distance, whatever the unit of the figure', () => {
    const small = tableOf(['A', 'B'], units, [2020], (kpi, unit) => (kpi === 'A' ? unit * unit : unit % 5));
    const large = tableOf(['A', 'B'], units, [2020], (kpi, unit) => (kpi === 'A' ? 1000 * unit * unit + 5 : unit % 5));
    const found = similarMunicipalities(small, both, units[7]!, 2020, units, 3).similar;
    expect(similarMunicipalities(large, both, units[7]!, 2020, units, 3).similar.map(({ unit }) => unit)).toEqual(
      found.map(({ unit }) => unit),
    );
    expect(found.every(({ unit }) => unit !== units[7])).toBe(true);
    expect(found.map(({ distance }) => distance)).toEqual(found.map(({ distance }) => distance).sort((a, b) => a - b));
  });

  test('is symmetric: a lies as far from b as b from a', () => {
    const figures = tableOf(['A', 'B'], units, [2020], (kpi, unit) => (kpi === 'A' ? unit * unit : (unit * 7) % 11));
    const from = (a: number, b: number) =>
      similarMunicipalities(figures, both, units[a]!, 2020, units, 20).similar.find(({ unit }) => unit === units[b])!
        .distance;
    for (let a = 0; a < 6; a += 1) for (let b = a + 1; b < 6; b += 1) expect(from(a, b)).toBeCloseTo(from(b, a), 12);
  });

  test('passes over what is missing, leaves out who has too little in common, and names criteria it could not use', () => {
    const figures = tableOf(['A', 'B', 'C'], units, [2020], (kpi, unit) =>
      kpi === 'C' ? 5 : kpi === 'B' && unit === 3 ? undefined : unit + (kpi === 'A' ? 0 : 2),
    );
    const { similar, unused } = similarMunicipalities(
      figures,
      [...both, { kpi: 'C', weight: 1 }],
      units[0]!,
      2020,
      units,
      20,
    );
    expect(unused).toEqual(['C']);
    expect(similar.some(({ unit }) => unit === units[3])).toBe(false);
    expect(
      similarMunicipalities(
        figures,
        [
          { kpi: 'A', weight: 3 },
          { kpi: 'B', weight: 1 },
        ],
        units[0]!,
        2020,
        units,
        20,
      ).similar.find(({ unit }) => unit === units[3])?.coverage,
    ).toBe(0.75);
  });

  test('refuses a weight that is not positive', () => {
    const figures = tableOf(['A'], units, [2020], (_, unit) => unit);
    expect(() => similarMunicipalities(figures, [{ kpi: 'A', weight: 0 }], units[0]!, 2020, units, 3)).toThrow('A');
  });
});
