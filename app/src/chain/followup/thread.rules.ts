import type { Decision } from '../actions/index.ts';

/** The steps of the thread, from the figure that was noticed to the effect on the same figure. */
export const stages = [
  'keyFigure',
  'observation',
  'candidate',
  'focusArea',
  'problem',
  'cause',
  'conclusion',
  'proposal',
  'decision',
  'action',
  'effect',
  'sameKeyFigure',
] as const;
export type Stage = (typeof stages)[number];

/** What a thread is made of. A key figure stands at both ends. */
export const kinds = [
  'keyFigure',
  'observation',
  'candidate',
  'focusArea',
  'problem',
  'cause',
  'conclusion',
  'proposal',
  'decision',
  'action',
  'effect',
] as const;
export type Kind = (typeof kinds)[number];

/** One object, whichever of its places in the thread is meant. */
export interface ThreadObject {
  readonly kind: Kind;
  /** The code of a key figure, the id of all else. */
  readonly id: string;
}

export interface ThreadNode extends ThreadObject {
  /** Its own among the nodes. */
  readonly key: string;
  readonly stage: Stage;
  readonly title: string;
  /** As stored: what the rules below and the words on the page go by. */
  readonly state: string | null;
  readonly archived: boolean;
  /** Of a cause: how many causes it lies under. */
  readonly depth?: number;
  /** How many pieces of evidence speak for and against a cause. */
  readonly evidence?: { readonly supports: number; readonly contradicts: number };
  /** Who decided, and when. */
  readonly decided?: Pick<Decision, 'proposal' | 'body' | 'decidedOn' | 'minutesParagraph' | 'registryNumber'>;
}

export interface ThreadEdge {
  readonly from: string;
  readonly to: string;
}

export interface ThreadGraph {
  readonly nodes: readonly ThreadNode[];
  readonly edges: readonly ThreadEdge[];
}

interface ThreadRow {
  readonly id: string;
  readonly title: string;
  readonly active: boolean;
}

type Ids = readonly string[];
type Point = string | null;

/** The rows that a thread is made of, with what each points at. A row may point at what is not among them. */
export interface ThreadRows {
  readonly observations: readonly ThreadRow[];
  /** Frozen figures of the observations. */
  readonly figures: readonly { readonly observation: string; readonly code: string }[];
  readonly candidates: readonly (ThreadRow & {
    readonly state: string | null;
    readonly observations: Ids;
    readonly keyFigures: Ids;
  })[];
  readonly areas: readonly (ThreadRow & {
    readonly state: string | null;
    readonly candidate: Point;
    readonly observations: Ids;
    readonly keyFigures: Ids;
  })[];
  readonly problems: readonly (ThreadRow & { readonly focusArea: Point })[];
  readonly causes: readonly (ThreadRow & {
    readonly problem: Point;
    readonly parent: Point;
    readonly state: string | null;
  })[];
  readonly suggestions: readonly {
    readonly id: string;
    readonly problem: Point;
    readonly cause: Point;
  }[];
  readonly evidence: readonly { readonly cause: Point; readonly stance: string | null; readonly active: boolean }[];
  readonly conclusions: readonly (ThreadRow & { readonly focusArea: Point; readonly causes: Ids })[];
  readonly proposals: readonly (ThreadRow & {
    readonly focusArea: Point;
    readonly conclusions: Ids;
    readonly causes: Ids;
    readonly suggestions: Ids;
    readonly state: string | null;
  })[];
  /** Those that hold, the latest first. */
  readonly decisions: readonly Decision[];
  readonly actions: readonly (ThreadRow & {
    readonly proposal: Point;
    readonly focusArea: Point;
    readonly causes: Ids;
    readonly state: string | null;
  })[];
  readonly effects: readonly (ThreadRow & {
    readonly action: Point;
    readonly keyFigure: Point;
    readonly state: string | null;
  })[];
  /** What the key figures are called, by code. Those that were asked for are nodes even when nothing points at them. */
  readonly keyFigures: ReadonlyMap<string, string>;
}

export function keyOf({ kind, id }: ThreadObject): string {
  return `${kind}:${id}`;
}

/** The key figure as the effect is measured on it. */
function sameFigureKey(code: string): string {
  return `sameKeyFigure:${code}`;
}

/** The thread as a graph without circles: each node points at what came of it. Only what is among the rows is linked. */
export function threadGraph(rows: ThreadRows): ThreadGraph {
  const nodes = nodesOf(rows);
  const known = new Set(nodes.map(({ key }) => key));
  const links = linksOf(rows).filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
  const unique = new Map(links.map((link) => [`${link.from} ${link.to}`, link]));
  return { nodes, edges: withoutShortcuts([...unique.values()]) };
}

function nodesOf(rows: ThreadRows): readonly ThreadNode[] {
  const node = (kind: Kind, stage: Stage, row: ThreadRow, state: string | null = null): ThreadNode => ({
    key: keyOf({ kind, id: row.id }),
    kind,
    id: row.id,
    stage,
    title: row.title,
    state,
    archived: !row.active,
  });
  const figure = (code: string, stage: Stage, key: string): ThreadNode => ({
    ...node('keyFigure', stage, { id: code, title: rows.keyFigures.get(code) ?? code, active: true }),
    key,
  });
  const beginsWith = [
    ...rows.figures.map(({ code }) => code),
    ...rows.candidates.flatMap(({ keyFigures }) => keyFigures),
    ...rows.areas.flatMap(({ keyFigures }) => keyFigures),
    ...rows.keyFigures.keys(),
  ];
  const endsWith = rows.effects.flatMap(({ keyFigure }) => keyFigure ?? []);
  const evidence = Map.groupBy(
    rows.evidence.filter(({ active }) => active),
    ({ cause }) => cause ?? '',
  );
  const speaking = (cause: string, stance: string) =>
    (evidence.get(cause) ?? []).filter((one) => one.stance === stance).length;
  const parents = new Map(rows.causes.map(({ id, parent }) => [id, parent]));
  const depthOf = (cause: string): number => {
    const parent = parents.get(cause) ?? null;
    return parent === null || !parents.has(parent) ? 0 : 1 + depthOf(parent);
  };
  const titles = new Map(rows.proposals.map(({ id, title }) => [id, title]));
  return [
    ...[...new Set(beginsWith)].map((code) => figure(code, 'keyFigure', keyOf({ kind: 'keyFigure', id: code }))),
    ...rows.observations.map((row) => node('observation', 'observation', row)),
    ...rows.candidates.map((row) => node('candidate', 'candidate', row, row.state)),
    ...rows.areas.map((row) => node('focusArea', 'focusArea', row, row.state)),
    ...rows.problems.map((row) => node('problem', 'problem', row)),
    ...rows.causes.map((row) => ({
      ...node('cause', 'cause', row, row.state),
      depth: depthOf(row.id),
      evidence: { supports: speaking(row.id, 'supports'), contradicts: speaking(row.id, 'contradicts') },
    })),
    ...rows.conclusions.map((row) => node('conclusion', 'conclusion', row)),
    ...rows.proposals.map((row) => node('proposal', 'proposal', row, row.state)),
    ...rows.decisions.map((row) => ({
      ...node('decision', 'decision', { id: row.id, title: titles.get(row.proposal) ?? '', active: true }, row.outcome),
      decided: row,
    })),
    ...rows.actions.map((row) => node('action', 'action', row, row.state)),
    ...rows.effects.map((row) => node('effect', 'effect', row, row.state)),
    ...[...new Set(endsWith)].map((code) => figure(code, 'sameKeyFigure', sameFigureKey(code))),
  ];
}

function linksOf(rows: ThreadRows): readonly ThreadEdge[] {
  const links: ThreadEdge[] = [];
  const link = (kind: Kind, from: Ids | Point, to: string) => {
    for (const id of from === null ? [] : typeof from === 'string' ? [from] : from) {
      links.push({ from: keyOf({ kind, id }), to });
    }
  };
  for (const { observation, code } of rows.figures) link('keyFigure', code, `observation:${observation}`);
  for (const { id, observations, keyFigures } of rows.candidates) {
    link('observation', observations, `candidate:${id}`);
    link('keyFigure', keyFigures, `candidate:${id}`);
  }
  for (const { id, candidate, observations, keyFigures } of rows.areas) {
    link('candidate', candidate, `focusArea:${id}`);
    link('observation', observations, `focusArea:${id}`);
    link('keyFigure', keyFigures, `focusArea:${id}`);
  }
  for (const { id, focusArea } of rows.problems) link('focusArea', focusArea, `problem:${id}`);
  for (const { id, problem, parent } of rows.causes) {
    link('problem', problem, `cause:${id}`);
    link('cause', parent, `cause:${id}`);
  }
  for (const { id, focusArea, causes } of rows.conclusions) {
    link('cause', causes, `conclusion:${id}`);
    link('focusArea', focusArea, `conclusion:${id}`);
  }
  const suggestions = new Map(rows.suggestions.map((one) => [one.id, one]));
  for (const { id, focusArea, conclusions, causes, suggestions: taken } of rows.proposals) {
    link('conclusion', conclusions, `proposal:${id}`);
    link('cause', causes, `proposal:${id}`);
    // What was suggested in the table of causes is the proposal's way from that cause, or from the problem itself.
    for (const one of taken) {
      link('cause', suggestions.get(one)?.cause ?? null, `proposal:${id}`);
      link('problem', suggestions.get(one)?.problem ?? null, `proposal:${id}`);
    }
    link('focusArea', focusArea, `proposal:${id}`);
  }
  const granting = new Map<string, string>();
  for (const { id, proposal, outcome } of rows.decisions) {
    link('proposal', proposal, `decision:${id}`);
    if (outcome === 'granted' && !granting.has(proposal)) granting.set(proposal, id);
  }
  for (const { id, proposal, focusArea, causes } of rows.actions) {
    const decision = granting.get(proposal ?? '');
    if (decision === undefined) link('proposal', proposal, `action:${id}`);
    else link('decision', decision, `action:${id}`);
    link('cause', causes, `action:${id}`);
    link('focusArea', focusArea, `action:${id}`);
  }
  for (const { id, action, keyFigure } of rows.effects) {
    link('action', action, `effect:${id}`);
    if (keyFigure !== null) links.push({ from: `effect:${id}`, to: sameFigureKey(keyFigure) });
  }
  return links;
}

type Ways = ReadonlyMap<string, readonly string[]>;

function waysOf(edges: readonly ThreadEdge[], back = false): Ways {
  const ways = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const [start, end] = back ? [to, from] : [from, to];
    const ends = ways.get(start);
    if (ends === undefined) ways.set(start, [end]);
    else ends.push(end);
  }
  return ways;
}

/** All that can be reached from these, themselves included. */
function reached(ways: Ways, starts: readonly string[]): ReadonlySet<string> {
  const found = new Set(starts);
  // A set is walked in the order it was filled, also what is added on the way.
  for (const key of found) for (const next of ways.get(key) ?? []) found.add(next);
  return found;
}

/** Leaves out a line where there is a longer way between the same two: the steps between say the same, and more. */
function withoutShortcuts(edges: readonly ThreadEdge[]): readonly ThreadEdge[] {
  const ways = waysOf(edges);
  const beyond = new Map<string, ReadonlySet<string>>();
  const beyondOf = (key: string) => {
    const known = beyond.get(key) ?? reached(ways, [key]);
    beyond.set(key, known);
    return known;
  };
  return edges.filter(({ from, to }) => !ways.get(from)!.some((other) => other !== to && beyondOf(other).has(to)));
}

/** What an object came from, all the way, and all that came of it; not what merely stands beside it. */
export function threadOf({ nodes, edges }: ThreadGraph, object: ThreadObject): ThreadGraph {
  const own = nodes.filter((node) => sameObject(node, object)).map(({ key }) => key);
  return keeping({ nodes, edges }, new Set([...reached(waysOf(edges), own), ...reached(waysOf(edges, true), own)]));
}

/** Everything, but for what was archived and nothing in use came of. */
export function whole({ nodes, edges }: ThreadGraph): ThreadGraph {
  const used = nodes.filter(({ archived }) => !archived).map(({ key }) => key);
  return keeping({ nodes, edges }, reached(waysOf(edges, true), used));
}

function keeping({ nodes, edges }: ThreadGraph, keys: ReadonlySet<string>): ThreadGraph {
  return {
    nodes: nodes.filter(({ key }) => keys.has(key)),
    edges: edges.filter(({ from, to }) => keys.has(from) && keys.has(to)),
  };
}

export function sameObject(a: ThreadObject, b: ThreadObject): boolean {
  return a.kind === b.kind && a.id === b.id;
}

/** What ought to come next where the thread ends, by kind. */
const nextOf: Readonly<Partial<Record<Kind, Stage>>> = {
  observation: 'focusArea',
  candidate: 'focusArea',
  focusArea: 'cause',
  problem: 'cause',
  cause: 'proposal',
  conclusion: 'proposal',
  proposal: 'decision',
  decision: 'action',
  action: 'effect',
};

/** States in which nothing more is expected of a row. */
const ended: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  candidate: ['chosen', 'notChosen'],
  focusArea: ['closed'],
  cause: ['rejected'],
  proposal: ['declined'],
  decision: ['rejected', 'removedFromAgenda'],
  action: ['stopped'],
};

/** Where the thread ends before it has come back to the figure, and what is not there yet. */
export function gapsOf({ nodes, edges }: ThreadGraph): ReadonlyMap<string, Stage> {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const goesOn = new Set(edges.filter(({ to }) => byKey.get(to)?.archived === false).map(({ from }) => from));
  const passed = passedDecisions(nodes, edges);
  const gaps = new Map<string, Stage>();
  for (const { key, kind, state, archived } of nodes) {
    const next = nextOf[kind];
    if (next === undefined || archived || goesOn.has(key) || passed.has(key)) continue;
    if (ended[kind]?.includes(state ?? '') === true) continue;
    // Sent back or put off: the proposal waits for another decision.
    gaps.set(key, kind === 'decision' && state !== 'granted' ? 'decision' : next);
  }
  return gaps;
}

/** Decisions on a proposal that was decided anew afterwards. The latest of a proposal's stands first among the nodes. */
function passedDecisions(nodes: readonly ThreadNode[], edges: readonly ThreadEdge[]): ReadonlySet<string> {
  const proposalOf = new Map(edges.map(({ from, to }) => [to, from]));
  const decided = new Set<string>();
  const passed = new Set<string>();
  for (const { key, kind } of nodes) {
    if (kind !== 'decision') continue;
    const proposal = proposalOf.get(key) ?? '';
    if (decided.has(proposal)) passed.add(key);
    decided.add(proposal);
  }
  return passed;
}

/** A step of the way to or from an object, with its nodes; steps without nodes are left out. */
export interface ThreadStep {
  readonly stage: Stage;
  readonly nodes: readonly ThreadNode[];
}

/** The thread in a line: where the object came from, and what came of it. */
export function stepsAround(
  graph: ThreadGraph,
  object: ThreadObject,
): { readonly before: readonly ThreadStep[]; readonly after: readonly ThreadStep[] } {
  const own = graph.nodes.filter((node) => sameObject(node, object)).map(({ key }) => key);
  const others = graph.nodes.filter((node) => !sameObject(node, object));
  const onward = reached(waysOf(graph.edges), own);
  const back = reached(waysOf(graph.edges, true), own);
  // A figure comes of nothing: all that is tied to it, from either end, came of it.
  if (object.kind === 'keyFigure') {
    const after = others.filter(({ key, stage }) => stage !== 'keyFigure' && (onward.has(key) || back.has(key)));
    return { before: [], after: stepsOf(after) };
  }
  return {
    before: stepsOf(others.filter(({ key }) => back.has(key) && !onward.has(key))),
    after: stepsOf(others.filter(({ key }) => onward.has(key))),
  };
}

export function stepsOf(nodes: readonly ThreadNode[]): readonly ThreadStep[] {
  const byStage = Map.groupBy(nodes, ({ stage }) => stage);
  return stages.flatMap((stage) => {
    const found = byStage.get(stage);
    return found === undefined ? [] : [{ stage, nodes: found }];
  });
}
