import { createHash } from 'node:crypto';
import { writeWorkbook, xlsxType } from '@samband/documents/spreadsheet';
import { RefusedError } from '../http/index.ts';
import { newId } from '../ids/index.ts';
import { insertAttachment, insertRow, readRow, saveRow } from '../register/index.ts';
import { draftOf } from './draft.commands.ts';
import { type Draft, deleteTables, type KeptTable, readTables, turnDraft } from './draft.store.ts';
import { imported } from './import.rules.ts';
import {
  type EarlierImport,
  importOfTable,
  insertPart,
  lockImports,
  markPartsUndone,
  partsOf,
} from './import.store.ts';
import type { Intake } from './intake.ts';
import { type MatchedTable, matchedTable } from './match.queries.ts';
import { saidIn } from './mend.rules.ts';
import { sheetName, sheetOfTable, tableTitle } from './table.sheets.ts';
import {
  type Applied,
  type GivenTable,
  type IntakeRow,
  type IntakeTarget,
  type IntakeWork,
  mayBringInto,
  type PlannedRow,
  type Tell,
} from './target.ts';
import { texts } from './texts.ts';

export interface PlannedTable {
  readonly kept: KeptTable;
  readonly target: IntakeTarget;
  readonly matched: MatchedTable;
  /** One for each row of the table. */
  readonly rows: readonly PlannedRow[];
  readonly remarks: readonly string[];
  /** The import that took the same table to the same target: then all of it is there. */
  readonly before: EarlierImport | undefined;
}

/** What would become of every table that goes into a register. Saves nothing. */
export async function planTables(
  intake: Intake,
  work: IntakeWork,
  id: string,
  tell: Tell = () => Promise.resolve(),
): Promise<readonly PlannedTable[]> {
  const { format } = await draftOf(work.tx, id);
  const going = (await readTables(work.tx, id)).flatMap((kept) => {
    const target = intake.targets.find(({ key }) => key === kept.target);
    return target === undefined ? [] : [{ kept, target }];
  });
  const total = going.reduce((sum, { kept }) => sum + kept.rowCount, 0);
  const planned: PlannedTable[] = [];
  let done = 0;
  for (const { kept, target } of going) {
    if (!mayBringInto(target, work.actor)) throw new RefusedError(403);
    const before = done;
    planned.push(await planTable(work, kept, target, format, (rows) => tell(before + rows, total)));
    done += kept.rowCount;
    await tell(done, total);
  }
  return planned;
}

async function planTable(
  work: IntakeWork,
  kept: KeptTable,
  target: IntakeTarget,
  format: Draft['format'],
  tell: Tell,
): Promise<PlannedTable> {
  const matched = await matchedTable(target, work, kept, format);
  const { given, sums } = matched;
  const passedBy = sums.length === 0 ? [] : [texts(work.language).plan.sums(sums)];
  const before = await importOfTable(work.tx, target.key, printOf(target, given));
  const about = { kept, target, matched, before };
  if (before !== undefined) {
    const there = { state: 'there', cells: [], remarks: [], faults: [] } as const;
    return { ...about, rows: given.rows.map((_, index) => rowAt(matched, index, there)), remarks: passedBy };
  }
  if (matched.missing.length > 0) return { ...about, rows: [], remarks: passedBy };
  const out = new Set(kept.choice.out ?? []);
  const going = given.rows.flatMap((_, index) => (out.has(index) ? [] : [index]));
  const plan = await target.plan(work, { ...given, rows: going.map((index) => given.rows[index]!) }, tell);
  const byIndex = new Map(going.map((index, at) => [index, plan.rows[at]!]));
  return {
    ...about,
    rows: given.rows.map((_, index) => rowAt(matched, index, byIndex.get(index))),
    remarks: [...plan.remarks, ...passedBy],
  };
}

/** A row with where it stands; one that has been left out shows what the table says. */
function rowAt({ given, known }: MatchedTable, index: number, row: IntakeRow | undefined): PlannedRow {
  const { place, page, cells } = given.rows[index]!;
  const about = { index, place, page };
  if (row === undefined) {
    const labelOf = (at: number) =>
      known.fields.find(({ key }) => key === given.fields[at])?.label ?? given.headers[at];
    const said = cells.flatMap((text, at) => (text === '' ? [] : [{ label: labelOf(at) ?? '', text }]));
    return { ...about, state: 'out', cells: said, remarks: [], faults: [], said: {} };
  }
  const fields = row.faults.flatMap(({ field }) => field ?? []);
  return { ...about, ...row, said: Object.fromEntries(fields.map((key) => [key, saidIn(given, index, key)])) };
}

/** The same columns with the same cells, going to the same place. */
function printOf({ key }: IntakeTarget, { fields, headers, rows, once }: GivenTable): string {
  const said = [key, fields, headers, once, rows.map(({ cells, group }) => [cells, group ?? ''])];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 64);
}

export interface Counts {
  readonly tables: number;
  readonly added: number;
  readonly changed: number;
  readonly already: number;
  readonly leftOut: number;
  readonly keptTables: number;
}

export type ImportResult =
  | { readonly ok: true; readonly counts: Counts }
  | { readonly ok: false; readonly reason: 'nothing' }
  /** What is wrong, as it stands now. */
  | { readonly ok: false; readonly reason: 'faults'; readonly planned: readonly PlannedTable[] };

/** Brings in every table as chosen, in this one transaction: all or nothing. */
export async function importDraft(
  intake: Intake,
  work: IntakeWork,
  id: string,
  tell: Tell = () => Promise.resolve(),
): Promise<ImportResult> {
  const { tx } = work;
  await lockImports(tx);
  const draft = await draftOf(tx, id);
  if (draft.state === 'done') throw new RefusedError(409);
  const planned = await planTables(intake, work, id, (_, total) => tell(0, total));
  const kept = (await readTables(tx, id)).filter(({ target }) => target === 'keep');
  if (planned.length + kept.length === 0) return { ok: false, reason: 'nothing' };
  if (!planned.every(isReady)) return { ok: false, reason: 'faults', planned };
  const about = { title: draft.title, source: draft.source, format: draft.format };
  await insertImport(work, id, about);
  const total = planned.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  const counts = { tables: planned.length, added: 0, changed: 0, already: 0, leftOut: 0, keptTables: kept.length };
  for (const one of planned) {
    const before = done;
    const applied = await applyTable(work, id, draft, one, (rows) => tell(before + rows, total));
    done += one.rows.length;
    counts.added += applied.added;
    counts.changed += applied.changed;
    counts.already += applied.already;
    counts.leftOut += applied.leftOut;
  }
  await attachOriginal(work, draft);
  for (const table of kept) await attachTable(intake, work, id, table);
  await deleteTables(tx, id);
  await closeImport(work, id, counts);
  // Last, since how far it has come is told in the same row; two who say yes at once would both insert the import, and one fails.
  if (!(await turnDraft(tx, id, draft.state, 'done'))) throw new RefusedError(409);
  return { ok: true, counts };
}

function isReady({ rows, matched, kept, before }: PlannedTable): boolean {
  if (before !== undefined) return true;
  return (
    matched.missing.length === 0 && (kept.choice.leaveOut === true || rows.every(({ state }) => state !== 'faulty'))
  );
}

async function applyTable(
  work: IntakeWork,
  importId: string,
  { title }: Draft,
  { kept, target, matched, rows: planned, before }: PlannedTable,
  tell: (done: number) => Promise<void>,
): Promise<Applied & { readonly leftOut: number }> {
  const { given } = matched;
  const rows = given.rows.filter((_, index) => !['faulty', 'out'].includes(planned[index]?.state ?? ''));
  const leftOut = given.rows.length - rows.length;
  const applied =
    before === undefined
      ? await target.apply(work, { ...given, rows }, { importId, title, tell })
      : { added: 0, changed: 0, already: rows.length, undo: null };
  const { number } = kept.table;
  // What was there already is another import's, and what lacks rows can be brought again: neither leaves a print to be known by.
  const isWhole = before === undefined && leftOut === 0 && applied.added + applied.changed > 0;
  const print = isWhole ? printOf(target, given) : `${importId}/${number}`;
  await insertPart(work.tx, importId, {
    ...applied,
    number,
    target: target.key,
    title: tableTitle(kept),
    print,
    leftOut,
  });
  return { ...applied, leftOut };
}

type ImportAbout = Pick<Draft, 'title' | 'source' | 'format'>;

async function insertImport(
  { tx }: IntakeWork,
  id: string,
  about: Partial<ImportAbout> & Pick<ImportAbout, 'title' | 'source'>,
): Promise<void> {
  const person = tx.scope.personId ?? null;
  await insertRow(tx, imported, { ...about, title: about.title.slice(0, 200), importedBy: person }, id);
}

async function closeImport({ tx }: IntakeWork, id: string, counts: Counts): Promise<void> {
  const { keptTables, changed: changedRows, ...kept } = counts;
  const saved = await saveRow(tx, imported, id, 1, { ...kept, changedRows, tables: counts.tables + keptTables });
  if (!saved.ok) throw new RefusedError(409);
}

async function attachOriginal({ tx }: IntakeWork, { id, title, sha256, mediaType, bytes }: Draft): Promise<void> {
  await insertAttachment(tx, { register: imported.name, rowId: id, fileName: title, sha256, mediaType, bytes });
}

async function attachTable(
  intake: Intake,
  { tx, actor, language }: IntakeWork,
  id: string,
  kept: KeptTable,
): Promise<void> {
  const fileName = `${sheetName(kept, language)}.xlsx`;
  const content = await writeWorkbook([sheetOfTable(kept, language)]);
  const stored = await intake.files.put(actor.tenantId, pieces(content), {
    limitBytes: Number.MAX_SAFE_INTEGER,
    fileName,
  });
  if (!stored.ok) throw new Error(`a workbook of our own is ${stored.reason}`);
  await insertAttachment(tx, {
    register: imported.name,
    rowId: id,
    fileName,
    sha256: stored.sha256,
    mediaType: xlsxType,
    bytes: stored.size,
  });
}

async function* pieces(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content);
}

/** A table that a slice's own page has read and applied, kept as an import that can be undone as a whole. */
export async function recordImport(
  work: IntakeWork,
  { target, title, applied }: { readonly target: string; readonly title: string; readonly applied: Applied },
): Promise<string> {
  const id = newId();
  await insertImport(work, id, { title, source: 'pasted' });
  await insertPart(work.tx, id, { ...applied, number: 1, target, title: '', print: `${id}/1`, leftOut: 0 });
  const { added, changed, already } = applied;
  await closeImport(work, id, { tables: 1, added, changed, already, leftOut: 0, keptTables: 0 });
  return id;
}

/** Somebody has gone on with what was imported; the transaction must be rolled back, since some of it may have been put back already. */
export class GoneOnError extends Error {
  override readonly name = 'GoneOnError';
  readonly titles: readonly string[];
  constructor(titles: readonly string[]) {
    super(`gone on with ${titles.length}`);
    this.titles = titles;
  }
}

/** Whether this person may undo it now. */
export async function requireUndoing({ targets }: Intake, { tx, actor }: IntakeWork, id: string): Promise<void> {
  for (const part of await partsOf(tx, id)) {
    const target = targets.find(({ key }) => key === part.target);
    if (target === undefined) throw new Error(`nobody takes ${part.target} any more`);
    if (!mayBringInto(target, actor)) throw new RefusedError(403);
  }
}

/** Puts back all that an import did, the last first, or nothing. Throws a GoneOnError when somebody has gone on with it. */
export async function undoImport(
  intake: Intake,
  work: IntakeWork,
  id: string,
  tell: Tell = () => Promise.resolve(),
): Promise<void> {
  const { tx } = work;
  await lockImports(tx);
  const row = await readRow(tx, imported, id);
  if (row === undefined) throw new RefusedError(404);
  if (row.state === 'undone') throw new RefusedError(409, (language) => texts(language).receipt.alreadyUndone);
  await requireUndoing(intake, work, id);
  const parts = (await partsOf(tx, id)).toReversed();
  const total = parts.reduce((sum, part) => sum + part.added + part.changed, 0);
  let done = 0;
  for (const part of parts) {
    const before = done;
    const target = intake.targets.find(({ key }) => key === part.target)!;
    const undone =
      part.undo === null
        ? ({ ok: true } as const)
        : await target.undo(work, part.undo, (rows) => tell(before + rows, total));
    if (!undone.ok) throw new GoneOnError(undone.titles);
    done += part.added + part.changed;
    await tell(done, total);
  }
  await markPartsUndone(tx, id);
  const day = new Date().toISOString().slice(0, 10);
  const saved = await saveRow(tx, imported, id, row.version, {
    state: 'undone',
    undoneOn: day,
    undoneBy: tx.scope.personId ?? null,
  });
  if (!saved.ok) throw new RefusedError(409);
}
