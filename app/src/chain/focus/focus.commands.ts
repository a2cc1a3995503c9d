import { type Actor, may } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { RefusedError } from '../../foundation/http/index.ts';
import { findRows, insertRow, type Kernel, type readRow, readRows, saveRow } from '../../foundation/register/index.ts';
import { observationPage } from '../situation/index.ts';
import { decideFocus, writeFocus } from './access.ts';
import { focusArea } from './area.rules.ts';
import { candidate, type Ground, grounds } from './candidate.rules.ts';
import { type ChoiceFault, type ChoiceForm, checkChoice } from './choice.rules.ts';
import { insertDecision, readWeights, saveWeights } from './focus.store.ts';
import { evenWeights, scoreOf, suggestedScores, type Weights } from './score.rules.ts';

/** A candidate that stands on an observation, with what its figures say of the grounds. The same observation gives the same candidate again. */
export async function proposeObservation(
  tx: Transaction,
  actor: Actor,
  observationId: string,
): Promise<{ readonly id: string; readonly already: boolean }> {
  if (!may(actor, writeFocus)) throw new RefusedError(403);
  const page = await observationPage(tx, observationId);
  if (page === undefined) throw new RefusedError(404);
  const column = candidate.columns.find(({ key }) => key === 'observations')!;
  const [before] = await findRows(tx, candidate, [{ column, is: 'one', of: [observationId] }], 1);
  if (before) return { id: before.id, already: true };
  const { row, figures } = page;
  const { kronor, ...scores } = suggestedScores(figures.map(({ frozen }) => frozen));
  const areas: readonly string[] = candidate.fields.area.of;
  const id = await insertRow(tx, candidate, {
    title: row.title,
    area: areas.includes(row.area) ? row.area : null,
    department: row.department_id,
    why: row.note,
    observations: [observationId],
    keyFigures: [...new Set(figures.map(({ kpi }) => kpi))],
    kronor,
    ...scores,
  });
  return { id, already: false };
}

export async function changeWeights(
  tx: Transaction,
  actor: Actor,
  weights: Weights,
  version: number,
): Promise<boolean> {
  if (!may(actor, decideFocus)) throw new RefusedError(403);
  return saveWeights(tx, weights, version);
}

export type ChooseResult =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly faults: readonly ChoiceFault[] };

/**
 * The steering group's choice: each candidate that was weighed is chosen or not, with a reason. What is chosen becomes a focus area that takes
 * over all that the candidate says; nothing is typed twice. The choice itself is never changed afterwards.
 */
export async function chooseFocus(
  kernel: Kernel,
  tx: Transaction,
  actor: Actor,
  form: ChoiceForm,
): Promise<ChooseResult> {
  if (!may(actor, decideFocus)) throw new RefusedError(403);
  const weighed = form.candidates.filter(({ choice }) => choice !== '');
  const rows = new Map(
    (
      await readRows(
        tx,
        candidate,
        weighed.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  const present = (await kernel.references.get('person')!.find(tx, form.present)) ?? new Map();
  const unknown = form.present.filter((name) => (present.get(name) ?? []).length !== 1);
  const faults = checkChoice(form, unknown);
  if (faults.length > 0) return { ok: false, faults };
  const weights = (await readWeights(tx))?.weights ?? evenWeights;
  const decided = [];
  for (const [index, { id, choice, reason }] of weighed.entries()) {
    const row = rows.get(id);
    // Archived or decided by somebody else since the page was opened: look at it anew.
    if (row === undefined || !row.active || row.state === 'chosen') throw new RefusedError(409);
    const chosen = choice === 'chosen';
    const areaId = chosen ? await insertArea(tx, row, form.decidedOn) : null;
    const saved = await saveRow(tx, candidate, id, row.version, { state: choice, reason });
    if (!saved.ok) throw new RefusedError(409);
    const { points } = scoreOf(row, weights);
    decided.push({
      candidateId: id,
      chosen,
      reason,
      title: row.title,
      score: points ?? null,
      place: index + 1,
      areaId,
    });
  }
  const id = await insertDecision(
    tx,
    {
      decidedOn: form.decidedOn,
      body: form.body,
      present: form.present.map((name) => present.get(name)![0]!),
      note: form.note,
      weights,
    },
    decided,
  );
  return { ok: true, id };
}

async function insertArea(
  tx: Transaction,
  row: NonNullable<Awaited<ReturnType<typeof readRow<typeof candidate.fields>>>>,
  decidedOn: string,
): Promise<string> {
  return insertRow(tx, focusArea, {
    title: row.title,
    purpose: row.why,
    department: row.department,
    keyFigures: row.keyFigures,
    observations: row.observations,
    candidate: row.id,
    starts: decidedOn,
    state: 'ongoing',
  });
}

export function readWeightsForm(raw: (ground: Ground) => string): Weights | undefined {
  const weights = grounds.map((ground) => [ground, Number(raw(ground))] as const);
  const right = weights.every(([, weight]) => Number.isInteger(weight) && weight >= 0 && weight <= 10);
  return right && weights.some(([, weight]) => weight > 0) ? (Object.fromEntries(weights) as Weights) : undefined;
}
