import { unwritable } from './archive-file.ts';
import type { Block } from './block.ts';
import type { HistoryChange } from './catalogue-merge.ts';
import { type Database, numbersOf } from './database.ts';
import { KpiDraft } from './draft.ts';
import { ImportError } from './errors.ts';
import { Faults } from './faults.ts';
import { genderOf } from './schema.ts';
import type { FetchNote, Staging } from './staging.ts';
import { TableWriter } from './table-writer.ts';
import { kpiOfCode, readValuesCsv } from './values-csv.ts';
import { readValuesParquet } from './values-parquet.ts';
import { ArchiveWriter } from './writer.ts';

export interface ImportOptions {
  /** CSV, CSV in gzip, or Parquet: `kpi,municipality,period,gender,value`. */
  readonly values?: string;
  /** JSON lists as the API gives them, plain or in gzip. Each is taken for the whole list. */
  readonly catalogue?: string;
  readonly units?: string;
  readonly groups?: string;
  readonly kpiGroups?: string;
  readonly exampleData?: boolean;
  /** When the figures were fetched from Kolada (ISO); default now. */
  readonly fetchedAt?: string;
  readonly now?: () => Date;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  readonly phase: 'catalogue' | 'reading' | 'merging' | 'done';
  /** Rows of values read so far. */
  readonly rows: number;
}

export interface ImportReport {
  readonly version: number;
  /** Rows of the values file; `numbers` of them have a value and `nulls` none. */
  readonly rows: number;
  readonly numbers: number;
  readonly nulls: number;
  /** KPIs that the values file speaks of. */
  readonly kpis: number;
  readonly revisions: number;
  /** Came with figures but stand in no catalogue that the archive has seen; they carry their id for a title. */
  readonly kpisWithoutCatalogue: readonly string[];
  /** What the lists changed; null for a list that was not given. */
  readonly catalogue: HistoryChange | null;
  readonly groups: HistoryChange | null;
  readonly kpiGroups: HistoryChange | null;
}

/** Takes files into the archive, creating it if there is none. All or nothing: an ImportError leaves the archive as it was. */
export async function importIntoArchive(path: string, options: ImportOptions): Promise<ImportReport> {
  const now = (options.now?.() ?? new Date()).toISOString();
  const fetchedAt = options.fetchedAt ?? now;
  const progress = options.onProgress ?? (() => undefined);
  const writer = await ArchiveWriter.begin(path, {
    purpose: 'import',
    now,
    ...(options.exampleData === undefined ? {} : { exampleData: options.exampleData }),
  });
  try {
    progress({ phase: 'catalogue', rows: 0 });
    const { staging } = writer;
    await stageLists(staging, options, now);
    const read = options.values
      ? await stageValues(writer.database, staging, options.values, fetchedAt, (rows) =>
          progress({ phase: 'reading', rows }),
        )
      : { rows: 0, numbers: 0, nulls: 0, kpis: 0 };
    progress({ phase: 'merging', rows: read.rows });
    const published = await writer.publish();
    const bare = await writer.database.all<{ id: string }>(
      `SELECT DISTINCT kpi AS id FROM staging.draft WHERE kpi NOT IN (SELECT id FROM staging.kpi_text)
       ${writer.info ? 'AND kpi NOT IN (SELECT id FROM old.kpi_text)' : ''} ORDER BY id`,
    );
    progress({ phase: 'done', rows: read.rows });
    return {
      version: published.version,
      ...read,
      revisions: published.revisions,
      kpisWithoutCatalogue: bare.map((row) => row.id),
      catalogue: published.kpis,
      groups: published.groups,
      kpiGroups: published.kpiGroups,
    };
  } catch (error) {
    throw unwritable(path, error) ?? error;
  } finally {
    await writer.close();
  }
}

async function stageLists(staging: Staging, { units, catalogue, groups, kpiGroups }: ImportOptions, now: string) {
  // What checks the lists is loaded when there is one: who only reads an archive must not wait for it.
  const { readGroupFile, readKpiFile, readUnitFile } = await import('./catalogue-json.ts');
  if (units) await staging.stageUnits(await readUnitFile(units), now);
  if (catalogue) await staging.stageKpis(await readKpiFile(catalogue), now);
  if (groups) await staging.stageGroups(await readGroupFile(groups), now);
  if (kpiGroups) await staging.stageKpiGroups(await readGroupFile(kpiGroups), now);
}

interface Read {
  readonly rows: number;
  readonly numbers: number;
  readonly nulls: number;
  readonly kpis: number;
}

/** Two passes, so that memory stays bounded whatever the order of the rows: into a table as they stand, and out again by KPI. */
async function stageValues(
  database: Database,
  staging: Staging,
  file: string,
  fetchedAt: string,
  onRows: (rows: number) => void,
): Promise<Read> {
  const faults = new Faults(file);
  if (staging.units.length === 0) faults.refuse({ fault: 'unitsMissing' });
  const units = new Map(staging.units.map((id, index) => [id, index]));
  await database.run(
    'CREATE OR REPLACE TABLE staging.incoming (kpi INTEGER, unit SMALLINT, period SMALLINT, gender TINYINT, value DOUBLE, line INTEGER)',
  );
  const writer = await TableWriter.open(database, 'staging', 'incoming', 2048);
  let taken = 0;
  const take = (...figure: [number, number, number, number, number, number]) => {
    writer.add(...figure);
    if (++taken % 100_000 === 0) onRows(taken);
  };
  const parquet = /\.parquet$/i.test(file);
  const rows = parquet
    ? await readValuesParquet(database, file, units, faults, take)
    : await readValuesCsv(file, units, faults, take);
  writer.close();
  faults.refuseIfAny();
  const read = await stageByKpi(database, staging, fetchedAt, faults);
  faults.refuseIfAny();
  await database.run('DROP TABLE staging.incoming');
  return { rows, ...read };
}

/** About five megabytes: few commits, little memory. */
const blocksAtATime = 2000;

async function stageByKpi(
  database: Database,
  staging: Staging,
  fetchedAt: string,
  faults: Faults,
): Promise<Omit<Read, 'rows'>> {
  let [numbers, nulls, kpis] = [0, 0, 0];
  let draft: KpiDraft | undefined;
  let [waiting, notes]: [Block[], FetchNote[]] = [[], []];
  const finish = () => {
    if (!draft) return;
    const blocks = draft.blocks(fetchedAt);
    const years = [...new Set(blocks.map((block) => block.period))].sort((a, b) => a - b);
    const genders = [...new Set(blocks.map((block) => block.gender))];
    waiting.push(...blocks);
    notes.push({ kpi: draft.kpi, source: 'file', fromDate: null, years, genders, fetchedAt });
    kpis++;
  };
  const stage = async () => {
    if (!faults.any) await staging.stageBlocks(waiting, notes);
    [waiting, notes] = [[], []];
  };
  const sql = 'SELECT kpi, unit, period, gender, value, line FROM staging.incoming ORDER BY kpi, line';
  for await (const chunk of database.stream(sql)) {
    const [codes, units, periods, genders, values, lines] = [0, 1, 2, 3, 4, 5].map((index) =>
      numbersOf(chunk.getColumnVector(index)),
    );
    for (let row = 0; row < chunk.rowCount; row++) {
      const kpi = kpiOfCode(codes![row]!);
      if (draft?.kpi !== kpi) {
        finish();
        if (waiting.length >= blocksAtATime) await stage();
        draft = new KpiDraft(kpi, staging.units.length, true);
      }
      const [unit, year, gender] = [units![row]!, periods![row]!, genderOf[genders![row]!]!];
      const value = Number.isNaN(values![row]!) ? null : values![row]!;
      const line = lines![row]!;
      const firstLine = draft.put(gender, year, unit, value, '', line);
      if (firstLine !== undefined) {
        faults.add({
          fault: 'duplicateRow',
          line,
          firstLine,
          value: `${kpi},${staging.units[unit]},${year},${gender}`,
        });
        if (faults.full) throw new ImportError(faults.list);
      }
      if (value === null) nulls++;
      else numbers++;
    }
  }
  finish();
  await stage();
  return { numbers, nulls, kpis };
}
