import { readSheet, type SheetProblem } from '@samband/documents/spreadsheet';
import { type Actor, may } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import { expectManyRows } from '../database/index.ts';
import { RefusedError } from '../http/index.ts';
import { newId } from '../ids/index.ts';
import { lockMunicipality } from './entity.store.ts';
import { deleteDraft, deleteOldDrafts, insertDraft, readDraft, readExisting, savePlan } from './import.store.ts';
import { type ImportFile, readImportFile } from './import-file.rules.ts';
import type { ImportPlan } from './import-plan.rules.ts';
import { planImport } from './import-planner.rules.ts';
import { manageOrganisation } from './permissions.rules.ts';

export const importLimits = { bytes: 10 * 1024 * 1024, rows: 50_000 } as const;

export type FileProblem =
  | { readonly reason: SheetProblem | 'noHeader' | 'onlyHeader' }
  | { readonly reason: 'columnTwice'; readonly column: string };

export interface Preview {
  readonly id: string;
  readonly fileName: string;
  readonly plan: ImportPlan;
  /** Columns whose words were not understood; they are left out. */
  readonly ignored: readonly string[];
}

/** Keeps a file that can be read, for its preview; nothing of it has been saved in the organisation. */
export async function uploadImport(
  tx: Transaction,
  actor: Actor,
  file: { readonly name: string; readonly content: Uint8Array },
): Promise<{ readonly ok: true; readonly id: string } | { readonly ok: false; readonly problem: FileProblem }> {
  refuseOthers(actor);
  const read = await readFile(file.content);
  if (!read.ok) return { ok: false, problem: read };
  await deleteOldDrafts(tx);
  const id = newId();
  await insertDraft(tx, { id, fileName: file.name.replaceAll('\0', '').slice(-255), content: file.content });
  return { ok: true, id };
}

export async function previewImport(tx: Transaction, actor: Actor, id: string): Promise<Preview> {
  refuseOthers(actor);
  const draft = await readDraft(tx, id);
  if (draft === undefined) throw new RefusedError(404);
  const read = await readFile(draft.content);
  if (!read.ok) throw new RefusedError(422);
  const plan = planImport(read.rows, await readExisting(tx), newId);
  return { id, fileName: draft.fileName, plan, ignored: read.ignored };
}

/** All or nothing: one fault and nothing is saved. The plan is made anew, since the organisation may have changed since the preview. */
export async function applyImport(tx: Transaction, actor: Actor, id: string): Promise<Preview> {
  refuseOthers(actor);
  await lockMunicipality(tx);
  const preview = await previewImport(tx, actor, id);
  if (preview.plan.faults.length > 0) return preview;
  await expectManyRows(tx);
  await savePlan(tx, preview.plan);
  await deleteDraft(tx, id);
  return preview;
}

async function readFile(
  content: Uint8Array,
): Promise<ImportFile | { readonly ok: false; readonly reason: SheetProblem }> {
  const sheet = await readSheet(content, importLimits);
  return sheet.ok ? readImportFile(sheet.rows) : sheet;
}

function refuseOthers(actor: Actor): void {
  if (!may(actor, manageOrganisation, [])) throw new RefusedError(403);
}
