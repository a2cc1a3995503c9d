import { open, stat } from 'node:fs/promises';
import { Database } from './database.ts';
import { ArchiveError } from './errors.ts';
import { formatVersion } from './schema.ts';

export interface ArchiveInfo {
  readonly formatVersion: number;
  /** One more for every publication. */
  readonly version: number;
  readonly publishedAt: string;
  /** The latest fetch of any figure; empty before the first. */
  readonly fetchedAt: string;
  readonly kpis: number;
  /** Numbers, all genders together; missing ones are not counted. */
  readonly values: number;
  /** Reported without a number. */
  readonly nulls: number;
  /** Null before the first figure. */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly exampleData: boolean;
  readonly id: string;
}

export interface OpenFile {
  readonly database: Database;
  readonly info: ArchiveInfo;
  /** Which file on disk this is: a publication puts another one under the same name. */
  readonly identity: string;
}

export async function identityOf(path: string): Promise<string> {
  const { dev, ino, mtimeNs, size } = await stat(path, { bigint: true }).catch((cause: unknown) => {
    throw new ArchiveError('missing', path, `there is no archive at ${path}`, cause);
  });
  return `${dev}:${ino}:${mtimeNs}:${size}`;
}

/** What DuckDB may keep of the file between questions; more is faster in nothing, since the system keeps the file in its own memory too. */
const readersMemory = '128MB';

/** Opens for reading only, and says in one word what is wrong with a file that cannot be read. */
export async function openFile(path: string): Promise<OpenFile> {
  for (;;) {
    const identity = await identityOf(path);
    await checkMagic(path);
    const database = await Database.open(path, {
      access_mode: 'READ_ONLY',
      threads: '2',
      memory_limit: readersMemory,
    }).catch((cause: unknown) => {
      throw explain(path, cause);
    });
    try {
      const info = await readInfo(database, path);
      // A publication between the two looks would pair the new file's identity with the old one's content.
      if ((await identityOf(path)) === identity) return { database, info, identity };
      database.close();
    } catch (error) {
      database.close();
      throw error instanceof ArchiveError ? error : explain(path, error);
    }
  }
}

async function readInfo(database: Database, path: string): Promise<ArchiveInfo> {
  const tables = await database.all<{ name: string }>(
    "SELECT table_name AS name FROM duckdb_tables() WHERE table_name IN ('meta', 'block')",
  );
  if (tables.length < 2) throw notAnArchive(path);
  const rows = await database.all<{ key: string; value: string }>('SELECT key, value FROM meta');
  const meta = new Map(rows.map(({ key, value }) => [key, value]));
  const format = Number(meta.get('format'));
  if (!Number.isInteger(format)) throw notAnArchive(path);
  if (format > formatVersion) {
    throw new ArchiveError(
      'newerFormat',
      path,
      `${path} has format ${format} and this program reads up to ${formatVersion}; use a newer version of the program`,
    );
  }
  await checkLength(database, path);
  const year = (key: string) => (meta.get(key) ? Number(meta.get(key)) : null);
  return {
    formatVersion: format,
    version: Number(meta.get('version')),
    publishedAt: meta.get('published_at') ?? '',
    fetchedAt: meta.get('fetched_at') ?? '',
    kpis: Number(meta.get('kpis')),
    values: Number(meta.get('values')),
    nulls: Number(meta.get('nulls')),
    firstYear: year('first_year'),
    lastYear: year('last_year'),
    exampleData: meta.get('example_data') === 'true',
    id: meta.get('id') ?? '',
  };
}

/** A file cut short opens well and fails at some later figure; its own count of blocks tells at once. */
async function checkLength(database: Database, path: string): Promise<void> {
  const size = await database.one<{ block: number; total: number }>(
    'SELECT block_size::DOUBLE AS block, total_blocks::DOUBLE AS total FROM pragma_database_size()',
  );
  const headers = 3 * 4096;
  const { size: actual } = await stat(path);
  if (size && actual < headers + size.block * size.total) {
    throw new ArchiveError(
      'damaged',
      path,
      `${path} is cut short (${actual} of ${headers + size.block * size.total} bytes); restore it from a backup or fetch anew`,
    );
  }
}

/** DuckDB's files carry `DUCK` after an eight-byte checksum. */
async function checkMagic(path: string): Promise<void> {
  const handle = await open(path, 'r').catch((cause: unknown) => {
    throw new ArchiveError('damaged', path, `${path} cannot be read: ${String(cause)}`, cause);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(12), 0, 12, 0);
    if (bytesRead < 12 || buffer.toString('latin1', 8, 12) !== 'DUCK') throw notAnArchive(path);
  } catch (error) {
    throw error instanceof ArchiveError ? error : notAnArchive(path, error);
  } finally {
    await handle.close();
  }
}

function notAnArchive(path: string, cause?: unknown): ArchiveError {
  return new ArchiveError('notAnArchive', path, `${path} is not a Kolada archive`, cause);
}

/** The disk is full, or the place may not be written. `path` is what was to be written; undefined when that is not what is wrong. */
export function unwritable(path: string, cause: unknown): ArchiveError | undefined {
  const text = cause instanceof Error ? cause.message : String(cause);
  if (!/no space left|could not write|disk quota|read-only file system|permission denied|cannot open file/i.test(text))
    return undefined;
  return new ArchiveError('unwritable', path, `cannot write ${path}: ${text.split('\n')[0]}`, cause);
}

export function explain(path: string, cause: unknown): Error {
  const text = cause instanceof Error ? cause.message : String(cause);
  if (/lock on file/i.test(text)) {
    return new ArchiveError('locked', path, `${path} is open for writing in another program; close it there`, cause);
  }
  if (/newer version|storage version|version number/i.test(text)) {
    return new ArchiveError(
      'newerFormat',
      path,
      `${path} was written by a newer version; use a newer version of the program`,
      cause,
    );
  }
  // A fault in a question is ours, not the file's.
  if (/Parser Error|Binder Error|Catalog Error|Invalid Input|out of memory/i.test(text) && cause instanceof Error)
    return cause;
  return new ArchiveError(
    'damaged',
    path,
    `${path} is damaged (${text.split('\n')[0]}); restore it from a backup or fetch anew`,
    cause,
  );
}
