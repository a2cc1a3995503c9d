import { RefusedError } from '../../foundation/http/index.ts';
import { mayChange, readRow } from '../../foundation/register/index.ts';
import { action } from './action.rules.ts';
import { insertDependency, lockDependencies, removeDependency, waitsFor } from './dependency.store.ts';
import type { ActionWork } from './status.commands.ts';

export type DependencyFault = 'unknown' | 'several' | 'itself' | 'circle';

/** The action waits for the one that was named. Nothing may in the end wait for itself. */
export async function addDependency(
  work: ActionWork,
  id: string,
  named: string,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: DependencyFault }> {
  const { kernel, tx } = work;
  await requireAction(work, id);
  const text = named.trim();
  const found = text === '' ? [] : ((await kernel.references.get(action.name)!.find(tx, [text])).get(text) ?? []);
  const [needs] = found;
  if (needs === undefined) return { ok: false, reason: 'unknown' };
  if (found.length > 1) return { ok: false, reason: 'several' };
  if (needs === id) return { ok: false, reason: 'itself' };
  await lockDependencies(tx);
  if (await waitsFor(tx, needs, id)) return { ok: false, reason: 'circle' };
  await insertDependency(tx, id, needs);
  return { ok: true };
}

export async function dropDependency(work: ActionWork, id: string, needs: string): Promise<void> {
  await requireAction(work, id);
  await removeDependency(work.tx, id, needs);
}

async function requireAction({ kernel, tx, actor }: ActionWork, id: string): Promise<void> {
  const row = await readRow(tx, action, id);
  if (row === undefined) throw new RefusedError(404);
  if (!(await mayChange(kernel, tx, actor, action, row))) throw new RefusedError(403);
}
