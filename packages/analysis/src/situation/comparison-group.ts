import type { FigureTable } from '../figure-table.ts';
import { medianOfSorted } from '../median.ts';
import { countBelow, sortedPresent } from '../sorted.ts';

/** The members of a comparison as columns of the table; may hold the own municipality, which is then left out. */
export interface ComparisonGroup {
  readonly columns: Int32Array;
  /** Sorted blocks of a large group, by kpi and year: shared by all municipalities that have this group. */
  readonly sortedBlocks: Map<number, Float64Array>;
}

/** A group's values without the own municipality's. Filled anew by each call of `summarise`. */
export interface GroupSummary {
  n: number;
  median: number;
  smallest: number;
  greatest: number;
}

/** Up to so many members it is quicker to sort afresh than to keep a sorted block. */
const SMALL = 16;

export function comparisonGroup(columns: Int32Array): ComparisonGroup {
  return { columns, sortedBlocks: new Map() };
}

/** n, median and range of the group's values in one block (kpi × year), without column `own`. Missing is left out. */
export function summarise(
  figures: FigureTable,
  slot: number,
  group: ComparisonGroup,
  own: number,
  into: GroupSummary,
): GroupSummary {
  const block = slot * figures.units.length;
  return group.columns.length <= SMALL
    ? summariseFew(figures.values, block, group.columns, own, into)
    : summariseMany(figures.values, block, slot, group, own, into);
}

const few = new Float64Array(SMALL);
const rising = new Float64Array(SMALL);

function summariseFew(
  values: Float64Array,
  block: number,
  columns: Int32Array,
  own: number,
  into: GroupSummary,
): GroupSummary {
  let n = 0;
  for (let c = 0; c < columns.length; c += 1) {
    const column = columns[c]!;
    const value = values[block + column]!;
    few[n] = value;
    n += Number(column !== own) & Number(!Number.isNaN(value));
  }
  sortFew(n);
  into.n = n;
  into.median = n === 0 ? Number.NaN : (rising[(n - 1) >> 1]! + rising[n >> 1]!) / 2;
  into.smallest = n === 0 ? Number.NaN : rising[0]!;
  into.greatest = n === 0 ? Number.NaN : rising[n - 1]!;
  return into;
}

/** Puts each value where the number of smaller ones says: more comparisons than insertion, but none to guess wrong. */
function sortFew(n: number): void {
  for (let i = 0; i < n; i += 1) {
    const value = few[i]!;
    let place = 0;
    for (let j = 0; j < i; j += 1) place += Number(few[j]! <= value);
    for (let j = i + 1; j < n; j += 1) place += Number(few[j]! < value);
    rising[place] = value;
  }
}

function summariseMany(
  values: Float64Array,
  block: number,
  slot: number,
  group: ComparisonGroup,
  own: number,
  into: GroupSummary,
): GroupSummary {
  let sorted = group.sortedBlocks.get(slot);
  if (!sorted) {
    sorted = sortedPresent(Float64Array.from(group.columns, (column) => values[block + column]!));
    group.sortedBlocks.set(slot, sorted);
  }
  const ownValue = group.columns.includes(own) ? values[block + own]! : Number.NaN;
  return summariseWithout(sorted, ownValue, into);
}

/** As if one of the values equal to `ownValue` were not there; `NaN` takes nothing away. */
export function summariseWithout(sorted: Float64Array, ownValue: number, into: GroupSummary): GroupSummary {
  const skip = Number.isNaN(ownValue) ? sorted.length : countBelow(sorted, ownValue);
  const n = sorted.length - (skip < sorted.length ? 1 : 0);
  const at = (i: number): number => sorted[i < skip ? i : i + 1]!;
  into.n = n;
  if (n === sorted.length) {
    into.median = medianOfSorted(sorted);
    into.smallest = n === 0 ? Number.NaN : sorted[0]!;
    into.greatest = n === 0 ? Number.NaN : sorted[n - 1]!;
    return into;
  }
  into.median = n === 0 ? Number.NaN : (at((n - 1) >> 1) + at(n >> 1)) / 2;
  into.smallest = n === 0 ? Number.NaN : at(0);
  into.greatest = n === 0 ? Number.NaN : at(n - 1);
  return into;
}
