import {
  readPasted,
  readSheet,
  readSheetNames,
  type SheetProblem,
  type SheetRow,
} from '@samband/documents/spreadsheet';
import { rowAtVersion } from '../audit/index.ts';
import type { Language } from '../texts/index.ts';
import { faultWords } from './fault-words.ts';
import { isText, sameValue, type Value } from './field.rules.ts';
import type { ImportDraft } from './import.store.ts';
import { mayChange } from './kernel.ts';
import { inputOfColumn } from './names.rules.ts';
import { emptyValues, type RegisterColumn, writtenColumns } from './register.rules.ts';
import { checkRows, type Inputs } from './row.check.ts';
import type { RegisterWork } from './row.commands.ts';
import { namesFor } from './row.queries.ts';
import { fromDatabase, type Row, readRows, rowsNamed } from './row.store.ts';
import { columnLetter, type Mark, type Matching, matchHeaders, readMark } from './sheet.rules.ts';
import { texts } from './texts.ts';

export const importLimits = { bytes: 25 * 1024 * 1024, rows: 100_000 } as const;

/** The hidden sheet that tells that a workbook was written by the program. */
export const ownSheet = 'Samband';

/** What is wrong, by row and column as the person sees them in the file. */
export interface PlanFault {
  readonly row: number;
  /** As `C – Slutar`; empty when it concerns the whole row. */
  readonly column: string;
  readonly text: string;
}

export interface PlannedChange {
  readonly number: number;
  readonly row: Row;
  readonly values: Readonly<Record<string, Value>>;
}

export interface PlannedRow {
  readonly number: number;
  readonly values: Readonly<Record<string, Value>>;
}

export interface ImportPlan extends LinesPlan {
  readonly headers: readonly string[];
  readonly matching: Matching;
}

export interface LinesPlan {
  readonly added: readonly PlannedRow[];
  readonly changed: readonly PlannedChange[];
  /** Rows that say what stands there already. */
  readonly same: number;
  readonly faults: readonly PlanFault[];
}

export type PlanResult =
  | { readonly ok: true; readonly plan: ImportPlan }
  | {
      readonly ok: false;
      readonly reason: SheetProblem | 'noHeader' | 'noName';
      /** The file's columns, when they could be read: a person can then say which is which. */
      readonly partly?: Pick<ImportPlan, 'headers' | 'matching'>;
    };

/** What a file would change, row by row, without changing anything. Made anew when it is said yes to: the register may have moved since. */
export async function planImport(work: RegisterWork, draft: ImportDraft): Promise<PlanResult> {
  const read = await readDraftRows(draft);
  if (!read.ok) return read;
  const { register } = work;
  const [first, ...lines] = read.rows;
  if (first === undefined) return { ok: false, reason: 'noHeader' };
  const headers = first.cells.map((cell) => cell.trim());
  const matching = matchHeaders(register, writtenColumns(register), headers, draft.matching);
  if (!matching.fields.includes(register.heads)) return { ok: false, reason: 'noName', partly: { headers, matching } };
  return { ok: true, plan: await plan(work, headers, matching, lines) };
}

async function readDraftRows({ fileName, content }: ImportDraft) {
  if (fileName === '') return readPasted(new TextDecoder().decode(content), importLimits);
  const own = (await readSheetNames(content, importLimits)).some(({ name }) => name === ownSheet);
  return readSheet(content, importLimits, own ? 'exact' : 'tidy');
}

async function plan(
  work: RegisterWork,
  headers: readonly string[],
  matching: Matching,
  lines: readonly SheetRow[],
): Promise<ImportPlan> {
  const asked = lines.map((line) => readLine(matching, line));
  return { headers, matching, ...(await planLines(work, asked, placesOf(headers, matching))) };
}

/**
 * What lines would change, however they were read: those that tell which row they are change it, the others are new unless a row says the same already. `place` names
 * the column of a field as the person sees it.
 */
export async function planLines(work: RegisterWork, lines: readonly AskedLine[], place: PlaceOf): Promise<LinesPlan> {
  const { tx, register } = work;
  const marked = lines.filter(({ mark }) => mark !== undefined);
  const known = new Map(
    (await readRows(tx, register, [...new Set(marked.map(({ mark }) => mark!.id))])).map((row) => [row.id, row]),
  );
  const faults: PlanFault[] = [];
  const updates = await plannedChanges(work, marked, known, place, faults);
  const inserts = await plannedRows(
    work,
    lines.filter(({ mark }) => mark === undefined),
    place,
    faults,
  );
  return {
    added: inserts.added,
    changed: updates.changed,
    same: updates.same + inserts.same,
    faults: faults.toSorted((a, b) => a.row - b.row),
  };
}

/** A row as somebody wrote it, by field; `mark` tells which row of the register it is, when it does. */
export interface AskedLine {
  /** As the person counts rows in the file. */
  readonly number: number;
  readonly inputs: Inputs;
  readonly mark: Mark | undefined;
}

function readLine({ fields, markAt }: Matching, { number, cells }: SheetRow): AskedLine {
  const inputs = Object.fromEntries(
    fields.flatMap((key, index) => (key === undefined ? [] : [[key, cells[index] ?? '']])),
  );
  return { number, inputs, mark: markAt === -1 ? undefined : readMark(cells[markAt] ?? '') };
}

export type PlaceOf = (key: string) => string;

function placesOf(headers: readonly string[], { fields }: Matching): PlaceOf {
  return (key) => {
    const index = fields.indexOf(key);
    return index === -1 ? '' : `${columnLetter(index)} – ${headers[index]}`;
  };
}

/** Rows that the file knows by their marks: only the cells that differ from what stands there now are read. */
async function plannedChanges(
  work: RegisterWork,
  marked: readonly AskedLine[],
  known: ReadonlyMap<string, Row>,
  place: PlaceOf,
  faults: PlanFault[],
): Promise<{ readonly changed: readonly PlannedChange[]; readonly same: number }> {
  const { kernel, tx, actor, register, language } = work;
  const t = texts(language).import;
  const columns = writtenColumns(register);
  const names = await namesFor(kernel, tx, register, [...known.values()], language);
  const seen = new Map<string, number>();
  const differing: { readonly line: AskedLine; readonly before: Row; readonly inputs: Inputs }[] = [];
  let same = 0;
  for (const line of marked) {
    const { id } = line.mark!;
    const before = known.get(id);
    const twice = seen.get(id);
    seen.set(id, line.number);
    if (before === undefined) faults.push({ row: line.number, column: '', text: t.rowGone });
    else if (twice !== undefined) faults.push({ row: line.number, column: '', text: t.rowTwice(twice) });
    else {
      const inputs = Object.fromEntries(
        columns.flatMap((column) => {
          const cell = line.inputs[column.key];
          if (cell === undefined) return [];
          return asWritten(column, cell) ===
            asWritten(column, inputOfColumn(names, column, before[column.key] as Value))
            ? []
            : [[column.key, cell]];
        }),
      );
      if (Object.keys(inputs).length === 0) same += 1;
      else differing.push({ line, before, inputs });
    }
  }
  const checked = await checkRows(kernel, tx, register, differing, language);
  const changed: PlannedChange[] = [];
  for (const [index, { line, before }] of differing.entries()) {
    const result = checked[index]!;
    if (!result.ok) {
      faults.push(...faultsOf(result, line.number, place, language));
      continue;
    }
    const values = Object.fromEntries(
      Object.entries(result.values).filter(([key, value]) => !sameValue(before[key] as Value, value)),
    );
    if (Object.keys(values).length === 0) {
      same += 1;
      continue;
    }
    if (!(await mayChange(kernel, tx, actor, register, { ...before, ...values }))) {
      faults.push({ row: line.number, column: '', text: t.notYours });
      continue;
    }
    faults.push(...(await movedSince(work, line, before, values, place)));
    changed.push({ number: line.number, row: before, values });
  }
  return { changed, same };
}

/** A cell that the file changes and somebody else has changed since it was written out: neither may be lost, so a person must decide. */
async function movedSince(
  { tx, register, language }: RegisterWork,
  { number, mark }: AskedLine,
  before: Row,
  values: Readonly<Record<string, Value>>,
  place: PlaceOf,
): Promise<readonly PlanFault[]> {
  if (mark === undefined || mark.version === before.version) return [];
  const image = await rowAtVersion(tx, register.name, { id: before.id }, mark.version);
  const then = image && fromDatabase(register, image as never);
  return Object.keys(values)
    .filter((key) => then === undefined || !sameValue(then[key] as Value, before[key] as Value))
    .map((key) => ({ row: number, column: place(key), text: texts(language).import.movedSince }));
}

function asWritten({ field }: RegisterColumn, cell: string): string {
  return isText(field) ? cell.replaceAll('\r\n', '\n').trimEnd() : cell.trim();
}

/** Rows without a mark are new, unless a row in use says the same in every cell already: reading the same file in again adds nothing. */
async function plannedRows(
  work: RegisterWork,
  lines: readonly AskedLine[],
  place: PlaceOf,
  faults: PlanFault[],
): Promise<{ readonly added: readonly PlannedRow[]; readonly same: number }> {
  const { kernel, tx, actor, register, language } = work;
  // A rule between fields sees what nobody has said as empty, as it does when a row is made in a form.
  const before = emptyValues(register);
  const asked = lines.map(({ inputs }) => ({ inputs, before }));
  const checked = await checkRows(kernel, tx, register, asked, language);
  const good = lines.flatMap((line, index) => {
    const result = checked[index]!;
    if (result.ok) return [{ number: line.number, values: result.values }];
    faults.push(...faultsOf(result, line.number, place, language));
    return [];
  });
  const named = await rowsNamed(tx, register, [...new Set(good.map(({ values }) => String(values[register.heads])))]);
  const byName = Map.groupBy(named, (row) => String(row[register.heads]).toLowerCase());
  const added: PlannedRow[] = [];
  for (const row of good) {
    const alike = byName.get(String(row.values[register.heads]).toLowerCase()) ?? [];
    if (alike.some((one) => saysTheSame(one, row.values))) continue;
    if (await mayChange(kernel, tx, actor, register, row.values)) added.push(row);
    else faults.push({ row: row.number, column: '', text: texts(language).import.notYours });
  }
  return { added, same: good.length - added.length };
}

function saysTheSame(row: Row, values: Readonly<Record<string, Value>>): boolean {
  return Object.entries(values).every(([key, value]) => sameValue(row[key] as Value, value));
}

function faultsOf(
  result: Extract<Awaited<ReturnType<typeof checkRows>>[number], { ok: false }>,
  row: number,
  place: PlaceOf,
  language: Language,
): readonly PlanFault[] {
  return [
    ...result.faults.map((fault) => ({ row, column: place(fault.field), text: faultWords(fault, language) })),
    ...result.broken.map(({ field, text }) => ({ row, column: place(field), text: text(language) })),
  ];
}
