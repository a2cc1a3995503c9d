import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, mergeBlock, renumber } from './block.ts';

function block(values: readonly (number | null | undefined)[], statuses: Record<number, string> = {}): Block {
  return {
    kpi: 'N00001',
    gender: 'T',
    period: 2020,
    fetchedAt: '2026-01-01T00:00:00.000Z',
    values: Float64Array.from(values, (value) => value ?? Number.NaN),
    nulls: Uint16Array.from(values.flatMap((value, unit) => (value === null ? [unit] : []))),
    statuses: new Map(Object.entries(statuses).map(([unit, status]) => [Number(unit), status])),
  };
}

describe('laying new figures over old ones', () => {
  it('keeps what the new block does not speak of', () => {
    const { block: merged } = mergeBlock(block([1, 2, null]), block([undefined, 5]));
    expect([...merged.values]).toEqual([1, 5, Number.NaN]);
    expect([...merged.nulls]).toEqual([2]);
  });

  it('notes a changed, a withdrawn and a late figure, but neither a first one nor an unchanged zero', () => {
    const { revisions } = mergeBlock(block([1, 2, null, undefined, 0]), block([3, null, 4, 5, 0]));
    expect(revisions).toEqual([
      { unit: 0, old: 1, new: 3 },
      { unit: 1, old: 2, new: null },
      { unit: 2, old: null, new: 4 },
    ]);
  });

  it('forgets the word for a missing value when a number comes', () => {
    const { block: merged } = mergeBlock(block([null, null], { 0: 'Missing', 1: 'Privacy' }), block([7]));
    expect([...merged.statuses]).toEqual([[1, 'Privacy']]);
  });

  it('lets a unit that came later lengthen the block', () => {
    const { block: merged } = mergeBlock(block([1]), block([undefined, undefined, null]));
    expect([...merged.values]).toEqual([1, Number.NaN, Number.NaN]);
    expect([...merged.nulls]).toEqual([2]);
  });

  it('changes nothing when the same is laid twice', () => {
    const cell = fc.oneof(fc.constant(null), fc.constant(undefined), fc.double({ noNaN: true }));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), fc.array(cell, { maxLength: 12 }), (old, fresh) => {
        const once = mergeBlock(block(old), block(fresh)).block;
        const twice = mergeBlock(once, block(fresh));
        expect(twice.revisions).toEqual([]);
        expect([...twice.block.values]).toEqual([...once.values]);
        expect([...twice.block.nulls]).toEqual([...once.nulls]);
      }),
    );
  });
});

it('a block moved to another numbering keeps each figure with its unit', () => {
  const moved = renumber(block([1, null, 3], { 1: 'Privacy' }), [2, 0, 4]);
  expect([...moved.values]).toEqual([Number.NaN, Number.NaN, 1, Number.NaN, 3]);
  expect([...moved.nulls]).toEqual([0]);
  expect(moved.statuses.get(0)).toBe('Privacy');
});
