import { textWidth } from './drawing.tsx';

/** Moves positions apart so that neighbours are at least `gap` apart and all stay between the bounds; order is kept. */
export function spreadApart(positions: readonly number[], gap: number, low: number, high: number): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => positions[a]! - positions[b]! || a - b);
  const placed = positions.slice();
  let floor = low;
  for (const index of order) {
    placed[index] = Math.max(placed[index]!, floor);
    floor = placed[index]! + gap;
  }
  let ceiling = high;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index]!, ceiling);
    ceiling = placed[index]! - gap;
  }
  return placed;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PointToName {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
}

export interface PlacedName extends PointToName {
  /** Where the text stands: middle of its height, left or right end by `anchor`. */
  readonly textX: number;
  readonly textY: number;
  readonly anchor: 'start' | 'end' | 'middle';
  /** True when the text stands so far off that a line should lead to it. */
  readonly led: boolean;
}

/**
 * Names beside their points, first come first served, each in the first place where it covers no name already placed, no
 * obstacle and no edge. A point whose name finds no place goes without rather than unreadable; the table has all names.
 */
export function placeNames(
  points: readonly PointToName[],
  obstacles: readonly Box[],
  bounds: Box,
): readonly PlacedName[] {
  const taken = obstacles.slice();
  const placed: PlacedName[] = [];
  for (const point of points) {
    const place = candidates(point).find(
      ({ box }) => inside(box, bounds) && !taken.some((other) => overlap(box, other)),
    );
    if (place === undefined) continue;
    taken.push(place.box);
    placed.push(place.name);
  }
  return placed;
}

export function boxAround(x: number, y: number, radius: number): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function candidates(point: PointToName): { name: PlacedName; box: Box }[] {
  const near = [
    [9, 0, 'start'],
    [-9, 0, 'end'],
    [0, -15, 'middle'],
    [0, 15, 'middle'],
    [8, -12, 'start'],
    [-8, -12, 'end'],
    [8, 12, 'start'],
    [-8, 12, 'end'],
  ] as const;
  const far = [26, 42, 60].flatMap((d) =>
    (
      [
        [d, -d * 0.7, 'start'],
        [-d, -d * 0.7, 'end'],
        [d, d * 0.7, 'start'],
        [-d, d * 0.7, 'end'],
        [0, -d, 'middle'],
        [0, d, 'middle'],
      ] as const
    ).map((place) => place),
  );
  return [...near, ...far].map(([dx, dy, anchor], index) => {
    const textX = point.x + dx;
    const textY = point.y + dy;
    const width = textWidth(point.text, point.size) + 4;
    const left = anchor === 'start' ? textX - 2 : anchor === 'end' ? textX - width + 2 : textX - width / 2;
    const half = point.size * 0.62;
    return {
      name: { ...point, textX, textY, anchor, led: index >= near.length },
      box: { left, right: left + width, top: textY - half, bottom: textY + half },
    };
  });
}

function inside(box: Box, bounds: Box): boolean {
  return box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom;
}
