import { type Block, type BlockRevision, countNumbers, mergeBlock, renumber } from './block.ts';
import { type Database, listOf, numbersOf, quoted } from './database.ts';
import { genderCode, genderOf } from './schema.ts';
import { listValue, TableWriter } from './table-writer.ts';

/** KPIs handled at a time: bounds memory, and is few enough statements for six thousand KPIs. */
const batchSize = 20;

export interface BlockMergeResult {
  readonly revisions: number;
  /** Values and nulls that the drafts brought. */
  readonly figures: number;
}

/** Lays staged figures over the archive's into `staging.merged`, and notes in `next` whatever changed. */
export async function mergeDrafts(
  database: Database,
  context: {
    readonly hasOld: boolean;
    readonly at: string;
    readonly version: number;
    readonly unitNumbers: ArrayLike<number>;
  },
): Promise<BlockMergeResult> {
  await database.run('CREATE OR REPLACE TABLE staging.merged AS SELECT * FROM next.block LIMIT 0');
  await database.run('CREATE OR REPLACE TABLE staging.merged_status AS SELECT * FROM next.missing_status LIMIT 0');
  await database.run('CREATE OR REPLACE TABLE staging.merged_revision AS SELECT * FROM next.revision LIMIT 0');
  const kpis = await database.all<{ idx: number; id: string }>(
    'SELECT idx, id FROM next.kpi WHERE id IN (SELECT kpi FROM staging.draft) ORDER BY idx',
  );
  const identity = Array.from(context.unitNumbers).every((number, index) => number === index);
  let [revisions, figures] = [0, 0];

  for (let start = 0; start < kpis.length; start += batchSize) {
    const batch = kpis.slice(start, start + batchSize);
    const numberOf = new Map(batch.map(({ idx, id }) => [id, idx]));
    const idOf = new Map(batch.map(({ idx, id }) => [idx, id]));
    const old = context.hasOld ? await readOld(database, idOf) : new Map<string, Block>();
    const [blocks, statuses, log] = await Promise.all([
      TableWriter.open(database, 'staging', 'merged'),
      TableWriter.open(database, 'staging', 'merged_status'),
      TableWriter.open(database, 'staging', 'merged_revision'),
    ]);
    for await (const draft of readDrafts(database, batch)) {
      const { block, revisions: changed } = mergeBlock(
        old.get(keyOf(draft)),
        identity ? draft : renumber(draft, context.unitNumbers),
      );
      const [kpi, gender] = [numberOf.get(block.kpi)!, genderCode[block.gender]];
      const n = countNumbers(block.values);
      blocks.add(gender, kpi, block.period, n, block.fetchedAt, listValue(block.nulls), listValue(block.values));
      for (const [unit, status] of block.statuses) statuses.add(gender, kpi, block.period, unit, status);
      for (const revision of changed) addRevision(log, kpi, block, revision, context);
      revisions += changed.length;
      figures += countNumbers(draft.values) + draft.nulls.length;
    }
    for (const writer of [blocks, statuses, log]) writer.close();
  }
  await database.run('INSERT INTO next.revision SELECT * FROM staging.merged_revision');
  return { revisions, figures };
}

async function readOld(database: Database, idOf: ReadonlyMap<number, string>): Promise<Map<string, Block>> {
  const list = [...idOf.keys()].join(',');
  const statuses = new Map<string, Map<number, string>>();
  const rows = await database.all<{ kpi: number; gender: number; period: number; unit: number; status: string }>(
    `SELECT kpi, gender, period, unit, status FROM old.missing_status WHERE kpi IN (${list})`,
  );
  for (const { kpi, gender, period, unit, status } of rows) {
    const key = `${idOf.get(kpi)} ${genderOf[gender]} ${period}`;
    statuses.set(key, (statuses.get(key) ?? new Map<number, string>()).set(unit, status));
  }
  const blocks = new Map<string, Block>();
  const sql = `SELECT k.id, b.gender, b.period, b.fetched_at, b.nulls, b.vals FROM old.block b JOIN next.kpi k ON k.idx = b.kpi
    WHERE b.kpi IN (${list}) AND EXISTS (SELECT 1 FROM staging.draft d WHERE d.kpi = k.id AND d.gender = b.gender AND d.period = b.period)`;
  for await (const block of readBlockRows(database, sql)) {
    blocks.set(keyOf(block), { ...block, statuses: statuses.get(keyOf(block)) ?? block.statuses });
  }
  return blocks;
}

async function* readDrafts(database: Database, batch: readonly { readonly id: string }[]): AsyncGenerator<Block> {
  const list = batch.map(({ id }) => quoted(id)).join(',');
  const rows = await database.all<{ kpi: string; gender: number; period: number; unit: number; status: string }>(
    `SELECT kpi, gender, period, unit, status FROM staging.draft_status WHERE kpi IN (${list})`,
  );
  const statuses = new Map<string, Map<number, string>>();
  for (const { kpi, gender, period, unit, status } of rows) {
    const key = `${kpi} ${genderOf[gender]} ${period}`;
    statuses.set(key, (statuses.get(key) ?? new Map<number, string>()).set(unit, status));
  }
  const sql = `SELECT d.kpi, d.gender, d.period, d.fetched_at, d.nulls, d.vals FROM staging.draft d JOIN next.kpi k ON k.id = d.kpi
    WHERE d.kpi IN (${list}) ORDER BY k.idx, d.gender, d.period`;
  for await (const block of readBlockRows(database, sql)) {
    yield { ...block, statuses: statuses.get(keyOf(block)) ?? block.statuses };
  }
}

const none: ReadonlyMap<number, string> = new Map();

/** Columns: KPI id, gender, period, fetch time, nulls, values. */
async function* readBlockRows(database: Database, sql: string): AsyncGenerator<Block> {
  for await (const chunk of database.stream(sql)) {
    const column = (index: number) => chunk.getColumnVector(index);
    const [genders, periods] = [numbersOf(column(1)), numbersOf(column(2))];
    const [nulls, values] = [listOf(column(4)), listOf(column(5))];
    const [nullItems, valueItems] = [numbersOf(nulls.childVector), numbersOf(values.childVector)];
    for (let row = 0; row < chunk.rowCount; row++) {
      const [nullsFrom, valuesFrom] = [nulls.getEntryOffset(row), values.getEntryOffset(row)];
      yield {
        kpi: String(column(0).getItem(row)),
        gender: genderOf[genders[row]!]!,
        period: periods[row]!,
        fetchedAt: String(column(3).getItem(row)),
        nulls: Uint16Array.from(nullItems.subarray(nullsFrom, nullsFrom + nulls.getEntryLength(row))),
        values: Float64Array.from(valueItems.subarray(valuesFrom, valuesFrom + values.getEntryLength(row))),
        statuses: none,
      };
    }
  }
}

function addRevision(
  log: TableWriter,
  kpi: number,
  block: Block,
  revision: BlockRevision,
  { at, version }: { readonly at: string; readonly version: number },
): void {
  log.add(kpi, revision.unit, block.period, genderCode[block.gender], revision.old, revision.new, at, version);
}

function keyOf(block: Pick<Block, 'kpi' | 'gender' | 'period'>): string {
  return `${block.kpi} ${block.gender} ${block.period}`;
}
