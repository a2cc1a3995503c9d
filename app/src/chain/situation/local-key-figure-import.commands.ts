import { readSheet, type SheetProblem } from '@samband/documents/spreadsheet';
import type { Actor } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { RefusedError } from '../../foundation/http/index.ts';
import { newId } from '../../foundation/ids/index.ts';
import { requireLocalWriter } from './local-key-figure.commands.ts';
import { knownValues } from './local-key-figure.queries.ts';
import {
  deleteValueDraft,
  insertValueDraft,
  lockLocalKeyFigures,
  readValueDraft,
  saveValues,
} from './local-key-figure.store.ts';
import { planValues, readValueFile, type ValueFile, type ValuePlan } from './local-key-figure-import.rules.ts';

export const valueLimits = { bytes: 10 * 1024 * 1024, rows: 50_000 } as const;

export type ValueFileProblem =
  | { readonly reason: SheetProblem | 'noHeader' | 'onlyHeader' }
  | { readonly reason: 'columnTwice'; readonly column: string };

export interface ValuePreview {
  readonly id: string;
  readonly fileName: string;
  readonly plan: ValuePlan;
  readonly ignored: readonly string[];
}

/** Keeps a file that can be read, for its preview; no value has been saved. */
export async function uploadValues(
  tx: Transaction,
  actor: Actor,
  file: { readonly name: string; readonly content: Uint8Array },
): Promise<{ readonly ok: true; readonly id: string } | { readonly ok: false; readonly problem: ValueFileProblem }> {
  requireLocalWriter(actor);
  const read = await readFile(file.content);
  if (!read.ok) return { ok: false, problem: read };
  const id = newId();
  await insertValueDraft(tx, { id, fileName: file.name.replaceAll('\0', '').slice(-255), content: file.content });
  return { ok: true, id };
}

export async function previewValues(tx: Transaction, actor: Actor, id: string): Promise<ValuePreview> {
  requireLocalWriter(actor);
  const draft = await readValueDraft(tx, id);
  if (draft === undefined) throw new RefusedError(404);
  const read = await readFile(draft.content);
  if (!read.ok) throw new RefusedError(422);
  return {
    id,
    fileName: draft.fileName,
    plan: planValues(read.rows, await knownValues(tx)),
    ignored: read.ignored,
  };
}

/** All or nothing: one fault and nothing is saved. The plan is made anew, since values may have changed since the preview. */
export async function applyValues(tx: Transaction, actor: Actor, id: string): Promise<ValuePreview> {
  requireLocalWriter(actor);
  await lockLocalKeyFigures(tx);
  const preview = await previewValues(tx, actor, id);
  if (preview.plan.faults.length > 0) return preview;
  await saveValues(tx, preview.plan.values);
  await deleteValueDraft(tx, id);
  return preview;
}

async function readFile(
  content: Uint8Array,
): Promise<ValueFile | { readonly ok: false; readonly reason: SheetProblem }> {
  const sheet = await readSheet(content, valueLimits);
  return sheet.ok ? readValueFile(sheet.rows) : sheet;
}
