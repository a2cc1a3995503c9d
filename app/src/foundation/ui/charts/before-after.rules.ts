import { scaleLinear } from 'd3-scale';
import { extent, round, textWidth } from './drawing.tsx';
import type { Plot } from './line-chart.tsx';
import type { LinePoint } from './lines.ts';
import { oneLine } from './wrapping.ts';

export interface OtherAction {
  readonly text: string;
  /** Years; 2021.5 is the middle of 2021. */
  readonly from: number;
  readonly to: number;
}

/** Over the lines: the unit, what begins, and the words before and after. */
const topRoom = 54;

export function beforeAfterPlot(
  years: readonly number[],
  values: readonly (number | undefined)[],
  names: readonly string[],
  width: number,
  height: number,
  write: (value: number) => string,
): Plot {
  const bottom = height - 26;
  const y = scaleLinear(extent(values, 0.06), [bottom, topRoom]).nice(4);
  const yTicks = y.ticks(4);
  const left = Math.max(...yTicks.map((tick) => textWidth(write(tick), 12)), 18) + 12;
  const right = width - Math.min(width * 0.36, Math.max(...names.map((name) => textWidth(name, 13.5)), 40) + 18);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  // A single year stands in the middle, and none at all gives a field that is empty rather than at NaN.
  const domain = !Number.isFinite(first) ? [0, 1] : first === last ? [first - 1, last + 1] : [first, last];
  const x = scaleLinear(domain, [left + 6, right - 6]);
  return { left, right, top: topRoom, bottom, x, y, yTicks };
}

export interface PlacedAction {
  readonly text: string;
  readonly textX: number;
  readonly textY: number;
  readonly left: number;
  readonly right: number;
  readonly barY: number;
}

export const actionHeight = 30;

/** Under the axis, one line each: its name, and under it the bar of its period. What lies outside the years ends at their edge. */
export function placeActions(actions: readonly OtherAction[], plot: Plot, top: number, width: number): PlacedAction[] {
  const within = (x: number) => Math.min(plot.right, Math.max(plot.left, x));
  return actions.map(({ text, from, to }, index) => {
    const left = within(plot.x(Math.min(from, to)));
    const right = Math.max(within(plot.x(Math.max(from, to))), left + 3);
    const words = oneLine(text, 12, width - plot.left);
    return {
      text: words,
      textX: round(Math.max(plot.left, Math.min(left, width - textWidth(words, 12)))),
      textY: top + index * actionHeight + 19,
      left: round(left),
      right: round(right),
      barY: top + index * actionHeight + 24,
    };
  });
}

/** Over or under the line at one of its ends: where words of this width stand furthest from all other lines. */
export function freestPlace(y: number, width: number, lines: readonly (readonly LinePoint[])[], plot: Plot): LinePoint {
  const places = [plot.left + 4, plot.right - width - 4].flatMap((x) => [
    { x, y: y - 6, middle: y - 10 },
    { x, y: y + 15, middle: y + 10 },
  ]);
  const clearance = ({ x, middle }: { x: number; middle: number }) =>
    Math.min(
      ...[0, 0.25, 0.5, 0.75, 1].flatMap((part) =>
        lines.flatMap((line) => heightAt(line, x + part * width) ?? []).map((height) => Math.abs(height - middle)),
      ),
      // Within the field, and the first place when nothing else tells them apart.
      middle < plot.top || middle > plot.bottom ? 0 : 1e6,
    );
  return places.reduce((best, place) => (clearance(place) > clearance(best) ? place : best));
}

function heightAt(line: readonly LinePoint[], x: number): number | undefined {
  const after = line.findIndex((point) => point.x >= x);
  const [a, b] = [line[after - 1], line[after]];
  if (a === undefined || b === undefined) return undefined;
  return a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x);
}
