import { expect, test } from 'vitest';
import { yearItems } from '../gallery/example-chain.ts';
import { type Box, overlap } from './labels.ts';
import { widestLine } from './wrapping.ts';
import { labelText, yearWheelLayout } from './year-wheel.rules.ts';

const layout = (items = yearItems, width = 920) => yearWheelLayout(2022, items, width, ({ text }) => text);

test('names stand beside the wheel without meeting, as long as all have room', () => {
  const boxes = layout().items.map(({ label }): Box => {
    const width = widestLine(label!.lines, labelText.size);
    const left = label!.anchor === 'start' ? label!.x : label!.x - width;
    return { left, right: left + width, top: label!.y, bottom: label!.y + label!.lines.length * labelText.leading };
  });
  expect(boxes).toHaveLength(9);
  boxes.forEach((box, index) => {
    for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
  });
});

test('with many items or little width the names are a numbered list below', () => {
  expect(layout(yearItems, 350).items.every(({ row, label }) => row !== undefined && label === undefined)).toBe(true);
  const many = Array.from({ length: 60 }, (_, index) => ({ ...yearItems[index % 9]!, id: String(index) }));
  expect(layout(many).items.every(({ row }) => row !== undefined)).toBe(true);
});

test('arcs never cover each other, and what lies outside the year is not drawn', () => {
  const { items } = layout([...yearItems, { id: 'z', text: 'Nästa år', start: '2023-02-01' }]);
  expect(items).toHaveLength(9);
  items.forEach((one, index) => {
    for (const other of items.slice(index + 1)) {
      const sameLane = one.inner < other.outer && other.inner < one.outer;
      if (sameLane) expect(one.to <= other.from + 1e-9 || other.to <= one.from + 1e-9).toBe(true);
    }
  });
});

test('a period over the new year is drawn up to it', () => {
  const [item] = layout([{ id: 'a', text: 'Vinter', start: '2022-12-01', end: '2023-02-01' }]).items;
  expect(item?.to).toBeCloseTo(2 * Math.PI, 6);
});
