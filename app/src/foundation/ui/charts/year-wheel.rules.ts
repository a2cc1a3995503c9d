import { lanesOf } from './gantt.rules.ts';
import { placeWithin } from './in-order.rules.ts';
import { numberedListLayout, type PlacedRow } from './numbered-list.rules.ts';
import { dateOf, dayNumber } from './time-axis.rules.ts';
import { wrapLines } from './wrapping.ts';

export interface YearItem {
  readonly id: string;
  readonly text: string;
  /** YYYY-MM-DD; an item of one day has no end. */
  readonly start: string;
  readonly end?: string | undefined;
  readonly href?: string | undefined;
}

export interface PlacedYearItem {
  readonly item: YearItem;
  readonly number: number;
  /** Clockwise from the new year, in radians. */
  readonly from: number;
  readonly to: number;
  readonly inner: number;
  readonly outer: number;
  readonly label?: SideLabel;
  readonly row?: PlacedRow;
}

export interface SideLabel {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  /** From the arc out to the words. */
  readonly leader: readonly (readonly [x: number, y: number])[];
}

export interface YearWheelLayout {
  readonly height: number;
  readonly centre: { readonly x: number; readonly y: number };
  readonly hub: number;
  readonly ring: number;
  readonly outer: number;
  readonly months: readonly { readonly from: number; readonly to: number }[];
  readonly items: readonly PlacedYearItem[];
  /** Numbers stand in the arcs when the names are in the list and the arcs are thick enough. */
  readonly numbered: boolean;
  readonly angleOf: (date: string) => number;
}

export const labelText = { size: 12.5, leading: 15 } as const;
const ringWidth = 32;
const ringAir = 4;
const widestLane = 17;
/** How thick an arc must be for numbers of one, two and three digits. */
const leastNumbered = [11, 12.5, 18];
const labelGap = 7;
const narrowest = 640;

/** Names stand beside the wheel with lines to their arcs as long as there is room for all; else as a numbered list below it. */
export function yearWheelLayout(
  year: number,
  items: readonly YearItem[],
  width: number,
  rowWords: (item: YearItem) => string,
): YearWheelLayout {
  const diameter = width < narrowest ? width - 8 : Math.min(430, width * 0.46);
  const outer = diameter / 2;
  const leastRing = outer * 0.3 + ringWidth;
  const [first, days] = [dayNumber(`${year}-01-01`), dayNumber(`${year + 1}-01-01`) - dayNumber(`${year}-01-01`)];
  const angle = (day: number) => ((day - first) / days) * 2 * Math.PI;
  // A single day gets an arc as long as its number, at the ring where arcs are shortest.
  const least = Math.ceil((18 / (2 * Math.PI * leastRing)) * days);
  const inYear = items
    .map((item) => ({ item, ...shownDays(item, first, days, least) }))
    .filter(({ from, to }) => to > first && from < first + days)
    .sort((a, b) => a.item.start.localeCompare(b.item.start) || items.indexOf(a.item) - items.indexOf(b.item));
  const lanes = lanesOf(
    inYear.map(({ item, from, to }) => ({ id: item.id, text: '', start: dateOf(from), end: dateOf(to - 1) })),
  );
  const lane = Math.min(widestLane, (outer - leastRing - ringAir) / Math.max(1, lanes.lanes));
  // Few lanes leave room for wider months.
  const ring = outer - ringAir - lane * Math.max(1, lanes.lanes);
  const hub = ring - ringWidth;
  const arcs = inYear.map(({ item, from, to }, index) => {
    const inner = ring + ringAir + Math.max(0, lanes.laneOf[index] ?? 0) * lane;
    return {
      item,
      number: index + 1,
      from: angle(from),
      to: angle(to),
      inner,
      outer: inner + lane - Math.min(2, lane * 0.25),
    };
  });
  const reach = arcs.reduce((most, arc) => Math.max(most, arc.outer), ring);
  const beside = width < narrowest ? undefined : sideLabels(arcs, width, reach, diameter);
  const centre = { x: width / 2, y: (beside?.height ?? diameter) / 2 + 6 };
  const list =
    beside === undefined
      ? numberedListLayout(
          arcs.map(({ item }) => rowWords(item)),
          width,
          diameter + 20,
        )
      : undefined;
  return {
    height: (list?.bottom ?? beside?.height ?? diameter) + 12,
    centre,
    hub,
    ring,
    outer: reach,
    months: Array.from({ length: 12 }, (_, month) => ({
      from: angle(Date.UTC(year, month, 1) / 86_400_000),
      to: angle(Date.UTC(year, month + 1, 1) / 86_400_000),
    })),
    items: arcs.map((arc, index) => {
      const label = beside?.labels[index];
      const row = list?.placed[index];
      return { ...arc, ...(label === undefined ? {} : { label }), ...(row === undefined ? {} : { row }) };
    }),
    numbered:
      beside === undefined && lane >= (leastNumbered[String(arcs.length).length - 1] ?? Number.POSITIVE_INFINITY),
    angleOf: (date) => angle(dayNumber(date) + 0.5),
  };
}

/** The days that are drawn, within the year: from the first, up to but not including the second. */
function shownDays({ start, end }: YearItem, first: number, days: number, least: number): { from: number; to: number } {
  const from = dayNumber(start);
  const to = Math.max(from, dayNumber(end ?? start)) + 1;
  if (to <= first || from >= first + days) return { from, to };
  const shown = { from: Math.max(first, from), to: Math.min(first + days, to) };
  const missing = Math.max(0, least - (shown.to - shown.from));
  const later = Math.min(missing, first + days - shown.to);
  return { from: shown.from - (missing - later), to: shown.to + later };
}

interface Arc {
  readonly item: YearItem;
  readonly from: number;
  readonly to: number;
  readonly inner: number;
  readonly outer: number;
}

function sideLabels(
  arcs: readonly Arc[],
  width: number,
  reach: number,
  diameter: number,
): { labels: SideLabel[]; height: number } | undefined {
  const room = (width - diameter) / 2 - 26;
  const words = arcs.map(({ item }) => wrapLines(item.text, labelText.size, room, 3));
  const heights = words.map((lines) => lines.length * labelText.leading);
  const points = arcs.map((arc) => {
    const middle = (arc.from + arc.to) / 2;
    return { middle, right: Math.sin(middle) >= 0, wanted: -Math.cos(middle) * (reach + 14) };
  });
  const sides = [true, false].map((right) =>
    points
      .map((point, index) => ({ ...point, index }))
      .filter((point) => point.right === right)
      .sort((a, b) => a.wanted - b.wanted || a.index - b.index),
  );
  const needed = sides.map((side) => side.reduce((sum, { index }) => sum + heights[index]! + labelGap, 0));
  const height = Math.max(diameter, ...needed);
  if (height > diameter * 1.3) return undefined;
  const labels: SideLabel[] = [];
  for (const side of sides) {
    const middles = placeWithin(
      side.map(({ wanted }) => wanted),
      side.map(({ index }) => heights[index]!),
      labelGap,
      -height / 2,
      height / 2,
    );
    side.forEach(({ index, middle, right }, at) => {
      const arc = arcs[index]!;
      const sign = right ? 1 : -1;
      const radius = (arc.inner + arc.outer) / 2;
      const x = sign * (diameter / 2 + 24);
      const y = middles[at]!;
      const point = (r: number) => [Math.sin(middle) * r, -Math.cos(middle) * r] as const;
      labels[index] = {
        lines: words[index]!,
        x,
        y: y - heights[index]! / 2,
        anchor: right ? 'start' : 'end',
        leader: [point(radius), point(reach + 6), [sign * (diameter / 2 + 14), y], [x - sign * 4, y]],
      };
    });
  }
  return { labels, height };
}
