import { type Actor, may, type Permission } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import { isId } from '../../foundation/ids/index.ts';
import {
  type Kernel,
  type Register,
  type RegisterOf,
  type RowOf,
  rowsPointing,
  whileUnchanged,
} from '../../foundation/register/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import {
  action,
  conclusion,
  type Decision,
  decisionsOnAll,
  holdingDecisions,
  proposal,
  proposalOfDecision,
} from '../actions/index.ts';
import { cause, evidence, problem, suggestion } from '../causes/index.ts';
import { candidate, focusArea } from '../focus/index.ts';
import {
  type ObservationFigureRow,
  type ObservationRow,
  observationsBehind,
  readSituation,
} from '../situation/index.ts';
import { expectedEffect } from './effect.rules.ts';
import { type Kind, sameObject, type ThreadGraph, type ThreadObject, threadGraph } from './thread.rules.ts';

type Fields = Register['fields'];
type Rows<R> = R extends RegisterOf<infer F> ? readonly RowOf<F>[] : never;

/** The rows around an object: the focus areas that it belongs to, and what lies outside of them but hangs together with it. */
export interface ThreadMaterial {
  readonly observations: readonly ObservationRow[];
  readonly figures: readonly ObservationFigureRow[];
  readonly candidates: Rows<typeof candidate>;
  readonly areas: Rows<typeof focusArea>;
  readonly problems: Rows<typeof problem>;
  readonly causes: Rows<typeof cause>;
  readonly suggestions: Rows<typeof suggestion>;
  readonly evidence: Rows<typeof evidence>;
  readonly conclusions: Rows<typeof conclusion>;
  readonly proposals: Rows<typeof proposal>;
  /** Those that hold, the latest of each proposal first. */
  readonly decisions: readonly Decision[];
  readonly actions: Rows<typeof action>;
  readonly effects: Rows<typeof expectedEffect>;
}

const readingOf: Readonly<Record<Kind, Permission>> = {
  keyFigure: readSituation,
  observation: readSituation,
  candidate: candidate.read,
  focusArea: focusArea.read,
  problem: problem.read,
  cause: cause.read,
  conclusion: conclusion.read,
  proposal: proposal.read,
  decision: proposal.read,
  action: action.read,
  effect: expectedEffect.read,
};

export interface ThreadQuestion {
  readonly kernel: Kernel;
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly language: Language;
}

/** The graph around an object, with what this person may read of it; undefined where there is no such object. */
export async function threadAround(question: ThreadQuestion, object: ThreadObject): Promise<ThreadGraph | undefined> {
  if (!may(question.actor, readingOf[object.kind])) return undefined;
  if (object.kind !== 'keyFigure' && !isId(object.id)) return undefined;
  // The same for everyone who may read the same kinds, and asked on every page.
  const readable = Object.values(readingOf).map((permission) => may(question.actor, permission));
  const name = ['thread', object.kind, object.id, question.language, readable];
  const graph = await whileUnchanged(question.tx, name, async () =>
    graphOf(question, await threadMaterial(question, object), object),
  );
  return graph.nodes.some((node) => sameObject(node, object)) ? graph : undefined;
}

export async function graphOf(
  { kernel, tx, language }: ThreadQuestion,
  material: ThreadMaterial,
  object?: ThreadObject,
): Promise<ThreadGraph> {
  const codes = new Set([
    ...(object?.kind === 'keyFigure' ? [object.id] : []),
    ...material.figures.map(({ kpi }) => kpi),
    ...material.candidates.flatMap(({ keyFigures }) => keyFigures),
    ...material.areas.flatMap(({ keyFigures }) => keyFigures),
    ...material.effects.flatMap(({ keyFigure }) => keyFigure ?? []),
  ]);
  const labels = await kernel.references.get('keyFigure')!.labels(tx, [...codes], language);
  return threadGraph({
    ...material,
    figures: material.figures.map(({ observation_id, kpi }) => ({ observation: observation_id, code: kpi })),
    // What nobody knows the name of is only a code: a node when rows point at it, and else nothing.
    keyFigures: new Map([...labels].filter(([code, label]) => label !== code)),
  });
}

type Seeds = Readonly<Record<Exclude<Kind, 'keyFigure' | 'observation' | 'decision'> | 'suggestion', Set<string>>>;

/** A thread that never comes to rest must not hold the database: no chain of rows is deeper than this. */
const mostRounds = 8;

export async function threadMaterial(question: ThreadQuestion, object: ThreadObject): Promise<ThreadMaterial> {
  const seeds: Seeds = {
    candidate: new Set(),
    focusArea: new Set(),
    problem: new Set(),
    cause: new Set(),
    suggestion: new Set(),
    conclusion: new Set(),
    proposal: new Set(),
    action: new Set(),
    effect: new Set(),
  };
  const start = await startOf(question, object);
  if (start !== undefined && start.kind in seeds) seeds[start.kind as keyof Seeds].add(start.id);
  let material = await belowSeeds(question, seeds, start);
  // What the rows point at and is not among them is fetched too, with all that belongs to it.
  for (let round = 1; round < mostRounds && sowAbove(seeds, material); round++) {
    material = await belowSeeds(question, seeds, start);
  }
  return material;
}

/** A decision is found by its proposal. */
async function startOf({ tx }: ThreadQuestion, object: ThreadObject): Promise<ThreadObject | undefined> {
  if (object.kind !== 'decision') return object;
  const id = await proposalOfDecision(tx, object.id);
  return id === undefined ? undefined : { kind: 'proposal', id };
}

/** What was sown and everything that came of it. Of what the person may not read, nothing is fetched. */
async function belowSeeds(
  { tx, actor }: ThreadQuestion,
  seeds: Seeds,
  start: ThreadObject | undefined,
): Promise<ThreadMaterial> {
  const pointing = async <F extends Fields>(
    register: RegisterOf<F>,
    points: Readonly<Partial<Record<keyof F & string, readonly string[]>>>,
    sown: ReadonlySet<string>,
  ) => (may(actor, register.read) ? rowsPointing(tx, register, points, [...sown]) : []);
  const noticed = async (ids: readonly string[], kpis: readonly string[]) =>
    may(actor, readSituation) ? observationsBehind(tx, { ids, kpis }) : { rows: [], figures: [] };
  const own = (kind: Kind) => (start?.kind === kind ? [start.id] : []);
  const begins = {
    observations: idsOf((await noticed(own('observation'), own('keyFigure'))).rows),
    keyFigures: own('keyFigure'),
  };
  const proposed = await pointing(candidate, begins, seeds.candidate);
  const areas = await pointing(focusArea, { ...begins, candidate: idsOf(proposed) }, seeds.focusArea);
  const candidates = await pointing(
    candidate,
    {},
    new Set([...idsOf(proposed), ...areas.flatMap(({ candidate: of }) => of ?? [])]),
  );
  const observed = [...areas, ...candidates].flatMap(({ observations }) => observations);
  const { rows: observations, figures } = await noticed([...begins.observations, ...observed], []);
  const focus = idsOf(areas);
  const problems = await pointing(problem, { focusArea: focus }, seeds.problem);
  const ofProblems = { problem: idsOf(problems) };
  const causes = await pointing(cause, ofProblems, seeds.cause);
  const suggestions = await pointing(suggestion, ofProblems, seeds.suggestion);
  const because = idsOf(causes);
  const evidenceRows = await pointing(evidence, { cause: because }, new Set());
  const conclusions = await pointing(conclusion, { focusArea: focus, causes: because }, seeds.conclusion);
  const proposals = await pointing(
    proposal,
    { focusArea: focus, causes: because, conclusions: idsOf(conclusions), suggestions: idsOf(suggestions) },
    seeds.proposal,
  );
  const decided = may(actor, proposal.read) ? await decisionsOnAll(tx, idsOf(proposals)) : [];
  const actions = await pointing(
    action,
    { focusArea: focus, causes: because, proposal: idsOf(proposals) },
    seeds.action,
  );
  const effects = await pointing(
    expectedEffect,
    { action: idsOf(actions), keyFigure: begins.keyFigures },
    seeds.effect,
  );
  return {
    observations,
    figures,
    candidates,
    areas,
    problems,
    causes,
    suggestions,
    evidence: evidenceRows,
    conclusions,
    proposals,
    decisions: holdingDecisions(decided),
    actions,
    effects,
  };
}

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map(({ id }) => id);
}

/** Sows what the rows point at that has not been fetched; false when there was nothing left. */
function sowAbove(seeds: Seeds, rows: ThreadMaterial): boolean {
  const before = sown(seeds);
  const sow = (kind: keyof Seeds, fetched: readonly { readonly id: string }[], wanted: readonly (string | null)[]) => {
    const known = new Set(idsOf(fetched));
    for (const id of wanted) if (id !== null && !known.has(id)) seeds[kind].add(id);
  };
  const { problems, causes, suggestions, conclusions, proposals, actions, effects } = rows;
  const points = [...problems, ...conclusions, ...proposals, ...actions].map((row) => row.focusArea);
  sow('focusArea', rows.areas, points);
  sow(
    'problem',
    problems,
    [...causes, ...suggestions].map((row) => row.problem),
  );
  sow(
    'cause',
    causes,
    [...conclusions, ...proposals, ...actions].flatMap((row) => row.causes),
  );
  sow(
    'suggestion',
    suggestions,
    proposals.flatMap((row) => row.suggestions),
  );
  sow(
    'conclusion',
    conclusions,
    proposals.flatMap((row) => row.conclusions),
  );
  sow(
    'proposal',
    proposals,
    actions.map((row) => row.proposal),
  );
  sow(
    'action',
    actions,
    effects.map((row) => row.action),
  );
  return sown(seeds) > before;
}

function sown(seeds: Seeds): number {
  return Object.values(seeds).reduce((sum, ids) => sum + ids.size, 0);
}
