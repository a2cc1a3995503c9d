import { expect, test } from 'vitest';
import { fourFields } from './four-fields.ts';

const question = {
  area: 'preschool',
  year: 2020,
  municipalities: ['a', 'b', 'c', 'd', 'e'],
  resource: [40, 60, 90, 30, Number.NaN],
  quality: [40, 70, 90, 80, 10],
  similar: ['b'],
} as const;

test('role models are better on both counts, similar municipalities first', () => {
  const { roleModels, own, ownField } = fourFields({ ...question, unit: 'a' });
  expect(roleModels.map(({ unit, similar }) => [unit, similar])).toEqual([
    ['b', true],
    ['c', false],
  ]);
  expect(own).toEqual({ unit: 'a', resource: 40, quality: 40 });
  expect(ownField).toBe('dearWeak');
});

test('the lines are the medians of those that have both', () => {
  expect(fourFields({ ...question, unit: 'a' })).toMatchObject({
    resourceLine: 50,
    qualityLine: 75,
    lineRule: 'median',
  });
});

test('a municipality without both indices has no point, and the missing half is named', () => {
  const { own, ownField, missing, roleModels } = fourFields({ ...question, unit: 'e' });
  expect([own, ownField, missing, roleModels]).toEqual([null, null, ['resource'], []]);
});
