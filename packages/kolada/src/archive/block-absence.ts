import { type Database, numbersOf } from './database.ts';

export interface Absent {
  readonly kpi: string;
  readonly figures: number;
}

/**
 * Every KPI that was asked for whole, with the number of figures in those of its years and genders that were not answered at all.
 * What is missing within an answered year is counted when the two are laid together. `staging.touched` are the blocks answered.
 */
export async function countAbsentBlocks(database: Database): Promise<Map<string, number>> {
  const asked = await database.list<{ id: string; kpi: number; years: number[]; genders: number[] }>(
    `SELECT k.id, k.idx AS kpi, f.years, f.genders FROM staging.draft_fetch f JOIN next.kpi k ON k.id = f.kpi
     WHERE f.source = 'api' AND f.from_date IS NULL ORDER BY k.idx`,
  );
  const absent = new Map(asked.map(({ id }) => [id, 0]));
  if (asked.length === 0) return absent;
  const idOf = new Map(asked.map(({ id, kpi }) => [kpi, id]));
  const unanswered = new Set<number>();
  for (const { kpi, years, genders } of asked) {
    for (const year of years) for (const gender of genders) unanswered.add(placeOf(kpi, gender, year));
  }
  // Reckoned here, since the database would hold both lists in hash tables larger than what it may use.
  for await (const [kpi, gender, period] of keys(database, 'SELECT kpi, gender, period, 0 FROM staging.touched'))
    unanswered.delete(placeOf(kpi, gender, period));
  const old = 'SELECT kpi, gender, period, (n + len(nulls))::INTEGER FROM old.block';
  for await (const [kpi, gender, period, figures] of keys(database, old)) {
    const id = idOf.get(kpi);
    if (id !== undefined && unanswered.has(placeOf(kpi, gender, period))) absent.set(id, absent.get(id)! + figures);
  }
  return absent;
}

async function* keys(database: Database, sql: string): AsyncGenerator<readonly [number, number, number, number]> {
  for await (const chunk of database.stream(sql)) {
    const columns = [0, 1, 2, 3].map((index) => numbersOf(chunk.getColumnVector(index)));
    for (let row = 0; row < chunk.rowCount; row++)
      yield [columns[0]![row]!, columns[1]![row]!, columns[2]![row]!, columns[3]![row]!];
  }
}

/** One number for a KPI, gender and year before 10 000. */
function placeOf(kpi: number, gender: number, year: number): number {
  return (kpi * 4 + gender) * 10_000 + year;
}
