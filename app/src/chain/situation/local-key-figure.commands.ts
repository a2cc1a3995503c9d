import { type Actor, may } from '../../foundation/access/index.ts';
import { rowAtVersion } from '../../foundation/audit/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { RefusedError } from '../../foundation/http/index.ts';
import { writeSituation } from './access.ts';
import {
  firstYear,
  type LocalFault,
  type LocalGender,
  type LocalKeyFigureForm,
  type LocalKeyFigureValues,
  lastYear,
  localCode,
  localKeyFigureForm,
  placeKey,
} from './local-key-figure.rules.ts';
import {
  allUnits,
  deleteValues,
  idOfTitle,
  insertLocalKeyFigure,
  type LocalColumns,
  type LocalKeyFigureRow,
  lockLocalKeyFigures,
  nextNumber,
  readLocalKeyFigure,
  readValues,
  type StoredValue,
  saveLocalKeyFigure,
  saveValues,
} from './local-key-figure.store.ts';
import { type Cell, cellOf, readCell, sameCell } from './local-key-figure-cell.rules.ts';

export type SaveLocalResult =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly reason: 'invalid'; readonly faults: readonly LocalFault[] }
  | {
      readonly ok: false;
      readonly reason: 'conflict';
      readonly theirs: LocalKeyFigureRow;
      readonly base: LocalKeyFigureValues | undefined;
    };

export async function defineLocalKeyFigure(
  tx: Transaction,
  actor: Actor,
  values: LocalKeyFigureValues,
): Promise<SaveLocalResult> {
  requireLocalWriter(actor);
  const checked = await check(tx, values, undefined);
  if (!checked.ok) return checked;
  return { ok: true, id: await insertLocalKeyFigure(tx, localCode(await nextNumber(tx)), columnsOf(checked.form)) };
}

export async function changeLocalKeyFigure(
  tx: Transaction,
  actor: Actor,
  id: string,
  version: number,
  values: LocalKeyFigureValues,
): Promise<SaveLocalResult> {
  requireLocalWriter(actor);
  const checked = await check(tx, values, id);
  if (!checked.ok) return checked;
  const saved = await saveLocalKeyFigure(tx, id, version, columnsOf(checked.form));
  if (saved.ok) return { ok: true, id };
  if (saved.reason === 'gone') throw new RefusedError(404);
  const base = await rowAtVersion(tx, 'situation.local_key_figure', { id }, version);
  return {
    ok: false,
    reason: 'conflict',
    theirs: saved.theirs,
    base: base && localValuesOf(base as unknown as LocalKeyFigureRow),
  };
}

/** Archiving hides, and can be undone: reports may rest on the figure. */
export async function setLocalActive(tx: Transaction, actor: Actor, id: string, active: boolean): Promise<void> {
  requireLocalWriter(actor);
  const row = await readLocalKeyFigure(tx, id);
  if (row === undefined) throw new RefusedError(404);
  if (row.active === active) return;
  const saved = await saveLocalKeyFigure(tx, id, row.version, { active });
  if (!saved.ok) throw new RefusedError(409);
}

/** One cell of the form: what is written there, and what was there when the form was opened. */
export interface EnteredCell {
  readonly unitId: string | null;
  readonly gender: LocalGender;
  readonly text: string;
  readonly base: string;
}

export interface CellFault {
  readonly unitId: string | null;
  readonly gender: LocalGender;
  readonly reason: 'notANumber' | 'tooLarge' | 'changedMeanwhile';
  /** What someone else has saved meanwhile. */
  readonly theirs: Cell | undefined;
}

/** Saves what was changed in the form, all or nothing; what somebody else has changed meanwhile is not overwritten unseen. */
export async function enterValues(
  tx: Transaction,
  actor: Actor,
  id: string,
  year: number,
  cells: readonly EnteredCell[],
): Promise<
  { readonly ok: true; readonly saved: number } | { readonly ok: false; readonly faults: readonly CellFault[] }
> {
  requireLocalWriter(actor);
  if (!Number.isInteger(year) || year < firstYear || year > lastYear) throw new RefusedError(422);
  await lockLocalKeyFigures(tx);
  const row = await readLocalKeyFigure(tx, id);
  if (row === undefined) throw new RefusedError(404);
  const units = new Set((await allUnits(tx)).map((unit) => unit.id));
  const standing = new Map((await readValues(tx, [id])).map((value) => [placeKey(value), value]));
  const faults: CellFault[] = [];
  const changed: StoredValue[] = [];
  const emptied: { keyFigureId: string; unitId: string | null; year: number; gender: LocalGender }[] = [];
  for (const { unitId, gender, text, base } of cells) {
    if (unitId !== null && !units.has(unitId)) throw new RefusedError(422);
    if (gender !== 'T' && !row.divided_by_gender) throw new RefusedError(422);
    const place = { keyFigureId: id, unitId, year, gender };
    const written = readCell(text);
    const now = cellOf(standing.get(placeKey(place)));
    if (sameCell(written, readCell(base)) || sameCell(written, now)) continue;
    if (written.kind === 'fault') faults.push({ unitId, gender, reason: written.reason, theirs: undefined });
    else if (!sameCell(now, readCell(base))) faults.push({ unitId, gender, reason: 'changedMeanwhile', theirs: now });
    else if (written.kind === 'empty') emptied.push(place);
    else {
      changed.push({
        ...place,
        value: written.kind === 'value' ? written.value : null,
        missingReason: written.kind === 'missing' ? written.reason : null,
      });
    }
  }
  if (faults.length > 0) return { ok: false, faults };
  await deleteValues(tx, emptied);
  await saveValues(tx, changed);
  return { ok: true, saved: changed.length + emptied.length };
}

export function localValuesOf(row: LocalKeyFigureRow): LocalKeyFigureValues {
  return {
    title: row.title,
    definition: row.definition,
    unit: row.unit,
    area: row.area,
    perspective: row.perspective,
    direction: row.direction ?? '',
    source: row.source,
    genders: row.divided_by_gender ? 'TKM' : '',
  };
}

export function requireLocalWriter(actor: Actor): void {
  if (!may(actor, writeSituation)) throw new RefusedError(403);
}

async function check(
  tx: Transaction,
  values: LocalKeyFigureValues,
  own: string | undefined,
): Promise<{ ok: true; form: LocalKeyFigureForm } | Extract<SaveLocalResult, { reason: 'invalid' }>> {
  const parsed = localKeyFigureForm.safeParse(values);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      ({ path, message }) => ({ field: path[0], reason: message }) as unknown as LocalFault,
    );
    return { ok: false, reason: 'invalid', faults };
  }
  await lockLocalKeyFigures(tx);
  const other = await idOfTitle(tx, parsed.data.title);
  if (other !== undefined && other !== own) {
    return { ok: false, reason: 'invalid', faults: [{ field: 'title', reason: 'titleTaken' }] };
  }
  return { ok: true, form: parsed.data };
}

function columnsOf(form: LocalKeyFigureForm): LocalColumns {
  return {
    title: form.title,
    definition: form.definition,
    unit: form.unit,
    area: form.area,
    perspective: form.perspective,
    direction: form.direction || null,
    source: form.source,
    divided_by_gender: form.genders === 'TKM',
  };
}
