import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaIndex } from './area-index.ts';
import { compositeIndex } from './composite-index.ts';
import { efficiencyFromHalves } from './efficiency-from-halves.ts';
import type { FigureTable } from './figure-table.ts';
import { componentSetFor, componentSets } from './index-components.ts';
import { areaIndices } from './key-figures/area-indices.ts';
import { normalise } from './normalise.ts';
import { readRealFigures, realFiguresPresent, whySkipped } from './situation/real-figures.test-data.ts';

const values = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: -5000, max: 5000 }) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  ),
  {
    minLength: 2,
    maxLength: 300,
  },
);

describe('normalisation', () => {
  test('gives 0–100, keeps the order, and missing stays missing', () => {
    fc.assert(
      fc.property(values, (figures) => {
        const { scores, low, high } = normalise(figures, 'high');
        figures.forEach((value, i) => {
          if (Number.isNaN(value) || !(high > low)) {
            expect(scores[i]).toBeNaN();
            return;
          }
          expect(scores[i]).toBeGreaterThanOrEqual(0);
          expect(scores[i]).toBeLessThanOrEqual(100);
          if (value <= low) expect(scores[i]).toBe(0);
          if (value >= high) expect(scores[i]).toBe(100);
        });
      }),
    );
  });

  test('turned for a cost is 100 less the score', () => {
    fc.assert(
      fc.property(values, (figures) => {
        const up = normalise(figures, 'high').scores;
        const down = normalise(figures, 'low').scores;
        up.forEach((score, i) => {
          if (!Number.isNaN(score)) expect(down[i]! + score).toBeCloseTo(100, 9);
        });
      }),
    );
  });

  test('does not depend on the order of the municipalities, nor on the unit of the figure', () => {
    fc.assert(
      fc.property(values, (figures) => {
        const scores = normalise(figures, 'high').scores;
        const reversed = normalise([...figures].reverse(), 'high').scores.reverse();
        const scaled = normalise(
          figures.map((value) => 3 * value + 7),
          'high',
        ).scores;
        expect(reversed).toEqual(scores);
        scores.forEach((score, i) => {
          if (!Number.isNaN(score)) expect(scaled[i]).toBeCloseTo(score, 9);
        });
      }),
    );
  });

  test('of equal values has no scale, and of few values says that the range is the observed one', () => {
    expect(normalise([5, 5, 5], 'high').scores).toEqual(new Float64Array(3).fill(Number.NaN));
    expect(normalise([1, 2, 3], 'high').observedRange).toBe(true);
    expect(
      normalise(
        Array.from({ length: 40 }, (_, i) => i),
        'high',
      ).observedRange,
    ).toBe(false);
  });

  test('takes its anchors at ranks 7 and 270 of 276', () => {
    const { low, high } = normalise(
      Array.from({ length: 276 }, (_, i) => i + 1),
      'high',
    );
    expect([low, high]).toEqual([7, 270]);
  });
});

describe('a composite index', () => {
  const component = (kpi: string, figures: number[], weight = 1) => ({
    kpi,
    values: figures,
    wanted: 'high' as const,
    weight,
  });

  test('is missing where any component is, and names it', () => {
    const { index, missing, n } = compositeIndex([component('A', [1, 2, 3, 4]), component('B', [1, Number.NaN, 3, 5])]);
    expect(index[1]).toBeNaN();
    expect(missing[1]).toEqual(['B']);
    expect(n).toBe(3);
  });

  test('lets weight 3 to 1 be 75 per cent to 25', () => {
    const even = compositeIndex([component('A', [0, 50, 100]), component('B', [0, 100, 50])]).index;
    const weighted = compositeIndex([component('A', [0, 50, 100], 3), component('B', [0, 100, 50], 1)]).index;
    expect(even[1]).toBeCloseTo(even[2]!, 9);
    expect(weighted[1]).toBeCloseTo((100 * 62.5) / 87.5, 9);
  });

  test('does not depend on the order of components', () => {
    const a = component('A', [3, 1, 4, 1.5, 9]);
    const b = component('B', [2, 7, 1, 8, 2]);
    expect(compositeIndex([a, b]).index).toEqual(compositeIndex([b, a]).index);
  });
});

describe('efficiency from halves', () => {
  test('treats the halves alike, and needs both', () => {
    const one = efficiencyFromHalves([10, 40, 90, Number.NaN], [30, 60, 70, 50]).scores;
    const other = efficiencyFromHalves([30, 60, 70, 50], [10, 40, 90, Number.NaN]).scores;
    expect(one).toEqual(other);
    expect(Array.from(one.slice(0, 3))).toEqual([0, 50, 100]);
    expect(one[3]).toBeNaN();
  });
});

describe('component sets', () => {
  test('never overlap in years for one half of one area', () => {
    for (const a of componentSets) {
      for (const b of componentSets) {
        if (a === b || a.area !== b.area || a.kind !== b.kind) continue;
        expect(
          a.fromYear > (b.toYear ?? Number.POSITIVE_INFINITY) || b.fromYear > (a.toYear ?? Number.POSITIVE_INFINITY),
        ).toBe(true);
      }
    }
  });

  test('end where their components have ended', () => {
    expect(componentSetFor('compulsorySchool', 'quality', 2024)).toBeDefined();
    expect(componentSetFor('compulsorySchool', 'quality', 2025)).toBeUndefined();
    expect(componentSetFor('lss', 'quality', 2016)).toBeUndefined();
  });
});

describe('the indices of an area', () => {
  const units = Array.from({ length: 60 }, (_, i) => String(100 + i));
  const table = (kpis: string[]): FigureTable => ({
    kpis,
    units,
    years: [2020],
    values: Float64Array.from({ length: kpis.length * 60 }, (_, i) => ((i * 37) % 61) + Math.floor(i / 60)),
  });

  test('say why there is no own computation', () => {
    const missingComponent = areaIndex(table(['N11032']), 'preschool', 2020, units);
    expect(missingComponent.own.resource.reasonAt(0)).toEqual({ code: 'componentNotInTable', kpis: ['N11024'] });
    expect(missingComponent.own.efficiency.reasonAt(0)).toEqual({
      code: 'halfMissing',
      halves: ['resource', 'quality'],
    });
    expect(areaIndex(table(['N20900']), 'elderCare', 2020, units).own.quality.reasonAt(0)).toEqual({
      code: 'componentsUncertain',
    });
    expect(areaIndex(table(['N20900']), 'elderCare', 2020, units.slice(0, 20)).own.resource.reasonAt(0)).toEqual({
      code: 'tooFewMunicipalities',
      n: 20,
    });
    const withGap = table(['N20900']);
    withGap.values[3] = Number.NaN;
    expect(areaIndex(withGap, 'elderCare', 2020, units).own.resource.reasonAt(3)).toEqual({
      code: 'componentMissing',
      kpis: ['N20900'],
    });
    expect(areaIndex(withGap, 'elderCare', 2020, units).own.resource.reasonAt(4)).toBeNull();
    const neverFetched = table(['N11032', 'N11024']);
    neverFetched.values.fill(Number.NaN, 60);
    expect(areaIndex(neverFetched, 'preschool', 2020, units).own.resource.reasonAt(0)).toEqual({
      code: 'componentNotInTable',
      kpis: ['N11024'],
    });
  });

  test('keep a published 0 as a value', () => {
    const figures = table([areaIndices.elderCare!.resource]);
    figures.values[0] = 0;
    expect(areaIndex(figures, 'elderCare', 2020, units).published.resource[0]).toBe(0);
  });
});

describe.skipIf(!realFiguresPresent)(`RKA’s published indices (${realFiguresPresent ? 'present' : whySkipped})`, () => {
  const real = realFiguresPresent ? readRealFigures() : undefined;
  const misses = (published: Float64Array, own: Float64Array): number[] =>
    Array.from(published, (value, i) => Math.abs(value - own[i]!)).filter(
      (miss, i) => !Number.isNaN(published[i]!) || miss > 0,
    );
  const index = (area: Parameters<typeof areaIndex>[1], year: number) =>
    areaIndex(real!.figures, area, year, real!.municipalities);

  const exact = {
    preschool: [2016, 2017, 2018, 2020],
    compulsorySchool: [2016, 2017, 2018, 2020, 2021],
    upperSecondarySchool: [2016, 2017, 2018, 2019, 2020, 2021],
    elderCare: [2016, 2017, 2018, 2019, 2020],
    lss: [2017, 2018, 2019, 2020, 2021],
    socialAssistance: [2016],
  } as const;

  for (const [area, years] of Object.entries(exact)) {
    test(`effektivitetsindex follows from its published halves in ${area} ${years.join(', ')}`, () => {
      for (const year of years) {
        const { published, fromPublishedHalves } = index(area as keyof typeof exact, year);
        // Äldreomsorg 2020 is one municipality off by 0.0068: an input revised after publication.
        const tolerance = area === 'elderCare' && year === 2020 ? 0.007 : 0.001;
        expect(Math.max(...misses(published.efficiency, fromPublishedHalves))).toBeLessThan(tolerance);
      }
    });
  }

  const fromComponents = {
    preschool: [2016, 2017, 2018, 2020, 2021],
    elderCare: [2016, 2017, 2018, 2019, 2020, 2021],
    lss: [2016, 2017],
  } as const;
  for (const [area, years] of Object.entries(fromComponents)) {
    test(`resursindex follows from its components in ${area} ${years.join(', ')}`, () => {
      for (const year of years) {
        const { published, own } = index(area as keyof typeof fromComponents, year);
        expect(Math.max(...misses(published.resource, own.resource.index))).toBeLessThan(0.001);
      }
    });
  }

  test('LSS has seven zeros and eight hundreds of 280 in three years, which only type 1 gives', () => {
    for (const year of [2018, 2019, 2021]) {
      const present = index('lss', year).published.resource.filter((value) => !Number.isNaN(value));
      const count = (score: number): number => present.filter((value) => value === score).length;
      expect([present.length, count(0), count(100)]).toEqual([280, 7, 8]);
    }
  });
});
