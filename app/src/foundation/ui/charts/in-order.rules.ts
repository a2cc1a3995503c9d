/**
 * Places things of different heights along a line: in the order given, at least `gap` apart, and as near their wanted middles as
 * that allows, by least squares. (With the heights taken away it is a regression that may not fall; pooling neighbours solves it.)
 */
export function placeInOrder(wanted: readonly number[], heights: readonly number[], gap: number): number[] {
  const offsets: number[] = [];
  let offset = 0;
  heights.forEach((height, index) => {
    offset += index === 0 ? 0 : (heights[index - 1]! + height) / 2 + gap;
    offsets.push(offset);
  });
  const pools: { sum: number; count: number }[] = [];
  wanted.forEach((middle, index) => {
    let pool = { sum: middle - offsets[index]!, count: 1 };
    for (
      let before = pools.at(-1);
      before !== undefined && before.sum / before.count >= pool.sum / pool.count;
      before = pools.at(-1)
    ) {
      pool = { sum: before.sum + pool.sum, count: before.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  });
  const levels = pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  return levels.map((level, index) => level + offsets[index]!);
}

/** The same, kept between two bounds where there is room: first pushed down from the lower one, then up from the higher. */
export function placeWithin(
  wanted: readonly number[],
  heights: readonly number[],
  gap: number,
  low: number,
  high: number,
): number[] {
  const placed = placeInOrder(wanted, heights, gap);
  let floor = low;
  for (const [index, height] of heights.entries()) {
    placed[index] = Math.max(placed[index]!, floor + height / 2);
    floor = placed[index]! + height / 2 + gap;
  }
  let ceiling = high;
  for (const [index, height] of [...heights.entries()].reverse()) {
    placed[index] = Math.min(placed[index]!, ceiling - height / 2);
    ceiling = placed[index]! - height / 2 - gap;
  }
  return placed;
}
