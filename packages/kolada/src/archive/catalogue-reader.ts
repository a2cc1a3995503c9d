import type { Gender, Kpi, Municipality } from '../model.ts';
import type { ArchiveGroup, ArchiveKpi, FigureRevision, KpiGroup, MissingFigure, RevisionQuery } from './archive.ts';
import type { OpenFile } from './archive-file.ts';
import { quoted } from './database.ts';
import { readGroupTitle } from './group-title.ts';
import { genderCode, genderOf, kpiTextFields } from './schema.ts';

interface KpiTextRow {
  id: string;
  title: string;
  description: string;
  is_divided_by_gender: boolean;
  municipality_type: Kpi['municipalityType'];
  auspice: string | null;
  operating_area: string;
  perspective: string | null;
  prel_publication_date: string | null;
  publication_date: string | null;
  publ_period: string | null;
  has_ou_data: boolean;
}

export async function readKpis({ database }: OpenFile, ids?: readonly string[]): Promise<readonly ArchiveKpi[]> {
  if (ids?.length === 0) return [];
  const wanted = ids === undefined ? 'id IS NOT NULL' : `id IN (${ids.map(quoted).join(',')})`;
  const rows = await database.list<
    KpiTextRow & {
      first_seen: string;
      last_seen: string;
      vanished: boolean;
      first: number | null;
      last: number | null;
      n: number;
    }
  >(`
    SELECT k.id, k.first_seen, k.last_seen, latest.id IS NULL OR latest.valid_to IS NOT NULL AS vanished,
      ${kpiTextFields}, k.first_year AS first, k.last_year AS last, k.n
    FROM kpi k LEFT JOIN (
      SELECT t.* FROM kpi_text t JOIN (
        SELECT id, max(valid_from) AS valid_from FROM kpi_text WHERE ${wanted} GROUP BY id) newest
        ON newest.id = t.id AND newest.valid_from = t.valid_from) latest ON latest.id = k.id
    WHERE k.${wanted} ORDER BY k.idx`);
  return rows.map((row) => ({
    ...kpiOf(row),
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    vanished: row.vanished,
    ...(row.first === null ? {} : { firstYear: row.first }),
    ...(row.last === null ? {} : { lastYear: row.last }),
    valueCount: row.n,
  }));
}

export async function readKpiHistory({ database }: OpenFile, id: string) {
  const rows = await database.all<KpiTextRow & { valid_from: string; valid_to: string | null }>(
    `SELECT id, ${kpiTextFields}, valid_from, valid_to FROM kpi_text WHERE id = $1 ORDER BY valid_from`,
    [id],
  );
  return rows.map((row) => ({ ...kpiOf(row), validFrom: row.valid_from, validTo: row.valid_to }));
}

/** A KPI that came with figures only, before any catalogue, has its id for a title. */
function kpiOf(row: KpiTextRow): Kpi {
  return {
    id: row.id,
    title: row.title ?? row.id,
    description: row.description ?? '',
    isDividedByGender: row.is_divided_by_gender ?? false,
    municipalityType: row.municipality_type ?? 'A',
    auspice: row.auspice,
    operatingArea: row.operating_area ?? '',
    perspective: row.perspective,
    prelPublicationDate: row.prel_publication_date,
    publicationDate: row.publication_date,
    publPeriod: row.publ_period,
    hasOuData: row.has_ou_data ?? false,
  };
}

export async function readKpiNumbers({ database }: OpenFile): Promise<ReadonlyMap<string, number>> {
  const rows = await database.list<{ idx: number; id: string }>('SELECT idx, id FROM kpi ORDER BY idx');
  return new Map(rows.map(({ idx, id }) => [id, idx]));
}

export function readUnits({ database }: OpenFile): Promise<readonly Municipality[]> {
  return database.list<Municipality>('SELECT id, title, type FROM unit ORDER BY idx');
}

interface GroupRow {
  id: string;
  title: string;
  members: readonly string[];
  member_titles: readonly string[];
  valid_from: string;
  valid_to: string | null;
}

export async function readGroups(file: OpenFile, date?: string): Promise<readonly ArchiveGroup[]> {
  const rows = await groupRows(file, 'municipality_group', date);
  return rows.map((row) => ({ ...groupOf(row), ...readGroupTitle(row.title) }));
}

export async function readKpiGroups(file: OpenFile, date?: string): Promise<readonly KpiGroup[]> {
  return (await groupRows(file, 'kpi_group', date)).map(groupOf);
}

function groupRows({ database }: OpenFile, table: string, date?: string): Promise<GroupRow[]> {
  // A bare day is compared with its end, so that what came during the day is in it.
  const at = date !== undefined && date.length === 10 ? `${date}T23:59:59.999Z` : date;
  const when =
    at === undefined
      ? 'valid_to IS NULL'
      : `valid_from <= ${quoted(at)} AND (valid_to IS NULL OR valid_to > ${quoted(at)})`;
  return database.list<GroupRow>(
    `SELECT id, title, members, member_titles, valid_from, valid_to
     FROM ${table} WHERE ${when} ORDER BY id`,
  );
}

function groupOf(row: GroupRow): KpiGroup {
  const [ids, titles] = [row.members, row.member_titles];
  return {
    id: row.id,
    title: row.title,
    members: ids.map((id, index) => ({ id, title: titles[index] ?? id })),
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

export async function readMissing(
  { database }: OpenFile,
  kpi: string,
  gender: Gender,
): Promise<readonly MissingFigure[]> {
  return database.all<MissingFigure>(
    `WITH reported AS (
       SELECT block.kpi, block.gender, block.period, unnest(nulls)::SMALLINT AS unit
       FROM block JOIN kpi ON kpi.idx = block.kpi WHERE kpi.id = $1 AND gender = ${genderCode[gender]})
     SELECT unit.id AS unit, reported.period::INTEGER AS year, coalesce(s.status, '') AS status
     FROM reported JOIN unit ON unit.idx = reported.unit
     LEFT JOIN missing_status s ON s.kpi = reported.kpi AND s.gender = reported.gender AND s.period = reported.period AND s.unit = reported.unit
     ORDER BY year, unit.idx`,
    [kpi],
  );
}

export async function readFetchTimes({ database }: OpenFile, kpis: readonly string[]): Promise<Map<string, string>> {
  if (kpis.length === 0) return new Map();
  const rows = await database.all<{ id: string; latest: string }>(
    `SELECT kpi.id, max(fetched_at) AS latest FROM fetch_log f JOIN kpi ON kpi.idx = f.kpi
     WHERE kpi.id IN (${kpis.map(quoted).join(',')}) GROUP BY kpi.id`,
  );
  return new Map(rows.map(({ id, latest }) => [id, latest]));
}

export async function readRevisions({ database }: OpenFile, query: RevisionQuery): Promise<readonly FigureRevision[]> {
  const conditions = ['true'];
  if (query.since !== undefined) conditions.push(`seen_at >= ${quoted(query.since)}`);
  if (query.sinceVersion !== undefined) conditions.push(`version > ${Math.trunc(query.sinceVersion)}`);
  if (query.kpis)
    conditions.push(query.kpis.length === 0 ? 'false' : `kpi.id IN (${query.kpis.map(quoted).join(',')})`);
  const rows = await database.all<Omit<FigureRevision, 'gender'> & { gender: number }>(
    `SELECT kpi.id AS kpi, unit.id AS unit, period::INTEGER AS year, gender::INTEGER AS gender, old, new, seen_at AS seenAt, version
     FROM revision JOIN kpi ON kpi.idx = revision.kpi JOIN unit ON unit.idx = revision.unit
     WHERE ${conditions.join(' AND ')} ORDER BY version, kpi.idx, period, gender, unit.idx`,
  );
  return rows.map((row) => ({ ...row, gender: genderOf[row.gender]! }));
}
