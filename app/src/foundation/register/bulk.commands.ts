import { RefusedError } from '../http/index.ts';
import { closeBatch, insertBatch, insertBatchRows } from './batch.store.ts';
import { type FieldFault, sameValue, type Value } from './field.rules.ts';
import { mayChange } from './kernel.ts';
import type { RuleFault } from './register.rules.ts';
import { checkRows } from './row.check.ts';
import type { RegisterWork } from './row.commands.ts';
import { type Row, readRows, saveRow } from './row.store.ts';

/** More than this is an import. */
export const mostInBulk = 1000;

export type BulkResult =
  | { readonly ok: true; readonly batchId: string; readonly changed: number }
  | {
      readonly ok: false;
      readonly faults: readonly FieldFault[];
      readonly broken: readonly RuleFault[];
      readonly title: string;
    };

/**
 * Gives one field the same value in many rows, all or none: in one transaction, kept as a batch that can be undone as a whole.
 * Rows that already have the value are left alone.
 */
export async function changeMany(
  work: RegisterWork,
  ids: readonly string[],
  change: { readonly key: string; readonly input: string; readonly title: string },
): Promise<BulkResult> {
  const { kernel, tx, actor, register, language } = work;
  const rows = await readRows(tx, register, ids.slice(0, mostInBulk));
  for (const row of rows) if (!(await mayChange(kernel, tx, actor, register, row))) throw new RefusedError(403);
  const asked = rows.map((before) => ({ inputs: { [change.key]: change.input }, before }));
  const checked = await checkRows(kernel, tx, register, asked, language);
  const changed: Saving[] = [];
  for (const [index, result] of checked.entries()) {
    const row = rows[index]!;
    if (!result.ok) {
      return { ok: false, faults: result.faults, broken: result.broken, title: String(row[register.heads]) };
    }
    if (sameValue(row[change.key] as Value, result.values[change.key]!)) continue;
    // Nor may a row be moved to where one could not have put it.
    if (!(await mayChange(kernel, tx, actor, register, { ...row, ...result.values }))) throw new RefusedError(403);
    changed.push({ row, values: result.values });
  }
  return { ok: true, batchId: await saveAll(work, changed, change.title), changed: changed.length };
}

interface Saving {
  readonly row: Row;
  readonly values: Readonly<Record<string, Value>>;
}

async function saveAll({ tx, register }: RegisterWork, changed: readonly Saving[], title: string): Promise<string> {
  const batchId = await insertBatch(tx, { register: register.name, kind: 'bulk', title });
  const saved = [];
  for (const { row, values } of changed) {
    const result = await saveRow(tx, register, row.id, row.version, values);
    // Read a moment ago in the same transaction; somebody else was quicker in between, and all is left as it was.
    if (!result.ok) throw new RefusedError(409);
    saved.push({ rowId: row.id, before: row.version, after: result.row.version });
  }
  await insertBatchRows(tx, batchId, saved);
  await closeBatch(tx, batchId, { added: 0, changed: saved.length });
  return batchId;
}

export async function archiveMany(work: RegisterWork, ids: readonly string[], title: string): Promise<BulkResult> {
  const { kernel, tx, actor, register } = work;
  const rows = await readRows(tx, register, ids.slice(0, mostInBulk));
  for (const row of rows) if (!(await mayChange(kernel, tx, actor, register, row))) throw new RefusedError(403);
  const changed = rows.filter(({ active }) => active).map((row) => ({ row, values: { active: false } }));
  return { ok: true, batchId: await saveAll(work, changed, title), changed: changed.length };
}
