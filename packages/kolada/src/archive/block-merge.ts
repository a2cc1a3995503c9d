import { type Block, type BlockRevision, countNumbers, mergeBlock, renumber } from './block.ts';
import { type Absent, AskedWhole, countAbsentBlocks } from './block-absence.ts';
import { readDraftChunks, readOldBlocks } from './block-rows.ts';
import type { Database } from './database.ts';
import { genderCode } from './schema.ts';
import { listValue, TableWriter } from './table-writer.ts';

export interface BlockMergeResult {
  readonly revisions: number;
  /** Values and nulls that the drafts brought. */
  readonly figures: number;
  /** KPIs fetched whole whose answer lacked figures that were there before, and how many; they are kept. */
  readonly absent: readonly Absent[];
}

export interface MergeContext {
  /** New: nothing was there. Patched: `next` is a copy of the archive. Rewritten: `next` has no blocks yet. */
  readonly build: 'new' | 'patched' | 'rewritten';
  readonly at: string;
  readonly version: number;
  /** Where each unit of the staging area stands in the new publication. */
  readonly unitNumbers: ArrayLike<number>;
}

/**
 * Lays staged figures over the archive's into `next.block`, and notes whatever changed. Everything is read and written once, in the
 * order it lies, a few megabytes at a time: sorting and joining whole blocks is what would cost memory.
 */
export async function mergeDrafts(database: Database, context: MergeContext): Promise<BlockMergeResult> {
  const identity = Array.from(context.unitNumbers).every((number, index) => number === index);
  if (context.build === 'new' && identity) return takeDrafts(database);
  const hasOld = context.build !== 'new';
  const known = await database.list<{ idx: number; id: string }>('SELECT idx, id FROM next.kpi');
  const numberOf = new Map(known.map(({ idx, id }) => [id, idx]));
  let [revisions, figures] = [0, 0];

  await database.run(
    `CREATE OR REPLACE TABLE staging.touched AS SELECT k.idx AS kpi, d.gender, d.period FROM staging.draft d JOIN next.kpi k ON k.id = d.kpi`,
  );
  const asked = hasOld ? await AskedWhole.read(database) : undefined;
  const absent = asked ? await countAbsentBlocks(database, asked, numberOf) : new Map<string, number>();
  await database.run('BEGIN TRANSACTION');
  await makeRoom(database, context.build);
  // Totals lie first in the file, since nearly all reading is of totals.
  for (const gender of Object.values(genderCode)) {
    if (context.build === 'rewritten') await database.run(`INSERT INTO next.block ${untouched('block', gender)}`);
    const [blocks, statuses, log] = await Promise.all([
      TableWriter.open(database, 'next', 'block'),
      TableWriter.open(database, 'next', 'missing_status'),
      TableWriter.open(database, 'next', 'revision', 2048),
    ]);
    for await (const { drafts, letGo } of readDraftChunks(database, gender)) {
      const old = hasOld ? await readOldBlocks(database, gender, drafts, numberOf) : new Map<string, Block>();
      for (const draft of drafts) {
        const laid = identity ? draft : renumber(draft, context.unitNumbers);
        const before = old.get(`${draft.kpi} ${draft.period}`);
        const { block, revisions: changed, kept } = mergeBlock(before, laid, asked?.unitsOf(draft.kpi));
        const [kpi, n] = [numberOf.get(block.kpi)!, countNumbers(block.values)];
        blocks.add(gender, kpi, block.period, n, block.fetchedAt, listValue(block.nulls), listValue(block.values));
        for (const [unit, status] of block.statuses) statuses.add(gender, kpi, block.period, unit, status);
        for (const revision of changed) addRevision(log, kpi, gender, block.period, revision, context);
        const missed = absent.get(block.kpi);
        if (missed !== undefined) absent.set(block.kpi, missed + kept);
        revisions += changed.length;
        figures += countNumbers(draft.values) + draft.nulls.length;
      }
      for (const writer of [blocks, statuses, log]) writer.flush();
      letGo();
    }
    for (const writer of [blocks, statuses, log]) writer.close();
  }
  await database.run('COMMIT');
  await database.run('DROP TABLE staging.touched');
  return {
    revisions,
    figures,
    absent: [...absent].flatMap(([kpi, missed]) => (missed > 0 ? [{ kpi, figures: missed }] : [])),
  };
}

/** With nothing to lay them over, the drafts are the blocks, and need not come into JavaScript. */
async function takeDrafts(database: Database): Promise<BlockMergeResult> {
  await database.run('BEGIN TRANSACTION');
  for (const gender of Object.values(genderCode)) {
    await database.run(
      `INSERT INTO next.block SELECT d.gender, k.idx, d.period, len(list_filter(d.vals, lambda value: NOT isnan(value))), d.fetched_at, d.nulls, d.vals
       FROM staging.draft d JOIN next.kpi k ON k.id = d.kpi WHERE d.gender = ${gender}`,
    );
  }
  await database.run(
    'INSERT INTO next.missing_status SELECT d.gender, k.idx, d.period, d.unit, d.status FROM staging.draft_status d JOIN next.kpi k ON k.id = d.kpi',
  );
  await database.run('COMMIT');
  const taken = await database.one<{ figures: number }>(
    'SELECT coalesce(sum(n + len(nulls)), 0)::DOUBLE AS figures FROM next.block',
  );
  return { revisions: 0, figures: taken?.figures ?? 0, absent: [] };
}

/** What the drafts will replace is taken out of a copy, or left out of what is carried over. */
async function makeRoom(database: Database, build: MergeContext['build']): Promise<void> {
  if (build === 'patched') {
    for (const table of ['block', 'missing_status']) {
      await database.run(
        `DELETE FROM next.${table} AS b USING staging.touched AS t WHERE t.kpi = b.kpi AND t.gender = b.gender AND t.period = b.period`,
      );
    }
  }
  if (build === 'rewritten') {
    for (const gender of Object.values(genderCode))
      await database.run(`INSERT INTO next.missing_status ${untouched('missing_status', gender)}`);
  }
}

/** `NOT IN` and not `NOT EXISTS`: of the two the database may hold the other side in memory, which is whole blocks. */
function untouched(table: 'block' | 'missing_status', gender: number): string {
  return `SELECT b.* FROM old.${table} b WHERE b.gender = ${gender} AND b.kpi * 10000 + b.period NOT IN (
    SELECT kpi * 10000 + period FROM staging.touched WHERE gender = ${gender})`;
}

function addRevision(
  log: TableWriter,
  kpi: number,
  gender: number,
  period: number,
  revision: BlockRevision,
  { at, version }: { readonly at: string; readonly version: number },
): void {
  log.add(kpi, revision.unit, period, gender, revision.old, revision.new, at, version);
}
