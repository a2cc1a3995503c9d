import { type FigureTable, positionsOf } from '../figure-table.ts';
import { MAD_CONSISTENCY, medianDistanceOfSorted, medianOfSorted } from '../median.ts';
import { quantile } from '../quantile.ts';
import { sortedPresent } from '../sorted.ts';

/** What every municipality is measured with in one key figure and year. */
export interface Yardstick {
  /** All municipalities' values, rising. */
  readonly sorted: Float64Array;
  readonly n: number;
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  /** 1.4826 · MAD, or the quartile distance / 1.349 where more than half are equal; `NaN` where neither exists. */
  readonly scale: number;
}

/** Yardsticks of a table, made when first asked for. */
export interface Yardsticks {
  /** Column of each municipality in the table, −1 when unknown. */
  readonly columns: Int32Array;
  at(kpiIndex: number, yearIndex: number): Yardstick;
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
  const made = makeYardsticks(figures, municipalities);
  perTable.set(key, made);
  return made;
}

function makeYardsticks(figures: FigureTable, municipalities: readonly string[]): Yardsticks {
  const positions = positionsOf(figures).unit;
  const columns = Int32Array.from(municipalities, (unit) => positions.get(unit) ?? -1);
  const present = columns.filter((column) => column >= 0);
  const yearCount = figures.years.length;
  const made = new Array<Yardstick | undefined>(figures.kpis.length * yearCount);
  const values = new Float64Array(present.length);
  return {
    columns,
    at(kpiIndex, yearIndex) {
      const slot = kpiIndex * yearCount + yearIndex;
      const known = made[slot];
      if (known) return known;
      const block = slot * figures.units.length;
      for (let i = 0; i < present.length; i += 1) values[i] = figures.values[block + present[i]!]!;
      const yardstick = yardstickOf(sortedPresent(values));
      made[slot] = yardstick;
      return yardstick;
    },
  };
}

function yardstickOf(sorted: Float64Array): Yardstick {
  const lowerQuartile = quantile(sorted, 0.25, 7);
  const upperQuartile = quantile(sorted, 0.75, 7);
  const median = medianOfSorted(sorted);
  const robust = MAD_CONSISTENCY * medianDistanceOfSorted(sorted, median);
  const spread = robust > 0 ? robust : (upperQuartile - lowerQuartile) / QUARTILE_DISTANCE;
  return { sorted, n: sorted.length, median, lowerQuartile, upperQuartile, scale: spread > 0 ? spread : Number.NaN };
}
