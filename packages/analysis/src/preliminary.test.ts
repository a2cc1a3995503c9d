import { expect, test } from 'vitest';
import { publicationState } from './preliminary.ts';
import { breaksOf, methodSince } from './series-break.ts';

const dates = { preliminaryDate: '2026-06-10', date: '2026-09-29', period: 2025 };

test('the dates decide what is preliminary, and only for their own period', () => {
  expect(publicationState(dates, 2025, '2026-07-01')).toBe('preliminary');
  expect(publicationState(dates, 2025, '2026-09-29')).toBe('final');
  expect(publicationState(dates, 2025, '2026-06-09')).toBe('notYetPublished');
  expect(publicationState(dates, 2024, '2026-07-01')).toBe('final');
  expect(publicationState(undefined, 2025, '2026-07-01')).toBe('unknown');
  expect(publicationState(dates, 2025, undefined)).toBe('unknown');
});

test('a break is the known one or what the map declares, and the latest counts', () => {
  expect(breaksOf('N20900')).toEqual([2019]);
  expect(breaksOf('N20900', [2023, 2019])).toEqual([2019, 2023]);
  expect(breaksOf('N00090')).toEqual([]);
  expect(methodSince([2019, 2023], 2022)).toBe(2019);
  expect(methodSince([2019, 2023], 2018)).toBeNull();
});
