import { type Actor, may } from '../access/index.ts';
import { type RowImage, rowAtVersion, rowsAtVersions } from '../audit/index.ts';
import type { Transaction } from '../database/index.ts';
import { RefusedError } from '../http/index.ts';
import type { Language } from '../texts/index.ts';
import { type FieldFault, sameValue, type Value } from './field.rules.ts';
import { type Kernel, mayChange } from './kernel.ts';
import { emptyValues, type Register, type RuleFault, writtenColumns } from './register.rules.ts';
import { checkRows, type Inputs } from './row.check.ts';
import { fromDatabase, insertRow, type Row, readRow, saveRow, saveRows } from './row.store.ts';

export type SaveResult =
  | { readonly ok: true; readonly id: string }
  | {
      readonly ok: false;
      readonly reason: 'invalid';
      readonly faults: readonly FieldFault[];
      readonly broken: readonly RuleFault[];
    }
  /** Somebody saved after the form was opened: what this person would have saved, what stands now, and what both began with. */
  | {
      readonly ok: false;
      readonly reason: 'conflict';
      readonly mine: Row;
      readonly theirs: Row;
      readonly base: Row | undefined;
    };

export interface RegisterWork {
  readonly kernel: Kernel;
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly register: Register;
  readonly language: Language;
}

export async function createRow(work: RegisterWork, inputs: Inputs, kept: Values = {}): Promise<SaveResult> {
  const { kernel, tx, actor, register, language } = work;
  if (!may(actor, register.write)) throw new RefusedError(403);
  const before = { ...emptyValues(register), ...kept };
  const [checked] = await checkRows(kernel, tx, register, [{ inputs, before }], language);
  if (!checked!.ok) return { reason: 'invalid', ...checked! };
  // What nobody has said is left to the table's own defaults.
  const values = await withDerived(work, { ...kept, ...checked!.values });
  if (!(await mayChange(kernel, tx, actor, register, values))) throw new RefusedError(403);
  return { ok: true, id: await insertRow(tx, register, values) };
}

type Values = Readonly<Record<string, Value>>;

/** The values, and what follows from them by the slice's own derivation. */
export async function withDerived(
  { kernel, tx, register }: RegisterWork,
  values: Values,
  before?: Row,
): Promise<Values> {
  const derive = kernel.derivations.get(register.name);
  return derive === undefined ? values : { ...values, ...(await derive(tx, values, before)) };
}

/** Saves what differs from the version that the person saw; what they did not touch is left as it stands. */
export async function changeRow(work: RegisterWork, id: string, version: number, inputs: Inputs): Promise<SaveResult> {
  const { kernel, tx, register, language } = work;
  const before = await rowToChange(work, id);
  const [checked] = await checkRows(kernel, tx, register, [{ inputs, before }], language);
  if (!checked!.ok) return { reason: 'invalid', ...checked! };
  return saveValues(work, before, version, await withDerived(work, checked!.values, before));
}

/** The same for values that a page of the slice has made itself: a card moved, a state judged. */
export async function saveValues(
  work: RegisterWork,
  before: Row,
  version: number,
  values: Values,
): Promise<SaveResult> {
  const { tx, register } = work;
  const changed = Object.entries(values).filter(([key, value]) => !sameValue(before[key] as Value, value));
  if (changed.length === 0 && before.version === version) return { ok: true, id: before.id };
  await requirePlace(work, { ...before, ...values });
  const saved = await saveRow(tx, register, before.id, version, Object.fromEntries(changed));
  if (saved.ok) return { ok: true, id: before.id };
  if (saved.reason === 'gone') throw new RefusedError(404);
  const mine = { ...before, ...values };
  return {
    ok: false,
    reason: 'conflict',
    mine,
    theirs: saved.theirs,
    base: await rowThen(tx, register, before.id, version),
  };
}

/** Nobody moves a row to where they may not change it. */
async function requirePlace({ kernel, tx, actor, register }: RegisterWork, row: Readonly<Record<string, unknown>>) {
  if (!(await mayChange(kernel, tx, actor, register, row))) throw new RefusedError(403);
}

export async function rowToChange(work: RegisterWork, id: string): Promise<Row> {
  const row = (await readRow(work.tx, work.register, id)) as Row | undefined;
  if (row === undefined) throw new RefusedError(404);
  await requirePlace(work, row);
  return row;
}

/** Archiving hides, and can be undone: what something else was built on must not disappear. */
export async function setActive(
  work: RegisterWork,
  id: string,
  active: boolean,
  version?: number,
): Promise<SaveResult> {
  const row = await rowToChange(work, id);
  return saveValues(work, row, version ?? row.version, { active });
}

/** Puts the row back as it stood at a version, as a new version of it. */
export async function restoreVersion(
  work: RegisterWork,
  id: string,
  seen: number,
  wanted: number,
): Promise<SaveResult> {
  const before = await rowToChange(work, id);
  const then = await rowThen(work.tx, work.register, id, wanted);
  if (then === undefined) throw new RefusedError(404);
  // What pages of the slice keep (a decision's state, who judged) has followed from acts of its own, which are not undone by this one.
  const values = Object.fromEntries(writtenColumns(work.register).map(({ key }) => [key, then[key] as Value]));
  return saveValues(work, before, seen, { ...values, active: then.active });
}

/** The same for many rows that were read in this transaction, some hundred in a statement. */
export async function restoreRows(
  work: RegisterWork,
  rows: readonly { readonly row: Row; readonly wanted: number }[],
  tell: (done: number) => Promise<void>,
): Promise<void> {
  const { kernel, tx, actor, register } = work;
  const keys = [...writtenColumns(register).map(({ key }) => key), 'active'];
  for (let start = 0; start < rows.length; start += rowsInOne) {
    const piece = rows.slice(start, start + rowsInOne);
    const asked = piece.map(({ row, wanted }) => ({ id: row.id, version: wanted }));
    const images = await rowsAtVersions(tx, register.name, asked);
    const changes = [];
    for (const { row } of piece) {
      const image = images.get(row.id);
      if (image === undefined) throw new RefusedError(404);
      const then = fromDatabase(register, image as never);
      const values = Object.fromEntries(keys.map((key) => [key, then[key] as Value]));
      if (!(await mayChange(kernel, tx, actor, register, { ...row, ...values }))) throw new RefusedError(403);
      const differs = keys.some((key) => !sameValue(row[key] as Value, values[key]!));
      if (differs) changes.push({ id: row.id, version: row.version, values });
    }
    const saved = await saveRows(tx, register, keys, changes);
    if (saved.size < changes.length) throw new RefusedError(409);
    await tell(start + piece.length);
  }
}

const rowsInOne = 500;

async function rowThen(tx: Transaction, register: Register, id: string, version: number): Promise<Row | undefined> {
  const image: RowImage | undefined = await rowAtVersion(tx, register.name, { id }, version);
  return image && fromDatabase(register, image as never);
}
