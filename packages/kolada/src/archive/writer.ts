import { randomUUID } from 'node:crypto';
import { constants, copyFile, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Municipality } from '../model.ts';
import { type ArchiveInfo, explain, openFile } from './archive-file.ts';
import type { Absent } from './block-absence.ts';
import { mergeDrafts } from './block-merge.ts';
import { countFigures, type HistoryChange, mergeHistory, numberKpis, numberUnits } from './catalogue-merge.ts';
import { readUnits } from './catalogue-reader.ts';
import { Database, quoted } from './database.ts';
import { type Lock, takeLock } from './lock.ts';
import { readThrough } from './read-through.ts';
import { archiveTables, formatVersion, rowGroupSize } from './schema.ts';
import { Staging } from './staging.ts';

export interface WriterOptions {
  readonly purpose: 'import' | 'sync';
  /** ISO time that the new publication carries. */
  readonly now: string;
  /** Begin anew instead of building on what is there. */
  readonly replace?: boolean;
  readonly exampleData?: boolean;
  /** Of a new archive; default a random one. */
  readonly id?: string;
}

export interface Publication {
  readonly version: number;
  readonly figures: number;
  readonly revisions: number;
  readonly absent: readonly Absent[];
  readonly kpis: HistoryChange | null;
  readonly groups: HistoryChange | null;
  readonly kpiGroups: HistoryChange | null;
}

/** Patched: a copy of the archive with the changed blocks replaced. Rewritten: every block anew in reading order. */
type Build = 'new' | 'patched' | 'rewritten';

/** More blocks than this outside reading order, and reading one key figure begins to cost. */
const looseShare = 0.25;

/**
 * Builds the next publication beside the archive and puts it in place with one rename. Readers hold the file they opened, and are
 * never waited for. Only one writer at a time; what a killed one left is cleaned away by the next, except a sync's gathered figures.
 */
export class ArchiveWriter {
  readonly staging: Staging;
  /** What stands now; undefined before the first publication. */
  readonly info: ArchiveInfo | undefined;
  readonly database: Database;
  readonly #path: string;
  readonly #options: WriterOptions;
  readonly #lock: Lock;

  private constructor(
    path: string,
    options: WriterOptions,
    lock: Lock,
    database: Database,
    info: ArchiveInfo | undefined,
  ) {
    this.#path = path;
    this.#options = options;
    this.#lock = lock;
    this.database = database;
    this.info = info;
    this.staging = new Staging(database);
  }

  static async begin(file: string, options: WriterOptions): Promise<ArchiveWriter> {
    const path = resolve(file);
    const lock = await takeLock(path, options.now);
    let database: Database | undefined;
    try {
      await clean(path, options.purpose);
      const old = options.replace || !(await exists(path)) ? undefined : await look(path);
      database = await Database.open(':memory:', {
        // A second thread gains nothing here but room: blocks are merged in JavaScript, and compressed one row group at a time.
        threads: '1',
        memory_limit: '48MB',
        // Gives freed memory back while a publication is under way, not after.
        allocator_background_threads: 'true',
        temp_directory: `${path}.tmp`,
        preserve_insertion_order: 'true',
      });
      if (old) await attachWhole(database, path);
      await attachStaging(database, stagingPath(path, options.purpose));
      const writer = new ArchiveWriter(path, options, lock, database, old?.info);
      await writer.staging.prepare(old?.units ?? []);
      return writer;
    } catch (error) {
      database?.close();
      await lock.release();
      throw error;
    }
  }

  /** `direct` writes the figures of a new archive straight into it, past the staging area; what it returns counts as brought. */
  async publish(direct?: (unitNumbers: ArrayLike<number>) => Promise<number>): Promise<Publication> {
    const { database, info } = this;
    const [next, at] = [`${this.#path}.next`, this.#options.now];
    const hasOld = info !== undefined;
    const version = (info?.version ?? 0) + 1;
    const loose = await this.#looseAfter();
    const build: Build = !hasOld ? 'new' : loose === null ? 'rewritten' : 'patched';
    await this.#beginNext(next, build);
    await numberUnits(database, at, await this.staging.hasPart('unit'));
    await numberKpis(database, at);
    const history = async (part: 'kpi_text' | 'municipality_group' | 'kpi_group') =>
      (await this.staging.hasPart(part)) ? mergeHistory(database, part, at) : null;
    const [kpis, groups, kpiGroups] = [
      await history('kpi_text'),
      await history('municipality_group'),
      await history('kpi_group'),
    ];
    await database.run('COMMIT');
    const unitNumbers = await this.#unitNumbers();
    const merged = direct
      ? { figures: await direct(unitNumbers), revisions: 0, absent: [] }
      : await mergeDrafts(database, { build, at, version, unitNumbers });
    await database.run('BEGIN TRANSACTION');
    await countFigures(database);
    await database.run(
      `INSERT INTO next.fetch_log SELECT k.idx, ${version}, source, from_date, years, genders, fetched_at
       FROM staging.draft_fetch f JOIN next.kpi k ON k.id = f.kpi ORDER BY k.idx`,
    );
    await this.#writeMeta(version, at, loose ?? 0);
    await database.run('COMMIT');
    await database.run('CHECKPOINT next');
    await database.run('DETACH next');
    await sync(next);
    await rename(next, this.#path);
    await sync(dirname(this.#path));
    return { version, ...merged, kpis, groups, kpiGroups };
  }

  /** Lets go. `keepStaging` leaves what was gathered for the next start. */
  async close(keepStaging = false): Promise<void> {
    this.database.close();
    const staging = stagingPath(this.#path, this.#options.purpose);
    const rest = [`${this.#path}.next`, `${this.#path}.next.wal`, `${this.#path}.tmp`];
    const gone = keepStaging ? rest : [...rest, staging, `${staging}.wal`];
    await Promise.all(gone.map((file) => rm(file, { force: true, recursive: true })));
    await this.#lock.release();
  }

  /** How many blocks would lie outside reading order if the staged ones were put after the old; null when the file is better written anew. */
  async #looseAfter(): Promise<number | null> {
    if (!this.info) return null;
    const count = async (sql: string) => (await this.database.one<{ n: number }>(sql))?.n ?? 0;
    const all = await count('SELECT count(*)::INTEGER AS n FROM old.block');
    const staged = await count('SELECT count(*)::INTEGER AS n FROM staging.draft');
    const before = await count("SELECT coalesce(max(value::INTEGER), 0) AS n FROM old.meta WHERE key = 'loose'");
    return before + staged <= all * looseShare ? before + staged : null;
  }

  /** `next` with all tables, the catalogue as it stood; in a transaction that is left open. */
  async #beginNext(next: string, build: Build): Promise<void> {
    // Where the file system can, the copy shares its blocks with the archive until they are changed.
    if (build === 'patched') await copyFile(this.#path, next, constants.COPYFILE_FICLONE);
    const { database } = this;
    await database.run(`ATTACH ${quoted(next)} AS next (ROW_GROUP_SIZE ${rowGroupSize}, STORAGE_VERSION 'latest')`);
    await database.run('BEGIN TRANSACTION');
    if (build === 'patched') {
      await database.run('DELETE FROM next.meta');
      return;
    }
    for (const table of archiveTables) await database.run(`CREATE TABLE next.${table}`);
    if (build === 'new') return;
    for (const table of ['unit', 'kpi', 'kpi_text', 'municipality_group', 'kpi_group', 'revision', 'fetch_log']) {
      await database.run(`INSERT INTO next.${table} SELECT * FROM old.${table}`);
    }
  }

  /** Where each unit of the staging area stands in the new publication. */
  async #unitNumbers(): Promise<Int32Array> {
    const rows = await this.database.all<{ idx: number }>(
      'SELECT n.idx::INTEGER AS idx FROM staging.unit s JOIN next.unit n ON n.id = s.id ORDER BY s.idx',
    );
    return Int32Array.from(rows, (row) => row.idx);
  }

  async #writeMeta(version: number, at: string, loose: number): Promise<void> {
    const example = this.#options.exampleData ?? this.info?.exampleData ?? false;
    const fixed: readonly (readonly [string, string])[] = [
      ['format', String(formatVersion)],
      ['version', String(version)],
      ['published_at', at],
      ['example_data', String(example)],
      ['id', this.info?.id ?? this.#options.id ?? randomUUID()],
      ['loose', String(loose)],
    ];
    for (const [key, value] of fixed) await this.database.run('INSERT INTO next.meta VALUES ($1, $2)', [key, value]);
    await this.database.run(
      `INSERT INTO next.meta
       SELECT unnest(['kpis', 'values', 'nulls', 'first_year', 'last_year']), unnest([
         (SELECT count(*) FROM next.kpi)::VARCHAR, coalesce(sum(n), 0)::BIGINT::VARCHAR, coalesce(sum(len(nulls)), 0)::BIGINT::VARCHAR,
         coalesce(min(period) FILTER (n > 0)::VARCHAR, ''), coalesce(max(period) FILTER (n > 0)::VARCHAR, '')])
       FROM next.block`,
    );
    await this.database.run(
      "INSERT INTO next.meta SELECT 'fetched_at', coalesce(max(fetched_at), '') FROM next.fetch_log",
    );
  }
}

/** What a publication builds on must be whole: it carries over what it does not change, also what cannot be read any more. */
async function attachWhole(database: Database, path: string): Promise<void> {
  try {
    await database.run(`ATTACH ${quoted(path)} AS old (READ_ONLY)`);
    await readThrough(database, 'old');
  } catch (error) {
    throw explain(path, error);
  }
}

export function stagingPath(path: string, purpose: WriterOptions['purpose']): string {
  return `${path}.${purpose}`;
}

/** A staging file that a crash has spoilt holds nothing that cannot be fetched again. */
async function attachStaging(database: Database, file: string): Promise<void> {
  const attach = () => database.run(`ATTACH ${quoted(file)} AS staging`);
  try {
    await attach();
  } catch {
    await Promise.all([rm(file, { force: true }), rm(`${file}.wal`, { force: true })]);
    await attach();
  }
}

async function look(path: string): Promise<{ info: ArchiveInfo; units: readonly Municipality[] }> {
  const file = await openFile(path);
  try {
    return { info: file.info, units: await readUnits(file) };
  } finally {
    file.database.close();
  }
}

/** Under the lock: whatever half-made thing lies here belongs to nobody alive. */
async function clean(path: string, purpose: WriterOptions['purpose']): Promise<void> {
  const left = [`${path}.next`, `${path}.next.wal`, `${path}.tmp`];
  if (purpose === 'import') left.push(stagingPath(path, 'import'), `${stagingPath(path, 'import')}.wal`);
  await Promise.all(left.map((file) => rm(file, { force: true, recursive: true })));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
