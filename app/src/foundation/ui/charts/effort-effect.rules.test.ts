import fc from 'fast-check';
import { expect, test } from 'vitest';
import { discRadius, type MatrixItem, matrixLayout } from './effort-effect.rules.ts';
import { boxAround, overlap } from './labels.ts';

const score = fc.double({ min: 1, max: 5, noNaN: true });
const anyItems = fc.array(fc.record({ id: fc.uuid(), text: fc.lorem({ maxCount: 6 }), effort: score, effect: score }), {
  maxLength: 80,
});

test('discs and names never cover each other, and every item is a disc or counted', () => {
  fc.assert(
    fc.property(anyItems, fc.constantFrom(350, 720), (items, width) => {
      const { items: placed, more, plot } = matrixLayout(items, { topLeft: 'gör först' }, width, 330);
      const discs = [...placed.flatMap(({ disc }) => disc ?? []), ...more].map(({ x, y }) =>
        boxAround(x, y, discRadius),
      );
      const boxes = [...discs, ...placed.flatMap(({ name }) => name?.box ?? [])];
      boxes.forEach((box, index) => {
        expect(box.left >= plot.left - 0.01 && box.right <= plot.right + 0.01).toBe(true);
        for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
      });
      const counted = more.reduce((sum, { count }) => sum + count, 0);
      expect(placed.filter(({ disc }) => disc !== undefined).length + counted).toBe(items.length);
      for (const { name, row } of placed) expect((name === undefined) !== (row === undefined)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('the same items give the same picture, and a lone item stands exactly on its scores', () => {
  const item: MatrixItem = { id: 'a', text: 'Plan före beslut', effort: 2, effect: 4 };
  const first = matrixLayout([item], {}, 720, 400);
  expect(matrixLayout([item], {}, 720, 400).items).toEqual(first.items);
  expect(first.items[0]?.disc).toEqual({ x: first.x(2), y: first.y(4) });
});
