import type { Gender } from '../model.ts';

/** Raised when an older program could no longer read what a newer one writes. */
export const formatVersion = 1;

/** Genders as they are stored; the order sorts totals first in the file, since nearly all reading is of totals. */
export const genderCode: Readonly<Record<Gender, number>> = { T: 0, K: 1, M: 2 };
export const genderOf: readonly Gender[] = ['T', 'K', 'M'];

/** Small enough that one KPI is read without its neighbours, large enough to compress; also what lets several threads read. */
export const rowGroupSize = 4096;

const kpiColumns = `title VARCHAR, description VARCHAR, is_divided_by_gender BOOLEAN, municipality_type VARCHAR, auspice VARCHAR,
  operating_area VARCHAR, perspective VARCHAR, prel_publication_date VARCHAR, publication_date VARCHAR, publ_period VARCHAR,
  has_ou_data BOOLEAN`;
const groupColumns = 'title VARCHAR, members VARCHAR[], member_titles VARCHAR[]';

/**
 * One row of `block` is one KPI, gender and year over all units: `vals[i + 1]` is the unit with `idx = i`, NaN where there is no
 * number, and a shorter list than units ends in missing ones. `nulls` are the units reported without a number, so that "reported
 * as missing" and "not reported at all" stay apart. Times are ISO texts: they sort, and people can read them.
 */
export const archiveTables: readonly string[] = [
  'meta (key VARCHAR, value VARCHAR)',
  'unit (idx SMALLINT, id VARCHAR, title VARCHAR, type VARCHAR, first_seen VARCHAR, last_seen VARCHAR)',
  'kpi (idx INTEGER, id VARCHAR, first_seen VARCHAR, last_seen VARCHAR, first_year SMALLINT, last_year SMALLINT, n INTEGER)',
  `kpi_text (id VARCHAR, ${kpiColumns}, valid_from VARCHAR, valid_to VARCHAR)`,
  `municipality_group (id VARCHAR, ${groupColumns}, valid_from VARCHAR, valid_to VARCHAR)`,
  `kpi_group (id VARCHAR, ${groupColumns}, valid_from VARCHAR, valid_to VARCHAR)`,
  `block (gender TINYINT, kpi INTEGER, period SMALLINT, n SMALLINT, fetched_at VARCHAR, nulls USMALLINT[], vals DOUBLE[])`,
  'missing_status (gender TINYINT, kpi INTEGER, period SMALLINT, unit SMALLINT, status VARCHAR)',
  `revision (kpi INTEGER, unit SMALLINT, period SMALLINT, gender TINYINT, old DOUBLE, new DOUBLE, seen_at VARCHAR, version INTEGER)`,
  'fetch_log (kpi INTEGER, version INTEGER, source VARCHAR, from_date VARCHAR, years SMALLINT[], genders TINYINT[], fetched_at VARCHAR)',
];

/** What an import or a sync gathers before it is merged; `kpi` is the id, `unit` the index in the staging area's own unit list. */
export const stagingTables: readonly string[] = [
  'part (name VARCHAR, staged_at VARCHAR)',
  'unit (idx SMALLINT, id VARCHAR, title VARCHAR, type VARCHAR)',
  `kpi_text (id VARCHAR, ${kpiColumns})`,
  `municipality_group (id VARCHAR, ${groupColumns})`,
  `kpi_group (id VARCHAR, ${groupColumns})`,
  'draft (kpi VARCHAR, gender TINYINT, period SMALLINT, fetched_at VARCHAR, nulls USMALLINT[], vals DOUBLE[])',
  'draft_status (kpi VARCHAR, gender TINYINT, period SMALLINT, unit SMALLINT, status VARCHAR)',
  'draft_fetch (kpi VARCHAR, source VARCHAR, from_date VARCHAR, years SMALLINT[], genders TINYINT[], fetched_at VARCHAR)',
  'journal (key VARCHAR, value VARCHAR)',
];

export const kpiTextFields =
  'title, description, is_divided_by_gender, municipality_type, auspice, operating_area, perspective, prel_publication_date, publication_date, publ_period, has_ou_data';
export const groupFields = 'title, members, member_titles';
