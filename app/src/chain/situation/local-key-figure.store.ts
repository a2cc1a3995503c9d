import { sql } from 'kysely';
import { type RowHistory, saveVersion, type Transaction } from '../../foundation/database/index.ts';
import { type ListState, likePattern } from '../../foundation/http/index.ts';
import { newId } from '../../foundation/ids/index.ts';
import type { LocalGender, LocalPerspective, LocalValue } from './local-key-figure.rules.ts';

export interface LocalKeyFigureRow extends RowHistory {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly definition: string;
  readonly unit: string;
  readonly area: string;
  readonly perspective: LocalPerspective;
  readonly direction: 'low' | 'high' | null;
  readonly source: string;
  readonly divided_by_gender: boolean;
  readonly active: boolean;
}

export interface ListedLocalKeyFigure extends LocalKeyFigureRow {
  /** The whole municipality's latest, total. */
  readonly latest_year: number | null;
  readonly latest_value: number | null;
  readonly units: number;
}

export type LocalColumns = Pick<
  LocalKeyFigureRow,
  'title' | 'definition' | 'unit' | 'area' | 'perspective' | 'direction' | 'source' | 'divided_by_gender'
>;
export type LocalSort = 'title' | 'code' | 'area' | 'changed';
export type LocalFilter = 'area' | 'perspektiv' | 'visa';
export type LocalListState = ListState<LocalSort, LocalFilter>;

/**
 * One at a time through what only holds for the municipality as a whole: the next code, a title that no other has, and values,
 * so that nobody's are overwritten unseen.
 */
export async function lockLocalKeyFigures(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('situation.local_key_figure/' || foundation.current_tenant(), 0))`.execute(
    tx.tables<unknown>(),
  );
}

export async function nextNumber(tx: Transaction): Promise<number> {
  const result = await sql<{ next: number }>`select coalesce(max(substr(code, 2)::int), 0) + 1 as next
    from situation.local_key_figure where tenant_id = foundation.current_tenant()`.execute(tx.tables<unknown>());
  return result.rows[0]?.next ?? 1;
}

export async function idOfTitle(tx: Transaction, title: string): Promise<string | undefined> {
  const result = await sql<{ id: string }>`select id from situation.local_key_figure
    where tenant_id = foundation.current_tenant() and lower(title) = lower(${title})`.execute(tx.tables<unknown>());
  return result.rows[0]?.id;
}

export async function insertLocalKeyFigure(tx: Transaction, code: string, columns: LocalColumns): Promise<string> {
  const id = newId();
  const names = Object.keys(columns).map((name) => sql.ref(name));
  await sql`insert into situation.local_key_figure (tenant_id, id, code, created_by, changed_by, ${sql.join(names)})
    values (foundation.current_tenant(), ${id}, ${code}, foundation.current_person(), foundation.current_person(),
      ${sql.join(Object.values(columns))})`.execute(tx.tables<unknown>());
  return id;
}

export function saveLocalKeyFigure(
  tx: Transaction,
  id: string,
  version: number,
  columns: Partial<LocalColumns & { active: boolean }>,
) {
  return saveVersion<LocalKeyFigureRow>(tx, 'situation.local_key_figure', { id }, version, columns);
}

export async function readLocalKeyFigure(tx: Transaction, id: string): Promise<LocalKeyFigureRow | undefined> {
  const result = await sql<LocalKeyFigureRow>`select * from situation.local_key_figure
    where tenant_id = foundation.current_tenant() and id = ${id}`.execute(tx.tables<unknown>());
  return result.rows[0];
}

export async function allLocalKeyFigures(tx: Transaction): Promise<readonly LocalKeyFigureRow[]> {
  const result = await sql<LocalKeyFigureRow>`select * from situation.local_key_figure
    where tenant_id = foundation.current_tenant() order by code`.execute(tx.tables<unknown>());
  return result.rows;
}

export async function listLocalKeyFigures(
  tx: Transaction,
  state: LocalListState,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly ListedLocalKeyFigure[]; readonly total: number }> {
  const { q, filters } = state;
  const pattern = likePattern(q);
  const matches = sql.join(
    [
      sql`k.tenant_id = foundation.current_tenant()`,
      sql`k.active = ${filters.visa !== 'arkiverade'}`,
      ...(q === ''
        ? []
        : [sql`(k.title ilike ${pattern} or k.definition ilike ${pattern} or k.code ilike ${pattern})`]),
      ...(filters.area === '' ? [] : [sql`k.area = ${filters.area}`]),
      ...(filters.perspektiv === '' ? [] : [sql`k.perspective = ${filters.perspektiv}`]),
    ],
    sql` and `,
  );
  const order = {
    title: sql`foundation.swedish_order(k.title) collate "C"`,
    code: sql`k.code`,
    area: sql`k.area`,
    changed: sql`k.changed_at`,
  }[state.sort];
  const rows = await sql<ListedLocalKeyFigure>`
    select k.*, latest.year as latest_year, latest.value as latest_value,
      (select count(distinct v.unit_id) from situation.local_value v
        where v.tenant_id = k.tenant_id and v.key_figure_id = k.id) as units
    from situation.local_key_figure k
    left join lateral (
      select v.year, v.value from situation.local_value v
      where v.tenant_id = k.tenant_id and v.key_figure_id = k.id and v.unit_id is null and v.gender = 'T'
        and v.value is not null
      order by v.year desc limit 1) latest on true
    where ${matches} order by ${order} ${state.descending ? sql`desc` : sql`asc`}, k.id
    limit ${page.limit} offset ${page.offset}`.execute(tx.tables<unknown>());
  const count = await sql<{ total: number }>`select count(*) as total from situation.local_key_figure k
    where ${matches}`.execute(tx.tables<unknown>());
  return { rows: rows.rows, total: count.rows[0]?.total ?? 0 };
}

export type StoredValue = LocalValue & { readonly keyFigureId: string };

/** All values of these key figures, in order of year. */
export async function readValues(tx: Transaction, ids: readonly string[]): Promise<readonly StoredValue[]> {
  const result = await sql<StoredValue>`select key_figure_id as "keyFigureId", unit_id as "unitId", year, gender, value,
      missing_reason as "missingReason"
    from situation.local_value
    where tenant_id = foundation.current_tenant() and key_figure_id = any(${ids}) order by year, gender, id`.execute(
    tx.tables<unknown>(),
  );
  return result.rows;
}

const nowhere = '00000000-0000-0000-0000-000000000000';

/** Adds and changes values in one statement; a value that stands already is left alone. */
export async function saveValues(tx: Transaction, values: readonly StoredValue[]): Promise<void> {
  if (values.length === 0) return;
  const rows = values.map((value) => ({
    id: newId(),
    key_figure_id: value.keyFigureId,
    unit_id: value.unitId,
    year: value.year,
    gender: value.gender,
    value: value.value,
    missing_reason: value.missingReason,
  }));
  await sql`insert into situation.local_value as kept
      (tenant_id, id, key_figure_id, unit_id, year, gender, value, missing_reason, created_by, changed_by)
    select foundation.current_tenant(), id, key_figure_id, unit_id, year, gender, value, missing_reason,
      foundation.current_person(), foundation.current_person()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, key_figure_id uuid, unit_id uuid, year integer,
      gender text, value double precision, missing_reason text)
    on conflict (tenant_id, key_figure_id, (coalesce(unit_id, '00000000-0000-0000-0000-000000000000')), year, gender)
    do update set value = excluded.value, missing_reason = excluded.missing_reason, version = kept.version + 1,
      changed_at = now(), changed_by = foundation.current_person()
    where (kept.value, kept.missing_reason) is distinct from (excluded.value, excluded.missing_reason)`.execute(
    tx.tables<unknown>(),
  );
}

export async function deleteValues(
  tx: Transaction,
  places: readonly {
    readonly keyFigureId: string;
    readonly unitId: string | null;
    readonly year: number;
    readonly gender: LocalGender;
  }[],
): Promise<void> {
  if (places.length === 0) return;
  const rows = places.map(({ keyFigureId, unitId, year, gender }) => ({
    key_figure_id: keyFigureId,
    unit_id: unitId ?? nowhere,
    year,
    gender,
  }));
  await sql`delete from situation.local_value kept
    using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as gone(key_figure_id uuid, unit_id uuid, year integer, gender text)
    where kept.tenant_id = foundation.current_tenant() and kept.key_figure_id = gone.key_figure_id
      and coalesce(kept.unit_id, ${nowhere}) = gone.unit_id and kept.year = gone.year and kept.gender = gone.gender`.execute(
    tx.tables<unknown>(),
  );
}

export interface UnitInOrganisation {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly departmentId: string;
  readonly active: boolean;
}

export async function allUnits(tx: Transaction): Promise<readonly UnitInOrganisation[]> {
  const result = await sql<UnitInOrganisation>`select id, name, parent_id as "parentId",
      department_id as "departmentId", active
    from tenancy.unit where tenant_id = foundation.current_tenant()
    order by foundation.swedish_order(name) collate "C", id`.execute(tx.tables<unknown>());
  return result.rows;
}

export interface ValueDraft {
  readonly id: string;
  readonly fileName: string;
  readonly content: Uint8Array;
}

export async function insertValueDraft(tx: Transaction, { id, fileName, content }: ValueDraft): Promise<void> {
  // Files that nobody said yes to are not kept.
  await sql`delete from situation.local_value_draft
    where tenant_id = foundation.current_tenant() and created_at < now() - interval '1 day'`.execute(
    tx.tables<unknown>(),
  );
  await sql`insert into situation.local_value_draft (tenant_id, id, file_name, content, created_by, changed_by)
    values (foundation.current_tenant(), ${id}, ${fileName}, ${Buffer.from(content)}, foundation.current_person(),
      foundation.current_person())`.execute(tx.tables<unknown>());
}

/** Only to the one who uploaded it. */
export async function readValueDraft(tx: Transaction, id: string): Promise<ValueDraft | undefined> {
  const result = await sql<ValueDraft>`select id, file_name as "fileName", content from situation.local_value_draft
    where tenant_id = foundation.current_tenant() and id = ${id} and created_by = foundation.current_person()`.execute(
    tx.tables<unknown>(),
  );
  return result.rows[0];
}

export async function deleteValueDraft(tx: Transaction, id: string): Promise<void> {
  await sql`delete from situation.local_value_draft where tenant_id = foundation.current_tenant() and id = ${id}`.execute(
    tx.tables<unknown>(),
  );
}
