import { type AskedUnits, countFigures } from './block.ts';
import { readOldBlocks } from './block-rows.ts';
import { type Database, numbersOf } from './database.ts';

export interface Absent {
  readonly kpi: string;
  readonly figures: number;
}

interface Question {
  readonly id: string;
  readonly kpi: number;
  /** The KPI's kind now: of municipalities, of regions or of all. */
  readonly type: 'K' | 'L' | 'A';
  readonly years: readonly number[];
  readonly genders: readonly number[];
}

/** The KPIs that were asked for whole, and about which units: what nobody asked about is not absent. */
export class AskedWhole {
  readonly questions: readonly Question[];
  readonly #unitsOf: ReadonlyMap<string, AskedUnits>;

  private constructor(questions: readonly Question[], units: readonly { id: string; type: string }[]) {
    this.questions = questions;
    const ofType = (type: 'K' | 'L') =>
      Uint8Array.from(units, (unit) => (unit.type === type || unit.id === '0000' ? 1 : 0));
    const masks = { K: ofType('K'), L: ofType('L'), A: undefined };
    this.#unitsOf = new Map(questions.map(({ id, type }) => [id, masks[type]]));
  }

  static async read(database: Database): Promise<AskedWhole> {
    const questions = await database.list<Question>(
      `SELECT k.id, k.idx AS kpi, coalesce(t.municipality_type, 'A') AS type, f.years, f.genders
       FROM staging.draft_fetch f JOIN next.kpi k ON k.id = f.kpi LEFT JOIN next.kpi_text t ON t.id = k.id AND t.valid_to IS NULL
       WHERE f.source = 'api' AND f.from_date IS NULL ORDER BY k.idx`,
    );
    return new AskedWhole(questions, await database.list('SELECT id, type FROM next.unit ORDER BY idx'));
  }

  unitsOf(kpi: string): AskedUnits {
    return this.#unitsOf.get(kpi);
  }
}

/**
 * Every KPI that was asked for whole, with the number of figures in those of its years and genders that were not answered at all.
 * What is missing within an answered year is counted when the two are laid together. `staging.touched` are the blocks answered.
 */
export async function countAbsentBlocks(
  database: Database,
  asked: AskedWhole,
  numberOf: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  const absent = new Map(asked.questions.map(({ id }) => [id, 0]));
  const add = (kpi: string, figures: number) => absent.set(kpi, absent.get(kpi)! + figures);
  if (asked.questions.length === 0) return absent;
  const idOf = new Map(asked.questions.map(({ id, kpi }) => [kpi, id]));
  const unanswered = new Set<number>();
  for (const { kpi, years, genders } of asked.questions) {
    for (const year of years) for (const gender of genders) unanswered.add(placeOf(kpi, gender, year));
  }
  // Reckoned here, since the database would hold both lists in hash tables larger than what it may use.
  for await (const [kpi, gender, period] of keys(database, 'SELECT kpi, gender, period, 0 FROM staging.touched'))
    unanswered.delete(placeOf(kpi, gender, period));
  const ofSomeUnits: { readonly kpi: string; readonly gender: number; readonly period: number }[] = [];
  const old = 'SELECT kpi, gender, period, (n + len(nulls))::INTEGER FROM old.block';
  for await (const [kpi, gender, period, figures] of keys(database, old)) {
    const id = idOf.get(kpi);
    if (id === undefined || !unanswered.has(placeOf(kpi, gender, period))) continue;
    if (asked.unitsOf(id) === undefined) add(id, figures);
    else ofSomeUnits.push({ kpi: id, gender, period });
  }
  for (const [gender, places] of Map.groupBy(ofSomeUnits, (place) => place.gender)) {
    for (let from = 0; from < places.length; from += blocksAtATime) {
      const blocks = await readOldBlocks(database, gender, places.slice(from, from + blocksAtATime), numberOf);
      for (const block of blocks.values()) add(block.kpi, countFigures(block, asked.unitsOf(block.kpi)));
    }
  }
  return absent;
}

const blocksAtATime = 256;

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
