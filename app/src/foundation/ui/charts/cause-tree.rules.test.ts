import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CauseNode, causeTreeLayout } from './cause-tree.rules.ts';
import { textWidth } from './drawing.tsx';
import { overlap } from './labels.ts';

const { tree: anyTree } = fc.letrec<{ tree: CauseNode }>((tie) => ({
  tree: fc.record({
    id: fc.uuid(),
    text: fc.lorem({ maxCount: 12 }),
    state: fc.constantFrom('hypothesis', 'supported', 'rejected', undefined),
    children: fc.oneof({ maxDepth: 4 }, fc.constant([]), fc.array(tie('tree'), { maxLength: 4 })),
  }),
}));

test('nodes never cover each other, and their words stay inside them, in columns and as an outline', () => {
  fc.assert(
    fc.property(anyTree, fc.constantFrom(350, 720, 1100), (root, width) => {
      const { nodes, height } = causeTreeLayout(root, width);
      const boxes = nodes.map(({ x, y, ...box }) => ({
        left: x,
        top: y,
        right: x + box.width,
        bottom: y + box.height,
      }));
      boxes.forEach((box, index) => {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(width);
        expect(box.bottom).toBeLessThanOrEqual(height);
        for (const line of nodes[index]!.lines) expect(textWidth(line, 13)).toBeLessThan(box.right - box.left);
        for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
      });
    }),
    { numRuns: 60 },
  );
});

test('a parent stands in the middle of its children, and a deep tree becomes an outline', () => {
  const leaf = (id: string): CauseNode => ({ id, text: id });
  const { nodes, form } = causeTreeLayout({ ...leaf('a'), children: [leaf('b'), leaf('c'), leaf('d')] }, 720);
  const middle = (id: string) => nodes.filter(({ node }) => node.id === id).map(({ y, height }) => y + height / 2)[0];
  expect(form).toBe('columns');
  expect(middle('a')).toBeCloseTo(middle('c')!, 6);
  const deep = Array.from({ length: 12 }).reduce<CauseNode>(
    (below) => ({ ...leaf('x'), children: [below] }),
    leaf('y'),
  );
  expect(causeTreeLayout(deep, 1100).form).toBe('outline');
});
