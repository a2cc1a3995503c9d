import type { Actor } from '../../foundation/access/index.ts';
import { rowAtVersion } from '../../foundation/audit/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { RefusedError } from '../../foundation/http/index.ts';
import { type Kernel, mayChange, readRow } from '../../foundation/register/index.ts';
import { focusArea } from '../focus/index.ts';
import {
  aspectOf,
  type ChildAnswers,
  type EntryContent,
  emptyContent,
  type Impact,
  type ImpactEntry,
  type ImpactFault,
  type ImpactSubject,
  impactFaults,
  isEmpty,
  keyOf,
  noAnswers,
  outcomeOf,
} from './impact.rules.ts';
import {
  answersOf,
  contentOf,
  type ImpactRow,
  insertChildImpact,
  insertImpact,
  lockImpacts,
  readChildImpact,
  readImpacts,
  removeImpact,
  saveChildImpact,
  saveImpact,
} from './impact.store.ts';
import { proposal } from './proposal.rules.ts';

/** The proposal or the focus area, and whether this person may describe what follows from it. */
export async function impactSubject(
  kernel: Kernel,
  tx: Transaction,
  actor: Actor,
  { kind, id }: ImpactSubject,
): Promise<{ readonly title: string; readonly focusArea: string | null; readonly mayChange: boolean }> {
  if (kind === 'proposal') {
    const row = await readRow(tx, proposal, id);
    if (row === undefined) throw new RefusedError(404);
    const changeable = await mayChange(kernel, tx, actor, proposal, row);
    return { title: row.title, focusArea: row.focusArea, mayChange: changeable };
  }
  const row = await readRow(tx, focusArea, id);
  if (row === undefined) throw new RefusedError(404);
  const changeable = await mayChange(kernel, tx, actor, focusArea, row);
  return { title: row.title, focusArea: row.id, mayChange: changeable };
}

/** One part that both have written since: what each would have it say. */
export interface ImpactClash {
  readonly mine: ImpactEntry;
  readonly theirs: EntryContent;
  readonly base: EntryContent;
  /** What stands now; '' and 0 when it has been taken away. */
  readonly row: string;
  readonly version: number;
}

export type SaveImpactsResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'invalid'; readonly faults: readonly ImpactFault[] }
  | {
      readonly ok: false;
      readonly reason: 'conflict';
      readonly clashes: readonly ImpactClash[];
      /** What nobody disagrees about, to be sent along with the choice. */
      readonly others: readonly ImpactEntry[];
    };

/** Saves the parts that this person has written, and leaves to the other what only the other has. */
export async function saveImpacts(
  kernel: Kernel,
  tx: Transaction,
  actor: Actor,
  subject: ImpactSubject,
  entries: readonly ImpactEntry[],
): Promise<SaveImpactsResult> {
  if (!(await impactSubject(kernel, tx, actor, subject)).mayChange) throw new RefusedError(403);
  const faults = impactFaults(entries);
  if (faults.length > 0) return { ok: false, reason: 'invalid', faults };
  await lockImpacts(tx, subject);
  const now = new Map((await readImpacts(tx, subject)).map((impact) => [keyOf(impact), impact]));
  const twice = addedMeanwhile(entries, now);
  if (twice.length > 0) return { ok: false, reason: 'invalid', faults: twice };
  const judged = await Promise.all(
    entries.map(async (mine) => {
      const current = now.get(mine.key);
      const base = await contentAt(tx, mine, current);
      const theirs = current ?? emptyContent;
      return { mine, current, base, theirs, outcome: outcomeOf(mine, base, theirs) };
    }),
  );
  const clashes = judged.filter(({ outcome }) => outcome === 'conflict');
  if (clashes.length > 0) {
    return {
      ok: false,
      reason: 'conflict',
      clashes: clashes.map(({ mine, theirs, base, current }) => ({
        mine,
        theirs: { affected: theirs.affected, choice: theirs.choice, words: theirs.words },
        base,
        row: current?.id ?? '',
        version: current?.version ?? 0,
      })),
      others: judged.filter(({ outcome }) => outcome !== 'conflict').map(({ mine }) => mine),
    };
  }
  for (const { mine, current, outcome } of judged) {
    if (outcome === 'write') await write(tx, subject, mine, current);
  }
  return { ok: true };
}

/** New groups that somebody else has added since the form was opened. */
function addedMeanwhile(entries: readonly ImpactEntry[], now: ReadonlyMap<string, Impact>): readonly ImpactFault[] {
  const seen = new Set(entries.map(({ key }) => key));
  const others = new Set([...now].flatMap(([key, { affected }]) => (seen.has(key) ? [] : [affected])));
  return entries
    .filter(({ row, affected }) => row === '' && affected !== '' && others.has(affected))
    .map(({ key }) => ({ key, field: 'affected', reason: 'groupTwice' }));
}

async function write(tx: Transaction, subject: ImpactSubject, mine: ImpactEntry, current: Impact | undefined) {
  if (current === undefined) {
    if (!isEmpty(mine)) await insertImpact(tx, subject, aspectOf(mine.key), mine);
  } else if (isEmpty(mine)) await removeImpact(tx, current.id);
  else await saveImpact(tx, current.id, current.version, mine);
}

/** What the part said when the form was opened. */
async function contentAt(tx: Transaction, mine: ImpactEntry, current: Impact | undefined): Promise<EntryContent> {
  if (mine.version === 0) return emptyContent;
  if (current?.version === mine.version) return current;
  const then = await rowAtVersion(tx, 'actions.impact', { id: mine.row }, mine.version);
  return then === undefined ? emptyContent : contentOf(then as unknown as ImpactRow);
}

export type SaveChildImpactResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: 'conflict';
      readonly theirs: ChildAnswers;
      readonly base: ChildAnswers | undefined;
      readonly version: number;
    };

/** Version 0 is an assessment that was not there when the form was opened. */
export async function saveChildAnswers(
  kernel: Kernel,
  tx: Transaction,
  actor: Actor,
  subject: ImpactSubject,
  version: number,
  answers: ChildAnswers,
): Promise<SaveChildImpactResult> {
  if (!(await impactSubject(kernel, tx, actor, subject)).mayChange) throw new RefusedError(403);
  await lockImpacts(tx, subject);
  const current = await readChildImpact(tx, subject);
  if (current === undefined) {
    await insertChildImpact(tx, subject, answers);
    return { ok: true };
  }
  const saved = await saveChildImpact(tx, current.id, version, answers);
  if (saved.ok) return { ok: true };
  if (saved.reason === 'gone') throw new RefusedError(404);
  const then = version === 0 ? undefined : await rowAtVersion(tx, 'actions.child_impact', { id: current.id }, version);
  return {
    ok: false,
    reason: 'conflict',
    theirs: answersOf(saved.theirs),
    base: version === 0 ? noAnswers : then && answersOf(then as never),
    version: saved.theirs.version,
  };
}
