import { type Gender, genders } from '../model.ts';
import type { Block } from './block.ts';
import { genderCode } from './schema.ts';

interface Cells {
  readonly values: Float64Array;
  /** 0 not spoken of, 1 a number, 2 reported without a number. */
  readonly reported: Uint8Array;
  /** Where each figure stood in its file; only kept when duplicates are to be named. */
  readonly lines: Int32Array | undefined;
  readonly statuses: Map<number, string>;
}

/** One KPI's figures as they come in, in any order. */
export class KpiDraft {
  readonly kpi: string;
  readonly #units: number;
  readonly #keepLines: boolean;
  readonly #cells = new Map<number, Cells>();

  constructor(kpi: string, units: number, keepLines = false) {
    this.kpi = kpi;
    this.#units = units;
    this.#keepLines = keepLines;
  }

  /** Returns the line of an earlier figure with the same key (0 when lines are not kept), or undefined when this is the first. */
  put(gender: Gender, period: number, unit: number, value: number | null, status = '', line = 0): number | undefined {
    const cells = this.#at(gender, period);
    if (cells.reported[unit] !== 0) return cells.lines?.[unit] ?? 0;
    cells.reported[unit] = value === null ? 2 : 1;
    cells.values[unit] = value ?? Number.NaN;
    if (cells.lines) cells.lines[unit] = line;
    if (status !== '') cells.statuses.set(unit, status);
    return undefined;
  }

  blocks(fetchedAt: string): Block[] {
    return [...this.#cells]
      .sort(([a], [b]) => a - b)
      .map(([key, { values, reported, statuses }]) => {
        const nulls: number[] = [];
        for (let unit = 0; unit < reported.length; unit++) if (reported[unit] === 2) nulls.push(unit);
        return {
          kpi: this.kpi,
          gender: genders[Math.floor(key / 10_000)]!,
          period: key % 10_000,
          fetchedAt,
          values,
          nulls: Uint16Array.from(nulls),
          statuses,
        };
      });
  }

  #at(gender: Gender, period: number): Cells {
    const key = genderCode[gender] * 10_000 + period;
    let cells = this.#cells.get(key);
    if (!cells) {
      cells = {
        values: new Float64Array(this.#units).fill(Number.NaN),
        reported: new Uint8Array(this.#units),
        lines: this.#keepLines ? new Int32Array(this.#units) : undefined,
        statuses: new Map(),
      };
      this.#cells.set(key, cells);
    }
    return cells;
  }
}
