import fc from 'fast-check';
import { expect, test } from 'vitest';
import { manyActions } from '../gallery/example-chain.ts';
import { type GanttRow, ganttLayout, lanesOf } from './gantt.rules.ts';
import { dateOf, dayNumber, stepFor, timeTicks } from './time-axis.rules.ts';

const rows: readonly GanttRow[] = [
  { id: 'a', text: 'Plan', group: 'Förskola', start: '2022-01-10', end: '2022-04-30' },
  { id: 'b', text: 'Flytt', group: 'Förskola', start: '2022-05-15', end: '2022-08-31', after: ['a', 'borta'] },
  { id: 'c', text: 'Utan tid', group: 'Skola' },
];

test('the axis begins and ends with whole months, and weeks are those of ISO 8601', () => {
  const { axis, groups } = ganttLayout(rows, 1100, { today: '2022-06-01' });
  expect([dateOf(axis.ticks[0]!.day), dateOf(axis.ticks.at(-1)!.end - 1)]).toEqual(['2022-01-01', '2022-08-31']);
  expect(groups.map(({ text }) => text)).toEqual(['Förskola', 'Skola']);
  expect(timeTicks(dayNumber('2020-12-30'), dayNumber('2021-01-05'), 'week').map(({ number }) => number)).toEqual([
    53, 1,
  ]);
});

test('days are counted as the calendar does, leap years and all', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 200_000 }), (day) => {
      expect(dayNumber(dateOf(day))).toBe(day);
    }),
  );
});

test('the step is the finest whose names have room', () => {
  expect([stepFor(365, 800), stepFor(3 * 365, 800), stepFor(10 * 365, 800), stepFor(60, 800, true)]).toEqual([
    'month',
    'quarter',
    'year',
    'week',
  ]);
});

test('a period ends at the edge of what is shown, and one outside it is not drawn', () => {
  const { rows: placed, axis } = ganttLayout(rows, 1100, { from: '2022-02-01', to: '2022-04-30' });
  expect(placed[0]?.bar).toEqual({ left: axis.left, right: axis.right });
  expect(placed[1]?.bar).toBeUndefined();
});

test('an arrow is drawn between rows that are both shown', () => {
  expect(ganttLayout(rows, 1100, {}).dependencies).toHaveLength(1);
});

test('a line for today is drawn only when today is shown', () => {
  expect(ganttLayout(rows, 1100, { today: '2022-06-01' }).axis.today).toBeGreaterThan(0);
  expect(ganttLayout(rows, 1100, { today: '2030-06-01' }).axis.today).toBeUndefined();
});

test('rows in a lane never run at the same time, and lanes are as many as what runs at once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 })), { maxLength: 40 }),
      (periods) => {
        const days = periods.map(([first, length]) => [19_000 + first, 19_000 + first + length] as const);
        const { laneOf, lanes } = lanesOf(
          days.map(([first, last], index) => ({ id: `${index}`, text: '', start: dateOf(first), end: dateOf(last) })),
        );
        days.forEach(([first, last], index) => {
          days.slice(index + 1).forEach(([otherFirst, otherLast], after) => {
            if (laneOf[index] === laneOf[index + 1 + after]) expect(first > otherLast || otherFirst > last).toBe(true);
          });
        });
        const most = days.map(([day]) => days.filter(([first, last]) => first <= day && day <= last).length);
        if (days.length > 0) expect(lanes).toBe(Math.max(...most));
      },
    ),
  );
});

test('ten thousand actions lie in lanes that are far fewer', () => {
  const { laneOf, lanes } = lanesOf(manyActions(10_000));
  expect(laneOf.every((lane) => lane >= 0 && lane < lanes)).toBe(true);
  expect(lanes).toBeLessThan(2000);
});
