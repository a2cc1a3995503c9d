import type { Transaction } from '../database/index.ts';
import { RefusedError } from '../http/index.ts';
import { addJob } from '../jobs/index.ts';
import { readRow } from '../register/index.ts';
import type { Language } from '../texts/index.ts';
import { turnDraft } from './draft.store.ts';
import { requireUndoing } from './import.commands.ts';
import { imported } from './import.rules.ts';
import { partsOf } from './import.store.ts';
import type { Intake } from './intake.ts';
import { askToStop, beginRun, endRun, type Run, readRun } from './run.store.ts';
import type { IntakeWork } from './target.ts';

/** More rows than this are brought in, or put back, beside the request, with a page that tells how far it has come. */
export const mostAtOnce = 500;

export const runTask = 'intake.run';

/** False while something goes on with it already. */
export async function queueRun(
  tx: Transaction,
  run: Pick<Run, 'id' | 'kind' | 'title' | 'total'>,
  language: Language,
): Promise<boolean> {
  const { personId } = tx.scope;
  if (personId === undefined) return false;
  if (run.kind !== 'undo' && !(await turnDraft(tx, run.id, 'preview', 'running'))) return false;
  if (!(await beginRun(tx, run))) return false;
  await addJob(tx, runTask, { id: run.id, personId, language }, { key: run.id });
  return true;
}

/** Begins to undo a large import beside the page; false for one that is undone at once. */
export async function beginUndo(intake: Intake, work: IntakeWork, id: string): Promise<boolean> {
  const { tx, language } = work;
  const row = await readRow(tx, imported, id);
  if (row === undefined) throw new RefusedError(404);
  const total = (await partsOf(tx, id)).reduce((sum, { added, changed }) => sum + added + changed, 0);
  if (row.state === 'undone' || total <= mostAtOnce) return false;
  // Said at once, and not by a page that has been waited for.
  await requireUndoing(intake, work, id);
  await queueRun(tx, { id, kind: 'undo', title: row.title, total }, language);
  return true;
}

export async function runOf(tx: Transaction, id: string): Promise<Run> {
  const run = await readRun(tx, id);
  if (run === undefined) throw new RefusedError(404);
  return run;
}

/** Asks it to stop, and answers what it was. */
export async function stopRun(tx: Transaction, id: string): Promise<Run> {
  const run = await runOf(tx, id);
  if (await askToStop(tx, id)) {
    await turnDraft(tx, id, 'running', 'preview');
    await endRun(tx, id, 'stopped');
  }
  return run;
}
