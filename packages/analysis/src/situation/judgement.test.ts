import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codes, tableOf } from '../figure-table.test-data.ts';
import type { KeyFigure } from '../key-figure.ts';
import { median, medianAbsoluteDeviation } from '../median.ts';
import { quantile } from '../quantile.ts';
import type { ComparisonKind } from './comparison.ts';
import { judgeEveryone } from './judge-everyone.ts';
import { judgeEverything } from './judge-everything.ts';
import { emptyJudgement, type Judgement, judge } from './judgement.ts';
import { SAME_PHENOMENON, sameOrder } from './same-order.ts';
import { howFar, howLong, importance, strengthAtMost } from './strength.ts';
import { groupKeeper, type Survey, surveyOf, type Target, targetOf } from './survey.ts';

const municipalities = codes(70);
/** A region and Riket among them: they may be compared with, but are not municipalities. */
const units = ['0000', '0001', ...municipalities];
const years = [2018, 2019, 2020, 2021, 2022, 2023];
const kpis = ['A', 'B', 'C'];
const asked = 2023;

const keyFigures = kpis.map(
  (kpi, i): KeyFigure => ({
    kpi,
    title: kpi,
    area: 'lss',
    perspective: 'quality',
    direction: i === 1 ? 'low' : 'high',
    unit: '%',
    costBase: null,
    denominator: null,
    noVolumeReason: 'notMoney',
    phenomenon: '',
    weight: 1 + i,
  }),
);

/** Tables with missing values, in steps (many equal) or not, that lean on one cause so that some key figures are alike. */
const tables = fc
  .record({
    seed: fc.integer(),
    step: fc.constantFrom(0, 1, 20),
    missing: fc.constantFrom(0, 0.1, 0.3),
    own: fc.constantFrom(0.1, 0.5, 1),
  })
  .map(({ seed, step, missing, own }) => {
    const random = generator(seed);
    const cause = units.map(() => 100 * random());
    return tableOf(kpis, units, years, (_, unit) => {
      const value = cause[unit]! + own * 100 * random();
      if (random() < missing) return undefined;
      return step === 0 ? value : Math.round(value / step) * step;
    });
  });

const groups = fc.record({
  kind: fc.constantFrom<ComparisonKind>('all', 'class', 'similar', 'own'),
  members: fc.oneof(
    fc.shuffledSubarray([...municipalities, '0001'], { minLength: 0, maxLength: 8 }),
    fc.shuffledSubarray([...municipalities], { minLength: 17, maxLength: 40 }),
  ),
});

function generator(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const present = (values: readonly number[]) => values.filter((value) => !Number.isNaN(value));
const rising = (values: readonly number[]) => Float64Array.from(present(values)).sort();

/** The rule of docs/methods/ranking.md, word by word: everything sorted anew, nothing kept. */
function defined(
  survey: Survey,
  position: number,
  target: Target,
  members: readonly string[],
): (Partial<Judgement> & { readonly roughly?: number }) | null {
  const { keyFigure, k } = survey.keyFigures[position]!;
  const all = (year: number) =>
    survey.figures.units.flatMap((unit, u) => (municipalities.includes(unit) ? [survey.valueAt(k, year, u)] : []));
  const own = (year: number) => survey.valueAt(k, year, target.column);
  const year = [asked, asked - 1, asked - 2].find((at) => !Number.isNaN(own(at)) && present(all(at)).length > 50);
  if (year === undefined) return null;
  const everyone = rising(all(year));
  const value = own(year);
  const compared = target.kind === 'all' ? municipalities : members;
  const others = rising(
    compared.filter((unit) => unit !== target.unit).map((unit) => survey.valueAt(k, year, units.indexOf(unit))),
  );
  if (others.length < { all: 50, class: 5, similar: 4, own: 1 }[target.kind])
    return { year, value, verdict: 'tooSmallGroup' };
  const quartiles = (at: number) => [quantile(rising(all(at)), 0.25, 7), quantile(rising(all(at)), 0.75, 7)] as const;
  const [lower, upper] = quartiles(year);
  const robust = medianAbsoluteDeviation(everyone);
  const scale = robust > 0 ? robust : (upper - lower) / 1.349;
  const gap = value - median(others);
  const distance = Math.abs(gap) / scale;
  const isOutsideHalf = (gap > 0 && value > upper) || (gap < 0 && value < lower);
  const isOutsideGroup = others.length >= 5 && distance >= 1 && (value > others.at(-1)! || value < others[0]!);
  const isInside = value >= lower && value <= upper && distance <= 1;
  const standsOut = scale > 0 && (isOutsideHalf || isOutsideGroup);
  if (!standsOut) return { year, value, verdict: scale > 0 && isInside ? 'nearMiddle' : 'between', gap };
  const below = everyone.filter((other) => other < value).length;
  const above = everyone.filter((other) => other > value).length;
  const percentile = (100 * (below + (everyone.length - below - above) / 2)) / everyone.length;
  const latest = years
    .toReversed()
    .filter((at) => at <= year && at >= year - 7 && !Number.isNaN(own(at)))
    .slice(0, 5);
  const end = latest.findIndex((at) => (gap > 0 ? own(at) <= quartiles(at)[1] : own(at) >= quartiles(at)[0]));
  const far = howFar(distance, percentile, gap > 0 ? 'above' : 'below');
  const long = howLong(end < 0 ? latest.length : end, latest.length);
  const weight = importance(keyFigure.weight, false);
  return {
    year,
    value,
    verdict: 'standsOut',
    gap,
    below,
    above,
    percentile,
    groupN: others.length,
    groupMedian: median(others),
    far,
    long,
    atMost: strengthAtMost(far, long, Number.NaN, weight),
    roughly: strengthAtMost(far, 1, Number.NaN, weight),
  };
}

describe('what is judged quickly', () => {
  test('is judged as the rule says, to the last bit', () => {
    fc.assert(
      fc.property(tables, groups, (figures, { kind, members }) => {
        const survey = surveyOf(figures, keyFigures, municipalities, asked);
        const keep = groupKeeper(survey);
        const targets = municipalities.map((unit) => targetOf(survey, unit, { kind, unitsFor: () => members }, keep));
        const candidates = targets.map(() => new Float64Array(keyFigures.length));
        for (const position of keyFigures.keys()) judgeEveryone(survey, targets, position, candidates);
        for (const [t, target] of targets.entries()) {
          expect(candidates[t]).toEqual(judgeEverything(survey, target).candidates);
          for (const position of keyFigures.keys()) {
            const rule = defined(survey, position, target, members);
            const { roughly = 0, ...exact } = { ...rule };
            expect(candidates[t]![position]).toBe(roughly);
            if (rule)
              expect(judge(survey, survey.keyFigures[position]!, target, emptyJudgement())).toMatchObject(exact);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('is alike when the correlation of all the municipalities says so', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }), (figures, k, other) => {
        const survey = surveyOf(figures, keyFigures, municipalities, asked);
        const correlation = standardised(survey, k).reduce((sum, z, i) => sum + z * standardised(survey, other)[i]!, 0);
        expect(sameOrder(survey)(k, asked, other, asked)).toBe(Math.abs(correlation) >= SAME_PHENOMENON);
      }),
    );
  });
});

/** Values in robust deviations cut at ± 3, those missing put in the middle, of length 1 together. */
function standardised(survey: Survey, k: number): number[] {
  const values = municipalities.map((unit) => survey.valueAt(k, asked, units.indexOf(unit)));
  const sorted = rising(values);
  const [lower, upper] = [quantile(sorted, 0.25, 7), quantile(sorted, 0.75, 7)];
  const robust = medianAbsoluteDeviation(sorted);
  const scale = robust > 0 ? robust : (upper - lower) / 1.349;
  const z = values.map((value) => Math.min(Math.max((value - (lower + upper) / 2) / scale, -3), 3));
  const mean = present(z).reduce((sum, value) => sum + value, 0) / present(z).length;
  const centred = z.map((value) => (Number.isNaN(value) ? 0 : value - mean));
  const length = Math.sqrt(centred.reduce((sum, value) => sum + value ** 2, 0));
  return centred.map((value) => (length > 0 ? value / length : 0));
}
