import { type FigureTable, positionsOf } from '../figure-table.ts';
import { MAD_CONSISTENCY, medianDistanceOfSorted, medianOfSorted } from '../median.ts';
import { quantile } from '../quantile.ts';
import { sortPresent } from '../sorted.ts';

/**
 * What every municipality is measured with, per block of the table (slot = key figure × number of years + year), made when first asked for. Columns of
 * numbers rather than an object a block: ten years of thousands of key figures are read for each municipality.
 */
export interface Yardsticks {
  /** Column of each municipality in the table, −1 when unknown. */
  readonly columns: Int32Array;
  /** Makes sure that the yardstick of the slot is there to be read below. */
  make(slot: number): void;
  /** Municipalities with a value. */
  readonly n: Int32Array;
  readonly median: Float64Array;
  readonly lowerQuartile: Float64Array;
  readonly upperQuartile: Float64Array;
  /** 1.4826 · MAD, or the quartile distance / 1.349 where more than half are equal; `NaN` where neither exists. */
  readonly scale: Float64Array;
  /** All municipalities' values, rising. Kept, hence only for years that are judged; makes the yardstick on the way. */
  sorted(slot: number): Float64Array;
}

/** The quartile distance of a normal distribution in standard deviations. */
const QUARTILE_DISTANCE = 1.349;

const remembered = new WeakMap<FigureTable, Map<string, Yardsticks>>();

/**
 * Yardsticks are the same for whoever asks, so they are kept with the table: the second municipality costs a fraction of the
 * first. Tables are immutable; a new sync is a new table and starts anew.
 */
export function yardsticksOf(figures: FigureTable, municipalities: readonly string[]): Yardsticks {
  const perTable = remembered.get(figures) ?? new Map<string, Yardsticks>();
  remembered.set(figures, perTable);
  const key = municipalities.join();
  const known = perTable.get(key);
  if (known) return known;
  const made = makeYardsticks(figures, municipalities, ordinaryRoom(slotsOf(figures)));
  perTable.set(key, made);
  return made;
}

/** Memory that yardsticks are written in and read from. */
export interface YardstickRoom {
  readonly measures: Measures;
  /** Where the sorted values of a slot belong, if they have a place; those that have none are kept apart. */
  sortedAt(slot: number): Float64Array | undefined;
}

/** Lets what `yardsticksOf` gives for these municipalities lie in a room that the caller made, such as one that threads share. */
export function placeYardsticks(figures: FigureTable, municipalities: readonly string[], room: YardstickRoom): void {
  remembered.set(figures, new Map([[municipalities.join(), makeYardsticks(figures, municipalities, room)]]));
}

export function slotsOf({ kpis, years }: FigureTable): number {
  return kpis.length * years.length;
}

function ordinaryRoom(slots: number): YardstickRoom {
  return { measures: unmade(measuresOf(slots, (bytes) => new ArrayBuffer(bytes))), sortedAt: () => undefined };
}

/** Room for the measures of so many slots in memory of the wanted sort. */
export function measuresOf(slots: number, memory: (bytes: number) => ArrayBufferLike): Measures {
  const numbers = (): Float64Array => new Float64Array(memory(slots * Float64Array.BYTES_PER_ELEMENT));
  return {
    n: new Int32Array(memory(slots * Int32Array.BYTES_PER_ELEMENT)),
    median: numbers(),
    lowerQuartile: numbers(),
    upperQuartile: numbers(),
    scale: numbers(),
  };
}

/** The same room with nothing made in it. */
export function unmade(measures: Measures): Measures {
  measures.n.fill(NOT_MADE);
  return measures;
}

function makeYardsticks(figures: FigureTable, municipalities: readonly string[], room: YardstickRoom): Yardsticks {
  const positions = positionsOf(figures).unit;
  const columns = Int32Array.from(municipalities, (unit) => positions.get(unit) ?? -1);
  const present = columns.filter((column) => column >= 0).sort();
  // Municipalities usually stand side by side in the table, and can then be sorted without being gathered first.
  const first = present[0] ?? 0;
  const isOneStretch = present.every((column, i) => column === first + i);
  const { measures } = room;
  const kept = new Array<Float64Array | undefined>(slotsOf(figures));
  const isMade = new Uint8Array(slotsOf(figures));
  const keep = keeper();
  const values = new Float64Array(present.length);
  const rising = new Float64Array(present.length);
  const sort = (slot: number): Float64Array => {
    const block = slot * figures.units.length;
    if (isOneStretch) {
      const stretch = figures.values.subarray(block + first, block + first + present.length);
      return rising.subarray(0, sortPresent(stretch, rising));
    }
    for (let i = 0; i < present.length; i += 1) values[i] = figures.values[block + present[i]!]!;
    return rising.subarray(0, sortPresent(values, rising));
  };
  const make = (slot: number, known?: Float64Array): void => {
    if (isMade[slot] === 1) return;
    isMade[slot] = 1;
    // Another thread may have made it, or be about to: the number of values is stored when the rest is there to be read.
    if (Atomics.load(measures.n, slot) !== NOT_MADE) return;
    const sorted = known ?? sort(slot);
    room.sortedAt(slot)?.set(sorted);
    measure(sorted, slot, measures);
  };
  const sortedInRoom = (slot: number): Float64Array | undefined => {
    const place = room.sortedAt(slot);
    if (place) make(slot);
    return place?.subarray(0, measures.n[slot]);
  };
  return {
    ...measures,
    columns,
    make,
    sorted(slot) {
      let sorted = kept[slot];
      if (!sorted) {
        sorted = sortedInRoom(slot) ?? keep(sort(slot));
        kept[slot] = sorted;
        make(slot, sorted);
      }
      return sorted;
    },
  };
}

/** Copies side by side in large pieces: many small arrays cost more to make, and to look after, than to fill. */
function keeper(): (values: Float64Array) => Float64Array {
  let free = new Float64Array();
  return (values) => {
    if (free.length < values.length) free = new Float64Array(Math.max(PIECE, values.length));
    const copy = free.subarray(0, values.length);
    copy.set(values);
    free = free.subarray(values.length);
    return copy;
  };
}

const PIECE = 2 ** 16;
const NOT_MADE = -1;

export type Measures = Pick<Yardsticks, 'n' | 'median' | 'lowerQuartile' | 'upperQuartile' | 'scale'>;

function measure(sorted: Float64Array, slot: number, into: Measures): void {
  const lowerQuartile = quantile(sorted, 0.25, 7);
  const upperQuartile = quantile(sorted, 0.75, 7);
  const median = medianOfSorted(sorted);
  const robust = MAD_CONSISTENCY * medianDistanceOfSorted(sorted, median);
  const spread = robust > 0 ? robust : (upperQuartile - lowerQuartile) / QUARTILE_DISTANCE;
  into.median[slot] = median;
  into.lowerQuartile[slot] = lowerQuartile;
  into.upperQuartile[slot] = upperQuartile;
  into.scale[slot] = spread > 0 ? spread : Number.NaN;
  Atomics.store(into.n, slot, sorted.length);
}
