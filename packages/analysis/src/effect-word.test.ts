import { describe, expect, test } from 'vitest';
import { differenceInDifferences } from './difference-in-differences.ts';
import { effectWord } from './effect-word.ts';

const years = [2017, 2018, 2019, 2020, 2021, 2022];
const steadyOthers = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    unit: `u${i}`,
    values: [100, 101, 100, 101, 100, 101].map((value, y) => value + ((i * 7 + y * 3) % 5) * 0.3),
  }));

function found(values: number[], others = steadyOthers(7), firstYearAfter = 2020) {
  return differenceInDifferences({ years, treated: { unit: '1814', values }, comparison: others, firstYearAfter });
}

const fallen = [100, 101, 100, 91, 90, 91];
const codes = (result: ReturnType<typeof effectWord>) => result.cautions.map(({ code }) => code);

describe('the word for an effect', () => {
  test('follows the wanted direction, and without one says only higher or lower', () => {
    expect(effectWord(found(fallen), { direction: 'low' }).word).toBe('improved');
    expect(effectWord(found(fallen), { direction: 'high' }).word).toBe('worsened');
    expect(effectWord(found(fallen), { direction: null }).word).toBe('lower');
    const risen = found(fallen.map((value) => 200 - value));
    expect(effectWord(risen, { direction: 'low' }).word).toBe('worsened');
    expect(effectWord(risen, { direction: 'high' }).word).toBe('improved');
    expect(effectWord(risen, { direction: null }).word).toBe('higher');
  });

  test('is no clear difference when the own municipality moved with the others', () => {
    expect(effectWord(found([100, 101, 100, 101, 100, 101]), { direction: 'low' }).word).toBe('noClearDifference');
  });

  test('is no clear difference when one of the others moved as much, however narrow the interval', () => {
    const others = steadyOthers(30);
    others[3] = { unit: 'u3', values: [100, 101, 100, 112, 112, 112] };
    others[4] = { unit: 'u4', values: [100, 101, 100, 88, 87, 88] };
    const result = effectWord(found([100, 101, 100, 91, 90, 91], others), { direction: 'low' });
    expect(result).toEqual({ word: 'noClearDifference', cautions: [{ code: 'othersMovedAsMuch', rank: 3, of: 31 }] });
  });

  test('is too early without a year after, and cannot be told without enough before or to compare with', () => {
    expect(effectWord(found(fallen, steadyOthers(7), 2023), { direction: 'low' }).word).toBe('tooEarly');
    expect(effectWord(found(fallen, steadyOthers(7), 2018), { direction: 'low' }).word).toBe('cannotTell');
    expect(effectWord(found(fallen, steadyOthers(1)), { direction: 'low', otherActions: true })).toEqual({
      word: 'cannotTell',
      cautions: [{ code: 'otherActions' }],
    });
  });

  test('cannot be told when the municipality had drawn apart already before', () => {
    const result = effectWord(found([120, 110, 100, 90, 80, 70]), { direction: 'low' });
    expect(result.word).toBe('cannotTell');
    expect(codes(result)).toContain('preTrend');
  });

  test('cannot be told across a change of method, while one before or in the first year used does not matter', () => {
    expect(effectWord(found(fallen), { direction: 'low', breaks: [2012, 2019] })).toMatchObject({
      word: 'cannotTell',
      cautions: [{ code: 'seriesBreak', fromYear: 2019 }, { code: 'fewMunicipalities' }],
    });
    expect(effectWord(found(fallen), { direction: 'low', breaks: [2012, 2017, 2023] }).word).toBe('improved');
  });
});

describe('the cautions of an effect', () => {
  test('say that chance cannot be ruled out at 5 per cent with fewer than 19 others', () => {
    expect(effectWord(found(fallen), { direction: 'low' }).cautions).toEqual([{ code: 'fewMunicipalities', n: 7 }]);
    expect(codes(effectWord(found(fallen, steadyOthers(18)), { direction: 'low' }))).toEqual(['fewMunicipalities']);
    expect(codes(effectWord(found(fallen, steadyOthers(19)), { direction: 'low' }))).toEqual([]);
  });

  test('say that there are few years before or after', () => {
    const one = effectWord(found([100, 101, 100, 101, 100, 91], steadyOthers(20), 2022), { direction: 'low' });
    expect(one.cautions).toEqual([{ code: 'fewYears', before: 5, after: 1 }]);
    expect(codes(effectWord(found(fallen, steadyOthers(20), 2019), { direction: 'low' }))).toContain('fewYears');
  });

  test('pass on what the caller knows, of the years that were used', () => {
    const result = effectWord(found([...fallen.slice(0, 5), Number.NaN], steadyOthers(20)), {
      direction: 'low',
      preliminaryYears: [2021, 2022],
      expectedYear: 2022,
      smallNumbers: true,
      otherActions: true,
    });
    expect(result.cautions).toEqual([
      { code: 'preliminary', years: [2021] },
      { code: 'olderYear', year: 2021 },
      { code: 'smallNumbers' },
      { code: 'otherActions' },
    ]);
  });
});
