import type { Snapshot } from '@samband/kolada';
import { sql } from 'kysely';
import { type RowHistory, saveVersion, type Transaction } from '../../foundation/database/index.ts';
import type { SharedSituation } from './shared-page.rules.ts';

export interface ListedPage {
  readonly id: string;
  readonly title: string;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly version: number;
  readonly archiveId: string;
  readonly archiveVersion: number;
}

export interface OpenedPage {
  readonly title: string;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly content: SharedSituation;
}

export interface NewPage {
  readonly id: string;
  readonly title: string;
  readonly linkHash: string;
  readonly content: SharedSituation;
  readonly snapshot: Snapshot;
  readonly expiresAt: Date | null;
}

export async function insertPage(tx: Transaction, page: NewPage): Promise<void> {
  await sql`insert into situation.shared_page
      (tenant_id, id, kind, title, link_hash, content, snapshot, expires_at, created_by, changed_by)
    values (foundation.current_tenant(), ${page.id}, 'situation', ${page.title}, ${page.linkHash},
      ${JSON.stringify(page.content)}::jsonb, ${JSON.stringify(page.snapshot)}::jsonb, ${page.expiresAt},
      foundation.current_person(), foundation.current_person())`.execute(tx.tables<unknown>());
}

const listed = sql`s.id, s.title, s.created_at as "createdAt", p.name as "createdBy", s.expires_at as "expiresAt",
  s.revoked_at as "revokedAt", s.version, s.content #>> '{archive,id}' as "archiveId",
  (s.content #>> '{archive,version}')::int as "archiveVersion"`;
const withPerson = sql`situation.shared_page s
  left join tenancy.person p on p.tenant_id = s.tenant_id and p.id = s.created_by`;

/** The municipality's own shared pages, newest first; their contents stay in the database. */
export async function listPages(
  tx: Transaction,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly ListedPage[]; readonly total: number }> {
  const rows = await sql<ListedPage>`select ${listed} from ${withPerson}
    where s.tenant_id = foundation.current_tenant() order by s.id desc limit ${page.limit} offset ${page.offset}`.execute(
    tx.tables<unknown>(),
  );
  const count = await sql<{ total: number }>`select count(*) as total from situation.shared_page
    where tenant_id = foundation.current_tenant()`.execute(tx.tables<unknown>());
  return { rows: rows.rows, total: count.rows[0]?.total ?? 0 };
}

export async function readPage(tx: Transaction, id: string) {
  const result = await sql<ListedPage & { content: SharedSituation; snapshot: Snapshot }>`
    select ${listed}, s.content, s.snapshot from ${withPerson}
    where s.tenant_id = foundation.current_tenant() and s.id = ${id}`.execute(tx.tables<unknown>());
  return result.rows[0];
}

/** The page whose secret the transaction presents; no other row of any table is seen by it. */
export async function presentPage(tx: Transaction): Promise<OpenedPage | undefined> {
  const result = await sql<OpenedPage>`select title, expires_at as "expiresAt", revoked_at as "revokedAt", content
    from situation.shared_page where link_hash = nullif(current_setting('samband.secret_hash', true), '')`.execute(
    tx.tables<unknown>(),
  );
  return result.rows[0];
}

export function saveRevoked(tx: Transaction, id: string, version: number, revokedAt: Date | null) {
  return saveVersion<RowHistory>(tx, 'situation.shared_page', { id }, version, { revoked_at: revokedAt });
}
