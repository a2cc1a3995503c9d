import { type Actor, may } from '../../foundation/access/index.ts';
import { rowAtVersion } from '../../foundation/audit/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { RefusedError } from '../../foundation/http/index.ts';
import { allDepartments } from '../../foundation/tenancy/index.ts';
import { writeSituation } from './access.ts';
import {
  type FigureToKeep,
  type ObservationFault,
  type ObservationForm,
  type ObservationValues,
  observationForm,
} from './observation.rules.ts';
import {
  findKept,
  insertFigure,
  insertObservation,
  type ObservationColumns,
  type ObservationRow,
  readObservation,
  saveObservation,
} from './observation.store.ts';

export type SaveObservationResult =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly reason: 'invalid'; readonly faults: readonly ObservationFault[] }
  | {
      readonly ok: false;
      readonly reason: 'conflict';
      readonly theirs: ObservationRow;
      readonly base: ObservationValues | undefined;
    };

/** Keeps a finding as an observation with its figures frozen. Keeping the same twice gives the first one back. */
export async function keepFinding(
  tx: Transaction,
  actor: Actor,
  figure: FigureToKeep,
  area: string,
): Promise<{ readonly id: string; readonly already: boolean }> {
  requireWriter(actor);
  const before = await findKept(tx, figure);
  if (before) return { id: before.id, already: true };
  const id = await insertObservation(tx, {
    title: figure.frozen.title,
    area,
    department_id: null,
    note: '',
    experience: '',
    experienced_by: null,
    agreement: null,
  });
  await insertFigure(tx, id, figure);
  return { id, already: false };
}

/** A key figure kept together with what is known and experienced about it. */
export async function keepFigure(
  tx: Transaction,
  actor: Actor,
  figure: FigureToKeep,
  values: ObservationValues,
): Promise<SaveObservationResult> {
  const created = await createObservation(tx, actor, values);
  if (created.ok) await insertFigure(tx, created.id, figure);
  return created;
}

export async function createObservation(
  tx: Transaction,
  actor: Actor,
  values: ObservationValues,
): Promise<SaveObservationResult> {
  requireWriter(actor);
  const checked = await check(tx, values);
  return checked.ok ? { ok: true, id: await insertObservation(tx, columnsOf(checked.form)) } : checked;
}

export async function changeObservation(
  tx: Transaction,
  actor: Actor,
  id: string,
  version: number,
  values: ObservationValues,
): Promise<SaveObservationResult> {
  requireWriter(actor);
  const checked = await check(tx, values);
  if (!checked.ok) return checked;
  const saved = await saveObservation(tx, id, version, columnsOf(checked.form));
  if (saved.ok) return { ok: true, id };
  if (saved.reason === 'gone') throw new RefusedError(404);
  const base = await rowAtVersion(tx, 'situation.observation', { id }, version);
  return {
    ok: false,
    reason: 'conflict',
    theirs: saved.theirs,
    base: base && valuesOf(base as unknown as ObservationRow),
  };
}

/** Archiving hides, and can be undone: what an action was built on must not disappear. */
export async function setObservationActive(tx: Transaction, actor: Actor, id: string, active: boolean): Promise<void> {
  requireWriter(actor);
  const row = await readObservation(tx, id);
  if (!row) throw new RefusedError(404);
  if (row.active !== active) await saveObservation(tx, id, row.version, { active });
}

export async function addFigure(tx: Transaction, actor: Actor, id: string, figure: FigureToKeep): Promise<void> {
  requireWriter(actor);
  if (!(await readObservation(tx, id))) throw new RefusedError(404);
  await insertFigure(tx, id, figure);
}

export function valuesOf(row: ObservationRow): ObservationValues {
  return {
    title: row.title,
    area: row.area,
    department: row.department_id ?? '',
    note: row.note,
    experience: row.experience,
    experiencedBy: row.experienced_by ?? '',
    agreement: row.agreement ?? '',
  };
}

function requireWriter(actor: Actor): void {
  if (!may(actor, writeSituation)) throw new RefusedError(403);
}

async function check(
  tx: Transaction,
  values: ObservationValues,
): Promise<{ ok: true; form: ObservationForm } | Extract<SaveObservationResult, { reason: 'invalid' }>> {
  const parsed = observationForm.safeParse(values);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      ({ path, message }) => ({ field: path[0], reason: message }) as unknown as ObservationFault,
    );
    return { ok: false, reason: 'invalid', faults };
  }
  const { department } = parsed.data;
  if (department !== '' && !(await allDepartments(tx)).some(({ id, active }) => active && id === department)) {
    return { ok: false, reason: 'invalid', faults: [{ field: 'department', reason: 'unknownDepartment' }] };
  }
  return { ok: true, form: parsed.data };
}

function columnsOf(form: ObservationForm): ObservationColumns {
  return {
    title: form.title,
    area: form.area,
    department_id: form.department || null,
    note: form.note,
    experience: form.experience,
    experienced_by: form.experiencedBy || null,
    agreement: form.agreement || null,
  };
}
