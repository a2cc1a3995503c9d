import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Transaction } from '../database/index.ts';
import { brokenConstraint } from '../database/index.ts';
import type { SambandRequest } from '../http/index.ts';
import { newId } from '../ids/index.ts';
import { addJob } from '../jobs/index.ts';
import { askToStop, currentFetch, type FetchRequest, type FetchRow, insertFetch, settleLost } from './fetch.store.ts';
import type { FetchOrder } from './fetch-order.rules.ts';
import { type FetchPart, fetchParts } from './fetch-order.rules.ts';
import type { ImportFiles } from './fetch-work.ts';

export const fetchTask = 'figures.fetch';

export type StartAnswer =
  | { readonly ok: true; readonly id: string }
  /** One is at work already; `running` says who began it and when. */
  | { readonly ok: false; readonly reason: 'busy'; readonly running: FetchRow | undefined };

/** Puts a fetch from Kolada in the queue. */
export function startFetch(request: SambandRequest, order: FetchOrder): Promise<StartAnswer> {
  return start(request, newId(), { kind: 'sync', order });
}

/** Keeps the files until the import has run, then puts it in the queue. */
export async function startImport(
  request: SambandRequest,
  archive: string,
  files: Readonly<Partial<Record<FetchPart, File>>>,
): Promise<StartAnswer> {
  const id = newId();
  const folder = uploadFolder(archive, id);
  const names: Partial<Record<FetchPart, string>> = {};
  try {
    for (const part of fetchParts) {
      const file = files[part];
      if (file === undefined) continue;
      names[part] = safeName(file.name);
      await mkdir(path.join(folder, part), { recursive: true });
      await writeFile(path.join(folder, part, names[part]), file.stream());
    }
    const answer = await start(request, id, { kind: 'import', files: names });
    if (!answer.ok) await rm(folder, { recursive: true, force: true });
    return answer;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function start(request: SambandRequest, id: string, what: FetchRequest): Promise<StartAnswer> {
  try {
    return await request.transaction(async (tx) => {
      await settleLost(tx);
      const running = await currentFetch(tx);
      if (running !== undefined) return { ok: false, reason: 'busy', running };
      await insertFetch(tx, id, what);
      await addJob(tx, fetchTask, { id });
      return { ok: true, id };
    });
  } catch (error) {
    // Two pressed at the same moment: the index let one through.
    if (brokenConstraint(error) !== 'retrieval_one_at_a_time') throw error;
    return { ok: false, reason: 'busy', running: await request.transaction(currentFetch) };
  }
}

/** False when it had already ended. */
export function stopFetch(tx: Transaction, id: string): Promise<boolean> {
  return askToStop(tx, id);
}

/** Beside the archive, so that whichever process takes the job finds them. */
export function uploadFolder(archive: string, id: string): string {
  return path.join(path.dirname(archive), 'uploads', id);
}

export function uploadedFiles(archive: string, id: string, files: ImportFiles): ImportFiles {
  const folder = uploadFolder(archive, id);
  return Object.fromEntries(
    fetchParts.flatMap((part) => (files[part] === undefined ? [] : [[part, path.join(folder, part, files[part])]])),
  );
}

/** The person's own name for the file, so that faults are told by it, without anything that could lead elsewhere. */
function safeName(name: string): string {
  const bare = path
    .basename(name)
    .replace(/[^\p{L}\p{N}._ -]/gu, '_')
    .slice(-100);
  return /^\.*$/.test(bare) ? 'fil' : bare;
}
