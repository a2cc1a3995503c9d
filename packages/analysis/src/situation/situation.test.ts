import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codes, tableOf } from '../figure-table.test-data.ts';
import type { KeyFigure } from '../key-figure.ts';
import { analyseAll } from './analyse-all.ts';
import { analyseSituation } from './analyse-situation.ts';
import type { Comparison } from './comparison.ts';
import { howFar, howLong, howMuchMoney, howSure, strength } from './strength.ts';

const municipalities = codes(120);
const units = [...municipalities, '0000'];
const years = [2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022];

const figure = (kpi: string, more: Partial<KeyFigure> = {}): KeyFigure => ({
  kpi,
  title: kpi,
  area: 'elderCare',
  subArea: 'residentialCare',
  perspective: 'resource',
  direction: 'low',
  unit: 'kr/inv',
  costBase: 'cost',
  denominator: { kind: 'kpi', kpi: 'N01951' },
  phenomenon: kpi,
  weight: 3,
  ...more,
});

/** A fixed scatter between municipalities that differs between key figures. */
const scatter = (kpi: string, unit: number): number => {
  const seed = Array.from(kpi).reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
  return ((seed + 97) * (unit + 13) * 7919) % 101;
};

const figures = tableOf(
  ['N01951', 'N20900', 'dear', 'cheap', 'middle', 'alike', 'late', 'wobbly', 'few'],
  units,
  years,
  (kpi, unit, year) => {
    if (kpi === 'N01951') return 10_000;
    if (kpi === 'late' && unit === 0 && year > 2020) return undefined;
    if (kpi === 'few' && unit > 20) return undefined;
    const common = 1000 + 10 * (year - 2013);
    if (unit !== 0) return common + scatter(kpi === 'alike' ? 'dear' : kpi, unit);
    if (kpi === 'middle') return common + 50;
    if (kpi === 'cheap') return common - 150;
    if (kpi === 'wobbly') return common + 150 + (year % 2) * 400;
    return common + 250;
  },
);

const similar: Comparison = { kind: 'similar', unitsFor: () => municipalities.slice(0, 8) };
const own = municipalities[0]!;
const ask = (keyFigures: readonly KeyFigure[], more: Partial<Parameters<typeof analyseSituation>[0]> = {}) =>
  analyseSituation({ figures, keyFigures, municipalities, unit: own, year: 2022, comparison: similar, ...more });

describe('what stands out', () => {
  test('is listed with value, comparison, kronor, trend and series', () => {
    const { findings } = ask([figure('dear')]);
    expect(findings[0]).toMatchObject({
      rank: 1,
      kind: 'deviation',
      kpi: 'dear',
      year: 2022,
      side: 'above',
      rankAmongAll: 120,
      nAmongAll: 120,
      riket: expect.any(Number),
      trend: { word: 'rising', n: 10 },
      relativeTrend: { word: 'unchanged' },
    });
    expect(findings[0]?.comparison).toMatchObject({ n: 7, rank: 8 });
    expect(findings[0]?.potentialKr).toBeCloseTo(10_000 * findings[0]!.comparison.difference, 6);
    expect(findings[0]?.series.years).toEqual(years);
    expect(findings[0]?.parts.howLong).toBe(1);
  });

  test('may be a strength; a low cost then weighs less than a high one that lies as far out', () => {
    const { findings } = ask([figure('cheap')]);
    expect(findings[0]?.kind).toBe('strength');
    const wantedHigh = ask([figure('cheap', { direction: 'high' })]).findings[0]!;
    expect(wantedHigh.kind).toBe('deviation');
    expect(findings[0]!.strength).toBeLessThan(wantedHigh.strength);
  });

  test('is not what lies near the middle, nor what has no direction', () => {
    const { findings, nearMiddle, coverage } = ask([figure('middle'), figure('dear', { direction: null })]);
    expect(findings).toEqual([]);
    expect(nearMiddle.map(({ kpi }) => kpi)).toEqual(['middle']);
    expect(coverage).toMatchObject({ judged: 1, noDirection: 1 });
  });

  test('lists one phenomenon once and attaches the others', () => {
    const { findings } = ask([figure('dear', { phenomenon: 'p' }), figure('late', { phenomenon: 'p', weight: 1 })]);
    expect(findings.length).toBe(1);
    expect(findings[0]?.alsoSeenIn).toMatchObject([{ kpi: 'late', because: 'phenomenon', year: 2020 }]);
  });

  test('joins unmapped key figures that order the municipalities alike, and only those', () => {
    const { findings } = ask([
      figure('dear', { phenomenon: '' }),
      figure('alike', { phenomenon: '' }),
      figure('late', { phenomenon: '' }),
    ]);
    expect(findings.length).toBe(2);
    const joined = findings.find(({ alsoSeenIn }) => alsoSeenIn.length > 0)!;
    expect([joined.kpi, joined.alsoSeenIn[0]!.kpi].sort()).toEqual(['alike', 'dear']);
    expect(joined.alsoSeenIn[0]!.because).toBe('correlation');
  });

  test('uses an older year when the asked one is missing, says so and is less sure', () => {
    const late = ask([figure('late')]).findings[0]!;
    expect(late.year).toBe(2020);
    expect(late.flags).toContainEqual({ code: 'olderYear', year: 2020 });
    expect(late.parts.howSure).toBeLessThan(ask([figure('dear')]).findings[0]!.parts.howSure);
    expect(ask([figure('late')], { year: 2023 }).findings[0]?.year).toBeUndefined();
  });

  test('never draws a trend or counts years across a break', () => {
    const broken = ask([figure('dear', { breaks: [2021] })]).findings[0]!;
    expect(broken.trend).toMatchObject({ word: 'tooShort', n: 2 });
    expect(broken.flags).toContainEqual({ code: 'breakInSeries', year: 2021 });
    expect(broken.parts.howLong).toBeCloseTo(2 / 3, 9);
  });

  test('is marked volatile when its own noise could carry it', () => {
    const wobbly = ask([figure('wobbly')]).findings[0]!;
    expect(wobbly.flags).toContainEqual({ code: 'volatile' });
    expect(wobbly.parts.howSure).toBeLessThan(0.8);
  });

  test('is marked preliminary by the publication dates', () => {
    const publication = () => ({ preliminaryDate: '2023-06-01', date: '2023-09-30', period: 2022 });
    expect(ask([figure('dear')], { publication, today: '2023-07-01' }).findings[0]?.flags).toContainEqual({
      code: 'preliminary',
    });
    expect(ask([figure('dear')], { publication, today: '2023-10-01' }).findings[0]?.flags).toEqual([]);
  });

  test('says why kronor cannot be told', () => {
    const { potentialKr, potential } = ask([figure('dear', { denominator: null, noVolumeReason: 'noVolumeInKolada' })])
      .findings[0]!;
    expect([potentialKr, potential]).toEqual([null, { ok: false, reason: 'noVolumeInKolada', kpis: [] }]);
  });

  test('is nothing when too few report, the group is too small or the municipality is unknown', () => {
    expect(ask([figure('few')]).coverage).toMatchObject({ tooFewReporting: 1, judged: 0 });
    expect(
      ask([figure('dear')], { comparison: { kind: 'similar', unitsFor: () => municipalities.slice(0, 3) } }).coverage,
    ).toMatchObject({ tooSmallGroup: 1 });
    expect(ask([figure('dear'), figure('absent')], { unit: '9999' })).toMatchObject({
      findings: [],
      coverage: { noOwnValue: 1, notInTable: 1 },
    });
    expect(ask([figure('dear')], { year: 1999 }).findings).toEqual([]);
  });
});

describe('the analysis as a whole', () => {
  const map = ['dear', 'cheap', 'middle', 'alike', 'late', 'wobbly'].map((kpi) => figure(kpi));

  test('is the same for one as for all at once, whatever the comparison', () => {
    const kinds: Comparison[] = [
      similar,
      { kind: 'all', unitsFor: () => [] },
      { kind: 'class', unitsFor: () => municipalities.slice(0, 40) },
    ];
    for (const comparison of kinds) {
      const all = analyseAll({ figures, keyFigures: map, municipalities, year: 2022, comparisonOf: () => comparison });
      for (const { unit, findings } of all.municipalities.slice(0, 25)) {
        expect(findings).toEqual(ask(map, { unit, comparison }).findings);
      }
    }
  });

  test('does not depend on the order of key figures or municipalities', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(map, { minLength: map.length }),
        fc.shuffledSubarray([...municipalities], { minLength: 120 }),
        (keyFigures, shuffled) => {
          const one = ask(map).findings;
          const other = ask(keyFigures, { municipalities: shuffled }).findings;
          expect(other).toEqual(one);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('has 18 index rows that say why they are empty, and six four-fields', () => {
    const { indices, fourFields, lead } = ask(map);
    expect(indices.length).toBe(18);
    expect(indices.find(({ area, kind }) => area === 'elderCare' && kind === 'resource')).toMatchObject({
      published: null,
      shown: 'own',
      ownCertainty: 'certain',
    });
    expect(indices.find(({ area, kind }) => area === 'elderCare' && kind === 'quality')).toMatchObject({
      shown: 'none',
      ownReason: { code: 'componentsUncertain' },
    });
    expect(fourFields.map(({ own: point }) => point)).toEqual([null, null, null, null, null, null]);
    expect(lead.parts[0]).toMatchObject({ role: 'dearest', area: 'elderCare' });
    expect(lead.parts.at(-1)?.role).toBe('nearMiddle');
  });
});

describe('strength', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  test('lies in 0–1 and never falls when a part rises', () => {
    fc.assert(
      fc.property(share, share, share, fc.option(share), share, (far, long, sure, money, more) => {
        const parts = { howFar: far, howLong: long, howSure: sure, howMuchMoney: money };
        const value = strength(parts, 1);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(strength({ ...parts, howFar: far + (1 - far) * more }, 1)).toBeGreaterThanOrEqual(value - 1e-12);
        expect(strength({ ...parts, howSure: sure + (1 - sure) * more }, 1)).toBeGreaterThanOrEqual(value - 1e-12);
      }),
    );
  });

  test('has parts as the method page says', () => {
    expect(howFar(1.5, 90, 'above')).toBeCloseTo(0.65, 12);
    expect(howFar(1.5, 90, 'below')).toBeCloseTo(0.25, 12);
    expect([howLong(5, 10), howLong(2, 2), howLong(3, 5)]).toEqual([1, 2 / 3, 0.6]);
    expect(howMuchMoney(5_000_000, 10_000)).toBeCloseTo(0.5, 12);
    expect(howMuchMoney(Number.NaN, 10_000)).toBeNaN();
    expect(
      howSure({
        nAmongAll: 290,
        groupIsSmall: false,
        noiseOverGap: 0,
        smallNumbers: false,
        yearsOld: 0,
        brokenRecently: false,
        hasGaps: false,
        preliminary: false,
      }),
    ).toBe(1);
  });
});
