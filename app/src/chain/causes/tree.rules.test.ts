import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatTree, isUnder, moved, siblingsOf, stepOf, steps, type TreeRow, treesOf } from './tree.rules.ts';

const row = (id: string, parent: string | null = null, place: number | null = null, problem = 'P'): TreeRow => ({
  id,
  problem,
  parent,
  place,
});

/** A forest of up to 25 causes over two problems: each lies under an earlier one of its problem, or at the top. */
const forests = fc
  .array(fc.record({ under: fc.nat(), top: fc.boolean(), place: fc.option(fc.nat({ max: 5 })) }), {
    minLength: 1,
    maxLength: 25,
  })
  .map((made) => {
    const rows: TreeRow[] = [];
    for (const [index, { under, top, place }] of made.entries()) {
      const problem = index % 2 === 0 ? 'P' : 'Q';
      const own = rows.filter((one) => one.problem === problem);
      const parent = top || own.length === 0 ? null : own[under % own.length]!.id;
      rows.push(row(`c${String(index).padStart(2, '0')}`, parent, place, problem));
    }
    return rows;
  });

const moves = fc.array(
  fc.record({
    id: fc.nat(),
    parent: fc.option(fc.nat()),
    problem: fc.constantFrom('P', 'Q'),
    index: fc.nat({ max: 30 }),
  }),
  { maxLength: 30 },
);

function apply(rows: readonly TreeRow[], changed: readonly TreeRow[]): readonly TreeRow[] {
  const byId = new Map(changed.map((one) => [one.id, one]));
  return rows.map((one) => byId.get(one.id) ?? one);
}

const idsOf = (rows: readonly TreeRow[]) => rows.map(({ id }) => id).toSorted();
const shown = (rows: readonly TreeRow[]) => [...treesOf(rows).values()].flatMap((nodes) => flatTree(nodes));

describe('the tree of causes', () => {
  it('neither loses nor doubles a cause, and gets no circle, whatever is moved where', () => {
    fc.assert(
      fc.property(forests, moves, (forest, wishes) => {
        let rows: readonly TreeRow[] = forest;
        for (const { id, parent, problem, index } of wishes) {
          const one = rows[id % rows.length]!;
          const above = parent === null ? undefined : rows[parent % rows.length]!;
          const to = { problem: above?.problem ?? problem, parent: above?.id ?? null, index };
          const change = moved(rows, one.id, to);
          if (!change.ok) {
            expect(isUnder(rows, to.parent!, one.id)).toBe(true);
            continue;
          }
          rows = apply(rows, change.changed);
          const siblings = siblingsOf(rows, to.problem, to.parent).map((sibling) => sibling.id);
          expect(siblings.indexOf(one.id)).toBe(Math.min(index, siblings.length - 1));
          for (const each of rows) {
            const outer = rows.find((other) => other.id === each.parent);
            expect(outer === undefined || outer.problem === each.problem).toBe(true);
          }
        }
        expect(idsOf(shown(rows).map((one) => one.row))).toEqual(idsOf(forest));
      }),
    );
  });

  it('leaves the order of all others as it was when one is moved', () => {
    fc.assert(
      fc.property(forests, fc.nat(), fc.constantFrom(...steps), (rows, at, step) => {
        const one = rows[at % rows.length]!;
        const position = stepOf(rows, one.id, step);
        if (position === undefined) return;
        const change = moved(rows, one.id, position);
        expect(change.ok).toBe(true);
        if (!change.ok) return;
        const others = (all: readonly TreeRow[]) =>
          shown(all)
            .map((each) => each.row.id)
            .filter((id) => !isUnder(rows, id, one.id));
        expect(others(apply(rows, change.changed))).toEqual(others(rows));
      }),
    );
  });

  it('takes a step in and a step out back to where it was', () => {
    const rows = [row('a', null, 1024), row('b', null, 2048), row('c', null, 3072)];
    const inwards = moved(rows, 'b', stepOf(rows, 'b', 'in')!);
    const under = apply(rows, inwards.ok ? inwards.changed : []);
    expect(under.find(({ id }) => id === 'b')).toMatchObject({ parent: 'a' });
    const outwards = moved(under, 'b', stepOf(under, 'b', 'out')!);
    const back = apply(under, outwards.ok ? outwards.changed : []);
    expect(siblingsOf(back, 'P', null).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('has no step up for the first, down for the last, in for the first, or out at the top', () => {
    const rows = [row('a', null, 1), row('b', null, 2)];
    expect(stepOf(rows, 'a', 'up')).toBeUndefined();
    expect(stepOf(rows, 'b', 'down')).toBeUndefined();
    expect(stepOf(rows, 'a', 'in')).toBeUndefined();
    expect(stepOf(rows, 'a', 'out')).toBeUndefined();
  });

  it('touches only the cause that is moved as long as there is a number free between its new neighbours', () => {
    const rows = [row('a', null, 1024), row('b', null, 2048), row('c', null, 3072)];
    const change = moved(rows, 'c', { problem: 'P', parent: null, index: 0 });
    expect(change.ok && change.changed.map(({ id }) => id)).toEqual(['c']);
  });

  it('takes all that lies under a cause along to another problem', () => {
    const rows = [row('a'), row('b', 'a'), row('c', 'b'), row('d', null, null, 'Q')];
    const change = moved(rows, 'a', { problem: 'Q', parent: 'd', index: 0 });
    expect(change.ok && change.changed.map(({ id, problem }) => `${id} ${problem}`).toSorted()).toEqual([
      'a Q',
      'b Q',
      'c Q',
    ]);
  });

  it('shows a cause at the top when what it lay under is archived', () => {
    expect(shown([row('b', 'archived')]).map((one) => one.depth)).toEqual([0]);
  });
});
