import type { FigureTable } from '../figure-table.ts';
import { OLDEST_YEARS_BACK } from '../situation/judgement.ts';
import { type Measures, measuresOf, slotsOf, unmade, type YardstickRoom } from '../situation/yardsticks.ts';

const shared = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes);
const sharedNumbers = (count: number): Float64Array => new Float64Array(shared(count * Float64Array.BYTES_PER_ELEMENT));

/**
 * The same table in memory that threads share; itself, if it lies there already. Hand this one to the workers and let go of the other, and the values
 * are not held twice.
 */
export function sharedFigures(figures: FigureTable): FigureTable {
  const { values } = figures;
  if (values.buffer instanceof SharedArrayBuffer) return figures;
  const copy = sharedNumbers(values.length);
  copy.set(values);
  return { ...figures, values: copy };
}

/**
 * Yardsticks of a table that all threads fill and then read, with the sorted values of the years that may be judged. Should two fill the same place, for a key
 * figure listed twice, they write the same; and neither reads what the other has not finished.
 */
export interface SharedYardsticks {
  readonly measures: Measures;
  /** A row per key figure and judged year, with room for every municipality. */
  readonly sorted: Float64Array;
  readonly municipalities: number;
  /** Positions of the judged years in the table: the first, and how many. */
  readonly firstYear: number;
  readonly years: number;
}

/** In the memory of those made `before`, if as large: what a survey leaves would otherwise lie about until every thread has cleaned up. */
export function sharedYardsticks(
  figures: FigureTable,
  municipalities: number,
  year: number,
  before?: SharedYardsticks,
): SharedYardsticks {
  const judged = figures.years.filter((at) => at <= year && at >= year - OLDEST_YEARS_BACK);
  const slots = slotsOf(figures);
  const values = figures.kpis.length * judged.length * municipalities;
  const measures = before?.measures.n.length === slots ? before.measures : measuresOf(slots, shared);
  return {
    measures: unmade(measures),
    sorted: before?.sorted.length === values ? before.sorted : sharedNumbers(values),
    municipalities,
    firstYear: figures.years.indexOf(judged[0] ?? year),
    years: judged.length,
  };
}

export function roomOf(
  { measures, sorted, municipalities, firstYear, years }: SharedYardsticks,
  figures: FigureTable,
): YardstickRoom {
  return {
    measures,
    sortedAt(slot) {
      const year = (slot % figures.years.length) - firstYear;
      if (year < 0 || year >= years) return undefined;
      const row = Math.floor(slot / figures.years.length) * years + year;
      return sorted.subarray(row * municipalities, (row + 1) * municipalities);
    },
  };
}

/**
 * Zeros for what is judged of so many key figures × municipalities, in the memory of those `before`, if as many. Each place is written by one thread; then all
 * read them.
 */
export function sharedStrengths(count: number, before?: Float64Array): Float64Array {
  return before?.length === count ? before.fill(0) : sharedNumbers(count);
}

/**
 * Work is taken a few pieces at a time by whoever is free, so that a core that does other things too takes less of it. One shared number: the first piece
 * that nobody has taken.
 */
export type Turns = Int32Array;

const ALL_TAKEN = 2 ** 30;

export function newTurns(): Turns {
  return new Int32Array(shared(Int32Array.BYTES_PER_ELEMENT));
}

/** No more is taken; what has been taken is finished. */
export function stopTurns(turns: Turns): void {
  Atomics.store(turns, 0, ALL_TAKEN);
}

/** From–to of each turn of `size` pieces, until all `count` are taken. */
export function* takeTurns(turns: Turns, count: number, size: number): Generator<readonly [from: number, to: number]> {
  for (;;) {
    const from = Atomics.add(turns, 0, size);
    if (from >= count) return;
    yield [from, Math.min(from + size, count)];
  }
}
