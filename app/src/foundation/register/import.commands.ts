import { may } from '../access/index.ts';
import { expectManyRows } from '../database/index.ts';
import { RefusedError } from '../http/index.ts';
import { newId } from '../ids/index.ts';
import { type BatchRow, closeBatch, insertBatch, insertBatchRows } from './batch.store.ts';
import type { Value } from './field.rules.ts';
import { importLimits, type LinesPlan, type PlanResult, planImport } from './import.plan.ts';
import { deleteOldDrafts, type ImportDraft, insertDraft, readDraft, saveMatching, turnDraft } from './import.store.ts';
import { type RegisterWork, withDerived } from './row.commands.ts';
import { insertRows, saveRows } from './row.store.ts';
import { texts } from './texts.ts';

/** Keeps a file or a pasted table for its preview; nothing of it has been saved in the register. */
export async function uploadImport(
  work: RegisterWork,
  file: { readonly name: string; readonly content: Uint8Array },
): Promise<{ readonly ok: true; readonly id: string } | { readonly ok: false; readonly reason: string }> {
  const { tx, actor, register, language } = work;
  if (!may(actor, register.write)) throw new RefusedError(403);
  if (file.content.length > importLimits.bytes) return { ok: false, reason: texts(language).import.problem.tooLarge };
  await deleteOldDrafts(tx);
  const id = newId();
  const draft = {
    id,
    register: register.name,
    fileName: file.name.replaceAll('\0', '').slice(-255),
    content: file.content,
  };
  const read = await planImport(work, { ...draft, matching: {}, state: 'preview', done: 0, total: 0, batchId: null });
  // A file whose columns are not understood can still be matched by hand; one that cannot be read cannot.
  if (!read.ok && read.reason !== 'noName') return { ok: false, reason: texts(language).import.problem[read.reason] };
  await insertDraft(tx, draft);
  return { ok: true, id };
}

export async function draftOf({ tx, register }: RegisterWork, id: string): Promise<ImportDraft> {
  const draft = await readDraft(tx, register.name, id);
  if (draft === undefined) throw new RefusedError(404);
  return draft;
}

export async function matchColumns(work: RegisterWork, id: string, chosen: Readonly<Record<string, string>>) {
  const draft = await draftOf(work, id);
  await saveMatching(work.tx, draft.id, chosen);
}

export type ApplyResult =
  | { readonly ok: true; readonly batchId: string; readonly added: number; readonly changed: number }
  | { readonly ok: false; readonly read: PlanResult };

const rowsInOne = 500;

/**
 * Reads the file in, all or nothing: one fault and nothing is saved. The plan is made anew, since the register may have changed since the preview. `tell` hears
 * how many rows are in; it must not use this transaction, which nobody sees into until it ends.
 */
export async function applyImport(
  work: RegisterWork,
  id: string,
  tell: (done: number, total: number) => Promise<void> = () => Promise.resolve(),
): Promise<ApplyResult> {
  const { tx, language } = work;
  const draft = await draftOf(work, id);
  const read = await planImport(work, draft);
  if (!read.ok || read.plan.faults.length > 0) return { ok: false, read };
  const { plan } = read;
  const title = draft.fileName === '' ? texts(language).import.pasted : draft.fileName;
  const { batchId } = await saveLines(work, plan, title, tell);
  if (!(await turnDraft(tx, id, draft.state, 'done', batchId))) throw new RefusedError(409);
  return { ok: true, batchId, added: plan.added.length, changed: plan.changed.length };
}

/** Saves what is planned as a batch of its own, which can be undone as a whole. Its rows: first the added, in the order of the plan, then the changed. */
export async function saveLines(
  work: RegisterWork,
  plan: Pick<LinesPlan, 'added' | 'changed'>,
  title: string,
  tell: (done: number, total: number) => Promise<void> = () => Promise.resolve(),
): Promise<{ readonly batchId: string; readonly rows: readonly BatchRow[] }> {
  const { tx, register } = work;
  const batchId = await insertBatch(tx, { register: register.name, kind: 'import', title });
  await expectManyRows(tx);
  const rows = await saveAll(work, plan, tell);
  await insertBatchRows(tx, batchId, rows);
  await closeBatch(tx, batchId, { added: plan.added.length, changed: plan.changed.length });
  return { batchId, rows };
}

async function saveAll(
  work: RegisterWork,
  { added, changed }: Pick<LinesPlan, 'added' | 'changed'>,
  tell: (done: number, total: number) => Promise<void>,
): Promise<readonly BatchRow[]> {
  const { tx, register } = work;
  const total = added.length + changed.length;
  const rows: BatchRow[] = [];
  for (let start = 0; start < added.length; start += rowsInOne) {
    const piece = [];
    for (const { values } of added.slice(start, start + rowsInOne)) {
      piece.push({ id: newId(), values: await withDerived(work, values) });
    }
    await insertRows(tx, register, piece);
    rows.push(...piece.map(({ id }) => ({ rowId: id, before: 0, after: 1 })));
    await tell(rows.length, total);
  }
  const changes = [];
  for (const { row, values } of changed) {
    changes.push({ id: row.id, version: row.version, values: await withDerived(work, values, row) });
  }
  rows.push(...(await saveChanges(work, changes, (done) => tell(added.length + done, total))));
  return rows;
}

/** Many rows, some hundred in a statement: those that change the same fields go together. */
async function saveChanges(
  { tx, register }: RegisterWork,
  changes: readonly {
    readonly id: string;
    readonly version: number;
    readonly values: Readonly<Record<string, Value>>;
  }[],
  tell: (done: number) => Promise<void>,
): Promise<readonly BatchRow[]> {
  const rows: BatchRow[] = [];
  for (const alike of Map.groupBy(changes, ({ values }) => Object.keys(values).toSorted().join()).values()) {
    const keys = Object.keys(alike[0]!.values);
    for (let start = 0; start < alike.length; start += rowsInOne) {
      const piece = alike.slice(start, start + rowsInOne);
      const saved = await saveRows(tx, register, keys, piece);
      // Read a moment ago in this transaction; somebody was quicker in between, and all is left as it was.
      if (saved.size < piece.length) throw new RefusedError(409);
      rows.push(...piece.map(({ id, version }) => ({ rowId: id, before: version, after: saved.get(id)! })));
      await tell(rows.length);
    }
  }
  return rows;
}
