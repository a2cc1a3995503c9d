import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  gapsOf,
  keyOf,
  sameObject,
  stages,
  stepsAround,
  type ThreadGraph,
  type ThreadObject,
  type ThreadRows,
  threadGraph,
  threadOf,
  whole,
} from './thread.rules.ts';

const nothing: ThreadRows = {
  observations: [],
  figures: [],
  candidates: [],
  areas: [],
  problems: [],
  causes: [],
  suggestions: [],
  evidence: [],
  conclusions: [],
  proposals: [],
  decisions: [],
  actions: [],
  effects: [],
  keyFigures: new Map(),
};

const row = (id: string, active = true) => ({ id, title: id, active });

/** One way from N1 to the effect on N1, with a proposal beside it that was never decided. */
const chain: ThreadRows = {
  ...nothing,
  observations: [row('o1')],
  figures: [{ observation: 'o1', code: 'N1' }],
  candidates: [{ ...row('k1'), state: 'chosen', observations: ['o1'], keyFigures: ['N1'] }],
  areas: [{ ...row('f1'), state: 'ongoing', candidate: 'k1', observations: ['o1'], keyFigures: ['N1', 'N2'] }],
  problems: [{ ...row('p1'), focusArea: 'f1' }],
  causes: [
    { ...row('c1'), problem: 'p1', parent: null, state: 'supported' },
    { ...row('c2'), problem: 'p1', parent: 'c1', state: 'supported' },
    { ...row('c3'), problem: 'p1', parent: null, state: 'rejected' },
    { ...row('c4'), problem: 'p1', parent: null, state: 'hypothesis' },
  ],
  suggestions: [{ id: 's1', problem: 'p1', cause: 'c1' }],
  evidence: [
    { cause: 'c2', stance: 'supports', active: true },
    { cause: 'c2', stance: 'supports', active: false },
    { cause: 'c2', stance: 'contradicts', active: true },
  ],
  conclusions: [{ ...row('d1'), focusArea: 'f1', causes: ['c2'] }],
  proposals: [
    { ...row('r1'), focusArea: 'f1', conclusions: ['d1'], causes: ['c2'], suggestions: [], state: 'decided' },
    { ...row('r2'), focusArea: 'f1', conclusions: [], causes: [], suggestions: ['s1'], state: 'proposed' },
  ],
  decisions: [decision('b2', 'r1', 'granted'), decision('b1', 'r1', 'tabled')],
  actions: [{ ...row('a1'), proposal: 'r1', focusArea: 'f1', causes: ['c2'], state: 'ongoing' }],
  effects: [{ ...row('e1'), action: 'a1', keyFigure: 'N1', state: 'expected' }],
  keyFigures: new Map([['N1', 'N1 Kostnad']]),
};

function decision(id: string, proposal: string, outcome: 'granted' | 'tabled') {
  return {
    id,
    proposal,
    outcome,
    proposalVersion: 1,
    track: 'political' as const,
    decidedOn: '2026-01-01',
    committee: null,
    person: null,
    body: 'Kommunstyrelsen',
    registryNumber: '',
    minutesParagraph: '',
    reason: '',
    corrects: null,
  };
}

const lines = ({ edges }: ThreadGraph) => edges.map(({ from, to }) => `${from} → ${to}`);
const keys = ({ nodes }: ThreadGraph) => nodes.map(({ key }) => key);

describe('the graph', () => {
  const graph = threadGraph(chain);

  test('goes from the figure step by step to the effect on the same figure, and leaves out what says less', () => {
    expect(lines(graph)).toEqual([
      'keyFigure:N1 → observation:o1',
      'observation:o1 → candidate:k1',
      'candidate:k1 → focusArea:f1',
      'keyFigure:N2 → focusArea:f1',
      'focusArea:f1 → problem:p1',
      'problem:p1 → cause:c1',
      'cause:c1 → cause:c2',
      'problem:p1 → cause:c3',
      'problem:p1 → cause:c4',
      'cause:c2 → conclusion:d1',
      'conclusion:d1 → proposal:r1',
      'cause:c1 → proposal:r2',
      'proposal:r1 → decision:b2',
      'proposal:r1 → decision:b1',
      'decision:b2 → action:a1',
      'action:a1 → effect:e1',
      'effect:e1 → sameKeyFigure:N1',
    ]);
  });

  test('counts the evidence in use, and calls a figure without a name by its code', () => {
    expect(graph.nodes.find(({ key }) => key === 'cause:c2')?.evidence).toEqual({ supports: 1, contradicts: 1 });
    expect(graph.nodes.filter(({ kind }) => kind === 'keyFigure').map(({ title }) => title)).toEqual([
      'N1 Kostnad',
      'N2',
      'N1 Kostnad',
    ]);
  });

  test('tells where it is not there yet', () => {
    expect([...gapsOf(graph)]).toEqual([
      ['cause:c4', 'proposal'],
      ['proposal:r2', 'decision'],
    ]);
    const later = { ...chain, decisions: [decision('b3', 'r2', 'tabled')], effects: [] };
    expect([...gapsOf(threadGraph(later))]).toEqual([
      ['cause:c4', 'proposal'],
      ['decision:b3', 'decision'],
      ['action:a1', 'effect'],
    ]);
  });

  test('of an object is what it came from and what came of it, not what stands beside', () => {
    const thread = keys(threadOf(graph, { kind: 'proposal', id: 'r2' }));
    expect(thread).toEqual([
      'keyFigure:N1',
      'keyFigure:N2',
      'observation:o1',
      'candidate:k1',
      'focusArea:f1',
      'problem:p1',
      'cause:c1',
      'proposal:r2',
    ]);
  });

  test('leaves out what was archived, unless something in use came of it', () => {
    const [c1, ...others] = chain.causes;
    const archived = threadGraph({
      ...chain,
      causes: [{ ...c1!, active: false }, ...others.with(-1, { ...others.at(-1)!, active: false })],
    });
    expect(keys(archived)).toContain('cause:c4');
    expect(keys(whole(archived))).not.toContain('cause:c4');
    expect(whole(archived).nodes.find(({ key }) => key === 'cause:c1')?.archived).toBe(true);
    expect(gapsOf(archived).has('cause:c4')).toBe(false);
  });

  test('says in a line what came before and after, with the figure at both ends', () => {
    const line = (object: ThreadObject) => {
      const { before, after } = stepsAround(graph, object);
      const words = (steps: typeof before) => steps.map(({ stage, nodes }) => `${stage} ${nodes.length}`);
      return [words(before), words(after)];
    };
    expect(line({ kind: 'conclusion', id: 'd1' })).toEqual([
      ['keyFigure 2', 'observation 1', 'candidate 1', 'focusArea 1', 'problem 1', 'cause 2'],
      ['proposal 1', 'decision 2', 'action 1', 'effect 1', 'sameKeyFigure 1'],
    ]);
    expect(line({ kind: 'keyFigure', id: 'N1' })[0]).toEqual([]);
  });
});

/** Any rows at all, pointing at each other and at what is not there. A cause's parent comes before it, as the database demands. */
const anyRows: fc.Arbitrary<ThreadRows> = (() => {
  const count = 4;
  const ids = (prefix: string) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
  const one = (prefix: string) => fc.option(fc.constantFrom(...ids(prefix), 'gone'));
  const some = (prefix: string) => fc.subarray([...ids(prefix), 'gone']);
  const rowsOf = <T>(prefix: string, model: (index: number) => { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
    fc
      .tuple(
        ...ids(prefix).map((id, index) =>
          fc.record({ id: fc.constant(id), title: fc.constant(id), active: fc.boolean(), ...model(index) }),
        ),
      )
      .chain((rows) => fc.subarray(rows as unknown as (T & ReturnType<typeof row>)[]));
  const state = (...of: string[]) => fc.constantFrom(...of);
  return fc.record({
    observations: rowsOf('o', () => ({})),
    figures: fc.array(fc.record({ observation: fc.constantFrom(...ids('o')), code: fc.constantFrom('N1', 'N2') })),
    candidates: rowsOf('k', () => ({ state: state('open', 'chosen'), observations: some('o'), keyFigures: some('N') })),
    areas: rowsOf('f', () => ({
      state: state('ongoing', 'closed'),
      candidate: one('k'),
      observations: some('o'),
      keyFigures: some('N'),
    })),
    problems: rowsOf('p', () => ({ focusArea: one('f') })),
    causes: rowsOf('c', (index) => ({
      problem: one('p'),
      parent: fc.option(fc.constantFrom('gone', ...ids('c').slice(0, index))),
      state: state('hypothesis', 'rejected'),
    })),
    suggestions: rowsOf('s', () => ({ problem: one('p'), cause: one('c') })),
    evidence: fc.constant([]),
    conclusions: rowsOf('d', () => ({ focusArea: one('f'), causes: some('c') })),
    proposals: rowsOf('r', () => ({
      focusArea: one('f'),
      conclusions: some('d'),
      causes: some('c'),
      suggestions: some('s'),
      state: state('draft', 'declined'),
    })),
    decisions: fc
      .array(fc.tuple(fc.constantFrom('r0', 'r1', 'gone'), fc.constantFrom('granted' as const, 'tabled' as const)), {
        maxLength: 4,
      })
      .map((made) => made.map(([proposal, outcome], index) => decision(`b${index}`, proposal, outcome))),
    actions: rowsOf('a', () => ({
      proposal: one('r'),
      focusArea: one('f'),
      causes: some('c'),
      state: state('done', 'stopped'),
    })),
    effects: rowsOf('e', () => ({ action: one('a'), keyFigure: one('N'), state: state('expected') })),
    keyFigures: fc.constant(new Map()),
  }) as unknown as fc.Arbitrary<ThreadRows>;
})();

const graphAndTwo = anyRows
  .map(threadGraph)
  .filter(({ nodes }) => nodes.length > 1)
  .chain((graph) => fc.tuple(fc.constant(graph), fc.constantFrom(...graph.nodes), fc.constantFrom(...graph.nodes)));

describe('any thread', () => {
  test('holds another object if and only if that object’s thread holds it', () => {
    fc.assert(
      fc.property(graphAndTwo, ([graph, a, b]) => {
        const holds = (of: ThreadObject, what: ThreadObject) =>
          threadOf(graph, of).nodes.some((node) => sameObject(node, what));
        expect(holds(a, b)).toBe(holds(b, a));
      }),
    );
  });

  test('draws the same way between two objects from either end', () => {
    fc.assert(
      fc.property(graphAndTwo, ([graph, a, b]) => {
        const between = ways(graph, a.key, b.key);
        for (const end of [a, b]) expect(lines(threadOf(graph, end))).toEqual(expect.arrayContaining([...between]));
      }),
    );
  });

  test('has no line to or from what is not shown, no line twice, and none against the order of the steps', () => {
    fc.assert(
      fc.property(graphAndTwo, ([graph, a]) => {
        for (const shown of [graph, whole(graph), threadOf(graph, a), threadOf(whole(graph), a)]) {
          const stageOf = new Map(shown.nodes.map(({ key, stage }) => [key, stages.indexOf(stage)]));
          expect(stageOf.size).toBe(shown.nodes.length);
          expect(new Set(lines(shown)).size).toBe(shown.edges.length);
          for (const { from, to } of shown.edges) {
            expect(stageOf.get(from)).toBeLessThanOrEqual(stageOf.get(to) ?? -1);
          }
        }
      }),
    );
  });

  test('reaches as far without the shortcuts as with them', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const graph = threadGraph(rows);
        for (const { id, causes, focusArea } of rows.proposals) {
          const thread = keys(threadOf(graph, { kind: 'proposal', id }));
          const wanted = [...causes.map((cause) => `cause:${cause}`), `focusArea:${focusArea}`];
          for (const key of wanted) expect(thread.includes(key)).toBe(keys(graph).includes(key));
        }
      }),
    );
  });

  test('tells of every end that is no effect on a figure, unless nothing more is expected of it', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const graph = threadGraph(rows);
        const gaps = gapsOf(graph);
        for (const action of rows.actions) {
          const followed = rows.effects.some((effect) => effect.action === action.id && effect.active);
          const expected = action.active && action.state !== 'stopped' && !followed;
          expect(gaps.get(keyOf({ kind: 'action', id: action.id }))).toBe(expected ? 'effect' : undefined);
        }
      }),
    );
  });
});

/** The lines of every way from one node to another. */
function ways({ edges }: ThreadGraph, from: string, to: string): readonly string[] {
  const onward = (start: string): ReadonlySet<string> => {
    const found = new Set([start]);
    for (const key of found) for (const edge of edges) if (edge.from === key) found.add(edge.to);
    return found;
  };
  return edges
    .filter((edge) => onward(from).has(edge.from) && onward(edge.to).has(to))
    .map((edge) => `${edge.from} → ${edge.to}`);
}
