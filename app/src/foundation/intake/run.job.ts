import { setImmediate as giveWay } from 'node:timers/promises';
import type { Actor } from '../access/index.ts';
import { brokenConstraint, type Database, type RequestScope, type Transaction } from '../database/index.ts';
import type { JobRun, Task } from '../jobs/index.ts';
import type { Log } from '../log/index.ts';
import type { House } from '../register/index.ts';
import type { Language } from '../texts/index.ts';
import { turnDraft } from './draft.store.ts';
import { GoneOnError, importDraft, type PlannedTable, planTables, undoImport } from './import.commands.ts';
import type { Intake } from './intake.ts';
import { keepPlans } from './preview.commands.ts';
import { runTask } from './run.commands.ts';
import { endRun, noteProgress, type RefusedRun, type Run, readRun } from './run.store.ts';
import type { IntakeWork, Tell } from './target.ts';

export interface RunParts {
  readonly database: Database;
  readonly intake: Intake;
  readonly log: Log;
  readonly actorOf: House['actorOf'];
}

/** What waits, in one transaction: all of it or nothing. Run again after a crash it begins anew, since nothing was saved. */
export function intakeTasks(parts: RunParts): Readonly<Record<string, Task>> {
  return { [runTask]: (job) => carryOut(parts, job) };
}

async function carryOut(parts: RunParts, { payload, tenantId }: JobRun): Promise<void> {
  const { database, log } = parts;
  const { id, personId, language = 'sv' } = payload;
  if (id === undefined || personId === undefined || tenantId === undefined) return;
  const scope: RequestScope = { tenantId, personId, origin: 'samband', requestId: `job-${id}` };
  const within = <R>(work: (tx: Transaction) => Promise<R>) => database.inScope(scope, work);
  const run = await within((tx) => readRun(tx, id));
  if (run?.state !== 'running') return;
  try {
    await within(async (tx) => {
      const actor = await parts.actorOf(tx, personId);
      if (actor === undefined) throw new StoppedRun();
      const work = { kernel: parts.intake.kernel, tx, actor, language: language as Language };
      await kinds[run.kind](parts.intake, work, id, tellOf(within, id));
      await endRun(tx, id, 'done');
    });
    log.info({ tenant: tenantId, kind: run.kind }, 'import work done');
  } catch (error) {
    const stopped = error instanceof StoppedRun;
    const refused = refusalOf(error);
    if (!stopped && refused.reason === 'fault')
      log.error({ tenant: tenantId, kind: run.kind, fault: String(error) }, 'import work failed');
    const planned = error instanceof FaultyImport ? error.planned : undefined;
    await within(async (tx) => {
      if (run.kind !== 'undo') await turnDraft(tx, id, 'running', 'preview');
      // The preview is of what stands now, which is why it could not be imported.
      if (planned !== undefined) await keepPlans(tx, id, planned, language as Language);
      await endRun(tx, id, stopped ? 'stopped' : 'refused', stopped ? {} : refused);
    });
  }
}

type Carrying = (intake: Intake, work: IntakeWork & { readonly actor: Actor }, id: string, tell: Tell) => Promise<void>;

const kinds: Readonly<Record<Run['kind'], Carrying>> = {
  async preview(intake, work, id, tell) {
    await keepPlans(work.tx, id, await planTables(intake, work, id, tell), work.language);
    await turnDraft(work.tx, id, 'running', 'preview');
  },
  async import(intake, work, id, tell) {
    const result = await importDraft(intake, work, id, tell);
    if (!result.ok) throw new FaultyImport(result.reason === 'faults' ? result.planned : undefined);
  },
  undo: (intake, work, id, tell) => undoImport(intake, work, id, tell),
};

const millisecondsBetween = 300;

/** How far it has come is told in transactions of their own, so that it is seen; and there it is heard whether it is to stop. */
function tellOf(within: <R>(work: (tx: Transaction) => Promise<R>) => Promise<R>, id: string): Tell {
  let told = 0;
  return async (done, total) => {
    await giveWay();
    const now = performance.now();
    if (now - told < millisecondsBetween && done < total) return;
    told = now;
    if (!(await within((tx) => noteProgress(tx, id, done, total)))) throw new StoppedRun();
  };
}

function refusalOf(error: unknown): RefusedRun {
  if (error instanceof FaultyImport) return { reason: 'faults' };
  if (error instanceof GoneOnError) return { reason: 'goneOn', titles: error.titles };
  // What was imported is pointed at by something that cannot do without it.
  return { reason: brokenConstraint(error) === undefined ? 'fault' : 'inUse' };
}

/** Somebody wants it stopped; the transaction must be rolled back. */
class StoppedRun extends Error {
  override readonly name = 'StoppedRun';
}

/** Rows are at fault that were not when it was said yes to; the transaction must be rolled back. */
class FaultyImport extends Error {
  override readonly name = 'FaultyImport';
  readonly planned: readonly PlannedTable[] | undefined;
  constructor(planned: readonly PlannedTable[] | undefined) {
    super('rows at fault');
    this.planned = planned;
  }
}
