import { expectManyRows } from '../database/index.ts';
import { RefusedError } from '../http/index.ts';
import { batchRows, markUndone, readBatch } from './batch.store.ts';
import { mayChange } from './kernel.ts';
import { type RegisterWork, restoreRows } from './row.commands.ts';
import { archiveRows, readRows } from './row.store.ts';

const rowsInOne = 1000;

export type UndoResult =
  | { readonly ok: true; readonly rows: number }
  /** Somebody has gone on with these rows since; nothing has been undone. */
  | { readonly ok: false; readonly reason: 'goneOn'; readonly titles: readonly string[] }
  | { readonly ok: false; readonly reason: 'alreadyUndone' };

/**
 * Puts every row of an import or a bulk change back as it stood before, all or none: what was added is archived. `tell` hears how many rows are back; it must
 * not use this transaction.
 */
export async function undoBatch(
  work: RegisterWork,
  batchId: string,
  tell: (done: number, total: number) => Promise<void> = () => Promise.resolve(),
): Promise<UndoResult> {
  const { kernel, tx, actor, register } = work;
  const batch = await readBatch(tx, register.name, batchId);
  if (batch === undefined) throw new RefusedError(404);
  if (batch.undoneAt !== null) return { ok: false, reason: 'alreadyUndone' };
  const touched = await batchRows(tx, batchId);
  const rows = await readRows(
    tx,
    register,
    touched.map(({ rowId }) => rowId),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const goneOn = touched.flatMap(({ rowId, after }) => {
    const row = byId.get(rowId);
    return row === undefined || row.version === after ? [] : [String(row[register.heads])];
  });
  if (goneOn.length > 0) return { ok: false, reason: 'goneOn', titles: goneOn.slice(0, 20) };
  for (const row of rows) if (!(await mayChange(kernel, tx, actor, register, row))) throw new RefusedError(403);
  const added = touched.filter(({ before }) => before === 0).flatMap(({ rowId }) => byId.get(rowId) ?? []);
  await expectManyRows(tx);
  for (let start = 0; start < added.length; start += rowsInOne) {
    const piece = added.slice(start, start + rowsInOne);
    const archived = await archiveRows(tx, register, piece);
    // Somebody was quicker since the rows were read a moment ago.
    if (archived.size < piece.length) throw new RefusedError(409);
    await tell(start + piece.length, touched.length);
  }
  const changed = touched.filter(({ rowId, before }) => before > 0 && byId.has(rowId));
  await restoreRows(
    work,
    changed.map(({ rowId, before }) => ({ row: byId.get(rowId)!, wanted: before })),
    (done) => tell(added.length + done, touched.length),
  );
  await markUndone(tx, batchId);
  return { ok: true, rows: touched.length };
}
