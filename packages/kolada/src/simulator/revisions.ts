import type { DataRow, DataValue, Gender } from '../model.ts';

export interface Revision {
  readonly value: number | null;
  readonly status: string;
  readonly deleted: boolean;
  /** `YYYY-MM-DD`, what `from_date` is held against. */
  readonly date: string;
}

/** Values that have changed since the source was read, laid over it block by block (one KPI, one year). */
export class Revisions {
  readonly #blocks = new Map<string, Map<string, Map<Gender, Revision>>>();

  revise(kpi: string, unit: string, year: number, gender: Gender, revision: Revision): void {
    const block = getOrMake(this.#blocks, `${kpi}/${year}`, () => new Map<string, Map<Gender, Revision>>());
    getOrMake(block, unit, () => new Map<Gender, Revision>()).set(gender, revision);
  }

  /** Deleted values are shown only to those who ask for changes. */
  apply(kpi: string, year: number, rows: readonly DataRow[], showDeleted: boolean): readonly DataRow[] {
    const block = this.#blocks.get(`${kpi}/${year}`);
    if (block === undefined) return rows;
    const left = new Map(block);
    const revised = rows.map((row) => {
      const revisions = left.get(row.municipality);
      if (revisions === undefined) return row;
      left.delete(row.municipality);
      const kept = row.values.filter((value) => !revisions.has(value.gender));
      return { ...row, values: [...kept, ...asValues(revisions, showDeleted)] };
    });
    const added = [...left].map(([municipality, revisions]) => {
      return { kpi, municipality, period: year, values: asValues(revisions, showDeleted) };
    });
    return [...revised, ...added].filter((row) => row.values.length > 0);
  }

  changedSince(date: string): { kpi: string; year: number; unit: string }[] {
    const changed: { kpi: string; year: number; unit: string }[] = [];
    for (const [key, block] of this.#blocks) {
      const [kpi = '', year] = key.split('/');
      for (const [unit, revisions] of block) {
        if ([...revisions.values()].some((each) => each.date >= date)) changed.push({ kpi, year: Number(year), unit });
      }
    }
    return changed;
  }
}

function asValues(revisions: ReadonlyMap<Gender, Revision>, showDeleted: boolean): DataValue[] {
  return [...revisions]
    .filter(([, revision]) => showDeleted || !revision.deleted)
    .map(([gender, { value, status, deleted }]) => ({ gender, count: 1, status, value, isDeleted: deleted }));
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
