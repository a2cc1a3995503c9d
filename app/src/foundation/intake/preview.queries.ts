import { RefusedError } from '../http/index.ts';
import { draftOf } from './draft.commands.ts';
import { type Draft, type KeptTable, readTables } from './draft.store.ts';
import { type PlannedTable, planTables } from './import.commands.ts';
import type { EarlierImport } from './import.store.ts';
import type { Intake } from './intake.ts';
import { type KeptPlan, keptPlans, keptRows } from './planned.store.ts';
import { countsOf, saidOf } from './preview.commands.ts';
import { type Run, readRun } from './run.store.ts';
import {
  type IntakeField,
  type IntakeTarget,
  type IntakeWork,
  mayBringInto,
  type PlannedRow,
  type RowState,
} from './target.ts';

/** Tables of more rows than this together are gone through beside the request, once, and then read a page at a time. */
export const mostGoneThrough = 1000;
const rowsOnPage = 50;

/** What of the rows a person wants to see. */
export interface PreviewAsked {
  /** 'all', or the rows of one state. Left out: those at fault while there are any. */
  readonly show: RowState | 'all' | undefined;
  /** The table that is not at its first page. */
  readonly table: number;
  readonly page: number;
}

export interface PreviewTable {
  readonly kept: KeptTable;
  readonly target: IntakeTarget;
  /** For mending rows. */
  readonly fields: readonly IntakeField[];
  readonly counts: Readonly<Record<RowState, number>>;
  readonly remarks: readonly string[];
  readonly missing: readonly string[];
  readonly before: EarlierImport | undefined;
  readonly show: RowState | 'all';
  readonly rows: readonly PlannedRow[];
  /** Of those that are asked for. */
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

export interface Preview {
  readonly draft: Draft;
  readonly tables: readonly PreviewTable[];
  /** How many tables are kept as attachments. */
  readonly kept: number;
  /** So many rows must be gone through first. */
  readonly waits: number | undefined;
  /** What went on with it last. */
  readonly run: Run | undefined;
}

export async function previewOf(intake: Intake, work: IntakeWork, id: string, asked: PreviewAsked): Promise<Preview> {
  const { tx } = work;
  const draft = await draftOf(tx, id);
  if (draft.state !== 'preview') return { draft, tables: [], kept: 0, waits: undefined, run: undefined };
  const all = await readTables(tx, id, 0);
  const kept = all.filter(({ target }) => target === 'keep').length;
  const going = all.flatMap((one) => {
    const target = intake.targets.find(({ key }) => key === one.target);
    return target === undefined ? [] : [{ kept: one, target }];
  });
  if (going.some(({ target }) => !mayBringInto(target, work.actor))) throw new RefusedError(403);
  const run = await readRun(tx, id);
  const total = going.reduce((sum, one) => sum + one.kept.rowCount, 0);
  if (total <= mostGoneThrough) {
    const planned = await planTables(intake, work, id);
    const tables = planned.map((one) => shownTable(work, one, plannedOf(one), asked));
    return { draft, tables: await inTurn(tables), kept, waits: undefined, run };
  }
  const plans = new Map((await keptPlans(tx, id)).map((plan) => [plan.number, plan]));
  if (going.some((one) => plans.get(one.kept.table.number)?.of !== saidOf(one.kept, work.language)))
    return { draft, tables: [], kept, waits: total, run };
  const tables = going.map((one) => {
    const { number } = one.kept.table;
    const rows = (wanted: RowsWanted) => keptRows(tx, id, number, wanted);
    return shownTable(work, one, { ...plans.get(number)!, rows }, asked);
  });
  return { draft, tables: await inTurn(tables), kept, waits: undefined, run };
}

type RowsWanted = Parameters<typeof keptRows>[3];

interface RowsOfPlan extends Pick<KeptPlan, 'counts' | 'remarks' | 'missing' | 'before'> {
  rows(wanted: RowsWanted): Promise<readonly PlannedRow[]>;
}

function plannedOf(planned: PlannedTable): RowsOfPlan {
  return {
    ...{ counts: countsOf(planned), remarks: planned.remarks, before: planned.before },
    missing: planned.matched.missing.map(({ label }) => label),
    rows({ state, limit, offset }) {
      const wanted = state === undefined ? planned.rows : planned.rows.filter((row) => row.state === state);
      return Promise.resolve(wanted.slice(offset, offset + limit));
    },
  };
}

function shownTable(
  work: IntakeWork,
  { kept, target }: Pick<PlannedTable, 'kept' | 'target'>,
  plan: RowsOfPlan,
  asked: PreviewAsked,
): () => Promise<PreviewTable> {
  return async () => {
    const { counts, remarks, missing, before } = plan;
    const most = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const usual = counts.faulty > 0 && kept.choice.leaveOut !== true ? 'faulty' : 'all';
    const show = asked.show === undefined || (asked.show !== 'all' && counts[asked.show] === 0) ? usual : asked.show;
    const total = show === 'all' ? most : counts[show];
    const last = Math.max(1, Math.ceil(total / rowsOnPage));
    const page = asked.table === kept.table.number ? Math.min(Math.max(1, asked.page), last) : 1;
    const offset = (page - 1) * rowsOnPage;
    const some = await plan.rows({ state: show === 'all' ? undefined : show, limit: rowsOnPage, offset });
    const fields = some.some(({ state }) => state === 'faulty') ? await target.fields(work) : [];
    return {
      kept,
      target,
      fields,
      counts,
      remarks,
      missing,
      before,
      show,
      rows: some,
      total,
      page,
      pageSize: rowsOnPage,
    };
  };
}

/** One question at a time: a transaction has one connection. */
async function inTurn<T>(questions: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
  const answers: T[] = [];
  for (const question of questions) answers.push(await question());
  return answers;
}
