import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeInOrder, placeWithin } from './in-order.rules.ts';
import { overlap } from './labels.ts';
import { type ThreadEdge, type ThreadNode, threadLayout, threadWidth } from './thread.rules.ts';

const columns = ['a', 'b', 'c', 'd'].map((key) => ({ key, label: key }));
const node = (id: string, title = id): ThreadNode => ({ id, column: id[0]!, title });

test('cards never cover each other, whatever the lines between them', () => {
  const ids = columns.flatMap(({ key }) => [1, 2, 3, 4, 5].map((n) => `${key}${n}`));
  const edge = fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids) });
  fc.assert(
    fc.property(
      fc.array(edge, { maxLength: 30 }),
      fc.subarray(ids),
      fc.constantFrom(350, 900),
      (edges, shown, width) => {
        const { nodes, height } = threadLayout(
          columns,
          shown.map((id) => node(id, 'Ett kort om lokalförsörjning')),
          edges,
          width,
        );
        const boxes = nodes.map((card) => ({
          left: card.x,
          right: card.x + card.width,
          top: card.y,
          bottom: card.y + card.height,
        }));
        boxes.forEach((box, index) => {
          expect(box.top).toBeGreaterThanOrEqual(0);
          expect(box.bottom).toBeLessThanOrEqual(height);
          for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
        });
      },
    ),
    { numRuns: 80 },
  );
});

test('lines that need not cross do not', () => {
  const edges: ThreadEdge[] = [
    { from: 'a1', to: 'b3' },
    { from: 'a2', to: 'b2' },
    { from: 'a3', to: 'b1' },
  ];
  const { nodes } = threadLayout(
    columns,
    ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'].map((id) => node(id)),
    edges,
    900,
  );
  const y = (id: string) => nodes.find((card) => card.node?.id === id)!.y;
  const order = (ids: string[]) => ids.toSorted((a, b) => y(a) - y(b));
  const partner: Record<string, string> = { a1: 'b3', a2: 'b2', a3: 'b1' };
  expect(order(['a1', 'a2', 'a3']).map((id) => partner[id])).toEqual(order(['b1', 'b2', 'b3']));
});

test('a step without cards says so, and a line to what is not shown is left out', () => {
  const { nodes, edges } = threadLayout(columns, [node('a1'), node('x1')], [{ from: 'a1', to: 'x1' }], 900);
  expect(nodes.map((card) => card.node?.id)).toEqual(['a1', undefined, undefined, undefined]);
  expect(edges).toEqual([]);
});

test('a narrow place gets the thread downwards, and columns keep a least width', () => {
  expect(threadLayout(columns, [node('a1')], [], 350)).toMatchObject({ form: 'down', width: 350 });
  expect(threadLayout(columns, [node('a1')], [], 490).width).toBeGreaterThanOrEqual(threadWidth(4));
});

test('things placed in order stand apart, and exactly where they want when there is room', () => {
  expect(placeInOrder([10, 50, 90], [10, 10, 10], 5)).toEqual([10, 50, 90]);
  expect(placeInOrder([10, 10], [10, 10], 0)).toEqual([5, 15]);
  expect(placeWithin([0, 0, 0], [10, 10, 10], 0, 0, 100)).toEqual([5, 15, 25]);
});
