import type { Block } from './block.ts';
import { type Database, letGo, listOf, numbersOf, quoted } from './database.ts';
import { genderOf } from './schema.ts';

export interface BlockChunk {
  readonly drafts: readonly Block[];
  /** Gives the memory back; the blocks are empty afterwards. */
  readonly letGo: () => void;
}

/** The driver gives 2 048 blocks at a time if it may, and holds each of them several times over on the way. */
const blocksAtATime = 512;

/** The staged blocks of a gender in the order they came. A KPI's years lie together, since whole KPIs are staged at a time. */
export async function* readDraftChunks(database: Database, gender: number): AsyncGenerator<BlockChunk> {
  const last = await database.one<{ row: number }>('SELECT coalesce(max(rowid), -1)::DOUBLE AS row FROM staging.draft');
  for (let from = 0; from <= (last?.row ?? -1); from += blocksAtATime) {
    const sql = `SELECT kpi, period, fetched_at, nulls, vals FROM staging.draft
      WHERE rowid BETWEEN ${from} AND ${from + blocksAtATime - 1} AND gender = ${gender}`;
    for await (const chunk of readChunks(database, sql, gender)) {
      const kpis = [...new Set(chunk.drafts.map((draft) => draft.kpi))].map(quoted).join(',');
      const statuses = await readStatuses(
        database,
        `SELECT kpi, period, unit, status FROM staging.draft_status WHERE gender = ${gender} AND kpi IN (${kpis})`,
      );
      yield { ...chunk, drafts: withStatuses(chunk.drafts, statuses) };
    }
  }
}

/** The archive's blocks that drafts are to be laid over, by KPI and year; no others, however many years there are. */
export async function readOldBlocks(
  database: Database,
  gender: number,
  drafts: readonly Pick<Block, 'kpi' | 'period'>[],
  numberOf: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, Block>> {
  const wanted = drafts.map(({ kpi, period }) => [numberOf.get(kpi)!, period] as const);
  const numbers = wanted.map(([kpi]) => kpi);
  const range = `gender = ${gender} AND kpi BETWEEN ${Math.min(...numbers)} AND ${Math.max(...numbers)}`;
  const places = wanted.map(([kpi, period]) => `(${kpi}, ${period})`).join(',');
  const these = `SEMI JOIN (VALUES ${places}) wanted (kpi, period) ON wanted.kpi = b.kpi AND wanted.period = b.period`;
  const statuses = await readStatuses(
    database,
    `SELECT k.id AS kpi, b.period, b.unit, b.status FROM (SELECT * FROM old.missing_status b ${these} WHERE ${range}) b JOIN old.kpi k ON k.idx = b.kpi`,
  );
  const sql = `SELECT k.id, b.period, b.fetched_at, b.nulls, b.vals FROM (SELECT * FROM old.block b ${these} WHERE ${range}) b JOIN old.kpi k ON k.idx = b.kpi`;
  const blocks = new Map<string, Block>();
  for await (const chunk of readChunks(database, sql, gender)) {
    for (const block of withStatuses(chunk.drafts, statuses)) blocks.set(placeOf(block), block);
  }
  return blocks;
}

type Statuses = ReadonlyMap<string, ReadonlyMap<number, string>>;
const none: ReadonlyMap<number, string> = new Map();

async function readStatuses(database: Database, sql: string): Promise<Statuses> {
  const statuses = new Map<string, Map<number, string>>();
  const rows = await database.list<{ kpi: string; period: number; unit: number; status: string }>(sql);
  for (const { kpi, period, unit, status } of rows) {
    const place = placeOf({ kpi, period });
    statuses.set(place, (statuses.get(place) ?? new Map<number, string>()).set(unit, status));
  }
  return statuses;
}

function withStatuses(blocks: readonly Block[], statuses: Statuses): readonly Block[] {
  return statuses.size === 0
    ? blocks
    : blocks.map((block) => ({ ...block, statuses: statuses.get(placeOf(block)) ?? none }));
}

function placeOf({ kpi, period }: Pick<Block, 'kpi' | 'period'>): string {
  return `${kpi} ${period}`;
}

/** Columns: KPI id, period, fetch time, nulls, values. The blocks are windows on the chunk's own memory. */
async function* readChunks(database: Database, sql: string, gender: number): AsyncGenerator<BlockChunk> {
  for await (const chunk of database.stream(sql)) {
    const column = (index: number) => chunk.getColumnVector(index);
    const periods = numbersOf(column(1));
    const [nulls, values] = [listOf(column(3)), listOf(column(4))];
    const [nullItems, valueItems] = [numbersOf(nulls.childVector), numbersOf(values.childVector)];
    const drafts = Array.from({ length: chunk.rowCount }, (_, row): Block => {
      const [nullsFrom, valuesFrom] = [nulls.getEntryOffset(row), values.getEntryOffset(row)];
      return {
        kpi: String(column(0).getItem(row)),
        gender: genderOf[gender]!,
        period: periods[row]!,
        fetchedAt: String(column(2).getItem(row)),
        nulls: Uint16Array.from(nullItems.subarray(nullsFrom, nullsFrom + nulls.getEntryLength(row))),
        values: window(valueItems, valuesFrom, valuesFrom + values.getEntryLength(row)),
        statuses: none,
      };
    });
    yield { drafts, letGo: () => letGo(valueItems) };
  }
}

function window(items: ReturnType<typeof numbersOf>, from: number, to: number): Float64Array {
  const part = items.subarray(from, to);
  return part instanceof Float64Array ? part : Float64Array.from(part);
}
