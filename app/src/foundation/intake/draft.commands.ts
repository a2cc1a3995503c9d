import {
  type FoundTable,
  type ReadContent,
  type ReadProblem,
  readContent,
  usualReadLimits,
} from '@samband/documents/reading';
import { may } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import type { FileProblem, Received } from '../files/index.ts';
import { RefusedError } from '../http/index.ts';
import { newId } from '../ids/index.ts';
import { bringTables } from './access.ts';
import {
  type Draft,
  deleteDraft,
  deleteOldDrafts,
  insertDraft,
  type KeptTable,
  type Mended,
  readDraft,
  readTable,
  readTables,
  saveChoice,
  saveTarget,
  type TableChoice,
} from './draft.store.ts';
import type { Source } from './import.rules.ts';
import type { Intake } from './intake.ts';
import { suggestions } from './match.queries.ts';
import { withWholeNames } from './people.rules.ts';
import { type IntakeWork, mayBringInto } from './target.ts';

export interface Brought {
  readonly source: Source;
  readonly name: string;
  /** As it comes over the network, or what was pasted. */
  readonly content: AsyncIterable<Uint8Array> | string;
  /** The register that the person came from; '' for none. */
  readonly wanted: string;
}

export type BringResult =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly problem: BringProblem };

export type BringProblem = FileProblem | ReadProblem | 'noTables' | 'tooManyTables';

/** As many as a person can say something of, each on its own. */
const mostTables = 500;

/** Keeps the original, finds its tables, and keeps them for their preview. Nothing has been saved in any register. */
export async function bring(
  intake: Intake,
  inTransaction: <R>(work: (tx: Transaction) => Promise<R>) => Promise<R>,
  work: Omit<IntakeWork, 'tx'>,
  { source, name, content, wanted }: Brought,
): Promise<BringResult> {
  const { actor } = work;
  if (!may(actor, bringTables)) throw new RefusedError(403);
  const fileName = name.replaceAll('\0', '').slice(-200).toWellFormed() || '–';
  const limits = { ...usualReadLimits, bytes: intake.fileLimit };
  const given = typeof content === 'string' ? piecesOf(content) : content;
  const kept = await intake.files.put(actor.tenantId, given, { limitBytes: limits.bytes, fileName });
  if (!kept.ok) return { ok: false, problem: kept.reason };
  const whole = typeof content === 'string' ? content : await bytesOf(intake, actor.tenantId, kept);
  const read = await readContent(whole, { name: fileName, limits });
  if (!read.ok) return { ok: false, problem: read.problem };
  const tables = tablesOf(read.content);
  if (tables.length === 0) return { ok: false, problem: 'noTables' };
  if (tables.length > mostTables) return { ok: false, problem: 'tooManyTables' };
  const id = newId();
  await inTransaction(async (tx) => {
    await deleteOldDrafts(tx);
    const about = { sha256: kept.sha256, mediaType: kept.type, bytes: kept.size };
    const { format, remarks } = read.content;
    await insertDraft(tx, { id, title: fileName, source, format, remarks, wanted, ...about }, tables);
    for (const { table, best } of await suggestions(intake, { ...work, tx }, tables, wanted)) {
      await saveTarget(tx, id, table.number, best);
    }
  });
  return { ok: true, id };
}

/** Word ends a line within a cell with a sign that no kept text may hold. */
async function* piecesOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text.replace(/[^\P{Cc}\t\n\r]/gu, ' ')));
}

async function bytesOf(
  { files }: Intake,
  tenantId: string,
  { sha256 }: Extract<Received, { ok: true }>,
): Promise<Uint8Array> {
  const content = await files.read(tenantId, sha256);
  if (content === undefined) throw new Error(`the file ${sha256} went away while it was received`);
  return new Uint8Array(await new Response(content.stream()).arrayBuffer());
}

function tablesOf({ parts }: ReadContent): readonly FoundTable[] {
  return parts.filter((part): part is FoundTable => part.kind === 'table' && part.rows.length > 0).map(withWholeNames);
}

export async function draftOf(tx: Transaction, id: string): Promise<Draft> {
  const draft = await readDraft(tx, id);
  if (draft === undefined) throw new RefusedError(404);
  return draft;
}

/** A draft whose tables may still be told what to do with. */
export async function openDraft(tx: Transaction, id: string): Promise<Draft> {
  const draft = await draftOf(tx, id);
  if (draft.state !== 'preview') throw new RefusedError(409);
  return draft;
}

export async function tableOf(tx: Transaction, draftId: string, number: number, most?: number): Promise<KeptTable> {
  const table = await readTable(tx, draftId, number, most);
  if (table === undefined) throw new RefusedError(404);
  return table;
}

/** Where each table is to go; what is no place is let go. */
export async function chooseTargets(
  intake: Intake,
  { tx, actor }: IntakeWork,
  id: string,
  chosen: ReadonlyMap<number, string>,
): Promise<void> {
  await openDraft(tx, id);
  const open = new Set([
    ...intake.targets.filter((target) => mayBringInto(target, actor)).map(({ key }) => key),
    'keep',
    'skip',
  ]);
  for (const { table } of await readTables(tx, id, 0)) {
    const target = chosen.get(table.number) ?? '';
    if (open.has(target)) await saveTarget(tx, id, table.number, target);
  }
}

export async function chooseColumns(tx: Transaction, id: string, number: number, choice: TableChoice): Promise<void> {
  await openDraft(tx, id);
  await tableOf(tx, id, number, 0);
  await saveChoice(tx, id, number, choice);
}

/** Whether rows with faults are left out, or stop the import. */
export async function leaveOutFaults(tx: Transaction, id: string, number: number, leaveOut: boolean): Promise<void> {
  await openDraft(tx, id);
  const { choice } = await tableOf(tx, id, number, 0);
  await saveChoice(tx, id, number, { ...choice, leaveOut });
}

/** What a person says of the table's rows: values instead of its own, rows to leave out, and rows to bring back. */
export interface MendedRows {
  readonly said: Mended;
  readonly out: readonly number[];
  readonly back: readonly number[];
}

export async function mendRows(
  tx: Transaction,
  id: string,
  number: number,
  { said, out, back }: MendedRows,
): Promise<void> {
  await openDraft(tx, id);
  const { choice, rowCount } = await tableOf(tx, id, number, 0);
  const mended: Record<string, Readonly<Record<string, string>>> = { ...choice.mended };
  for (const [row, values] of Object.entries(said)) mended[row] = { ...mended[row], ...values };
  const left = new Set([...(choice.out ?? []), ...out].filter((row) => row < rowCount));
  for (const row of back) left.delete(row);
  await saveChoice(tx, id, number, { ...choice, mended, out: [...left].toSorted((a, b) => a - b) });
}

/** Throws away what nobody wants to import. */
export async function discard(tx: Transaction, id: string): Promise<void> {
  await openDraft(tx, id);
  await deleteDraft(tx, id);
}
