import type { Gender } from '../model.ts';

/** One KPI, gender and year over all units. */
export interface Block {
  readonly kpi: string;
  readonly gender: Gender;
  readonly period: number;
  readonly fetchedAt: string;
  /** By unit index; NaN where there is no number; may be shorter than the list of units. */
  readonly values: Float64Array;
  /** Units reported without a number, ascending. */
  readonly nulls: Uint16Array;
  /** Kolada's word for why, by unit index, where it said one. */
  readonly statuses: ReadonlyMap<number, string>;
}

/** A unit's figure changed between two fetches; null is a reported missing value. */
export interface BlockRevision {
  readonly unit: number;
  readonly old: number | null;
  readonly new: number | null;
}

export interface Merged {
  readonly block: Block;
  readonly revisions: readonly BlockRevision[];
  /** Figures of the units asked about, reported missing ones among them, that the new block did not speak of. */
  readonly kept: number;
}

/** Units that a question was about, 1 by index; undefined is all of them. */
export type AskedUnits = Uint8Array | undefined;

/** Lays what was just fetched over what was known. A unit that the new block does not speak of keeps its figure. */
export function mergeBlock(old: Block | undefined, draft: Block, asked?: AskedUnits): Merged {
  if (!old) return { block: draft, revisions: [], kept: 0 };
  const values = new Float64Array(
    Math.max(old.values.length, draft.values.length, 1 + lastOf(old.nulls), 1 + lastOf(draft.nulls)),
  );
  values.fill(Number.NaN);
  values.set(old.values);
  const nulls = new Set<number>(old.nulls);
  const statuses = new Map(old.statuses);
  const revisions: BlockRevision[] = [];
  let kept = countFigures(old, asked);

  const lay = (unit: number, value: number | null) => {
    const before = values[unit]!;
    const wasNumber = !Number.isNaN(before);
    if (wasNumber || nulls.has(unit)) {
      if (asked === undefined || asked[unit] === 1) kept--;
      const was = wasNumber ? before : null;
      if (was !== value) revisions.push({ unit, old: was, new: value });
    }
    values[unit] = value ?? Number.NaN;
    if (value === null) nulls.add(unit);
    else nulls.delete(unit);
    const status = draft.statuses.get(unit);
    if (status === undefined) statuses.delete(unit);
    else statuses.set(unit, status);
  };
  for (let unit = 0; unit < draft.values.length; unit++) {
    const value = draft.values[unit]!;
    if (!Number.isNaN(value)) lay(unit, value);
  }
  for (const unit of draft.nulls) lay(unit, null);

  return {
    block: { ...draft, values, nulls: Uint16Array.from(nulls).sort(), statuses },
    revisions: revisions.sort((a, b) => a.unit - b.unit),
    kept,
  };
}

/** Numbers and reported missing ones, of the units asked about. */
export function countFigures({ values, nulls }: Pick<Block, 'values' | 'nulls'>, asked: AskedUnits): number {
  if (asked === undefined) return countNumbers(values) + nulls.length;
  let count = 0;
  for (let unit = 0; unit < values.length; unit++) if (asked[unit] === 1 && !Number.isNaN(values[unit]!)) count++;
  for (const unit of nulls) if (asked[unit] === 1) count++;
  return count;
}

export function countNumbers(values: Float64Array): number {
  let count = 0;
  for (const value of values) if (!Number.isNaN(value)) count++;
  return count;
}

/** Moves a block from one numbering of units to another. */
export function renumber(block: Block, to: ArrayLike<number>): Block {
  const values = new Float64Array(
    1 + Math.max(-1, ...Array.from({ length: block.values.length }, (_, unit) => to[unit]!)),
  );
  values.fill(Number.NaN);
  for (let unit = 0; unit < block.values.length; unit++) values[to[unit]!] = block.values[unit]!;
  return {
    ...block,
    values,
    nulls: block.nulls.map((unit) => to[unit]!).sort(),
    statuses: new Map([...block.statuses].map(([unit, status]) => [to[unit]!, status])),
  };
}

function lastOf(units: Uint16Array): number {
  return units.length === 0 ? -1 : units[units.length - 1]!;
}
