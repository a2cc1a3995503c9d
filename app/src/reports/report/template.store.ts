import { sql } from 'kysely';
import type { Transaction } from '../../foundation/database/index.ts';

export interface WordTemplate {
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly active: boolean;
  readonly version: number;
  readonly changedAt: Date;
}

const own = sql`tenant_id = foundation.current_tenant()`;

export async function readTemplate(tx: Transaction): Promise<WordTemplate | undefined> {
  const { rows } =
    await sql<WordTemplate>`select file_name as "fileName", sha256, bytes::int as bytes, active, version, changed_at as "changedAt"
    from reports.word_template where ${own}`.execute(tx.tables<unknown>());
  return rows[0];
}

/** Saves what the person saw at `version`, 0 when there was none; false when somebody else was quicker. */
export async function saveTemplate(
  tx: Transaction,
  template: Pick<WordTemplate, 'fileName' | 'sha256' | 'bytes' | 'active'>,
  version: number,
): Promise<boolean> {
  const { fileName, sha256, bytes, active } = template;
  const saved =
    version === 0
      ? await sql`insert into reports.word_template (tenant_id, file_name, sha256, bytes, active, created_by, changed_by)
          values (foundation.current_tenant(), ${fileName}, ${sha256}, ${bytes}, ${active}, foundation.current_person(), foundation.current_person())
          on conflict do nothing returning version`.execute(tx.tables<unknown>())
      : await sql`update reports.word_template set file_name = ${fileName}, sha256 = ${sha256}, bytes = ${bytes}, active = ${active},
            version = version + 1, changed_at = now(), changed_by = foundation.current_person()
          where ${own} and version = ${version} returning version`.execute(tx.tables<unknown>());
  return saved.rows.length > 0;
}

/** Of these contents those that are the template; one that is put aside can be taken up again, so it counts too. */
export async function templatesInUse(tx: Transaction, sha256s: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ sha256: string }>`select sha256 from reports.word_template
    where ${own} and sha256 = any(${sha256s})`.execute(tx.tables<unknown>());
  return new Set(rows.map(({ sha256 }) => sha256));
}
