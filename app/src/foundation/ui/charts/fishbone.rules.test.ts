import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CauseNode } from './cause-tree.rules.ts';
import { type FishboneBranch, fishboneLayout } from './fishbone.rules.ts';
import { type Box, overlap } from './labels.ts';

const words = (n: number) => `+${n}`;

function boxesOf(branches: readonly FishboneBranch[], width: number): Box[] {
  const { head, branches: placed } = fishboneLayout('Dyra lokaler i förskolan', branches, width, words);
  return [head.box, ...placed.flatMap(({ label, causes }) => [label.box, ...causes.map(({ box }) => box)])];
}

function expectApart(boxes: readonly Box[]): void {
  boxes.forEach((box, index) => {
    for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
  });
}

const compound = 'Lokalförsörjningsplaneringsansvarsfördelningsproblematiken';

test.each([350, 720, 1100])('eight branches of eight causes are legible at a width of %i', (width) => {
  const branches = Array.from({ length: 8 }, (_, i) => ({
    label: i === 3 ? compound : `Gren ${i}`,
    causes: Array.from(
      { length: 8 },
      (_, j): CauseNode => ({
        id: `${i}-${j}`,
        text: j === 2 ? compound : 'Personalen byts ut ofta och vikarier är svåra att få',
        state: 'hypothesis',
        children: j % 3 === 0 ? [{ id: 'c', text: 'Ingen ansvarar för planeringen' }] : [],
      }),
    ),
  }));
  const boxes = boxesOf(branches, width);
  expect(boxes).toHaveLength(1 + 8 + 64 + 24);
  for (const { left, right, top } of boxes) {
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(width);
    expect(top).toBeGreaterThanOrEqual(0);
  }
  expectApart(boxes);
});

test('no words meet, whatever the branches', () => {
  const leaf = fc.record({ id: fc.uuid(), text: fc.lorem({ maxCount: 10 }) });
  const cause = fc.record({
    id: fc.uuid(),
    text: fc.lorem({ maxCount: 10 }),
    children: fc.array(leaf, { maxLength: 3 }),
  });
  const branch = fc.record({ label: fc.lorem({ maxCount: 3 }), causes: fc.array(cause, { maxLength: 8 }) });
  fc.assert(
    fc.property(fc.array(branch, { maxLength: 12 }), fc.constantFrom(350, 720, 1100), (branches, width) =>
      expectApart(boxesOf(branches, width)),
    ),
    { numRuns: 60 },
  );
});

test('what lies deeper than two levels is counted', () => {
  const leaf = (id: string, children: CauseNode[] = []): CauseNode => ({ id, text: id, children });
  const { branches } = fishboneLayout(
    'x',
    [{ label: 'Gren', causes: [leaf('a', [leaf('b', [leaf('c', [leaf('d')]), leaf('e')])])] }],
    1100,
    words,
  );
  expect(branches[0]?.causes.map((cause) => cause.words)).toEqual(['a', 'b +3']);
});
