import type { DocumentModel } from '@samband/documents';
import { sql } from 'kysely';
import type { Transaction } from '../../foundation/database/index.ts';
import { type ListState, likePattern } from '../../foundation/http/index.ts';
import { newId } from '../../foundation/ids/index.ts';
import { fromKept, keptText } from './kept.rules.ts';
import type { ReportKind } from './report.rules.ts';

export interface Edition {
  readonly id: string;
  readonly reportId: string;
  readonly number: number;
  readonly title: string;
  readonly kind: ReportKind;
  /** As 2026-03-02. */
  readonly adoptedOn: string;
  readonly body: string;
  readonly createdBy: string | null;
}

export type EditionSort = 'adopted' | 'title' | 'kind' | 'body';
export type EditionFilter = 'slag';

const own = sql`tenant_id = foundation.current_tenant()`;
const columns = sql`id, report_id as "reportId", number, title, kind, adopted_on as "adoptedOn", body, created_by as "createdBy"`;

export async function insertEdition(
  tx: Transaction,
  edition: Pick<Edition, 'reportId' | 'number' | 'title' | 'kind' | 'adoptedOn' | 'body'> & {
    readonly document: DocumentModel;
  },
): Promise<string> {
  const id = newId();
  const { reportId, number, title, kind, adoptedOn, body, document } = edition;
  await sql`insert into reports.edition (tenant_id, id, report_id, number, title, kind, adopted_on, body, document, created_by, changed_by)
    values (foundation.current_tenant(), ${id}, ${reportId}, ${number}, ${title}, ${kind}, ${adoptedOn}, ${body}, ${keptText(document)}::jsonb,
      foundation.current_person(), foundation.current_person())`.execute(tx.tables<unknown>());
  return id;
}

/** Newest first. */
export async function editionsOf(tx: Transaction, report: string): Promise<readonly Edition[]> {
  const { rows } = await sql<Edition>`select ${columns} from reports.edition
    where ${own} and report_id = ${report} order by number desc`.execute(tx.tables<unknown>());
  return rows;
}

export async function readEdition(
  tx: Transaction,
  id: string,
): Promise<{ readonly edition: Edition; readonly document: DocumentModel; readonly latest: number } | undefined> {
  const { rows } = await sql<Edition & { document: DocumentModel; latest: number }>`select ${columns}, document,
      (select max(number) from reports.edition other where other.tenant_id = e.tenant_id and other.report_id = e.report_id) as latest
    from reports.edition e where ${own} and id = ${id}`.execute(tx.tables<unknown>());
  const found = rows[0];
  if (found === undefined) return undefined;
  const { document, latest, ...edition } = found;
  return { edition, document: fromKept(document), latest };
}

const orderColumns: Readonly<Record<EditionSort, string>> = {
  adopted: 'adopted_on',
  title: 'title',
  kind: 'kind',
  body: 'body',
};

export async function listEditions(
  tx: Transaction,
  state: ListState<EditionSort, EditionFilter>,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly Edition[]; readonly total: number }> {
  const conditions = [
    own,
    ...(state.q === '' ? [] : [sql`title ilike ${likePattern(state.q)}`]),
    ...(state.filters.slag === '' ? [] : [sql`kind = ${state.filters.slag}`]),
  ];
  const where = sql.join(conditions, sql` and `);
  const direction = state.descending ? sql`desc` : sql`asc`;
  const { rows } = await sql<Edition>`select ${columns} from reports.edition where ${where}
    order by ${sql.ref(orderColumns[state.sort])} ${direction}, id ${direction} limit ${page.limit} offset ${page.offset}`.execute(
    tx.tables<unknown>(),
  );
  const counted = await sql<{ total: number }>`select count(*) as total from reports.edition where ${where}`.execute(
    tx.tables<unknown>(),
  );
  return { rows, total: Number(counted.rows[0]?.total ?? 0) };
}

export async function searchEditions(tx: Transaction, words: string, limit: number): Promise<readonly Edition[]> {
  const { rows } = await sql<Edition>`select ${columns} from reports.edition
    where ${own} and title ilike ${likePattern(words)} order by adopted_on desc, id desc limit ${limit}`.execute(
    tx.tables<unknown>(),
  );
  return rows;
}
