import { type ExpressionBuilder, sql } from 'kysely';
import { type RowHistory, saveVersion, type Transaction } from '../../foundation/database/index.ts';
import { type ListState, likePattern } from '../../foundation/http/index.ts';
import { newId } from '../../foundation/ids/index.ts';
import type { CompareWith } from './choice.rules.ts';
import type { Agreement, ExperiencedBy, FigureToKeep, FrozenFigure } from './observation.rules.ts';

export interface ObservationRow extends RowHistory {
  readonly id: string;
  readonly title: string;
  readonly area: string;
  readonly department_id: string | null;
  readonly note: string;
  readonly experience: string;
  readonly experienced_by: ExperiencedBy | null;
  readonly agreement: Agreement | null;
  readonly active: boolean;
}

export interface ObservationFigureRow {
  readonly id: string;
  readonly observation_id: string;
  readonly kpi: string;
  readonly municipality: string;
  readonly year: number;
  readonly comparison: CompareWith['kind'];
  readonly frozen: FrozenFigure;
}

export interface ListedObservation extends ObservationRow {
  readonly figures: number;
  readonly changed_by_name: string | null;
}

interface Tables {
  'situation.observation': ObservationRow & { tenant_id: unknown };
  'situation.observation_figure': ObservationFigureRow & {
    tenant_id: unknown;
    created_by: unknown;
    changed_by: unknown;
  };
  'tenancy.person': { tenant_id: string; id: string; name: string };
}

export type ObservationColumns = Pick<
  ObservationRow,
  'title' | 'area' | 'department_id' | 'note' | 'experience' | 'experienced_by' | 'agreement'
>;

export type ObservationSort = 'changed' | 'title' | 'area';
export type ObservationFilter = 'area' | 'agreement' | 'visa';

const tenant = sql<never>`foundation.current_tenant()`;
const person = sql<never>`foundation.current_person()`;

export async function insertObservation(tx: Transaction, columns: ObservationColumns): Promise<string> {
  const id = newId();
  await tx
    .tables<Tables>()
    .insertInto('situation.observation')
    .values({ tenant_id: tenant, id, created_by: person, changed_by: person, ...columns } as never)
    .execute();
  return id;
}

/** A figure that already hangs on the observation is left as it was frozen first. */
export async function insertFigure(tx: Transaction, observationId: string, figure: FigureToKeep): Promise<void> {
  const { frozen, ...columns } = figure;
  await tx
    .tables<Tables>()
    .insertInto('situation.observation_figure')
    .values({
      tenant_id: tenant,
      id: newId(),
      observation_id: observationId,
      ...columns,
      frozen: JSON.stringify(frozen),
      created_by: person,
      changed_by: person,
    } as never)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export function saveObservation(
  tx: Transaction,
  id: string,
  version: number,
  columns: Partial<ObservationColumns & { active: boolean }>,
) {
  return saveVersion<ObservationRow>(tx, 'situation.observation', { id }, version, columns);
}

export function readObservation(tx: Transaction, id: string): Promise<ObservationRow | undefined> {
  return tx.tables<Tables>().selectFrom('situation.observation').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Observations with one of these ids, or with a frozen figure of one of these key figures; the archived too. */
export async function observationsWith(
  tx: Transaction,
  { ids, kpis }: { readonly ids: readonly string[]; readonly kpis: readonly string[] },
): Promise<readonly ObservationRow[]> {
  if (ids.length + kpis.length === 0) return [];
  return tx
    .tables<Tables>()
    .selectFrom('situation.observation as o')
    .selectAll('o')
    .where((where) =>
      where.or([
        where('o.id', '=', sql<string>`any(${ids})`),
        where.exists(
          where
            .selectFrom('situation.observation_figure as f')
            .select('f.id')
            .whereRef('f.observation_id', '=', 'o.id')
            .where('f.kpi', '=', sql<string>`any(${kpis})`),
        ),
      ]),
    )
    .orderBy('o.id')
    .execute();
}

export function readFigures(
  tx: Transaction,
  observationIds: readonly string[],
): Promise<readonly ObservationFigureRow[]> {
  if (observationIds.length === 0) return Promise.resolve([]);
  return tx
    .tables<Tables>()
    .selectFrom('situation.observation_figure')
    .selectAll()
    .where('observation_id', 'in', [...observationIds])
    .orderBy('id')
    .execute();
}

/** The observation that the same person has already kept from the same figure, so that keeping twice is keeping once. */
export function findKept(tx: Transaction, figure: Pick<FigureToKeep, 'kpi' | 'municipality' | 'year' | 'comparison'>) {
  return tx
    .tables<Tables>()
    .selectFrom('situation.observation_figure as f')
    .innerJoin('situation.observation as o', 'o.id', 'f.observation_id')
    .select(['o.id', 'o.title'])
    .where('o.active', '=', true)
    .where('f.kpi', '=', figure.kpi)
    .where('f.municipality', '=', figure.municipality)
    .where('f.year', '=', figure.year)
    .where('f.comparison', '=', figure.comparison)
    .executeTakeFirst();
}

export async function listObservations(
  tx: Transaction,
  state: ListState<ObservationSort, ObservationFilter>,
  pageSize: number,
): Promise<{ rows: readonly ListedObservation[]; total: number }> {
  const matching = tx
    .tables<Tables>()
    .selectFrom('situation.observation as o')
    .where((where) => matches(where, state));
  const column = { changed: 'o.changed_at', title: 'o.title', area: 'o.area' } as const;
  const direction = state.descending ? 'desc' : 'asc';
  const ordered =
    state.sort === 'changed'
      ? matching.orderBy('o.changed_at', direction)
      : matching.orderBy(sql`${sql.ref(column[state.sort])} collate "sv-x-icu"`, direction);
  const listed = ordered
    .orderBy('o.id')
    .leftJoin('tenancy.person as p', 'p.id', 'o.changed_by')
    .selectAll('o')
    .select('p.name as changed_by_name')
    .select((select) =>
      select
        .selectFrom('situation.observation_figure as f')
        .whereRef('f.observation_id', '=', 'o.id')
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('figures'),
    )
    .limit(pageSize)
    .offset((state.page - 1) * pageSize)
    .execute();
  const counted = matching.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const [rows, { total }] = await Promise.all([listed, counted]);
  return { rows: rows as unknown as readonly ListedObservation[], total };
}

function matches(
  where: ExpressionBuilder<Tables & { o: Tables['situation.observation'] }, 'o'>,
  { q, filters }: Pick<ListState<ObservationSort, ObservationFilter>, 'q' | 'filters'>,
) {
  const pattern = likePattern(q);
  return where.and([
    where('o.active', '=', filters.visa !== 'arkiverade'),
    ...(q === ''
      ? []
      : [
          where.or([
            where('o.title', 'ilike', pattern),
            where('o.note', 'ilike', pattern),
            where('o.experience', 'ilike', pattern),
          ]),
        ]),
    ...(filters.area === '' ? [] : [where('o.area', '=', filters.area)]),
    ...(filters.agreement === '' ? [] : [where('o.agreement', '=', filters.agreement as Agreement)]),
  ]);
}

export async function countObservations(tx: Transaction): Promise<number> {
  const { total } = await tx
    .tables<Tables>()
    .selectFrom('situation.observation')
    .where('active', '=', true)
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

export function searchObservations(
  tx: Transaction,
  words: string,
  limit: number,
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  return tx
    .tables<Tables>()
    .selectFrom('situation.observation as o')
    .select(['o.id', 'o.title'])
    .where((where) => matches(where, { q: words, filters: { area: '', agreement: '', visa: '' } }))
    .orderBy('o.changed_at', 'desc')
    .orderBy('o.id')
    .limit(limit)
    .execute();
}
