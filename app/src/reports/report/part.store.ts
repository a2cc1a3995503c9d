import { sql } from 'kysely';
import { type Saved, saveVersion, type Transaction } from '../../foundation/database/index.ts';
import type { PartContent } from '../part/index.ts';
import type { KeptPart } from './arrange.rules.ts';
import { fromKept } from './kept.rules.ts';

const own = sql`tenant_id = foundation.current_tenant()`;
const columns = sql`id, kind, subject, parent, place, appendix, chosen, present, heading, text_before as "textBefore",
  text_after as "textAfter", material, taken_on as "takenOn", version`;

export async function partsOf(tx: Transaction, report: string): Promise<readonly KeptPart[]> {
  const { rows } = await sql<KeptPart>`select ${columns} from reports.part
    where ${own} and report_id = ${report} order by place, id`.execute(tx.tables<unknown>());
  return rows;
}

/** Those who arrange the same report take turns. */
export async function lockReport(
  tx: Transaction,
  id: string,
): Promise<{ readonly state: 'draft' | 'adopted'; readonly version: number } | undefined> {
  const { rows } = await sql<{
    state: 'draft' | 'adopted';
    version: number;
  }>`select state, version from reports.report where ${own} and id = ${id} and active for update`.execute(
    tx.tables<unknown>(),
  );
  return rows[0];
}

/** Content that is kept already is not kept again. */
export async function keepMaterial(tx: Transaction, hash: string, content: PartContent): Promise<void> {
  await sql`insert into reports.material (tenant_id, hash, content, created_by, changed_by)
    values (foundation.current_tenant(), ${hash}, ${JSON.stringify(content)}::jsonb, foundation.current_person(), foundation.current_person())
    on conflict do nothing`.execute(tx.tables<unknown>());
}

export async function readMaterials(
  tx: Transaction,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, PartContent>> {
  if (hashes.length === 0) return new Map();
  const { rows } = await sql<{ hash: string; content: PartContent }>`select hash, content from reports.material
    where ${own} and hash = any(${hashes})`.execute(tx.tables<unknown>());
  return new Map(rows.map(({ hash, content }) => [hash, fromKept(content)]));
}

export type NewPart = Omit<KeptPart, 'version' | 'present'>;

export async function insertPart(tx: Transaction, report: string, part: NewPart): Promise<void> {
  const { id, kind, subject, parent, place, appendix, chosen, heading, textBefore, textAfter, material, takenOn } =
    part;
  await sql`insert into reports.part (tenant_id, id, report_id, kind, subject, parent, place, appendix, chosen, heading, text_before, text_after,
      material, taken_on, created_by, changed_by)
    values (foundation.current_tenant(), ${id}, ${report}, ${kind}, ${subject}, ${parent}, ${place}, ${appendix}, ${chosen}, ${heading}, ${textBefore},
      ${textAfter}, ${material}, ${takenOn}, foundation.current_person(), foundation.current_person())`.execute(
    tx.tables<unknown>(),
  );
}

export type PartChange = Partial<{
  place: number;
  present: boolean;
  chosen: boolean;
  heading: string;
  text_before: string;
  text_after: string;
  material: string;
  taken_on: string;
}>;

export function savePart(tx: Transaction, id: string, version: number, change: PartChange): Promise<Saved<never>> {
  return saveVersion(tx, 'reports.part', { id }, version, change);
}

export async function setMaterial(tx: Transaction, id: string, material: string, takenOn: string): Promise<void> {
  await sql`update reports.part set material = ${material}, taken_on = ${takenOn}, version = version + 1, changed_at = now(),
      changed_by = foundation.current_person()
    where ${own} and id = ${id} and material <> ${material}`.execute(tx.tables<unknown>());
}

export async function setPlaces(
  tx: Transaction,
  places: readonly { readonly id: string; readonly place: number; readonly present?: boolean }[],
): Promise<void> {
  for (const { id, place, present } of places) {
    await sql`update reports.part set place = ${place}, present = coalesce(${present ?? null}, present), version = version + 1,
        changed_at = now(), changed_by = foundation.current_person()
      where ${own} and id = ${id}`.execute(tx.tables<unknown>());
  }
}
