import type { Block } from '../archive/block.ts';
import { KpiDraft } from '../archive/draft.ts';
import type { DataRow, Gender } from '../model.ts';

export interface Received {
  readonly blocks: readonly Block[];
  readonly values: number;
  /** KPIs with no row at all in the answer. */
  readonly silent: readonly string[];
}

/** Gathers the rows of one question, in whatever order they come. */
export class Receiver {
  readonly #drafts: Map<string, KpiDraft>;
  readonly #units: ReadonlyMap<string, number>;
  readonly #genders: ReadonlySet<Gender>;
  readonly #answered = new Set<string>();
  #values = 0;

  constructor(kpis: readonly string[], units: readonly string[], genders: readonly Gender[]) {
    this.#drafts = new Map(kpis.map((kpi) => [kpi, new KpiDraft(kpi, units.length)]));
    this.#units = new Map(units.map((id, index) => [id, index]));
    this.#genders = new Set(genders);
  }

  /** Figures taken. */
  take(rows: readonly DataRow[]): number {
    const before = this.#values;
    for (const row of rows) {
      const draft = this.#drafts.get(row.kpi);
      const unit = this.#units.get(row.municipality);
      if (!draft || unit === undefined) continue;
      this.#answered.add(row.kpi);
      for (const { gender, value, status, isDeleted } of row.values) {
        if (!this.#genders.has(gender)) continue;
        // A row met again is a page that slid while we read; the first is kept, and the next sync asks for the day again.
        const again = draft.put(gender, row.period, unit, isDeleted ? null : value, isDeleted ? 'deleted' : status);
        if (again === undefined) this.#values++;
      }
    }
    return this.#values - before;
  }

  result(fetchedAt: string): Received {
    return {
      blocks: [...this.#drafts.values()].flatMap((draft) => draft.blocks(fetchedAt)),
      values: this.#values,
      silent: [...this.#drafts.keys()].filter((kpi) => !this.#answered.has(kpi)),
    };
  }
}
