import { expect, test } from 'vitest';
import { type ListShape, likePattern, listHref, readListState, sortLink } from './list-state.ts';

const shape: ListShape<'namn' | 'titel', 'roll'> = { sorts: ['namn', 'titel'], filters: ['roll'], pageSize: 50 };
const read = (query: string) => readListState(new URLSearchParams(query), shape);

test('a list comes back the same from its own address', () => {
  const state = read('q=%C3%B6st&roll=analyst&sortera=titel&ordning=fallande&sida=7');
  expect(state).toEqual({ q: 'öst', sort: 'titel', descending: true, page: 7, filters: { roll: 'analyst' } });
  expect(readListState(new URL(listHref('/x', state, { page: 7 }), 'http://h').searchParams, shape)).toEqual(state);
});

test('what does not fit in an address falls back to the start of the list', () => {
  expect(read('sortera=drop table&ordning=x&sida=-3')).toMatchObject({ sort: 'namn', descending: false, page: 1 });
  expect(read('sida=1e9').page).toBe(1);
  expect(read(`q=${'a'.repeat(10_000)}%00`).q).toHaveLength(200);
});

test('a new sort or filter begins at the first page', () => {
  expect(listHref('/x', read('sida=9'), { sort: 'titel' })).not.toContain('sida');
});

test('the header of the sorted column turns the order', () => {
  expect(sortLink('/x', read(''), 'namn')).toEqual({
    href: '/x?sortera=namn&ordning=fallande',
    direction: 'ascending',
  });
  expect(sortLink('/x', read(''), 'titel').direction).toBeUndefined();
});

test('signs of a pattern are letters to the person who searches', () => {
  expect(likePattern('50%_\\')).toBe('%50\\%\\_\\\\%');
});
