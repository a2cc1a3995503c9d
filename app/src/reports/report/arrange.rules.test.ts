import { describe, expect, it } from 'vitest';
import type { ComposedPart } from '../part/index.ts';
import { arrange, flatParts, type KeptPart, movedPart, withoutPlace } from './arrange.rules.ts';

const composed = (kind: string, parts?: readonly ComposedPart[]): ComposedPart => ({
  kind,
  subject: null,
  content: { title: kind, blocks: [], sources: [] },
  ...(parts && { parts }),
});
const kept = (id: string, kind: string, place: number, more: Partial<KeptPart> = {}): KeptPart => ({
  id,
  kind,
  subject: null,
  parent: null,
  place,
  appendix: false,
  chosen: true,
  present: true,
  heading: '',
  textBefore: '',
  textAfter: '',
  material: kind === 'own' ? null : 'm',
  takenOn: null,
  version: 1,
  ...more,
});
const numbered = () => {
  let n = 0;
  return () => `new-${++n}`;
};

describe('the arrangement of a report', () => {
  it('follows the chain when nothing is kept, chapters before their parts', () => {
    const { added, moved } = arrange(
      [],
      flatParts([composed('a'), composed('area', [composed('x'), composed('y')]), composed('b')]),
      numbered(),
    );
    expect(added.map(({ kind, parent, place }) => [kind, parent, place])).toEqual([
      ['a', null, 1],
      ['area', null, 2],
      ['x', 'new-2', 1],
      ['y', 'new-2', 2],
      ['b', null, 3],
    ]);
    expect(moved).toEqual([]);
  });

  it('keeps the author’s order, and puts a new part after the one it follows in the chain', () => {
    const mine = [kept('b', 'b', 1), kept('o', 'own', 2, { heading: 'Eget' }), kept('a', 'a', 3)];
    const { added, moved } = arrange(mine, flatParts([composed('a'), composed('n'), composed('b')]), numbered());
    expect(added.map(({ kind, place }) => [kind, place])).toEqual([['n', 4]]);
    expect(moved).toEqual([]);
  });

  it('marks what is no longer told of as absent, and what was written around it is without a place', () => {
    const mine = [kept('a', 'a', 1), kept('b', 'b', 2, { textBefore: 'Min text' })];
    const { moved } = arrange(mine, flatParts([composed('a')]), numbered());
    expect(moved).toEqual([{ id: 'b', place: 2, present: false }]);
    const after = mine.map((part) => ({ ...part, ...moved.find(({ id }) => id === part.id) }));
    expect(withoutPlace(after).map(({ id }) => id)).toEqual(['b']);
    expect(arrange(after, flatParts([composed('a'), composed('b')]), numbered()).moved).toEqual([
      { id: 'b', place: 2, present: true },
    ]);
  });

  it('moves one step past the sibling that is seen, and not past the ends', () => {
    const mine = [kept('a', 'a', 1), kept('gone', 'g', 2, { present: false }), kept('b', 'b', 3)];
    const places = movedPart(mine, 'b', 'up')!;
    expect(places.find(({ id }) => id === 'b')?.place).toBe(1);
    expect(movedPart(mine, 'a', 'up')).toBeUndefined();
    expect(movedPart(mine, 'b', 'down')).toBeUndefined();
  });

  it('moves before any sibling or last, and nowhere among those of another chapter', () => {
    const mine = [
      ...['a', 'b', 'c', 'd'].map((id, index) => kept(id, id, index + 1)),
      kept('inner', 'i', 1, { parent: 'a' }),
      kept('appendix', 'x', 1, { appendix: true }),
    ];
    const order = (id: string, before: string | null) => {
      const places = new Map(movedPart(mine, id, { before })?.map((one) => [one.id, one.place]));
      return mine
        .slice(0, 4)
        .toSorted((x, y) => (places.get(x.id) ?? x.place) - (places.get(y.id) ?? y.place))
        .map((one) => one.id)
        .join('');
    };
    expect(order('a', 'd')).toBe('bcad');
    expect(order('d', 'a')).toBe('dabc');
    expect(order('c', 'b')).toBe('acbd');
    expect(order('b', null)).toBe('acdb');
    expect(order('b', 'c')).toBe('abcd');
    for (const before of ['inner', 'appendix', 'none']) {
      expect(movedPart(mine, 'a', { before })).toBeUndefined();
    }
  });
});
