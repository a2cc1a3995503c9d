import { spawnSync } from 'node:child_process';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { codes, tableOf } from '../figure-table.test-data.ts';
import type { FigureTable } from '../figure-table.ts';
import type { KeyFigure } from '../key-figure.ts';
import { keyFigureMap } from '../key-figures/index.ts';
import type { AllSituationsQuestion } from '../situation/all.ts';
import { analyseAll } from '../situation/analyse-all.ts';
import type { Comparison } from '../situation/comparison.ts';
import { readRealFigures, realFiguresPresent, whySkipped } from '../situation/real-figures.test-data.ts';
import { analyseAllInParallel, analysisWorkers, sharedFigures } from './analysis-workers.ts';

const municipalities = codes(70);
const units = [...municipalities, '0000'];
const years = Array.from({ length: 14 }, (_, i) => 2010 + i);
const kpis = ['N01951', ...Array.from({ length: 60 }, (_, i) => `N${20_000 + i}`)];

const keyFigures = kpis.map(
  (kpi, i): KeyFigure => ({
    kpi,
    title: kpi,
    area: i % 3 === 0 ? 'preschool' : 'elderCare',
    subArea: i % 3 === 1 ? 'homeCare' : null,
    perspective: i % 2 === 0 ? 'resource' : 'quality',
    direction: i % 11 === 0 ? null : i % 2 === 0 ? 'low' : 'high',
    unit: 'kr/inv',
    costBase: 'cost',
    denominator: i % 4 === 0 ? { kind: 'kpi', kpi: 'N01951' } : null,
    phenomenon: i % 5 === 0 ? '' : `phenomenon ${i % 17}`,
    weight: 1 + (i % 3),
    ...(i % 7 === 0 && { breaks: [2019] }),
  }),
);

/** Figures that look random, with so many of a hundred missing, and coarse enough for many to be equal. */
function scattered(seed: number, missing: number): FigureTable {
  let state = seed | 1;
  const random = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  return tableOf(kpis, units, years, (kpi, unit) => {
    if (random() * 100 < missing) return undefined;
    return kpi === 'N01951' ? 10_000 + unit : Math.round((random() + (unit % 9) / 3) * 30) * 10;
  });
}

const comparisons: readonly ((unit: string) => Comparison)[] = [
  () => ({ kind: 'all', unitsFor: () => [] }),
  () => ({ kind: 'class', unitsFor: () => municipalities.slice(0, 30) }),
  (unit) => ({
    kind: 'similar',
    unitsFor: (area) =>
      municipalities.filter((_, i) => (i + Number(unit)) % 9 === (area === 'preschool' ? 0 : 1)).slice(0, 7),
  }),
];

const question: AllSituationsQuestion = {
  figures: scattered(7, 10),
  keyFigures,
  municipalities,
  year: 2023,
  comparisonOf: comparisons[1]!,
};

describe('an analysis divided between threads', () => {
  const workers = analysisWorkers({ threads: 3, worthDividing: 0 });
  afterAll(() => workers.close());

  test('is that of one thread to the last bit and in the same order, whatever is asked', async () => {
    const asked = fc.record({
      figures: fc
        .tuple(fc.integer(), fc.integer({ min: 0, max: 60 }))
        .map(([seed, missing]) => scattered(seed, missing)),
      municipalities: fc.shuffledSubarray([...municipalities, 'nowhere'], { minLength: 40 }),
      year: fc.integer({ min: 2008, max: 2026 }),
      comparisonOf: fc.constantFrom(...comparisons),
      maxFindings: fc.integer({ min: 0, max: 40 }),
      today: fc.constantFrom('2024-03-01', '2024-12-01'),
      publication: fc.constantFrom(
        () => undefined,
        (kpi: string) =>
          kpi.endsWith('3') ? { preliminaryDate: '2024-02-01', date: '2024-09-30', period: 2023 } : undefined,
      ),
    });
    await fc.assert(
      fc.asyncProperty(asked, async (given) => {
        const whole = { keyFigures, ...given };
        const expected = analyseAll(whole);
        expect(await workers.analyseAll(whole)).toStrictEqual(expected);
        // Once more: the survey is kept.
        expect(await workers.analyseAll({ ...whole, maxFindings: 3 })).toStrictEqual(
          analyseAll({ ...whole, maxFindings: 3 }),
        );
      }),
      { numRuns: 25 },
    );
  });

  test('takes key figures that are listed twice, and figures that lie in shared memory', async () => {
    const figures = sharedFigures(question.figures);
    expect(sharedFigures(figures)).toBe(figures);
    const twice = { ...question, figures, keyFigures: [...keyFigures, ...keyFigures] };
    expect(await workers.analyseAll(twice)).toStrictEqual(analyseAll(twice));
  });

  test('answers questions that are asked at once one after another', async () => {
    const others = [2023, 2021, 2019].map((year) => ({ ...question, year }));
    const answers = await Promise.all(others.map((other) => workers.analyseAll(other)));
    expect(answers).toStrictEqual(others.map(analyseAll));
  });

  test('throws what the analysis throws, in any thread, and answers the next question', async () => {
    const short = { ...question.figures, values: new Float64Array(5) };
    await expect(workers.analyseAll({ ...question, figures: short })).rejects.toThrow(
      new RangeError('FigureTable holds 5 values but 61 key figures × 14 years × 71 units need 60634'),
    );
    const comparisonOf = (): never => {
      throw new Error('no such group');
    };
    await expect(workers.analyseAll({ ...question, comparisonOf })).rejects.toThrow('no such group');
    const broken = { ...question, comparisonOf: () => ({ kind: 'class', unitsFor: () => 7 as never }) as const };
    await expect(workers.analyseAll(broken)).rejects.toThrow(TypeError);
    expect(await workers.analyseAll(question)).toStrictEqual(analyseAll(question));
  });

  test('stops when it is no longer wanted, and answers the next question', async () => {
    await expect(workers.analyseAll(question, AbortSignal.abort('before'))).rejects.toBe('before');
    const wanted = new AbortController();
    const answer = workers.analyseAll({ ...question, figures: scattered(3, 0) }, wanted.signal);
    await nextTurn();
    wanted.abort('under way');
    await expect(answer).rejects.toBe('under way');
    expect(await workers.analyseAll(question)).toStrictEqual(analyseAll(question));
  });
});

test('workers that are closed answer nothing more, not even what they were asked before', async () => {
  const workers = analysisWorkers({ threads: 2, worthDividing: 0 });
  const answer = workers.analyseAll(question);
  const refused = expect(answer).rejects.toThrow(/analysis worker/);
  await nextTurn();
  await workers.close();
  await refused;
  await expect(workers.analyseAll(question)).rejects.toThrow('The analysis workers are closed');
});

test('one thread, and few judgements, are answered by the thread that asks', async () => {
  const one = analysisWorkers({ threads: 1, worthDividing: 0 });
  expect(one.count).toBe(1);
  expect(await one.analyseAll(question)).toStrictEqual(analyseAll(question));
  expect(await analyseAllInParallel(question)).toStrictEqual(analyseAll(question));
  await one.close();
});

test('workers that nobody closed do not keep a program from ending', () => {
  const program = `
    import { analysisWorkers } from ${JSON.stringify(new URL('./analysis-workers.ts', import.meta.url))};
    const workers = analysisWorkers({ threads: 2, worthDividing: 0 });
    const question = { keyFigures: [], municipalities: ['0001'], year: 2020, comparisonOf: () => ({ kind: 'all' }),
      figures: { kpis: [], units: ['0001'], years: [2020], values: new Float64Array() } };
    console.log(JSON.stringify(await workers.analyseAll(question)));`;
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    timeout: 25_000,
  });
  expect([status, stdout]).toEqual([0, '{"year":2020,"municipalities":[{"unit":"0001","findings":[]}]}\n']);
});

describe.skipIf(!realFiguresPresent)(`the real figures (${realFiguresPresent ? 'present' : whySkipped})`, () => {
  test('give the same findings for all municipalities in two threads as in one', async () => {
    const real = readRealFigures();
    const whole = {
      figures: real.figures,
      keyFigures: keyFigureMap,
      municipalities: real.municipalities,
      year: 2020,
      comparisonOf: (unit: string) => real.similar(unit),
    };
    const workers = analysisWorkers({ threads: 2, worthDividing: 0 });
    const answer = await workers.analyseAll(whole);
    await workers.close();
    expect(answer.municipalities.length).toBe(290);
    expect(answer).toStrictEqual(analyseAll(whole));
  });
});
