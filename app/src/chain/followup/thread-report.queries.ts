import type { FigureStore } from '../../foundation/figures/index.ts';
import { readRow } from '../../foundation/register/index.ts';
import { municipalityCode, peopleNames } from '../../foundation/tenancy/index.ts';
import { decisionOfArea, focusArea } from '../focus/index.ts';
import { type FigureToday, type FrozenFigure, figureToday, type ObservationFigureRow } from '../situation/index.ts';
import { currentFigures, type ExpectedEffect, type Outcome, outcomeOf } from './outcome.queries.ts';
import { graphOf, type ThreadMaterial, type ThreadQuestion, threadMaterial } from './thread.queries.ts';
import { gapsOf, type Kind, keyOf, type Stage, type ThreadGraph, threadOf, whole } from './thread.rules.ts';

/** A key figure that the focus area follows: as it was noticed, and as it stands. */
export interface FollowedFigure {
  readonly code: string;
  readonly title: string;
  readonly noticed: (FrozenFigure & { readonly comparison: ObservationFigureRow['comparison'] }) | undefined;
  readonly now: FigureToday | undefined;
  /** Whom the figures of today are compared with. */
  readonly comparison: 'similar' | 'class' | 'all';
}

/** All that is told of a focus area, from why it was chosen to what it gave. */
export interface ThreadReport {
  readonly area: NonNullable<Awaited<ReturnType<typeof readRow<typeof focusArea.fields>>>>;
  readonly choice: Awaited<ReturnType<typeof decisionOfArea>>;
  readonly thread: ThreadGraph;
  readonly gaps: ReadonlyMap<string, Stage>;
  /** The rows of the thread; what hangs together with other focus areas is not told here. */
  readonly rows: ThreadMaterial;
  readonly figures: readonly FollowedFigure[];
  readonly outcomes: readonly { readonly effect: ExpectedEffect; readonly outcome: Outcome | undefined }[];
  /** People, departments and units by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

export async function threadReport(
  question: ThreadQuestion,
  store: FigureStore,
  areaId: string,
  today: string,
): Promise<ThreadReport | undefined> {
  const { tx } = question;
  const area = await readRow(tx, focusArea, areaId);
  if (area === undefined) return undefined;
  const object = { kind: 'focusArea', id: areaId } as const;
  const material = await threadMaterial(question, object);
  const graph = await graphOf(question, material);
  const thread = threadOf(area.active ? whole(graph) : graph, object);
  const rows = rowsOf(thread, material);
  const outcomes = [];
  for (const effect of rows.effects) outcomes.push({ effect, outcome: await outcomeOf(tx, store, effect, today) });
  return {
    area,
    choice: await decisionOfArea(tx, areaId),
    thread,
    gaps: gapsOf(thread),
    rows,
    figures: await followedFigures(question, store, area.keyFigures, rows, thread, today),
    outcomes,
    names: await namesOf(question, area, rows),
  };
}

/** The rows that are nodes of the thread. */
function rowsOf({ nodes }: ThreadGraph, all: ThreadMaterial): ThreadMaterial {
  const keys = new Set(nodes.map(({ key }) => key));
  const kept = <Row extends { readonly id: string }>(kind: Kind, rows: readonly Row[]) =>
    rows.filter(({ id }) => keys.has(keyOf({ kind, id })));
  return {
    ...all,
    observations: kept('observation', all.observations),
    figures: all.figures.filter(({ observation_id: id }) => keys.has(keyOf({ kind: 'observation', id }))),
    candidates: kept('candidate', all.candidates),
    areas: kept('focusArea', all.areas),
    problems: kept('problem', all.problems),
    causes: kept('cause', all.causes),
    evidence: all.evidence.filter(({ active, cause }) => active && keys.has(keyOf({ kind: 'cause', id: cause ?? '' }))),
    conclusions: kept('conclusion', all.conclusions),
    proposals: kept('proposal', all.proposals),
    decisions: kept('decision', all.decisions),
    actions: kept('action', all.actions),
    effects: kept('effect', all.effects),
  };
}

async function followedFigures(
  { tx }: ThreadQuestion,
  store: FigureStore,
  chosen: readonly string[],
  rows: ThreadMaterial,
  { nodes }: ThreadGraph,
  today: string,
): Promise<readonly FollowedFigure[]> {
  const unit = await municipalityCode(tx);
  const figures = await currentFigures(tx, store);
  const own = rows.figures.filter(({ municipality }) => municipality === unit);
  const codes = [
    ...new Set([...own.map(({ kpi }) => kpi), ...chosen, ...rows.effects.flatMap(({ keyFigure }) => keyFigure ?? [])]),
  ];
  const titles = new Map(nodes.filter(({ kind }) => kind === 'keyFigure').map(({ id, title }) => [id, title]));
  const followed: FollowedFigure[] = [];
  for (const code of codes) {
    // The first one that was frozen is what the analysis began with.
    const frozen = own.find(({ kpi }) => kpi === code);
    const comparison = frozen === undefined || frozen.comparison === 'own' ? 'similar' : frozen.comparison;
    const now = await figureToday(tx, figures, { code, unit, comparison, today });
    followed.push({
      code,
      title: frozen?.frozen.title ?? now?.title ?? titles.get(code) ?? code,
      noticed: frozen && { ...frozen.frozen, comparison: frozen.comparison },
      now,
      comparison,
    });
  }
  return followed;
}

async function namesOf(
  { kernel, tx, language }: ThreadQuestion,
  area: ThreadReport['area'],
  { actions, causes }: ThreadMaterial,
): Promise<ReadonlyMap<string, string>> {
  const present = (ids: readonly (string | null)[]) => ids.filter((id) => id !== null);
  const people = present([...actions.map(({ owner }) => owner), ...causes.map(({ judgedBy }) => judgedBy)]);
  const wanted = {
    department: present([area.department, ...actions.map(({ department }) => department)]),
    unit: present(actions.map(({ unit }) => unit)),
  };
  const names = new Map(await peopleNames(tx, people));
  for (const [reference, ids] of Object.entries(wanted)) {
    const labels = await kernel.references.get(reference)!.labels(tx, [...new Set(ids)], language);
    for (const [id, label] of labels) names.set(id, label);
  }
  return names;
}
