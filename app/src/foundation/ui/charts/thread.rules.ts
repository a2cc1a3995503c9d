import { round } from './drawing.tsx';
import { placeInOrder } from './in-order.rules.ts';
import { wrapLines } from './wrapping.ts';

export interface ThreadColumn {
  readonly key: string;
  /** What its nodes are: "Observation", "Orsak". */
  readonly label: string;
  /** The phase of the wheel that it belongs to, for the colour of the label. */
  readonly tone?: 'plan' | 'analyse' | 'act' | undefined;
}

export interface ThreadNode {
  readonly id: string;
  /** Key of its column. */
  readonly column: string;
  readonly title: string;
  /** One line under the title: "stöds av 3 underlag". */
  readonly note?: string | undefined;
  readonly href?: string | undefined;
}

export interface ThreadEdge {
  readonly from: string;
  readonly to: string;
}

export interface PlacedThreadNode {
  /** None where nothing stands in the column yet. */
  readonly node?: ThreadNode;
  readonly column: ThreadColumn;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

export interface PlacedThreadEdge extends ThreadEdge {
  readonly path: string;
}

export interface ThreadLayout {
  readonly form: 'across' | 'down';
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedThreadNode[];
  readonly edges: readonly PlacedThreadEdge[];
}

export const cardText = { size: 12.5, leading: 16, kind: 17, note: 16, air: 8, mostLines: 3 } as const;
const leastCard = 110;
const widestCard = 210;
const columnGap = 22;
const rowGap = 12;
const narrowest = 480;
const gutter = 38;
/** Of the place that a line takes on its way over a column. */
const passingHeight = 8;

/** The width that all columns need; a narrower place lets the picture scroll sideways, a phone gets it downwards. */
export function threadWidth(columns: number): number {
  return columns * leastCard + Math.max(0, columns - 1) * columnGap;
}

export function threadLayout(
  columns: readonly ThreadColumn[],
  nodes: readonly ThreadNode[],
  edges: readonly ThreadEdge[],
  width: number,
): ThreadLayout {
  const keys = new Set(columns.map(({ key }) => key));
  const shown = nodes.filter(({ column }) => keys.has(column));
  const known = new Set(shown.map(({ id }) => id));
  // A line from a card to itself or out of the picture cannot be drawn, and the same line twice is one.
  const unique = new Map(
    edges
      .filter(({ from, to }) => from !== to && known.has(from) && known.has(to))
      .map((edge) => [`${edge.from}\n${edge.to}`, edge]),
  );
  const clean = [...unique.values()];
  return width < narrowest ? down(columns, shown, clean, width) : across(columns, shown, clean, width);
}

/** A card, or a place that a long line passes through on its way over a column. */
interface Slot {
  readonly key: string;
  readonly node?: ThreadNode;
  readonly lines: readonly string[];
  readonly height: number;
  middle: number;
}

interface Link {
  readonly from: string;
  readonly to: string;
}

function across(
  columns: readonly ThreadColumn[],
  nodes: readonly ThreadNode[],
  edges: readonly ThreadEdge[],
  width: number,
): ThreadLayout {
  const count = Math.max(1, columns.length);
  const card = Math.min(widestCard, Math.max(leastCard, (width - columnGap * (count - 1)) / count));
  const columnOf = new Map(columns.map(({ key }, index) => [key, index]));
  const at = new Map(nodes.map((node) => [node.id, columnOf.get(node.column) ?? 0]));
  const layers: Slot[][] = columns.map(({ key }) =>
    nodes.filter((node) => node.column === key).map((node) => slotOf(node, card)),
  );
  const routes = edges.map((edge) => routeOf(edge, at, layers));
  const links = routes.flatMap(({ stops }) => stops.slice(1).map((to, index): Link => ({ from: stops[index]!, to })));
  order(layers, links);
  spread(layers, [...links, ...reserveEmpty(layers, columns)]);
  const top = Math.min(0, ...layers.flat().map(({ middle, height }) => middle - height / 2));
  for (const slot of layers.flat()) slot.middle += 2 - top;
  const x = (layer: number) => layer * (card + columnGap);
  const placeOf = new Map(
    layers.flatMap((layer, index) => layer.map((slot) => [slot.key, { slot, layer: index }] as const)),
  );
  const placed = layers.flatMap((layer, index) => {
    const column = columns[index]!;
    return layer
      .filter(({ node, height }) => node !== undefined || height > passingHeight)
      .map(({ node, lines, height, middle }) => ({
        ...(node === undefined ? {} : { node }),
        column,
        x: x(index),
        y: middle - height / 2,
        width: card,
        height,
        lines,
      }));
  });
  return {
    form: 'across',
    width: x(count - 1) + card,
    height: round(Math.max(60, ...layers.flat().map(({ middle, height }) => middle + height / 2)) + 4),
    nodes: placed,
    edges: routes.map(({ edge, stops }) => ({
      ...edge,
      path: pathThrough(
        stops.map((key) => placeOf.get(key)!),
        x,
        card,
      ),
    })),
  };
}

function slotOf(node: ThreadNode, width: number): Slot {
  const lines = wrapLines(node.title, cardText.size, width - 2 * cardText.air, cardText.mostLines);
  return { key: node.id, node, lines, height: cardHeight(lines.length, node.note !== undefined), middle: 0 };
}

function cardHeight(lines: number, note: boolean): number {
  return cardText.kind + Math.max(1, lines) * cardText.leading + (note ? cardText.note : 0) + 2 * cardText.air - 4;
}

/** Where a step has nothing yet: a card that says so, level with what stands before it. */
function reserveEmpty(layers: Slot[][], columns: readonly ThreadColumn[]): Link[] {
  return layers.flatMap((layer, index) => {
    if (layer.some(({ node }) => node !== undefined)) return [];
    const key = `\n${columns[index]!.key}`;
    layer.push({ key, lines: [], height: cardHeight(1, false), middle: 0 });
    return (layers[index - 1] ?? []).map((slot) => ({ from: slot.key, to: key }));
  });
}

/** The way of an edge over the columns; a slot of its own in each column that it only passes. */
function routeOf(
  edge: ThreadEdge,
  at: ReadonlyMap<string, number>,
  layers: Slot[][],
): { edge: ThreadEdge; stops: string[] } {
  const [from, to] = [at.get(edge.from) ?? 0, at.get(edge.to) ?? 0];
  const step = Math.sign(to - from);
  const stops = [edge.from];
  if (step !== 0)
    for (let layer = from + step; layer !== to; layer += step) {
      const key = `${edge.from}\n${edge.to}\n${layer}`;
      layers[layer]!.push({ key, lines: [], height: passingHeight, middle: 0 });
      stops.push(key);
    }
  return { edge, stops: [...stops, edge.to] };
}

type Neighbours = ReadonlyMap<string, readonly string[]>;

function neighboursOf(links: readonly Link[]): Neighbours {
  const found = new Map<string, string[]>();
  const add = (key: string, other: string) => found.set(key, [...(found.get(key) ?? []), other]);
  for (const { from, to } of links) {
    add(from, to);
    add(to, from);
  }
  return found;
}

const sweeps = 8;

/** Sugiyama's barycentre: each column in turn in the order of its neighbours' mean place, the best of some sweeps is kept. */
function order(layers: Slot[][], links: readonly Link[]): void {
  const neighbours = neighboursOf(links);
  let best = layers.map((layer) => layer.slice());
  let fewest = crossings(layers, links);
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
    const forward = sweep % 2 === 0;
    for (let step = 1; step < layers.length; step++) {
      const index = forward ? step : layers.length - 1 - step;
      const fixed = layers[forward ? index - 1 : index + 1] ?? [];
      const placeOf = new Map(fixed.map(({ key }, place) => [key, place]));
      layers[index] = sortedByMean(layers[index]!, neighbours, placeOf);
    }
    const now = crossings(layers, links);
    if (now < fewest) [fewest, best] = [now, layers.map((layer) => layer.slice())];
  }
  best.forEach((layer, index) => {
    layers[index] = layer;
  });
}

function sortedByMean(layer: readonly Slot[], neighbours: Neighbours, placeOf: ReadonlyMap<string, number>): Slot[] {
  return layer
    .map((slot, index) => {
      const places = (neighbours.get(slot.key) ?? []).flatMap((key) => placeOf.get(key) ?? []);
      // A slot without neighbours there keeps its place.
      return {
        slot,
        index,
        mean: places.length === 0 ? index : places.reduce((sum, place) => sum + place, 0) / places.length,
      };
    })
    .sort((a, b) => a.mean - b.mean || a.index - b.index)
    .map(({ slot }) => slot);
}

/** How many pairs of lines cross between neighbouring columns. */
function crossings(layers: readonly (readonly Slot[])[], links: readonly Link[]): number {
  const placeOf = new Map(layers.flatMap((layer, at) => layer.map(({ key }, place) => [key, { at, place }] as const)));
  const between = layers.map((): (readonly [number, number])[] => []);
  for (const { from, to } of links) {
    const [a, b] = [placeOf.get(from)!, placeOf.get(to)!];
    if (a.at !== b.at) between[Math.min(a.at, b.at)]!.push(a.at < b.at ? [a.place, b.place] : [b.place, a.place]);
  }
  return between.reduce(
    (sum, pairs) =>
      sum +
      pairs.reduce(
        (count, [a, b], index) => count + pairs.slice(index + 1).filter(([c, d]) => (a - c) * (b - d) < 0).length,
        0,
      ),
    0,
  );
}

/** Each card as near the middle of its neighbours as order and height allow. */
function spread(layers: readonly (readonly Slot[])[], links: readonly Link[]): void {
  const neighbours = neighboursOf(links);
  const middleOf = new Map<string, Slot>();
  for (const layer of layers) {
    let top = 0;
    for (const slot of layer) {
      slot.middle = top + slot.height / 2;
      top += slot.height + rowGap;
      middleOf.set(slot.key, slot);
    }
  }
  for (let sweep = 0; sweep < 6; sweep++) {
    for (const layer of sweep % 2 === 0 ? layers : layers.toReversed()) {
      const wanted = layer.map((slot) => {
        const near = (neighbours.get(slot.key) ?? []).flatMap((key) => middleOf.get(key) ?? []);
        return near.length === 0 ? slot.middle : near.reduce((sum, { middle }) => sum + middle, 0) / near.length;
      });
      const placed = placeInOrder(
        wanted,
        layer.map(({ height }) => height),
        rowGap,
      );
      layer.forEach((slot, index) => {
        slot.middle = placed[index]!;
      });
    }
  }
}

interface Stop {
  readonly slot: Slot;
  readonly layer: number;
}

function pathThrough(stops: readonly Stop[], x: (layer: number) => number, card: number): string {
  const [first, ...rest] = stops;
  if (first === undefined || rest.length === 0) return '';
  let before = first;
  let path = '';
  for (const stop of rest) {
    const step = Math.sign(stop.layer - before.layer);
    const [from, to] = [before.slot.middle, stop.slot.middle];
    const start = x(before.layer) + (step >= 0 ? card : 0);
    const end = x(stop.layer) + (step > 0 ? 0 : card);
    const bend = step === 0 ? start + columnGap * 0.8 : (start + end) / 2;
    path += path === '' ? `M${round(start)} ${round(from)}` : `L${round(start)} ${round(from)}`;
    path += `C${round(bend)} ${round(from)} ${round(bend)} ${round(to)} ${round(end)} ${round(to)}`;
    before = stop;
  }
  return path;
}

/** On a phone: cards under each other, lines as bows in the margin, wider the further they reach. */
function down(
  columns: readonly ThreadColumn[],
  nodes: readonly ThreadNode[],
  edges: readonly ThreadEdge[],
  width: number,
): ThreadLayout {
  const card = width - gutter - 2;
  let top = 2;
  const placed = columns.flatMap((column) => {
    const own = nodes.filter((node) => node.column === column.key);
    const cards: PlacedThreadNode[] = (own.length === 0 ? [undefined] : own).map((node) => {
      const lines =
        node === undefined ? [] : wrapLines(node.title, cardText.size, card - 2 * cardText.air, cardText.mostLines);
      const height = cardHeight(lines.length, node?.note !== undefined);
      const y = top;
      top += height + rowGap;
      return { ...(node === undefined ? {} : { node }), column, x: gutter, y, width: card, height, lines };
    });
    return cards;
  });
  const placeOf = new Map(placed.map((each, index) => [each.node?.id ?? '', { each, index }]));
  return {
    form: 'down',
    width,
    height: round(top),
    nodes: placed,
    edges: edges.map((edge) => {
      const [a, b] = [placeOf.get(edge.from)!, placeOf.get(edge.to)!];
      const bow = gutter - Math.min(gutter * 1.2, 12 + Math.abs(a.index - b.index) * 5);
      const [from, to] = [a.each.y + a.each.height / 2, b.each.y + b.each.height / 2];
      return {
        ...edge,
        path: `M${gutter} ${round(from)}C${round(bow)} ${round(from)} ${round(bow)} ${round(to)} ${gutter} ${round(to)}`,
      };
    }),
  };
}
