import { round, textWidth } from './drawing.tsx';
import { type Box, boxAround, overlap } from './labels.ts';
import { numberedListLayout, type PlacedRow } from './numbered-list.rules.ts';
import { widestLine, wrapLines } from './wrapping.ts';

export interface MatrixItem {
  readonly id: string;
  readonly text: string;
  /** 1 (small) to 5 (large); a mean of several people's scores may lie between. */
  readonly effect: number;
  readonly effort: number;
  readonly href?: string | undefined;
}

export interface QuadrantWords {
  readonly topLeft?: string;
  readonly topRight?: string;
  readonly bottomLeft?: string;
  readonly bottomRight?: string;
}

export interface PlacedItem {
  readonly item: MatrixItem;
  readonly number: number;
  /** Where the disc stands; none when its place is full and it is counted there instead. */
  readonly disc?: { readonly x: number; readonly y: number };
  readonly name?: PlacedName;
  /** In the list below, when the name had no room beside the disc. */
  readonly row?: PlacedRow;
}

export interface MoreHere {
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

export interface CornerWords {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

export interface MatrixLayout {
  readonly plot: Box;
  readonly height: number;
  readonly corners: readonly CornerWords[];
  readonly items: readonly PlacedItem[];
  readonly more: readonly MoreHere[];
  readonly x: (effort: number) => number;
  readonly y: (effect: number) => number;
}

export interface PlacedName {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly box: Box;
}

export const discRadius = 11;
export const nameText = { size: 12.5, leading: 15, width: 150, mostLines: 3 } as const;
/** From disc to disc; 24 makes each a target that a finger can hit. */
const pitch = 25;
const steps = 5;

/** Little effort to the left, large effect at the top: what to begin with stands top left. */
export function matrixLayout(
  items: readonly MatrixItem[],
  quadrants: QuadrantWords,
  width: number,
  plotHeight: number,
): MatrixLayout {
  const plot = { left: 44, right: width - 2, top: 4, bottom: 4 + plotHeight };
  const cell = { width: (plot.right - plot.left) / steps, height: plotHeight / steps };
  const x = (effort: number) => plot.left + (clamped(effort) - 0.5) * cell.width;
  const y = (effect: number) => plot.bottom - (clamped(effect) - 0.5) * cell.height;
  const corners = cornerWords(quadrants, plot);
  const { discs, more } = placeDiscs(items, { x, y, cell });
  const names = nameDiscs(items, discs, more, corners.map(boxOfCorner), plot);
  const unnamed = items.flatMap((item, index) => (names[index] === undefined ? [{ item, index }] : []));
  const list = numberedListLayout(
    unnamed.map(({ item }) => item.text),
    width,
    plot.bottom + 58,
  );
  const rowOf = new Map(unnamed.map(({ index }, row) => [index, list.placed[row]]));
  return {
    plot,
    height: round(unnamed.length === 0 ? plot.bottom + 40 : list.bottom),
    corners,
    items: items.map((item, index) => ({
      item,
      number: index + 1,
      ...optional('disc', discs[index]),
      ...optional('name', names[index]),
      ...optional('row', rowOf.get(index)),
    })),
    more,
    x,
    y,
  };
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: Value });
}

function clamped(score: number): number {
  return Math.min(steps, Math.max(1, score));
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Each of the 25 squares holds a grid of places. An item takes the free one nearest to its exact point, in the order given;
 * so discs never cover each other and none leaves its square. When a square is full its last place counts the rest.
 */
function placeDiscs(
  items: readonly MatrixItem[],
  {
    x,
    y,
    cell,
  }: { x: (effort: number) => number; y: (effect: number) => number; cell: { width: number; height: number } },
): { discs: readonly (Place | undefined)[]; more: readonly MoreHere[] } {
  const squares = Map.groupBy(
    items.map((item, index) => ({ item, index })),
    ({ item }) => squareOf(item),
  );
  const discs: (Place | undefined)[] = items.map(() => undefined);
  const more: MoreHere[] = [];
  for (const members of squares.values()) {
    const first = members[0]!.item;
    const places = placesIn(
      x(Math.round(clamped(first.effort))),
      y(Math.round(clamped(first.effect))),
      cell,
      members.length,
    );
    const shown = members.length > places.length ? places.length - 1 : members.length;
    const last = members.length > places.length ? places.pop() : undefined;
    for (const { item, index } of members.slice(0, shown)) {
      const exact = { x: x(item.effort), y: y(item.effect) };
      const nearest = places.reduce(
        (best, place, at) => (distance(place, exact) < distance(places[best]!, exact) - 1e-9 ? at : best),
        0,
      );
      discs[index] = places.splice(nearest, 1)[0];
    }
    if (last !== undefined) more.push({ ...last, count: members.length - shown });
  }
  return { discs, more };
}

/** Places of a square from its middle outwards: one stands in the middle, two beside each other, and so on. */
function placesIn(x: number, y: number, cell: { width: number; height: number }, wanted: number): Place[] {
  const most = {
    columns: Math.max(1, Math.floor((cell.width - 4) / pitch)),
    rows: Math.max(1, Math.floor((cell.height - 4) / pitch)),
  };
  const columns = Math.min(most.columns, Math.max(Math.ceil(Math.sqrt(wanted)), Math.ceil(wanted / most.rows)));
  const rows = Math.min(most.rows, Math.ceil(wanted / columns));
  const places = Array.from({ length: rows * columns }, (_, index) => ({
    x: x + ((index % columns) - (columns - 1) / 2) * pitch,
    y: y + (Math.floor(index / columns) - (rows - 1) / 2) * pitch,
  }));
  return places.toSorted((a, b) => distance(a, { x, y }) - distance(b, { x, y }) || a.y - b.y || a.x - b.x);
}

function distance(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** First come first served: right of the disc, left, under, over; whoever finds no free place stands in the list. */
function nameDiscs(
  items: readonly MatrixItem[],
  discs: readonly (Place | undefined)[],
  more: readonly MoreHere[],
  corners: readonly Box[],
  plot: Box,
): readonly (PlacedName | undefined)[] {
  const taken = [
    ...corners,
    ...[...discs.flatMap((disc) => disc ?? []), ...more].map(({ x, y }) => boxAround(x, y, discRadius + 1)),
  ];
  return items.map(({ text }, index) => {
    const disc = discs[index];
    const lines = wrapLines(text, nameText.size, nameText.width);
    if (disc === undefined || lines.length > nameText.mostLines || crowd(items, items[index]!) > mostNamed)
      return undefined;
    const place = namePlaces(disc, lines).find(
      ({ box }) => inside(box, plot) && !taken.some((other) => overlap(box, other)),
    );
    if (place !== undefined) taken.push(place.box);
    return place;
  });
}

/** In a thicket of discs it would not be seen whose a name is. */
const mostNamed = 6;

function crowd(items: readonly MatrixItem[], one: MatrixItem): number {
  return items.reduce((sum, other) => sum + (squareOf(other) === squareOf(one) ? 1 : 0), 0);
}

function squareOf({ effort, effect }: MatrixItem): string {
  return `${Math.round(clamped(effort))}/${Math.round(clamped(effect))}`;
}

function namePlaces({ x, y }: Place, lines: readonly string[]): PlacedName[] {
  const width = widestLine(lines, nameText.size);
  const height = lines.length * nameText.leading;
  const out = discRadius + 5;
  const places = [
    [x + out, y - height / 2, 'start'],
    [x - out, y - height / 2, 'end'],
    [x, y + discRadius + 2, 'middle'],
    [x, y - discRadius - 2 - height, 'middle'],
  ] as const;
  return places.map(([at, top, anchor]) => {
    const left = anchor === 'start' ? at : anchor === 'end' ? at - width : at - width / 2;
    return {
      lines,
      x: at,
      y: top,
      anchor,
      box: { left: left - 2, right: left + width + 2, top, bottom: top + height },
    };
  });
}

function inside(box: Box, bounds: Box): boolean {
  return box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom;
}

function cornerWords(words: QuadrantWords, plot: Box): CornerWords[] {
  const places = [
    [words.topLeft, plot.left + 8, plot.top + 18, 'start'],
    [words.topRight, plot.right - 8, plot.top + 18, 'end'],
    [words.bottomLeft, plot.left + 8, plot.bottom - 9, 'start'],
    [words.bottomRight, plot.right - 8, plot.bottom - 9, 'end'],
  ] as const;
  return places.flatMap(([text, x, y, anchor]) => (text === undefined ? [] : [{ text, x, y, anchor }]));
}

function boxOfCorner({ text, x, y, anchor }: CornerWords): Box {
  const width = textWidth(text, 13);
  const left = anchor === 'start' ? x : x - width;
  return { left, right: left + width, top: y - 13, bottom: y + 4 };
}
