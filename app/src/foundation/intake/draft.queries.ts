import { may } from '../access/index.ts';
import type { Transaction } from '../database/index.ts';
import { RefusedError } from '../http/index.ts';
import { type Attachment, attachmentsOfRows } from '../register/index.ts';
import { bringTables } from './access.ts';
import { draftOf, openDraft, tableOf } from './draft.commands.ts';
import { type Draft, type KeptTable, readTables, type WaitingDraft, waitingDrafts } from './draft.store.ts';
import { imported } from './import.rules.ts';
import { type EarlierImport, importOfContent, type Part, partsOf } from './import.store.ts';
import type { Intake } from './intake.ts';
import { type MatchedTable, matchedTable, type Suggestion, suggestions } from './match.queries.ts';
import { ownRuns, type Run, readRun } from './run.store.ts';
import { type IntakeTarget, type IntakeWork, mayBringInto } from './target.ts';

/** As many rows as tell what a column holds. */
const rowsForMatching = 100;

export interface FoundTables {
  readonly draft: Draft;
  readonly before: EarlierImport | undefined;
  readonly tables: readonly (KeptTable & Pick<Suggestion, 'suits'>)[];
}

/** Every table of a draft with what it suits. */
export async function foundTables(intake: Intake, work: IntakeWork, id: string): Promise<FoundTables> {
  const { tx } = work;
  const draft = await draftOf(tx, id);
  const kept = await readTables(tx, id, rowsForMatching);
  const tables = kept.map(({ table }) => table);
  const suited = await suggestions(intake, work, tables, draft.wanted);
  const before = await importOfContent(tx, draft.sha256);
  return { draft, before, tables: kept.map((one, index) => ({ ...one, suits: suited[index]!.suits })) };
}

/** What a draft's tables are to become, in numbers. */
export async function goingOf({ targets }: Intake, tx: Transaction, id: string) {
  const keys = new Set(targets.map(({ key }) => key));
  const tables = await readTables(tx, id, 0);
  const going = tables.filter(({ target }) => keys.has(target));
  return {
    /** The numbers of those that go into registers. */
    numbers: going.map(({ table }) => table.number),
    rows: going.reduce((sum, { rowCount }) => sum + rowCount, 0),
    /** How many are kept as attachments. */
    kept: tables.filter(({ target }) => target === 'keep').length,
  };
}

export interface TableColumns {
  readonly draft: Draft;
  readonly kept: KeptTable;
  readonly matched: MatchedTable;
  /** Which of the tables that go into registers this is, from 1, and how many they are. */
  readonly position: number;
  readonly of: number;
}

/** The columns of one table; undefined while it goes into no register. */
export async function tableColumns(
  intake: Intake,
  work: IntakeWork,
  id: string,
  number: number,
): Promise<TableColumns | undefined> {
  const { tx, actor } = work;
  const draft = await openDraft(tx, id);
  const kept = await tableOf(tx, id, number);
  const target = intake.targets.find(({ key }) => key === kept.target);
  if (target === undefined) return undefined;
  if (!mayBringInto(target, actor)) throw new RefusedError(403);
  const { numbers } = await goingOf(intake, tx, id);
  return {
    draft,
    kept,
    matched: await matchedTable(target, work, kept, draft.format),
    position: numbers.indexOf(number) + 1,
    of: numbers.length,
  };
}

/** One found table as it stands, for a workbook. */
export async function foundTable(tx: Transaction, id: string, number: number): Promise<KeptTable> {
  await draftOf(tx, id);
  return tableOf(tx, id, number);
}

export interface ReceiptOfImport {
  readonly parts: readonly Part[];
  readonly targets: readonly IntakeTarget[];
  /** This person may write in every register that it went into. */
  readonly mayUndo: boolean;
  readonly original: Attachment | undefined;
  /** The undoing that goes on or has ended without anything undone. */
  readonly run: Run | undefined;
}

export async function receiptOf(
  { targets }: Intake,
  { tx, actor }: Pick<IntakeWork, 'tx' | 'actor'>,
  id: string,
): Promise<ReceiptOfImport> {
  const parts = await partsOf(tx, id);
  const [original] = await attachmentsOfRows(tx, imported.name, [id]);
  const written = parts.map(({ target }) => targets.find(({ key }) => key === target));
  const mayUndo =
    may(actor, bringTables) && written.every((target) => target !== undefined && may(actor, target.write));
  const run = await readRun(tx, id);
  return { parts, targets, mayUndo, original, run: run?.kind === 'undo' ? run : undefined };
}

/** What this person has begun and not come to the end of. */
export interface UnderWay {
  readonly runs: readonly Run[];
  readonly drafts: readonly WaitingDraft[];
}

export async function underWay(tx: Transaction): Promise<UnderWay> {
  return { runs: await ownRuns(tx), drafts: await waitingDrafts(tx) };
}
