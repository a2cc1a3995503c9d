import { rowAtVersion } from '../../foundation/audit/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { RefusedError } from '../../foundation/http/index.ts';
import { type RegisterWork, type Row, readRows, rowToChange, saveValues } from '../../foundation/register/index.ts';
import { type Priority, type PriorityFault, type PriorityInput, readPriority, samePriority } from './priority.rules.ts';

export interface PriorityClash {
  readonly id: string;
  readonly title: string;
  readonly theirs: Priority;
  readonly version: number;
}

export type SavePrioritiesResult =
  | { readonly ok: true; readonly saved: number }
  | { readonly ok: false; readonly reason: 'invalid'; readonly faults: readonly PriorityFault[] }
  /** What only this person had changed is saved; the rest is for them to choose. */
  | { readonly ok: false; readonly reason: 'conflict'; readonly clashes: readonly PriorityClash[] };

/** Many proposals at once: whoever did not touch one leaves it as another has set it meanwhile. */
export async function savePriorities(
  work: RegisterWork,
  inputs: readonly PriorityInput[],
): Promise<SavePrioritiesResult> {
  const read = inputs.map((input) => ({ input, result: readPriority(input) }));
  const faults = read.flatMap(({ result }) => (result.ok ? [] : result.faults));
  if (faults.length > 0) return { ok: false, reason: 'invalid', faults };
  const rows = await standingRows(
    work,
    inputs.map(({ id }) => id),
  );
  const clashes: PriorityClash[] = [];
  let saved = 0;
  for (const { input, result } of read) {
    if (!result.ok) continue;
    const outcome = await saveOne(work, rows.get(input.id), input, result.priority);
    if (outcome === 'saved') saved += 1;
    else if (outcome !== 'untouched') clashes.push(outcome);
  }
  return clashes.length > 0 ? { ok: false, reason: 'conflict', clashes } : { ok: true, saved };
}

async function standingRows({ tx, register }: RegisterWork, ids: readonly string[]): Promise<ReadonlyMap<string, Row>> {
  return new Map((await readRows(tx, register, ids)).map((row) => [row.id, row as Row]));
}

async function saveOne(
  work: RegisterWork,
  row: Row | undefined,
  { id, version }: PriorityInput,
  mine: Priority,
): Promise<'saved' | 'untouched' | PriorityClash> {
  if (row === undefined) throw new RefusedError(404);
  const theirs = priorityOf(row);
  const base = row.version === version ? theirs : await priorityAt(work.tx, id, version);
  if ((base !== undefined && samePriority(mine, base)) || samePriority(mine, theirs)) return 'untouched';
  const clash = { id, title: String(row.title), theirs, version: row.version };
  if (base === undefined || !samePriority(base, theirs)) return clash;
  const saved = await saveValues(work, await rowToChange(work, id), row.version, { ...mine });
  return saved.ok ? 'saved' : clash;
}

export function priorityOf(row: Row): Priority {
  return {
    effort: row.effort as number | null,
    effect: row.effect as number | null,
    place: row.place as number | null,
    priorityReason: String(row.priorityReason ?? ''),
  };
}

async function priorityAt(tx: Transaction, id: string, version: number): Promise<Priority | undefined> {
  const then = (await rowAtVersion(tx, 'actions.proposal', { id }, version)) as
    | { effort: number | null; effect: number | null; place: number | null; priority_reason: string }
    | undefined;
  return then && { effort: then.effort, effect: then.effect, place: then.place, priorityReason: then.priority_reason };
}
