import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { explain, openFile, unwritable } from './archive-file.ts';
import { Database, quoted } from './database.ts';
import { genderOf, groupFields, kpiTextFields } from './schema.ts';

export interface ExportReport {
  readonly files: readonly { readonly path: string; readonly rows: number; readonly bytes: number }[];
}

const genderText = `CASE gender ${genderOf.map((gender, code) => `WHEN ${code} THEN '${gender}'`).join(' ')} END`;
/** The catalogue as Kolada's own JSON has it, histories with their time columns last. */
const groupSql = (table: string) =>
  `SELECT id, ${groupFields}, valid_from, valid_to FROM a.${table} ORDER BY id, valid_from`;

const exports: Readonly<Record<string, string>> = {
  values: `
    SELECT k.id AS kpi, u.id AS municipality, period::INTEGER AS period, ${genderText} AS gender, value, status, fetched_at FROM (
      SELECT * FROM (
        SELECT kpi, gender, period, fetched_at, unnest(range(len(vals))) AS unit, unnest(vals) AS value, '' AS status FROM a.block)
      WHERE NOT isnan(value)
      UNION ALL
      SELECT b.kpi, b.gender, b.period, b.fetched_at, b.unit, NULL, coalesce(s.status, '') FROM (
        SELECT kpi, gender, period, fetched_at, unnest(nulls)::BIGINT AS unit FROM a.block) b
      LEFT JOIN a.missing_status s ON s.kpi = b.kpi AND s.gender = b.gender AND s.period = b.period AND s.unit = b.unit)
    JOIN a.kpi k ON k.idx = kpi JOIN a.unit u ON u.idx = unit`,
  kpi: `SELECT id, ${kpiTextFields}, valid_from, valid_to FROM a.kpi_text ORDER BY id, valid_from`,
  municipality: 'SELECT id, title, type, first_seen, last_seen FROM a.unit ORDER BY idx',
  municipality_groups: groupSql('municipality_group'),
  kpi_groups: groupSql('kpi_group'),
  revisions: `SELECT k.id AS kpi, u.id AS municipality, period::INTEGER AS period, ${genderText} AS gender, old, new, seen_at, version
    FROM a.revision r JOIN a.kpi k ON k.idx = r.kpi JOIN a.unit u ON u.idx = r.unit ORDER BY version, kpi, municipality, period`,
};

/**
 * Writes the archive as Parquet that any tool reads: `values` in long form (null where a missing figure was reported; what was never
 * reported has no row), and the catalogue, groups and revisions. A file is put in place when it is whole. Throws ArchiveError `unwritable`
 * with the file that could not be written, and the system's own error where the folder cannot be made.
 */
export async function exportArchive(path: string, options: { readonly parquetDir: string }): Promise<ExportReport> {
  const folder = resolve(options.parquetDir);
  const { database: check } = await openFile(path);
  check.close();
  await makeFolders(folder);
  const database = await Database.open(':memory:', {
    threads: '2',
    memory_limit: '400MB',
    temp_directory: join(folder, '.tmp'),
    preserve_insertion_order: 'false',
  });
  const files: { path: string; rows: number; bytes: number }[] = [];
  try {
    await database.run(`ATTACH ${quoted(resolve(path))} AS a (READ_ONLY)`);
    for (const [name, sql] of Object.entries(exports)) {
      const file = join(folder, `${name}.parquet`);
      await database
        .run(`COPY (${sql}) TO ${quoted(`${file}.part`)} (FORMAT parquet, COMPRESSION zstd)`)
        .catch(async (error: unknown) => {
          // A folder of that name is not ours to remove.
          await rm(`${file}.part`, { force: true }).catch(() => undefined);
          throw unwritable(file, error) ?? explain(path, error);
        });
      await rename(`${file}.part`, file);
      const counted = await database.one<{ n: number }>(
        `SELECT count(*)::DOUBLE AS n FROM read_parquet(${quoted(file)})`,
      );
      files.push({ path: file, rows: counted?.n ?? 0, bytes: (await stat(file)).size });
    }
    return { files };
  } finally {
    database.close();
    await rm(join(folder, '.tmp'), { force: true, recursive: true });
  }
}

/** As `mkdir -p`, which in Node never ends where the system refuses a folder as if it were missing (`/proc/x`). */
async function makeFolders(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return;
    const parent = dirname(folder);
    const parentIsThere = await stat(parent).then(
      () => true,
      () => false,
    );
    if (code !== 'ENOENT' || parentIsThere) throw error;
    await makeFolders(parent);
    await mkdir(folder);
  }
}
